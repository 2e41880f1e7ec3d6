#pragma once

#include "shared/describe/record.h"

#include <array>

/// Sums over sales, reckoned each night: of the moment that reckoned_at tells, never of this minute.
namespace nextgen::statistics {

using describe::FieldInfo;

/// What sold in the last 90 days, by product.
inline constexpr auto topProductFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        integer("sales_rank", QT_TRANSLATE_NOOP("Field", "Place")).with(Sort),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Title),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        integer("quantity", QT_TRANSLATE_NOOP("Field", "Quantity")),
        integer("order_count", QT_TRANSLATE_NOOP("Field", "Orders")),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Sales")).with(Summed),
        instant("reckoned_at", QT_TRANSLATE_NOOP("Field", "As of")),
    });
}();

/// Orders by day and vendor, drafts aside.
inline constexpr auto orderStatisticFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        date("ordered_on", QT_TRANSLATE_NOOP("Field", "Day")).with(Title | Range | Sort),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        integer("order_count", QT_TRANSLATE_NOOP("Field", "Orders")),
        integer("lost_count", QT_TRANSLATE_NOOP("Field", "Cancelled or sent back")),
        integer("dealer_count", QT_TRANSLATE_NOOP("Field", "For dealers")),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Sales")).with(Summed),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        money("tax_amount", QT_TRANSLATE_NOOP("Field", "Tax")).with(Summed),
        money("paid_amount", QT_TRANSLATE_NOOP("Field", "Paid")).with(Summed),
        instant("reckoned_at", QT_TRANSLATE_NOOP("Field", "As of")),
    });
}();

}  // namespace nextgen::statistics
