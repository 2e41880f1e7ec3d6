#include "shared/cheque/ras.h"

#include <algorithm>

namespace nextgen::cheque {

std::optional<Date> rasOf(std::span<const Due> dues) {
    if (dues.empty()) {
        return std::nullopt;
    }
    const Date first = std::ranges::min(dues, {}, &Due::on).on;
    // Days times rials of ten thousand cheques need more than 64 bits.
    __extension__ using Wide = __int128;
    Wide weighed = 0;
    Wide total = 0;
    for (const Due& due : dues) {
        weighed += Wide(due.amount.rials()) * first.daysUntil(due.on);
        total += due.amount.rials();
    }
    if (total <= 0) {
        return std::nullopt;
    }
    return first.plusDays(static_cast<std::int32_t>((weighed * 2 + total) / (total * 2)));
}

}  // namespace nextgen::cheque
