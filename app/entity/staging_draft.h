#pragma once

#include "app/client/draft_slot.h"
#include "app/entity/change_writer.h"
#include "app/shell/context.h"
#include "ui/describe/staged_edits.h"

#include <QObject>
#include <map>
#include <optional>

namespace nextgen::entity {

/// What was staged in a list and not written, with what was sent and not answered.
struct KeptEdits {
    std::map<std::int64_t, ui::StagedEdits::Row> rows;
    std::optional<ChangeWriter::Portion> unanswered;
};

/// Keeps the staged edits of one list on this machine, a moment after each, until they are written or taken
/// back.
class StagingDraft : public QObject {
    Q_OBJECT

  public:
    StagingDraft(shell::Context& context, const api::Entity& entity, std::function<KeptEdits()> state,
                 QObject* parent);

    static constexpr const char* kind = "staging";

    /// Of the parts of this record; 0: of all there are.
    void setOf(std::int64_t record);
    std::int64_t of() const { return m_of; }

    /// Something was staged: it is written within a second.
    void touch() { m_slot.touch(); }
    /// Writes now; done when it is on the disk, or cannot be.
    QCoro::Task<void> keepNow() { return m_slot.keepNow(); }
    QCoro::Task<std::optional<KeptEdits>> find();

  private:
    const api::Entity& m_entity;
    client::DraftSlot m_slot;
    std::int64_t m_of = 0;
};

}  // namespace nextgen::entity
