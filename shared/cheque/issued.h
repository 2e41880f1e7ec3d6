#pragma once

#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/describe/describe.h"
#include "shared/describe/record.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The life cycle of a cheque that we issue out of a book of ours, once for everybody as that of received ones
/// (cheque_status.h): the server refuses by it, the client enables buttons by it.
namespace nextgen::cheque {

enum class IssuedStatus { Issued, Cleared, Bounced, TakenBack, Void, Resolved };

inline constexpr auto issuedStatuses = std::to_array<describe::Choice>({
    {static_cast<int>(IssuedStatus::Issued), "issued", QT_TRANSLATE_NOOP("Choice", "Issued"), describe::Tone::Open},
    {static_cast<int>(IssuedStatus::Cleared), "cleared", QT_TRANSLATE_NOOP("Choice", "Cleared"),
     describe::Tone::Good},
    {static_cast<int>(IssuedStatus::Bounced), "bounced", QT_TRANSLATE_NOOP("Choice", "Bounced"),
     describe::Tone::Bad},
    {static_cast<int>(IssuedStatus::TakenBack), "taken_back", QT_TRANSLATE_NOOP("Choice", "Taken back"),
     describe::Tone::Ended},
    {static_cast<int>(IssuedStatus::Void), "void", QT_TRANSLATE_NOOP("Choice", "Void"), describe::Tone::Ended},
    {static_cast<int>(IssuedStatus::Resolved), "resolved", QT_TRANSLATE_NOOP("Choice", "Resolved"),
     describe::Tone::Ended},
});
constexpr const auto& choicesOf(std::type_identity<IssuedStatus>) {
    return issuedStatuses;
}

enum class IssuedMove { Issue, Present, Bounce, TakeBack, Void, Settle, Restore, Undo };

inline constexpr auto issuedMoves = std::to_array<describe::Choice>({
    {static_cast<int>(IssuedMove::Issue), "issue", QT_TRANSLATE_NOOP("Choice", "Issue")},
    {static_cast<int>(IssuedMove::Present), "present", QT_TRANSLATE_NOOP("Choice", "Present at bank")},
    {static_cast<int>(IssuedMove::Bounce), "bounce", QT_TRANSLATE_NOOP("Choice", "Bounce")},
    {static_cast<int>(IssuedMove::TakeBack), "take_back", QT_TRANSLATE_NOOP("Choice", "Take back")},
    {static_cast<int>(IssuedMove::Void), "void", QT_TRANSLATE_NOOP("Choice", "Make void")},
    {static_cast<int>(IssuedMove::Settle), "settle", QT_TRANSLATE_NOOP("Choice", "Settle in cash")},
    {static_cast<int>(IssuedMove::Restore), "restore", QT_TRANSLATE_NOOP("Choice", "Restore")},
    {static_cast<int>(IssuedMove::Undo), "undo", QT_TRANSLATE_NOOP("Choice", "Take back the last move")},
});
constexpr const auto& choicesOf(std::type_identity<IssuedMove>) {
    return issuedMoves;
}

/// One way on. `from` is none for the first.
struct IssuedTransition {
    IssuedMove move;
    std::optional<IssuedStatus> from;
    IssuedStatus to;
};

/// All there are, as public models of payable cheques have them.
std::span<const IssuedTransition> issuedTransitions();
/// The way from a status by a move; nullptr when the life cycle does not allow it.
const IssuedTransition* transitionOf(std::optional<IssuedStatus> from, IssuedMove move);
/// The moves that a status allows, in the order of the enumeration.
std::vector<IssuedMove> allowedMoves(IssuedStatus from);
/// Whether the last event can be taken back: not the issue, which is made void, nor what takes another back.
constexpr bool isUndoable(IssuedMove last) {
    return last != IssuedMove::Issue && last != IssuedMove::Undo;
}

using IssuedId = Id<struct IssuedTag>;
using IssuedEventId = Id<struct IssuedEventTag>;

/// One step of an issued cheque's history. Added to, never edited.
struct IssuedEvent {
    IssuedEventId id;
    Date occurredOn;
    IssuedMove move = IssuedMove::Issue;
    std::optional<IssuedStatus> fromStatus;
    IssuedStatus toStatus = IssuedStatus::Issued;
    std::string note;
    std::string actorName;
    std::optional<IssuedEventId> undoesId;  ///< the event that this one takes back
    Instant createdAt;
};

constexpr auto descriptionOf(std::type_identity<IssuedEvent>) {
    using namespace describe;
    return schema(
        "issued_cheque_events", field("id", &IssuedEvent::id).with(Key | Hidden),
        field("occurred_on", &IssuedEvent::occurredOn).titled(QT_TRANSLATE_NOOP("IssuedEvent", "Date")),
        field("move", &IssuedEvent::move).titled(QT_TRANSLATE_NOOP("IssuedEvent", "Move")),
        field("from_status", &IssuedEvent::fromStatus).titled(QT_TRANSLATE_NOOP("IssuedEvent", "From")),
        field("to_status", &IssuedEvent::toStatus).titled(QT_TRANSLATE_NOOP("IssuedEvent", "To")),
        field("note", &IssuedEvent::note).titled(QT_TRANSLATE_NOOP("IssuedEvent", "Note")),
        field("actor_name", &IssuedEvent::actorName).titled(QT_TRANSLATE_NOOP("IssuedEvent", "By")),
        field("undoes_id", &IssuedEvent::undoesId).with(Hidden),
        field("created_at", &IssuedEvent::createdAt).titled(QT_TRANSLATE_NOOP("IssuedEvent", "Recorded")));
}

inline constexpr auto chequeBookFields = [] {
    using namespace describe::record;
    return std::to_array<describe::FieldInfo>({
        reference("bank_account_id", QT_TRANSLATE_NOOP("Field", "Bank account"), "bank_accounts").with(Required | Fixed),
        text("series", QT_TRANSLATE_NOOP("Field", "Series")).with(Required | Title | Code | Fixed).upTo(20),
        integer("first_serial", QT_TRANSLATE_NOOP("Field", "First serial")).with(Required | Fixed),
        integer("leaf_count", QT_TRANSLATE_NOOP("Field", "Leaves")).with(Required | Fixed),
        date("received_on", QT_TRANSLATE_NOOP("Field", "Received on")).with(Required),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(500),
    });
}();

inline constexpr auto issuedChequeFields = [] {
    using namespace describe::record;
    return std::to_array<describe::FieldInfo>({
        text("payee_name", QT_TRANSLATE_NOOP("Field", "Payee")).with(Required | Title | Search | Fixed).upTo(200),
        reference("cheque_book_id", QT_TRANSLATE_NOOP("Field", "Cheque book"), "cheque_books").with(Required | Fixed),
        integer("serial", QT_TRANSLATE_NOOP("Field", "Serial")).with(Required | Fixed),
        text("sayad_id", QT_TRANSLATE_NOOP("Field", "Sayad id")).with(Code | Search | Fixed).upTo(16),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Required | Summed | Fixed),
        date("issued_on", QT_TRANSLATE_NOOP("Field", "Issued on")).with(Required | Fixed),
        date("due_on", QT_TRANSLATE_NOOP("Field", "Due")).with(Required | Range | Sort | Fixed),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), issuedStatuses).with(ReadOnly),
        text("purpose", QT_TRANSLATE_NOOP("Field", "Purpose")).with(Search).upTo(500),
    });
}();

}  // namespace nextgen::cheque
