#pragma once

#include "shared/core/instant.h"

#include <functional>

namespace nextgen {

/// Where "now" comes from: the system's clock in the program, a fixed one in tests.
using Clock = std::function<Instant()>;

Instant systemNow();

/// The business day: today in Tehran.
inline Date today(const Clock& clock) {
    return clock().dateAt(tehranOffsetMinutes);
}

}  // namespace nextgen
