#include "server/clock.h"

#include <chrono>

namespace nextgen {

Instant systemNow() {
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count());
}

}  // namespace nextgen
