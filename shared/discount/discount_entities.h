#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::discount {

using describe::Choice;

inline constexpr auto discountKinds = std::to_array<Choice>({
    {0, "percent", QT_TRANSLATE_NOOP("Choice", "Percent")},
    {1, "amount", QT_TRANSLATE_NOOP("Choice", "Fixed amount")},
    {2, "free_shipping", QT_TRANSLATE_NOOP("Choice", "Free shipping")},
});

inline constexpr auto discountAppliesTos = std::to_array<Choice>({
    {0, "order", QT_TRANSLATE_NOOP("Choice", "Whole order")},
    {1, "category", QT_TRANSLATE_NOOP("Choice", "Category")},
    {2, "brand", QT_TRANSLATE_NOOP("Choice", "Brand")},
    {3, "vendor", QT_TRANSLATE_NOOP("Choice", "Vendor")},
    {4, "product", QT_TRANSLATE_NOOP("Choice", "Product")},
});

inline constexpr auto discountTiers = std::to_array<Choice>({
    {0, "", QT_TRANSLATE_NOOP("Choice", "Any tier")},
    {1, "BRONZE", QT_TRANSLATE_NOOP("Choice", "Bronze")},
    {2, "SILVER", QT_TRANSLATE_NOOP("Choice", "Silver")},
    {3, "GOLD", QT_TRANSLATE_NOOP("Choice", "Gold")},
    {4, "PLATINUM", QT_TRANSLATE_NOOP("Choice", "Platinum")},
});

inline constexpr auto discountFundedBies = std::to_array<Choice>({
    {0, "platform", QT_TRANSLATE_NOOP("Choice", "Platform")},
    {1, "vendor", QT_TRANSLATE_NOOP("Choice", "Vendor")},
    {2, "shared", QT_TRANSLATE_NOOP("Choice", "Shared")},
});

inline constexpr auto discountFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Code | Equal | Search),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title"))
            .with(Required | Title | Search | Sort)
            .upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), discountKinds).with(Required),
        optional(integer("percent_bp", QT_TRANSLATE_NOOP("Field", "Percent (0.01%)"))),
        optional(money("amount", QT_TRANSLATE_NOOP("Field", "Amount"))),
        optional(money("maximum_amount", QT_TRANSLATE_NOOP("Field", "At most"))),
        money("minimum_order_amount", QT_TRANSLATE_NOOP("Field", "Orders from")),
        choice("applies_to", QT_TRANSLATE_NOOP("Field", "Applies to"), discountAppliesTos),
        optional(reference("category_id", QT_TRANSLATE_NOOP("Field", "Category"), "categories")),
        optional(reference("brand_id", QT_TRANSLATE_NOOP("Field", "Brand"), "brands")),
        optional(reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors")),
        optional(reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products")),
        choice("tier", QT_TRANSLATE_NOOP("Field", "Tier"), discountTiers),
        flag("is_first_order_only", QT_TRANSLATE_NOOP("Field", "First order only")),
        instant("starts_at", QT_TRANSLATE_NOOP("Field", "Starts")).with(Required | Range),
        optional(instant("ends_at", QT_TRANSLATE_NOOP("Field", "Ends"))),
        optional(integer("usage_limit", QT_TRANSLATE_NOOP("Field", "Uses at most"))),
        optional(integer("usage_limit_per_person", QT_TRANSLATE_NOOP("Field", "Uses per person"))),
        optional(money("budget_amount", QT_TRANSLATE_NOOP("Field", "Budget"))),
        choice("funded_by", QT_TRANSLATE_NOOP("Field", "Paid by"), discountFundedBies),
        integer("vendor_share_bp", QT_TRANSLATE_NOOP("Field", "Vendor's share (0.01%)")),
        integer("priority", QT_TRANSLATE_NOOP("Field", "Priority")),
        flag("is_exclusive", QT_TRANSLATE_NOOP("Field", "Not with others")),
    });
}();

inline constexpr auto discountUsageFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("discount_id", QT_TRANSLATE_NOOP("Field", "Discount"), "discounts"),
        reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders"),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Title | Summed),
        optional(instant("reversed_at", QT_TRANSLATE_NOOP("Field", "Reversed"))),
    });
}();

}  // namespace nextgen::discount
