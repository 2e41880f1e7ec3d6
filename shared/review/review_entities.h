#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::review {

using describe::Choice;
using describe::Tone;

inline constexpr auto reviewStatuses = std::to_array<Choice>({
    {0, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {1, "published", QT_TRANSLATE_NOOP("Choice", "Published"), Tone::Good},
    {2, "hidden", QT_TRANSLATE_NOOP("Choice", "Hidden"), Tone::Ended},
    {3, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
});

inline constexpr auto reviewFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title", QT_TRANSLATE_NOOP("Field", "Title")).with(Title | Search).upTo(200),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products"),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users"),
        text("author_name", QT_TRANSLATE_NOOP("Field", "Author")).upTo(200),
        integer("rating", QT_TRANSLATE_NOOP("Field", "Rating")).with(Equal),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), reviewStatuses),
        text("body", QT_TRANSLATE_NOOP("Field", "Text")).with(Search).upTo(5000),
        text("status_reason", QT_TRANSLATE_NOOP("Field", "Reason")).upTo(500),
        optional(instant("published_at", QT_TRANSLATE_NOOP("Field", "Published"))),
        text("vendor_reply", QT_TRANSLATE_NOOP("Field", "Vendor's reply")).upTo(2000),
        optional(instant("vendor_replied_at", QT_TRANSLATE_NOOP("Field", "Replied"))),
        integer("report_count", QT_TRANSLATE_NOOP("Field", "Reports")),
    });
}();

inline constexpr auto reviewHelpfulFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("review_id", QT_TRANSLATE_NOOP("Field", "Review"), "reviews"),
        reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users"),
        flag("is_helpful", QT_TRANSLATE_NOOP("Field", "Helpful")).with(Title),
    });
}();

}  // namespace nextgen::review
