#include "shared/cheque/issued.h"

namespace nextgen::cheque {

namespace {

using enum IssuedStatus;

constexpr auto table = std::to_array<IssuedTransition>({
    {IssuedMove::Issue, std::nullopt, Issued},
    {IssuedMove::Present, Issued, Cleared},
    {IssuedMove::Bounce, Issued, Bounced},
    {IssuedMove::TakeBack, Issued, TakenBack},
    {IssuedMove::Void, Issued, IssuedStatus::Void},
    {IssuedMove::Settle, Bounced, Cleared},
    {IssuedMove::Restore, Bounced, Resolved},
});

}  // namespace

std::span<const IssuedTransition> issuedTransitions() {
    return table;
}

const IssuedTransition* transitionOf(std::optional<IssuedStatus> from, IssuedMove move) {
    for (const IssuedTransition& transition : table) {
        if (transition.from == from && transition.move == move) {
            return &transition;
        }
    }
    return nullptr;
}

std::vector<IssuedMove> allowedMoves(IssuedStatus from) {
    std::vector<IssuedMove> allowed;
    for (const describe::Choice& choice : issuedMoves) {
        if (transitionOf(from, static_cast<IssuedMove>(choice.value)) != nullptr) {
            allowed.push_back(static_cast<IssuedMove>(choice.value));
        }
    }
    return allowed;
}

}  // namespace nextgen::cheque
