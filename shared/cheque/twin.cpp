#include "shared/cheque/twin.h"

#include <cstdlib>

namespace nextgen::cheque {

namespace {

/// Equal, and something at all.
bool isSame(const std::string& one, const std::string& other) {
    return !one.empty() && one == other;
}

}  // namespace

std::optional<TwinBy> twinOf(const Cheque& one, const Cheque& other) {
    if (isSame(one.sayadId, other.sayadId)) {
        return TwinBy::SayadId;
    }
    if (!one.sayadId.empty() && !other.sayadId.empty()) {
        return std::nullopt;
    }
    if (isSame(one.bankCode, other.bankCode) && isSame(one.series, other.series) &&
        isSame(one.serial, other.serial)) {
        return TwinBy::Leaf;
    }
    if (isSame(one.accountNumber, other.accountNumber) && isSame(one.serial, other.serial)) {
        return TwinBy::Account;
    }
    if (one.dealerId == other.dealerId && one.amount == other.amount &&
        std::abs(one.dueOn.daysUntil(other.dueOn)) <= twinDaysMax) {
        return TwinBy::Amount;
    }
    return std::nullopt;
}

}  // namespace nextgen::cheque
