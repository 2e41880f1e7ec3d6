#pragma once

#include "shared/core/date.h"
#include "shared/core/money.h"

#include <optional>
#include <span>

namespace nextgen::cheque {

/// An amount that is due on a day.
struct Due {
    Money amount;
    Date on;
};

/// The day on which all of it together would be due (راس): the mean of the days weighed by the amounts, rounded
/// to the nearest day. nullopt when nothing is due.
std::optional<Date> rasOf(std::span<const Due> dues);

}  // namespace nextgen::cheque
