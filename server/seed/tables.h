#pragma once

#include "server/seed/line.h"
#include "server/seed/population.h"

#include <functional>
#include <limits>
#include <span>
#include <string_view>

namespace nextgen::seed {

/// A span of time, from … until.
struct Span {
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t until = std::numeric_limits<std::int64_t>::max();

    bool holds(std::int64_t time) const { return from <= time && time < until; }
};

/// How rows of a table are made out of numbered units: an order is a unit of which order_items has several
/// rows.
struct Table {
    std::string_view name;
    std::string_view columns;  ///< without tenant_id, which comes first; set apart by commas
    std::function<std::int64_t(const Population&)> units;
    /// When a unit came, later ones later: a month's rows are then made by themselves. Without it `write` is
    /// given every unit for every month and leaves out what lies elsewhere.
    std::function<std::int64_t(const Population&, std::int64_t unit)> timeOf;
    std::function<void(const Population&, std::int64_t unit, const Span&, Line&)> write;
};

/// All that COPY fills, each after what its rows refer to.
std::span<const Table> tables();

}  // namespace nextgen::seed
