#include "server/cheque/slip_service.h"

#include "shared/core/error_code.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace nextgen::cheque {

namespace {

/// The slip, locked, if it is in one of these states.
Result<LockedSlip> requireSlip(db::Transaction& transaction, SlipId id,
                               std::initializer_list<SlipStatus> states) {
    auto slip = lockSlip(transaction, id);
    if (!slip) {
        return refuse(ErrorCode::NotFound);
    }
    if (std::ranges::find(states, slip->status) == states.end()) {
        return refuse(slipNotOpen(slip->status));
    }
    return std::move(*slip);
}

/// The move by which a slip deposits a cheque of this status; nullptr: it cannot.
const Transition* depositOf(Status status) {
    const Transition* first = transitionOf(status, Move::Deposit);
    return first != nullptr ? first : transitionOf(status, Move::Redeposit);
}

SlipOutcome refuseSlip(Error error) {
    return tl::unexpected(std::variant<Error, std::vector<MoveOutcome>>(std::move(error)));
}

}  // namespace

Result<std::vector<MoveOutcome>> addCheques(db::Transaction& transaction, SlipId id,
                                            const std::vector<ChequeId>& ids) {
    const auto slip = requireSlip(transaction, id, {SlipStatus::Draft});
    if (!slip) {
        return refuse(slip.error());
    }
    std::unordered_map<ChequeId, Status> found;
    for (const auto& [cheque, status] : lockCheques(transaction, ids)) {
        found.emplace(cheque, status);
    }
    std::unordered_map<ChequeId, std::string> elsewhere;
    for (const WaitingCheque& waiting : findWaiting(transaction, ids)) {
        if (waiting.slip != id) {
            elsewhere.emplace(waiting.cheque, waiting.slipNumber);
        }
    }
    std::vector<MoveOutcome> outcomes;
    std::vector<ChequeId> added;
    std::unordered_set<ChequeId> seen;
    for (const ChequeId cheque : ids) {
        const auto known = found.find(cheque);
        if (known == found.end()) {
            outcomes.push_back({cheque, Error{ErrorCode::NotFound, {}, {}}, std::nullopt});
        } else if (const auto other = elsewhere.find(cheque); other != elsewhere.end()) {
            outcomes.push_back({cheque, chequeOnSlip(other->second), known->second});
        } else if (depositOf(known->second) == nullptr) {
            outcomes.push_back({cheque, moveRefused(known->second), known->second});
        } else {
            outcomes.push_back({cheque, std::nullopt, known->second});
            if (seen.insert(cheque).second) {
                added.push_back(cheque);
            }
        }
    }
    addItems(transaction, id, added);
    if (findItems(transaction, id).size() > slipChequesMax) {
        return refuse(Error{ErrorCode::TooManyRecords, {}, {{"limit", std::to_string(slipChequesMax)}}});
    }
    return outcomes;
}

Result<std::vector<MoveOutcome>> removeCheques(db::Transaction& transaction, SlipId id,
                                               const std::vector<ChequeId>& ids) {
    const auto slip = requireSlip(transaction, id, {SlipStatus::Draft});
    if (!slip) {
        return refuse(slip.error());
    }
    std::unordered_map<ChequeId, Status> found;
    for (const auto& [cheque, status] : lockCheques(transaction, ids)) {
        found.emplace(cheque, status);
    }
    const auto removed = removeItems(transaction, id, ids);
    std::vector<MoveOutcome> outcomes;
    for (const ChequeId cheque : ids) {
        const bool wasThere = std::ranges::find(removed, cheque) != removed.end();
        outcomes.push_back({cheque,
                            wasThere ? std::nullopt : std::optional(Error{ErrorCode::NotFound, {}, {}}),
                            wasThere ? std::optional(found.at(cheque)) : std::nullopt});
    }
    return outcomes;
}

SlipOutcome handOver(db::Transaction& transaction, SlipId id, const MoveDetails& details) {
    const auto slip = requireSlip(transaction, id, {SlipStatus::Draft});
    if (!slip) {
        return refuseSlip(slip.error());
    }
    std::vector<ChequeId> all;
    for (const SlipItem& item : findItems(transaction, id)) {
        all.push_back(item.cheque);
    }
    if (all.empty()) {
        return refuseSlip({ErrorCode::SlipEmpty, {}, {}});
    }
    // Those for the first time and those again are two moves; what can take neither is told by the first.
    std::vector<ChequeId> again;
    std::vector<ChequeId> first;
    for (const auto& [cheque, status] : lockCheques(transaction, all)) {
        (transitionOf(status, Move::Redeposit) != nullptr ? again : first).push_back(cheque);
    }
    MoveDetails bySlip = details;
    bySlip.slip = id;
    std::vector<MoveOutcome> outcomes = moveCheques(transaction, first, Move::Deposit, bySlip);
    if (!again.empty()) {
        const auto others = moveCheques(transaction, again, Move::Redeposit, bySlip);
        outcomes.insert(outcomes.end(), others.begin(), others.end());
    }
    std::vector<SlipItem> deposited;
    for (const MoveOutcome& outcome : outcomes) {
        if (outcome.refusal) {
            return tl::unexpected(std::variant<Error, std::vector<MoveOutcome>>(std::move(outcomes)));
        }
        deposited.push_back({outcome.id, outcome.event});
    }
    handOverItems(transaction, id, deposited);
    setStatus(transaction, id, SlipStatus::HandedOver, details.occurredOn);
    return {};
}

Result<void> closeSlip(db::Transaction& transaction, SlipId id) {
    const auto slip = requireSlip(transaction, id, {SlipStatus::HandedOver});
    if (!slip) {
        return refuse(slip.error());
    }
    std::vector<ChequeId> all;
    for (const SlipItem& item : findItems(transaction, id)) {
        all.push_back(item.cheque);
    }
    // So that no answer is taken back in between.
    lockCheques(transaction, all);
    const auto open = findSlip(transaction, transaction.context().tenant, id)->unansweredCount;
    if (open > 0) {
        return refuse(Error{ErrorCode::SlipUnanswered, {}, {{"count", std::to_string(open)}}});
    }
    setStatus(transaction, id, SlipStatus::Answered);
    return {};
}

SlipOutcome cancelSlip(db::Transaction& transaction, SlipId id, const MoveDetails& details) {
    const auto slip = requireSlip(transaction, id, {SlipStatus::Draft, SlipStatus::HandedOver});
    if (!slip) {
        return refuseSlip(slip.error());
    }
    if (slip->status == SlipStatus::HandedOver) {
        std::vector<ChequeId> all;
        std::unordered_map<ChequeId, ChequeEventId> deposits;
        for (const SlipItem& item : findItems(transaction, id)) {
            all.push_back(item.cheque);
            deposits.emplace(item.cheque, item.event.value_or(ChequeEventId()));
        }
        lockCheques(transaction, all);
        for (const LastEvent& last : findLastEvents(transaction, transaction.context().tenant, all)) {
            if (last.event != deposits.at(last.cheque)) {
                return refuseSlip({ErrorCode::UndoTooLate, {}, {}});
            }
        }
        auto outcomes = moveCheques(transaction, all, Move::Undo, details);
        if (std::ranges::any_of(outcomes, [](const MoveOutcome& one) { return one.refusal.has_value(); })) {
            return tl::unexpected(std::variant<Error, std::vector<MoveOutcome>>(std::move(outcomes)));
        }
    }
    setStatus(transaction, id, SlipStatus::Cancelled);
    return {};
}

}  // namespace nextgen::cheque
