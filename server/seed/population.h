#pragma once

#include "shared/core/date.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nextgen::seed {

/// What decides every generated row: the same plan gives the same rows.
struct Plan {
    double scale = 0.01;  ///< 1: two million users and products and ten million orders in the large tenant
    std::uint64_t seed = 1;
    int tenants = 50;  ///< small ones beside the large one
    int months = 36;
    Date until;  ///< the first day of the month after the last one; rows lie in the months before
};

/// One generated tenant: how many rows it has of everything, and where in time they lie.
struct Population {
    std::int64_t id = 0;
    std::string slug;
    std::uint64_t seed = 0;  ///< the tenant's own
    std::int64_t begin = 0;  ///< milliseconds since 2023 (UTC), as in ids
    std::int64_t end = 0;
    bool isLarge = false;

    std::int64_t users = 0;
    std::int64_t vendors = 0;
    std::int64_t brands = 0;
    std::int64_t categories = 0;  ///< one for each kind of goods, the same number of parts in each
    std::int64_t products = 0;
    std::int64_t dealers = 0;
    std::int64_t orders = 0;
    std::int64_t cheques = 0;
    std::int64_t movements = 0;     ///< of stock: so many of each product …
    std::int64_t hotMovements = 0;  ///< … and more of the first one
    std::int64_t reviews = 0;
    std::int64_t notifications = 0;
    std::int64_t changes = 0;     ///< in the audit trail, of products …
    std::int64_t hotChanges = 0;  ///< … and more of the first one

    /// When the row of this number came, of so many that come evenly over the time.
    std::int64_t timeOf(std::int64_t row, std::int64_t count) const {
        const std::int64_t step = (end - begin) / count;
        return begin + step * row + (end - begin) % count * row / count + step / 2;
    }
    /// Its id, as next_id() would have made it then.
    std::int64_t idOf(std::int64_t row, std::int64_t count) const { return timeOf(row, count) << 20U; }
    /// How many of `count` there were when another thing came, at least one.
    std::int64_t thenOf(std::int64_t count, std::int64_t time) const;
};

/// The slugs of generated tenants begin with this and no others should.
inline constexpr const char* slugPrefix = "generated-";
/// Generated tenants are numbered from here on, far from where the database's own numbers are.
inline constexpr std::int64_t tenantIdFirst = 1'000'000;

/// The large tenant, then the small ones, each half, third, … as large as the first of them.
std::vector<Population> populations(const Plan& plan);

/// Milliseconds since 2023 (UTC), which ids count from, at the beginning of a day.
std::int64_t millisecondsAt(Date day);
/// The first day of the month so many months later, or earlier.
Date monthAfter(Date day, int months);

}  // namespace nextgen::seed
