#include "server/seed/population.h"

#include "server/seed/dice.h"
#include "server/seed/words.h"

#include <algorithm>

namespace nextgen::seed {

namespace {

constexpr std::int32_t idEpochDays = 19358;  // 2023-01-01
constexpr std::int64_t millisecondsADay = 86'400'000;

}  // namespace

std::int64_t millisecondsAt(Date day) {
    return (day.daysSinceEpoch() - idEpochDays) * millisecondsADay;
}

Date monthAfter(Date day, int months) {
    const int month = day.year() * 12 + day.month() - 1 + months;
    return *Date::of(month / 12, month % 12 + 1, 1);
}

std::int64_t Population::thenOf(std::int64_t count, std::int64_t time) const {
    return std::clamp<std::int64_t>(count * (time - begin) / (end - begin), 1, count);
}

std::vector<Population> populations(const Plan& plan) {
    constexpr double largestSmall = 0.02;  // of the large one
    std::vector<Population> all;
    for (int i = 0; i <= plan.tenants; ++i) {
        const double size = plan.scale * (i == 0 ? 1 : largestSmall / i);
        const auto some = [&](double atScaleOne, std::int64_t least) {
            return std::max(least, static_cast<std::int64_t>(atScaleOne * size));
        };
        Population one;
        one.id = tenantIdFirst + i;
        one.slug = slugPrefix + std::to_string(i);
        one.seed = mixed(plan.seed ^ mixed(static_cast<std::uint64_t>(i)));
        one.begin = millisecondsAt(monthAfter(plan.until, -plan.months));
        one.end = millisecondsAt(plan.until);
        one.isLarge = i == 0;
        one.users = some(2e6, 20);
        one.products = some(2e6, 24);
        one.vendors = std::max<std::int64_t>(2, one.products / 1000);
        one.brands = std::clamp<std::int64_t>(one.products / 100, 5, 1000);
        one.categories = static_cast<std::int64_t>(goods().size()) * (1 + 9 * (i == 0 ? 1 : 0));
        one.dealers = some(2000, 3);
        one.orders = some(1e7, 40);
        one.cheques = some(3e5, 10);
        one.movements = 3;
        one.reviews = one.products / 4;
        one.notifications = one.orders / 8;
        one.changes = one.products / 2;
        if (one.isLarge) {
            one.hotMovements = 5000;
            one.hotChanges = 2000;
        }
        all.push_back(one);
    }
    return all;
}

}  // namespace nextgen::seed
