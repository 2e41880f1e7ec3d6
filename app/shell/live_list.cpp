#include "app/shell/live_list.h"

#include "ui/locale/format.h"
#include "ui/widgets/grid_notice.h"
#include "ui/widgets/record_grid.h"

#include <QEvent>
#include <QPointer>
#include <QTableView>
#include <QTimer>

namespace nextgen::shell {

namespace {

constexpr int markMs = 8'000;
constexpr int fetchesMax = 20;  ///< of one answer; beyond that the list is loaded anew

}  // namespace

LiveRows::LiveRows(Context& context, std::string_view entity, ui::RecordModelBase& model,
                   ui::RecordGrid& grid, std::function<void()> reload, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_entity(ui::toQt(entity)),
      m_model(model),
      m_notice(new ui::GridNotice(grid.view())) {
    connect(&context.changes, &client::ChangeWatch::changed, this, &LiveRows::take);
    connect(&context.changes, &client::ChangeWatch::everythingChanged, this, [this] {
        m_isStale = m_model.count() > 0;
        say();
    });
    connect(m_notice, &QPushButton::clicked, this, [reload = std::move(reload)] { reload(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LiveRows::forget);
    m_notice->installEventFilter(this);
    // The model may be there a little longer.
    m_model.setMarker([this, alive = QPointer<LiveRows>(this)](
                          int row, std::string_view /*fieldName*/) -> std::optional<ui::CellMark> {
        if (!alive || m_marks.isEmpty()) {
            return std::nullopt;
        }
        const auto mark = m_marks.constFind(m_model.idOf(row));
        if (mark == m_marks.constEnd()) {
            return std::nullopt;
        }
        const bool isGone = mark->kind == ui::CellMark::Kind::Gone;
        const QString time = ui::showInstant(mark->at);
        return ui::CellMark{mark->kind,
                            mark->actor.isEmpty()
                                ? (isGone ? tr("Removed at %1") : tr("Changed at %1")).arg(time)
                                : (isGone ? tr("%1 removed this at %2") : tr("%1 changed this at %2"))
                                      .arg(mark->actor, time)};
    });
}

void LiveRows::take(const QList<client::Change>& changes) {
    int fetches = 0;
    for (const client::Change& change : changes) {
        if (change.entity != m_entity) {
            continue;
        }
        const int row = change.id != 0 ? m_model.rowOf(change.id) : -1;
        if (change.id == 0 || fetches == fetchesMax) {
            m_isStale = m_isStale || m_model.count() > 0;
        } else if (change.isRemoved) {
            m_new.remove(change.id);
            if (row >= 0) {
                mark(change, ui::CellMark::Kind::Gone);
            }
        } else if (row >= 0 ? change.version > versionOf(row)
                            : change.version == 1 && !m_new.contains(change.id)) {
            ++fetches;
            fetch(change);
        }
    }
    say();
}

void LiveRows::took(const client::Change& change) {
    mark(change, ui::CellMark::Kind::Changed);
    emit rowChanged(m_model.rowOf(change.id));
}

void LiveRows::isNew(std::int64_t id) {
    m_new.insert(id);
    say();
}

void LiveRows::missed(const client::Change& change) {
    if (m_model.rowOf(change.id) >= 0) {
        mark(change, ui::CellMark::Kind::Gone);
    }
}

void LiveRows::mark(const client::Change& change, ui::CellMark::Kind kind) {
    m_marks.insert(change.id, {kind, change.actorName, change.at});
    m_model.refreshMarks();
    if (kind == ui::CellMark::Kind::Changed) {
        QTimer::singleShot(markMs, this, [this, id = change.id, at = change.at] {
            const auto mark = m_marks.constFind(id);
            if (mark != m_marks.constEnd() && mark->kind == ui::CellMark::Kind::Changed && mark->at == at) {
                m_marks.erase(mark);
                m_model.refreshMarks();
            }
        });
    }
}

void LiveRows::forget() {
    m_marks.clear();
    m_new.clear();
    m_isStale = false;
    say();
}

void LiveRows::say() {
    m_notice->say(m_isStale         ? tr("Much has changed here; load again")
                  : m_new.isEmpty() ? QString()
                                    : tr("%1 new; show").arg(ui::showNumber(m_new.size())));
}

bool LiveRows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        say();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace nextgen::shell
