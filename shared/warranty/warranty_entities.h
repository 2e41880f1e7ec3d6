#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::warranty {

using describe::Choice;
using describe::Tone;

inline constexpr auto warrantyProviders = std::to_array<Choice>({
    {0, "vendor", QT_TRANSLATE_NOOP("Choice", "Vendor")},
    {1, "importer", QT_TRANSLATE_NOOP("Choice", "Importer")},
    {2, "maker", QT_TRANSLATE_NOOP("Choice", "Maker")},
    {3, "marketplace", QT_TRANSLATE_NOOP("Choice", "Marketplace")},
});

inline constexpr auto warrantyStatuses = std::to_array<Choice>({
    {0, "registered", QT_TRANSLATE_NOOP("Choice", "Registered"), Tone::Open},
    {1, "active", QT_TRANSLATE_NOOP("Choice", "Active"), Tone::Good},
    {2, "void", QT_TRANSLATE_NOOP("Choice", "Void"), Tone::Ended},
    {3, "replaced", QT_TRANSLATE_NOOP("Choice", "Replaced"), Tone::Ended},
});

inline constexpr auto warrantyClaimStatuses = std::to_array<Choice>({
    {0, "received", QT_TRANSLATE_NOOP("Choice", "Received"), Tone::Waiting},
    {1, "diagnosing", QT_TRANSLATE_NOOP("Choice", "Diagnosing"), Tone::Open},
    {2, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {3, "repaired", QT_TRANSLATE_NOOP("Choice", "Repaired"), Tone::Good},
    {4, "replaced", QT_TRANSLATE_NOOP("Choice", "Replaced"), Tone::Good},
    {5, "refunded", QT_TRANSLATE_NOOP("Choice", "Refunded"), Tone::Good},
    {6, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {7, "closed", QT_TRANSLATE_NOOP("Choice", "Closed"), Tone::Ended},
});

inline constexpr auto warrantyFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("warranty_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code | Search).upTo(32),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products"),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        optional(reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders")),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        text("serial_number", QT_TRANSLATE_NOOP("Field", "Serial number"))
            .with(Code | Equal | Search)
            .upTo(64),
        choice("provider", QT_TRANSLATE_NOOP("Field", "Provider"), warrantyProviders),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), warrantyStatuses),
        date("starts_on", QT_TRANSLATE_NOOP("Field", "From")),
        date("ends_on", QT_TRANSLATE_NOOP("Field", "Until")),
        text("terms", QT_TRANSLATE_NOOP("Field", "Terms")).upTo(5000),
    });
}();

inline constexpr auto warrantyClaimFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("claim_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code | Search).upTo(32),
        reference("warranty_id", QT_TRANSLATE_NOOP("Field", "Warranty"), "warranties"),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        date("claimed_on", QT_TRANSLATE_NOOP("Field", "Claimed")),
        text("fault", QT_TRANSLATE_NOOP("Field", "Fault")).with(Search).upTo(2000),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), warrantyClaimStatuses),
        text("diagnosis", QT_TRANSLATE_NOOP("Field", "Diagnosis")).upTo(2000),
        optional(date("due_on", QT_TRANSLATE_NOOP("Field", "Due"))),
        optional(instant("resolved_at", QT_TRANSLATE_NOOP("Field", "Resolved"))),
        money("cost_amount", QT_TRANSLATE_NOOP("Field", "Cost")).with(Summed),
    });
}();

}  // namespace nextgen::warranty
