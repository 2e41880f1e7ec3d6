#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::shipping {

using describe::Choice;

inline constexpr auto shippingMethodKinds = std::to_array<Choice>({
    {0, "post", QT_TRANSLATE_NOOP("Choice", "Post")},
    {1, "courier", QT_TRANSLATE_NOOP("Choice", "Courier")},
    {2, "freight", QT_TRANSLATE_NOOP("Choice", "Freight")},
    {3, "freight_collect", QT_TRANSLATE_NOOP("Choice", "Freight, paid on delivery")},
    {4, "pickup", QT_TRANSLATE_NOOP("Choice", "Pick-up")},
    {5, "own_fleet", QT_TRANSLATE_NOOP("Choice", "Own fleet")},
});

inline constexpr auto shippingMethodFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Search).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Equal),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), shippingMethodKinds).with(Required),
        optional(reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors")),
        money("base_amount", QT_TRANSLATE_NOOP("Field", "Base price")),
        money("per_kg_amount", QT_TRANSLATE_NOOP("Field", "Per kilogram")),
        optional(money("free_from_amount", QT_TRANSLATE_NOOP("Field", "Free from"))),
        integer("minimum_days", QT_TRANSLATE_NOOP("Field", "Days, at least")),
        integer("maximum_days", QT_TRANSLATE_NOOP("Field", "Days, at most")),
        optional(integer("maximum_weight_grams", QT_TRANSLATE_NOOP("Field", "Weight at most (g)"))),
        text("tracking_url", QT_TRANSLATE_NOOP("Field", "Tracking address")).with(Code).upTo(400),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto shippingZoneFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Equal),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto shippingZoneRegionFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("zone_id", QT_TRANSLATE_NOOP("Field", "Zone"), "shipping_zones").with(Required | Fixed),
        text("province", QT_TRANSLATE_NOOP("Field", "Province")).with(Required | Title).upTo(60),
        text("city", QT_TRANSLATE_NOOP("Field", "City")).upTo(60),
    });
}();

inline constexpr auto shippingRateFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("zone_id", QT_TRANSLATE_NOOP("Field", "Zone"), "shipping_zones").with(Required | Fixed),
        reference("method_id", QT_TRANSLATE_NOOP("Field", "Shipping method"), "shipping_methods")
            .with(Required | Fixed | Title),
        integer("from_weight_grams", QT_TRANSLATE_NOOP("Field", "From weight (g)")),
        money("amount", QT_TRANSLATE_NOOP("Field", "Rate")).with(Required),
        money("per_kg_amount", QT_TRANSLATE_NOOP("Field", "Per kilogram")),
    });
}();

}  // namespace nextgen::shipping
