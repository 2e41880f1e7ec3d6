#pragma once

#include "app/cheque/cheque_calls.h"
#include "tests/app/support/backoffice.h"

namespace nextgen::test {

/// Records three cheques of a dealer, of once, twice and three times the amount, due in 30, 60 and 90 days.
/// Their Sayad ids are `sayadStart` (15 digits) and the number. What went wrong otherwise.
inline QString recordThreeCheques(Backoffice& office, DealerId dealer, const std::string& sayadStart,
                                  Money amount) {
    for (int i = 0; i < 3; ++i) {
        cheque::Cheque cheque;
        cheque.dealerId = dealer;
        cheque.sayadId = sayadStart + std::to_string(i);
        cheque.amount = Money::rials(amount.rials() * (i + 1));
        cheque.dueOn = office.context.today().plusDays(30 * (i + 1));
        const auto made =
            QCoro::waitFor(cheque::createCheque(office.api, cheque, client::newIdempotencyKey()));
        if (!made) {
            return made.error().text(Language::English);
        }
    }
    return {};
}

}  // namespace nextgen::test
