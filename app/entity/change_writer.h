#pragma once

#include "app/entity/entity_calls.h"
#include "app/shell/context.h"
#include "ui/describe/staged_edits.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace nextgen::entity {

/// A record that was written: as it was, and as it has been since.
struct WrittenRecord {
    ui::Record before;
    ui::Record after;
};

/// Writes staged edits, in portions one after the other. What is written leaves the staging; what is refused
/// stays there with its reason. A portion has one key until it is answered, so that it is written once
/// however often it is sent.
class ChangeWriter : public QObject {
    Q_OBJECT

  public:
    static constexpr int portionMax = 100;

    /// What was sent and is not answered yet.
    struct Portion {
        QString key;
        QByteArray body;
    };

    /// `keep` puts the edits and unanswered() where they outlive the program; a portion is sent when that is
    /// done.
    ChangeWriter(shell::Context& context, const api::Entity& entity, ui::StagedEdits& edits,
                 std::function<QCoro::Task<void>()> keep, QObject* parent);

    /// A portion that is not answered yet is sent again first, if just that is still wanted.
    void write(std::set<std::int64_t> ids);
    /// No further portion is sent; what is under way is still answered.
    void cancel() { m_isCancelled = true; }
    bool isRunning() const { return m_isRunning; }

    const std::optional<Portion>& unanswered() const { return m_unanswered; }
    /// Out of a draft.
    void setUnanswered(std::optional<Portion> portion) { m_unanswered = std::move(portion); }

    /// What was written since forgetWritten().
    const std::vector<WrittenRecord>& written() const { return m_written; }
    void forgetWritten() { m_written.clear(); }

  signals:
    void progressed(int done, int total);
    /// Empty: every portion was answered or, after cancel(), none was under way any more.
    void finished(const QString& failure);

  private:
    bool isStillWanted(const Portion& portion) const;
    void sendNext();
    void send();
    void take(const client::Answer<std::vector<ChangeResult>>& answer);
    /// Reads records anew that others have changed meanwhile.
    void catchUp();
    void end(const QString& failure);

    shell::Context& m_context;
    const api::Entity& m_entity;
    ui::StagedEdits& m_edits;
    std::function<QCoro::Task<void>()> m_keep;
    std::set<std::int64_t> m_waiting;
    std::deque<std::int64_t> m_overtaken;
    std::optional<Portion> m_unanswered;
    std::vector<WrittenRecord> m_written;
    int m_done = 0;
    int m_total = 0;
    bool m_isRunning = false;
    bool m_isCancelled = false;
};

/// Why a record was refused, in one sentence: by its fields where the server named any.
QString reasonOf(const api::Entity& entity, const client::Failure& failure);

}  // namespace nextgen::entity
