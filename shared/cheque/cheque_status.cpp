#include "shared/cheque/cheque_status.h"

namespace nextgen::cheque {

namespace {

using enum credit::Account;
using enum Status;

constexpr auto table = std::to_array<Transition>({
    {Move::Receive, std::nullopt, OnHand, {Posting{ChequesOnHand, UnappliedReceipts}}},
    {Move::Deposit, OnHand, Deposited, {Posting{ChequesDeposited, ChequesOnHand}}},
    {Move::Recall, Deposited, OnHand, {Posting{ChequesOnHand, ChequesDeposited}}},
    {Move::Clear, Deposited, Cleared, {Posting{Bank, ChequesDeposited}}},
    {Move::Clear, Endorsed, Cleared, {Posting{EndorsementRecourse, ChequesEndorsed}}},
    {Move::Bounce, OnHand, Bounced, {Posting{ChequesBounced, ChequesOnHand}}},
    {Move::Bounce, Deposited, Bounced, {Posting{ChequesBounced, ChequesDeposited}}},
    {Move::Bounce,
     Endorsed,
     Bounced,
     {Posting{ChequesBounced, Creditors}, Posting{EndorsementRecourse, ChequesEndorsed}}},
    {Move::Redeposit, Bounced, Deposited, {Posting{ChequesDeposited, ChequesBounced}}},
    {Move::Settle, Bounced, Cleared, {Posting{Bank, ChequesBounced}}},
    {Move::Settle, Status::Legal, Cleared, {Posting{Bank, ChequesBounced}}},
    {Move::Return, OnHand, Returned, {Posting{UnappliedReceipts, ChequesOnHand}}},
    {Move::Return, Bounced, Returned, {Posting{UnappliedReceipts, ChequesBounced}}},
    {Move::Return, Status::Legal, Returned, {Posting{UnappliedReceipts, ChequesBounced}}},
    {Move::Endorse,
     OnHand,
     Endorsed,
     {Posting{Creditors, ChequesOnHand}, Posting{ChequesEndorsed, EndorsementRecourse}}},
    {Move::Recover,
     Endorsed,
     OnHand,
     {Posting{ChequesOnHand, Creditors}, Posting{EndorsementRecourse, ChequesEndorsed}}},
    {Move::Legal, Bounced, Status::Legal, {}},
    {Move::Void, OnHand, Status::Void, {Posting{UnappliedReceipts, ChequesOnHand}}},
});

}  // namespace

std::span<const Transition> transitions() {
    return table;
}

const Transition* transitionOf(std::optional<Status> from, Move move) {
    for (const Transition& transition : table) {
        if (transition.from == from && transition.move == move) {
            return &transition;
        }
    }
    return nullptr;
}

std::vector<Move> allowedMoves(Status from) {
    std::vector<Move> allowed;
    for (const describe::Choice& choice : moves) {
        if (transitionOf(from, static_cast<Move>(choice.value)) != nullptr) {
            allowed.push_back(static_cast<Move>(choice.value));
        }
    }
    return allowed;
}

std::string_view exposurePartOf(Status status) {
    switch (status) {
        case OnHand:
            return "cheques_on_hand";
        case Deposited:
            return "cheques_deposited";
        case Endorsed:
            return "cheques_endorsed";
        case Bounced:
        case Status::Legal:
            return "cheques_bounced";
        case Cleared:
        case Returned:
        case Status::Void:
            break;
    }
    return {};
}

}  // namespace nextgen::cheque
