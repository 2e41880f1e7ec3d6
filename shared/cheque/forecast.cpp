#include "shared/cheque/forecast.h"

#include <algorithm>
#include <cmath>

namespace nextgen::cheque {

namespace {

constexpr std::int64_t priorCheques = 20;
constexpr std::int64_t priorBounced = 1;

}  // namespace

Chance chanceOf(const DrawerHistory& history) {
    const std::int64_t cheques = history.cleared + history.bounced + priorCheques;
    const std::int64_t paid = cheques - history.bounced - priorBounced;
    const auto likely = static_cast<int>(paid * certainBp / cheques);
    const double share = static_cast<double>(paid) / static_cast<double>(cheques);
    const double error = std::sqrt(share * (1 - share) / static_cast<double>(cheques));
    const int low = likely - static_cast<int>(std::lround(error * certainBp));
    const std::int64_t late = history.cleared > 0 ? std::max<std::int64_t>(0, history.lateDays) / history.cleared : 0;
    return {likely, std::max(0, low), static_cast<int>(std::min<std::int64_t>(late, 365))};
}

Money partOf(Money amount, int basisPoints) {
    return amount.times(basisPoints, certainBp, Rounding::HalfEven).value_or(amount);
}

DrawerColour drawerColour(std::int64_t uncleared, Money total) {
    constexpr std::int64_t million = 1'000'000;
    if (uncleared <= 0) {
        return DrawerColour::White;
    }
    struct Step {
        DrawerColour colour;
        std::int64_t cheques;
        std::int64_t rials;
    };
    constexpr auto steps = std::to_array<Step>({{DrawerColour::Yellow, 1, 50 * million},
                                                {DrawerColour::Orange, 4, 200 * million},
                                                {DrawerColour::Brown, 10, 500 * million}});
    for (const Step& step : steps) {
        if (uncleared <= step.cheques && total.rials() <= step.rials) {
            return step.colour;
        }
    }
    return DrawerColour::Red;
}

}  // namespace nextgen::cheque
