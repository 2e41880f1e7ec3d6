#include "server/cheque/cheque_service.h"

#include "server/cheque/allocation_repository.h"
#include "server/cheque/slip_repository.h"
#include "shared/core/error_code.h"

#include <map>
#include <unordered_map>

namespace nextgen::cheque {

Error moveRefused(Status status) {
    std::string allowed;
    for (const Move move : allowedMoves(status)) {
        allowed.append(allowed.empty() ? "" : ", ").append(describe::nameOf(move));
    }
    return {
        ErrorCode::MoveNotAllowed,
        {},
        {{"status", std::string(describe::nameOf(status))}, {"allowed", allowed.empty() ? "-" : allowed}}};
}

Error chequeOnSlip(const std::string& slipNumber) {
    return {ErrorCode::ChequeOnSlip, {}, {{"number", slipNumber}}};
}

Error slipNotOpen(SlipStatus status) {
    return {ErrorCode::SlipNotOpen, {}, {{"status", std::string(describe::nameOf(status))}}};
}

namespace {

/// Where a cheque went and the event that says so.
struct Reached {
    Status status;
    ChequeEventId event;
};
/// What becomes of each cheque: where it goes, or why it stays.
using Fates = std::unordered_map<ChequeId, tl::expected<Reached, Error>>;

void addEvents(Fates& fates, const std::vector<Moved>& moved) {
    for (const Moved& one : moved) {
        fates.at(one.id)->event = one.event;
    }
}

/// Why an event stays as it is; nullopt: it can be taken back.
std::optional<Error> judgeUndo(const LastEvent& last) {
    if (!isUndoable(last.move)) {
        return Error{ErrorCode::NothingToUndo, {}, {}};
    }
    if (last.isPutAway) {
        return Error{ErrorCode::UndoTooLate, {}, {}};
    }
    if (last.isSlipClosed) {
        return slipNotOpen(SlipStatus::Answered);
    }
    if (last.isHereAgain) {
        return Error{ErrorCode::ChequeAlreadyPosted, {}, {}};
    }
    return std::nullopt;
}

Fates undoLocked(db::Transaction& transaction, const std::vector<ChequeId>& ids, const MoveDetails& details) {
    Fates fates;
    std::vector<ChequeEventId> events;
    struct Undone {
        std::vector<ChequeId> cheques;
        std::vector<ChequeEventId> events;
    };
    std::map<Move, Undone> byMove;
    for (const LastEvent& last : findLastEvents(transaction, transaction.context().tenant, ids)) {
        if (auto refusal = judgeUndo(last)) {
            fates.emplace(last.cheque, tl::unexpected(std::move(*refusal)));
            continue;
        }
        fates.emplace(last.cheque, Reached{*last.from, {}});
        events.push_back(last.event);
        byMove[last.move].cheques.push_back(last.cheque);
        byMove[last.move].events.push_back(last.event);
    }
    if (events.empty()) {
        return fates;
    }
    const auto bounced = byMove.find(Move::Bounce);
    if (bounced != byMove.end()) {
        notifyBounced(transaction, bounced->second.cheques, true);
    }
    const std::vector<Moved> undone = undoMoves(transaction, events, details.occurredOn, details.note);
    if (undone.size() != events.size()) {
        throw std::logic_error("the last event of a locked cheque was not taken back");
    }
    addEvents(fates, undone);
    for (const auto& [move, some] : byMove) {
        followUndo(transaction, move, some.cheques, some.events);
    }
    if (bounced != byMove.end()) {
        undoBounces(transaction, bounced->second.events);
    }
    return fates;
}

Fates moveLocked(db::Transaction& transaction, const std::vector<std::pair<ChequeId, Status>>& locked,
                 Move move, const MoveDetails& details) {
    std::vector<ChequeId> all;
    all.reserve(locked.size());
    for (const auto& one : locked) {
        all.push_back(one.first);
    }
    // What waits on a draft goes nowhere but by it.
    std::unordered_map<ChequeId, std::string> slips;
    for (const WaitingCheque& waiting : findWaiting(transaction, all)) {
        if (waiting.slip != details.slip) {
            slips.emplace(waiting.cheque, waiting.slipNumber);
        }
    }
    Fates fates;
    std::vector<ChequeId> movable;
    for (const auto& [id, status] : locked) {
        const Transition* transition = transitionOf(status, move);
        if (transition == nullptr) {
            fates.emplace(id, tl::unexpected(moveRefused(status)));
        } else if (const auto slip = slips.find(id); slip != slips.end()) {
            fates.emplace(id, tl::unexpected(chequeOnSlip(slip->second)));
        } else {
            fates.emplace(id, Reached{transition->to, {}});
            movable.push_back(id);
        }
    }
    if (movable.empty()) {
        return fates;
    }
    // Before the posting, which others wait for.
    if (move == Move::Bounce) {
        notifyBounced(transaction, movable);
    } else if (move == Move::Redeposit && !details.certificateNumber.empty()) {
        certifyBounces(transaction, movable, details);
    }
    const std::vector<Moved> moved = applyMove(transaction, move, movable, details);
    if (moved.size() != movable.size()) {
        throw std::logic_error("a locked cheque was not moved");
    }
    addEvents(fates, moved);
    followMove(transaction, move, moved);
    if (move == Move::Bounce) {
        recordBounces(transaction, moved, details);
    }
    return fates;
}

}  // namespace

std::vector<MoveOutcome> moveCheques(db::Transaction& transaction, const std::vector<ChequeId>& ids,
                                     Move move, const MoveDetails& details) {
    const auto locked = lockCheques(transaction, ids);
    std::unordered_map<ChequeId, Status> before;
    std::vector<ChequeId> found;
    for (const auto& [id, status] : locked) {
        before.emplace(id, status);
        found.push_back(id);
    }
    const Fates fates = move == Move::Undo ? undoLocked(transaction, found, details)
                                           : moveLocked(transaction, locked, move, details);
    std::vector<MoveOutcome> outcomes;
    outcomes.reserve(ids.size());
    for (const ChequeId id : ids) {
        const auto fate = fates.find(id);
        if (fate == fates.end()) {
            outcomes.push_back({id, Error{ErrorCode::NotFound, {}, {}}, std::nullopt});
        } else if (fate->second) {
            outcomes.push_back({id, std::nullopt, fate->second->status, fate->second->event});
        } else {
            outcomes.push_back({id, fate->second.error(), before.at(id)});
        }
    }
    return outcomes;
}

std::optional<Move> undoableMove(db::Session& session, TenantId tenant, ChequeId id) {
    const auto last = findLastEvents(session, tenant, {id});
    return last.empty() || judgeUndo(last.front()) ? std::nullopt : std::optional(last.front().move);
}

}  // namespace nextgen::cheque
