#pragma once

#include "shared/dealer/dealer.h"
#include "shared/describe/record.h"

#include <array>

namespace nextgen::catalog {

using describe::Choice;
using describe::Tone;

inline constexpr auto productStatuses = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "in_review", QT_TRANSLATE_NOOP("Choice", "In review"), Tone::Waiting},
    {2, "active", QT_TRANSLATE_NOOP("Choice", "Active"), Tone::Good},
    {3, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {4, "archived", QT_TRANSLATE_NOOP("Choice", "Archived"), Tone::Ended},
});

inline constexpr auto spatialAssetStatuses = std::to_array<Choice>({
    {0, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {1, "ready", QT_TRANSLATE_NOOP("Choice", "Ready"), Tone::Good},
    {2, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
});

inline constexpr auto attributeKinds = std::to_array<Choice>({
    {0, "text", QT_TRANSLATE_NOOP("Choice", "Text")},
    {1, "integer", QT_TRANSLATE_NOOP("Choice", "Whole number")},
    {2, "boolean", QT_TRANSLATE_NOOP("Choice", "Yes or no")},
    {3, "choice", QT_TRANSLATE_NOOP("Choice", "Choice")},
    {4, "date", QT_TRANSLATE_NOOP("Choice", "Date")},
});

inline constexpr auto inventoryLogKinds = std::to_array<Choice>({
    {0, "opening", QT_TRANSLATE_NOOP("Choice", "Opening stock")},
    {1, "receipt", QT_TRANSLATE_NOOP("Choice", "Receipt")},
    {2, "reserve", QT_TRANSLATE_NOOP("Choice", "Reserve")},
    {3, "release", QT_TRANSLATE_NOOP("Choice", "Release")},
    {4, "sale", QT_TRANSLATE_NOOP("Choice", "Sale")},
    {5, "return", QT_TRANSLATE_NOOP("Choice", "Return")},
    {6, "damage", QT_TRANSLATE_NOOP("Choice", "Damage")},
    {7, "stock_take", QT_TRANSLATE_NOOP("Choice", "Stock-take")},
    {8, "adjustment", QT_TRANSLATE_NOOP("Choice", "Adjustment")},
});

inline constexpr auto productFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title"))
            .with(Required | Title | Search | Sort)
            .upTo(300),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(300),
        text("sku", QT_TRANSLATE_NOOP("Field", "SKU")).with(Required | Code | Search | Sort | Equal).upTo(64),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").with(Required | Fixed),
        reference("category_id", QT_TRANSLATE_NOOP("Field", "Category"), "categories").with(Required),
        optional(reference("brand_id", QT_TRANSLATE_NOOP("Field", "Brand"), "brands").with(Search)),
        money("price", QT_TRANSLATE_NOOP("Field", "Price")).with(Required | Range | Sort),
        optional(money("compare_at_price", QT_TRANSLATE_NOOP("Field", "Price before"))),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), productStatuses),
        text("status_reason", QT_TRANSLATE_NOOP("Field", "Reason")).upTo(500),
        flag("is_featured", QT_TRANSLATE_NOOP("Field", "Featured")),
        text("slug", QT_TRANSLATE_NOOP("Field", "Web address")).with(Required | Code),
        text("barcode", QT_TRANSLATE_NOOP("Field", "Barcode")).with(Code | Search | Equal),
        text("summary_fa", QT_TRANSLATE_NOOP("Field", "Summary")).upTo(1000),
        text("summary_en", QT_TRANSLATE_NOOP("Field", "English summary")).upTo(1000),
        text("description_fa", QT_TRANSLATE_NOOP("Field", "Description")).upTo(50000),
        text("description_en", QT_TRANSLATE_NOOP("Field", "English description")).upTo(50000),
        optional(integer("tax_rate_bp", QT_TRANSLATE_NOOP("Field", "Tax rate (0.01%)"))),
        text("tax_item_id", QT_TRANSLATE_NOOP("Field", "Tax item id")).with(Code),
        text("tax_unit_code", QT_TRANSLATE_NOOP("Field", "Tax unit")).with(Code),
        optional(integer("weight_grams", QT_TRANSLATE_NOOP("Field", "Weight (g)"))),
        optional(integer("length_mm", QT_TRANSLATE_NOOP("Field", "Length (mm)"))),
        optional(integer("width_mm", QT_TRANSLATE_NOOP("Field", "Width (mm)"))),
        optional(integer("height_mm", QT_TRANSLATE_NOOP("Field", "Height (mm)"))),
        integer("minimum_quantity", QT_TRANSLATE_NOOP("Field", "Quantity from")),
        optional(integer("maximum_quantity", QT_TRANSLATE_NOOP("Field", "Quantity to"))),
        integer("warranty_months", QT_TRANSLATE_NOOP("Field", "Warranty (months)")),
        optional(reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media")),
        optional(instant("published_at", QT_TRANSLATE_NOOP("Field", "Published")).with(ReadOnly)),
    });
}();

inline constexpr auto productTierPriceFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Required | Fixed),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").copied("product_id"),
        choice("tier", QT_TRANSLATE_NOOP("Field", "Tier"), dealer::tiers).with(Required | Title),
        integer("minimum_quantity", QT_TRANSLATE_NOOP("Field", "Quantity from")),
        money("price", QT_TRANSLATE_NOOP("Field", "Price")).with(Required),
        optional(date("starts_on", QT_TRANSLATE_NOOP("Field", "From"))),
        optional(date("ends_on", QT_TRANSLATE_NOOP("Field", "Until"))),
    });
}();

inline constexpr auto productAttributeValueFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Required | Fixed),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").copied("product_id"),
        reference("attribute_id", QT_TRANSLATE_NOOP("Field", "Attribute"), "attributes")
            .with(Required | Fixed | Title),
        text("kind", QT_TRANSLATE_NOOP("Field", "Kind")).copied("attribute_id"),
        optional(text("value_text", QT_TRANSLATE_NOOP("Field", "Text (value)")).upTo(1000)),
        optional(integer("value_integer", QT_TRANSLATE_NOOP("Field", "Number (value)"))),
        optional(flag("value_boolean", QT_TRANSLATE_NOOP("Field", "Yes or no"))),
        optional(date("value_date", QT_TRANSLATE_NOOP("Field", "Date (value)"))),
        optional(reference("choice_id", QT_TRANSLATE_NOOP("Field", "Choice"), "attribute_choices")),
    });
}();

inline constexpr auto productMediaFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Required | Fixed),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").copied("product_id"),
        reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media").with(Required | Fixed | Title),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto spatialAssetFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Required | Fixed),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").copied("product_id"),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        reference("model_media_id", QT_TRANSLATE_NOOP("Field", "Model (GLB)"), "media").with(Required),
        optional(reference("usdz_media_id", QT_TRANSLATE_NOOP("Field", "Model (USDZ)"), "media")),
        optional(reference("poster_media_id", QT_TRANSLATE_NOOP("Field", "Poster"), "media")),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), spatialAssetStatuses).with(ReadOnly),
        text("status_reason", QT_TRANSLATE_NOOP("Field", "Reason")).with(ReadOnly).upTo(500),
        optional(integer("triangle_count", QT_TRANSLATE_NOOP("Field", "Triangles")).with(ReadOnly)),
        optional(integer("texture_count", QT_TRANSLATE_NOOP("Field", "Textures")).with(ReadOnly)),
        optional(integer("width_mm", QT_TRANSLATE_NOOP("Field", "Width (mm)"))),
        optional(integer("height_mm", QT_TRANSLATE_NOOP("Field", "Height (mm)"))),
        optional(integer("depth_mm", QT_TRANSLATE_NOOP("Field", "Depth (mm)"))),
    });
}();

inline constexpr auto categoryFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title"))
            .with(Required | Title | Search | Sort)
            .upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        text("slug", QT_TRANSLATE_NOOP("Field", "Web address")).with(Required | Code | Equal),
        optional(reference("parent_id", QT_TRANSLATE_NOOP("Field", "Within"), "categories")),
        optional(integer("commission_bp", QT_TRANSLATE_NOOP("Field", "Commission (0.01%)"))),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
        optional(reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media")),
        text("description_fa", QT_TRANSLATE_NOOP("Field", "Description")).upTo(5000),
        text("description_en", QT_TRANSLATE_NOOP("Field", "English description")).upTo(5000),
    });
}();

inline constexpr auto categoryAttributeFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("category_id", QT_TRANSLATE_NOOP("Field", "Category"), "categories").with(Required | Fixed),
        reference("attribute_id", QT_TRANSLATE_NOOP("Field", "Attribute"), "attributes")
            .with(Required | Fixed | Title),
        flag("is_required", QT_TRANSLATE_NOOP("Field", "Required")),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto brandFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title"))
            .with(Required | Title | Search | Sort)
            .upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        text("slug", QT_TRANSLATE_NOOP("Field", "Web address")).with(Required | Code | Equal),
        text("country", QT_TRANSLATE_NOOP("Field", "Country")).with(Code),
        text("website", QT_TRANSLATE_NOOP("Field", "Website")).with(Code).upTo(300),
        optional(reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media")),
    });
}();

inline constexpr auto attributeGroupFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Equal),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")).with(Sort),
    });
}();

inline constexpr auto attributeFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Equal),
        reference("group_id", QT_TRANSLATE_NOOP("Field", "Group"), "attribute_groups").with(Required),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), attributeKinds).with(Required),
        text("unit_fa", QT_TRANSLATE_NOOP("Field", "Unit of the value")).upTo(30),
        text("unit_en", QT_TRANSLATE_NOOP("Field", "English unit")).upTo(30),
        flag("is_filterable", QT_TRANSLATE_NOOP("Field", "Filter in the shop")),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto attributeChoiceFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("attribute_id", QT_TRANSLATE_NOOP("Field", "Attribute"), "attributes")
            .with(Required | Fixed),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto productStockFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Title),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        integer("on_hand", QT_TRANSLATE_NOOP("Field", "On hand")),
        integer("reserved", QT_TRANSLATE_NOOP("Field", "Reserved")),
        optional(integer("available", QT_TRANSLATE_NOOP("Field", "Available")).with(Range | Sort)),
        integer("reorder_level", QT_TRANSLATE_NOOP("Field", "Reorder at")),
    });
}();

inline constexpr auto inventoryLogFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Required),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").copied("product_id"),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), inventoryLogKinds).with(Required | Title),
        integer("quantity_change", QT_TRANSLATE_NOOP("Field", "Change")),
        integer("reserved_change", QT_TRANSLATE_NOOP("Field", "Change of reserved")).with(ReadOnly),
        date("occurred_on", QT_TRANSLATE_NOOP("Field", "Date")).with(Required | Range),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(500),
        text("source_kind", QT_TRANSLATE_NOOP("Field", "Source")).with(Code | ReadOnly),
        optional(reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users").with(ReadOnly)),
        instant("created_at", QT_TRANSLATE_NOOP("Field", "Created")).with(ReadOnly),
    });
}();

}  // namespace nextgen::catalog
