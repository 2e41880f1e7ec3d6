#include "server/cheque/cheque_service.h"

#include "server/cheque/cheque_repository.h"
#include "shared/core/error_code.h"

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

std::vector<MoveOutcome> moveCheques(db::Transaction& transaction, const std::vector<ChequeId>& ids,
                                     Move move, Date occurredOn, const std::string& note) {
    std::unordered_map<ChequeId, Status> before;
    std::vector<ChequeId> movable;
    for (const auto& [id, status] : lockCheques(transaction, ids)) {
        before.emplace(id, status);
        if (transitionOf(status, move) != nullptr) {
            movable.push_back(id);
        }
    }
    if (move == Move::Bounce && !movable.empty()) {
        // Before the posting, which others wait for.
        notifyBounced(transaction, movable);
    }
    if (applyMove(transaction, move, movable, occurredOn, note) != movable.size()) {
        throw std::logic_error("a locked cheque was not moved");
    }

    std::vector<MoveOutcome> outcomes;
    outcomes.reserve(ids.size());
    for (const ChequeId id : ids) {
        const auto found = before.find(id);
        if (found == before.end()) {
            outcomes.push_back({id, Error{ErrorCode::NotFound, {}, {}}, std::nullopt});
        } else if (const Transition* transition = transitionOf(found->second, move)) {
            outcomes.push_back({id, std::nullopt, transition->to});
        } else {
            outcomes.push_back({id, moveRefused(found->second), found->second});
        }
    }
    return outcomes;
}

}  // namespace nextgen::cheque
