#pragma once

#include "app/client/change_watch.h"
#include "app/client/failure.h"
#include "app/client/task.h"
#include "app/shell/context.h"
#include "ui/describe/record_model.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <functional>

namespace nextgen::ui {
class GridNotice;
class RecordGrid;
}  // namespace nextgen::ui

namespace nextgen::shell {

/// Keeps the rows of a list as they are on the server: a changed one is taken in place and marked for a
/// moment, a removed one goes grey, and new ones are offered, so that nothing moves that somebody looks at.
class LiveRows : public QObject {
    Q_OBJECT

  signals:
    /// Another value stands in the row.
    void rowChanged(int row);

  protected:
    LiveRows(Context& context, std::string_view entity, ui::RecordModelBase& model, ui::RecordGrid& grid,
             std::function<void()> reload, QObject* parent);

    virtual int versionOf(int row) const = 0;
    /// Asks for the record and hands it to took() or missed().
    virtual void fetch(const client::Change& change) = 0;

    void took(const client::Change& change);
    void isNew(std::int64_t id);
    void missed(const client::Change& change);

    bool eventFilter(QObject* watched, QEvent* event) override;

    Context& m_context;

  private:
    struct Mark {
        ui::CellMark::Kind kind;
        QString actor;
        Instant at;
    };

    void take(const QList<client::Change>& changes);
    void forget();
    void say();
    void mark(const client::Change& change, ui::CellMark::Kind kind);

    const QString m_entity;
    ui::RecordModelBase& m_model;
    ui::GridNotice* m_notice;
    QHash<std::int64_t, Mark> m_marks;
    QSet<std::int64_t> m_new;
    bool m_isStale = false;  ///< more changed than can be told row by row
};

template <class E, class Model>
class LiveList : public LiveRows {
  public:
    using Get = std::function<QCoro::Task<client::Answer<E>>(std::int64_t id)>;

    /// `belongs`: which records are of this list; without one a new record of the entity may be.
    LiveList(Context& context, std::string_view entity, Model& model, ui::RecordGrid& grid, Get get,
             std::function<void()> reload, QObject* parent, std::function<bool(const E&)> belongs = {})
        : LiveRows(context, entity, model, grid, std::move(reload), parent),
          m_model(model),
          m_get(std::move(get)),
          m_belongs(std::move(belongs)) {}

  protected:
    int versionOf(int row) const override { return versionIn(m_model.at(row)); }

    void fetch(const client::Change& change) override {
        if (change.version == 1 && !m_belongs && m_model.rowOf(change.id) < 0) {
            isNew(change.id);
            return;
        }
        client::whenDone(m_get(change.id), this, [this, change](const client::Answer<E>& answer) {
            const int row = m_model.rowOf(change.id);
            if (!answer) {
                if (answer.error().code == ErrorCode::NotFound) {
                    missed(change);
                }
            } else if (row >= 0 && versionIn(*answer) > versionOf(row)) {
                m_model.update(row, *answer);
                took(change);
            } else if (row < 0 && m_belongs && m_belongs(*answer)) {
                isNew(change.id);
            }
        });
    }

  private:
    static int versionIn(const E& one) {
        if constexpr (requires { one.version; }) {
            return one.version;
        } else {
            return static_cast<int>(one.integer("version"));
        }
    }

    Model& m_model;
    Get m_get;
    std::function<bool(const E&)> m_belongs;
};

}  // namespace nextgen::shell
