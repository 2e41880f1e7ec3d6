#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::storefront {

using describe::Choice;
using describe::Tone;

inline constexpr auto pageStatuses = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "published", QT_TRANSLATE_NOOP("Choice", "Published"), Tone::Good},
    {2, "archived", QT_TRANSLATE_NOOP("Choice", "Archived"), Tone::Ended},
});

inline constexpr auto bannerAudiences = std::to_array<Choice>({
    {0, "everybody", QT_TRANSLATE_NOOP("Choice", "Everybody")},
    {1, "customers", QT_TRANSLATE_NOOP("Choice", "Customers")},
    {2, "dealers", QT_TRANSLATE_NOOP("Choice", "Dealers")},
});

inline constexpr auto cartStatuses = std::to_array<Choice>({
    {0, "open", QT_TRANSLATE_NOOP("Choice", "Open"), Tone::Open},
    {1, "ordered", QT_TRANSLATE_NOOP("Choice", "Ordered"), Tone::Good},
    {2, "merged", QT_TRANSLATE_NOOP("Choice", "Merged"), Tone::Ended},
    {3, "abandoned", QT_TRANSLATE_NOOP("Choice", "Abandoned"), Tone::Ended},
});

inline constexpr auto pageFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Search).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        text("slug", QT_TRANSLATE_NOOP("Field", "Web address")).with(Required | Code | Equal),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), pageStatuses),
        text("body_fa", QT_TRANSLATE_NOOP("Field", "Text")).upTo(200000),
        text("body_en", QT_TRANSLATE_NOOP("Field", "English text")).upTo(200000),
        text("meta_fa", QT_TRANSLATE_NOOP("Field", "For search engines")).upTo(300),
        text("meta_en", QT_TRANSLATE_NOOP("Field", "For search engines, English")).upTo(300),
        optional(instant("published_at", QT_TRANSLATE_NOOP("Field", "Published"))),
        optional(instant("ends_at", QT_TRANSLATE_NOOP("Field", "Ends"))),
        optional(reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media")),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto bannerFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("slot", QT_TRANSLATE_NOOP("Field", "Place")).with(Required | Code | Equal),
        optional(reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media")),
        optional(reference("media_en_id", QT_TRANSLATE_NOOP("Field", "English picture"), "media")),
        text("target_url", QT_TRANSLATE_NOOP("Field", "Leads to")).with(Code).upTo(400),
        choice("audience", QT_TRANSLATE_NOOP("Field", "Shown to"), bannerAudiences),
        instant("starts_at", QT_TRANSLATE_NOOP("Field", "Starts")),
        optional(instant("ends_at", QT_TRANSLATE_NOOP("Field", "Ends"))),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
    });
}();

inline constexpr auto cartFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users").with(Title)),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), cartStatuses),
        text("discount_code", QT_TRANSLATE_NOOP("Field", "Discount code")).with(Code).upTo(40),
    });
}();

inline constexpr auto cartItemFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("cart_id", QT_TRANSLATE_NOOP("Field", "Cart"), "carts"),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Title),
        integer("quantity", QT_TRANSLATE_NOOP("Field", "Quantity")),
        money("seen_price", QT_TRANSLATE_NOOP("Field", "Price when added")),
    });
}();

inline constexpr auto wishlistFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title", QT_TRANSLATE_NOOP("Field", "Title")).with(Title).upTo(100),
        reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users"),
        flag("is_default", QT_TRANSLATE_NOOP("Field", "Default")),
    });
}();

inline constexpr auto wishlistItemFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("wishlist_id", QT_TRANSLATE_NOOP("Field", "Wishlist"), "wishlists"),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products").with(Title),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(300),
        money("seen_price", QT_TRANSLATE_NOOP("Field", "Price when added")),
        flag("is_notified", QT_TRANSLATE_NOOP("Field", "Notify")),
    });
}();

}  // namespace nextgen::storefront
