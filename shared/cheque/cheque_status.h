#pragma once

#include "shared/credit/ledger.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

/// The life cycle of a received cheque, once for everybody: the server refuses by it, the client enables
/// buttons by it, the ledger posts by it.
namespace nextgen::cheque {

enum class Status { OnHand, Deposited, Cleared, Bounced, Endorsed, Returned, Void, Legal };

inline constexpr std::array<describe::Choice, 8> statuses{{
    {static_cast<int>(Status::OnHand), "on_hand", QT_TRANSLATE_NOOP("Choice", "On hand"),
     describe::Tone::Open},
    {static_cast<int>(Status::Deposited), "deposited", QT_TRANSLATE_NOOP("Choice", "Deposited"),
     describe::Tone::Open},
    {static_cast<int>(Status::Cleared), "cleared", QT_TRANSLATE_NOOP("Choice", "Cleared"),
     describe::Tone::Good},
    {static_cast<int>(Status::Bounced), "bounced", QT_TRANSLATE_NOOP("Choice", "Bounced"),
     describe::Tone::Bad},
    {static_cast<int>(Status::Endorsed), "endorsed", QT_TRANSLATE_NOOP("Choice", "Endorsed"),
     describe::Tone::Waiting},
    {static_cast<int>(Status::Returned), "returned", QT_TRANSLATE_NOOP("Choice", "Returned"),
     describe::Tone::Ended},
    {static_cast<int>(Status::Void), "void", QT_TRANSLATE_NOOP("Choice", "Void"), describe::Tone::Ended},
    {static_cast<int>(Status::Legal), "legal", QT_TRANSLATE_NOOP("Choice", "Legal action"),
     describe::Tone::Bad},
}};
constexpr const auto& choicesOf(std::type_identity<Status>) {
    return statuses;
}

enum class Move {
    Receive,
    Deposit,
    Recall,
    Clear,
    Bounce,
    Redeposit,
    Settle,
    Return,
    Endorse,
    Recover,
    Legal,
    Void,
    Undo  ///< takes the last move back; where it leads, the history says and not the table
};

inline constexpr std::array<describe::Choice, 13> moves{{
    {static_cast<int>(Move::Receive), "receive", QT_TRANSLATE_NOOP("Choice", "Receive")},
    {static_cast<int>(Move::Deposit), "deposit", QT_TRANSLATE_NOOP("Choice", "Deposit at bank")},
    {static_cast<int>(Move::Recall), "recall", QT_TRANSLATE_NOOP("Choice", "Take back from bank")},
    {static_cast<int>(Move::Clear), "clear", QT_TRANSLATE_NOOP("Choice", "Clear")},
    {static_cast<int>(Move::Bounce), "bounce", QT_TRANSLATE_NOOP("Choice", "Bounce")},
    {static_cast<int>(Move::Redeposit), "redeposit", QT_TRANSLATE_NOOP("Choice", "Deposit again")},
    {static_cast<int>(Move::Settle), "settle", QT_TRANSLATE_NOOP("Choice", "Settle in cash")},
    {static_cast<int>(Move::Return), "return", QT_TRANSLATE_NOOP("Choice", "Return to drawer")},
    {static_cast<int>(Move::Endorse), "endorse", QT_TRANSLATE_NOOP("Choice", "Endorse")},
    {static_cast<int>(Move::Recover), "recover", QT_TRANSLATE_NOOP("Choice", "Take back from endorsee")},
    {static_cast<int>(Move::Legal), "legal", QT_TRANSLATE_NOOP("Choice", "Take legal action")},
    {static_cast<int>(Move::Void), "void", QT_TRANSLATE_NOOP("Choice", "Make void")},
    {static_cast<int>(Move::Undo), "undo", QT_TRANSLATE_NOOP("Choice", "Take back the last move")},
}};
constexpr const auto& choicesOf(std::type_identity<Move>) {
    return moves;
}

/// The cheque's whole amount, from one account to another.
struct Posting {
    credit::Account debit;
    credit::Account credit;
};

/// One way on. `from` is none for the first.
struct Transition {
    Move move;
    std::optional<Status> from;
    Status to;
    std::array<std::optional<Posting>, 2> postings;
};

/// All there are. Sources: the union of public treasuries' life cycles; a bounced cheque may be deposited
/// again, an endorsed one may clear, bounce or come back.
std::span<const Transition> transitions();

/// The way from a status by a move; nullptr when the life cycle does not allow it.
const Transition* transitionOf(std::optional<Status> from, Move move);

/// The moves that a status allows, in the order of the enumeration.
std::vector<Move> allowedMoves(Status from);

/// Whether the last event of a cheque can be taken back: not its receipt, which is made void, and not what
/// takes another back, which is done again instead.
constexpr bool isUndoable(Move last) {
    return last != Move::Receive && last != Move::Undo;
}

/// The part of a dealer's exposure that a cheque of this status counts in; empty when in none.
std::string_view exposurePartOf(Status status);

}  // namespace nextgen::cheque
