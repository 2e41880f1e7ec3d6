#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::order {

using describe::Choice;
using describe::Tone;

inline constexpr auto orderChannels = std::to_array<Choice>({
    {0, "shop", QT_TRANSLATE_NOOP("Choice", "Shop")},
    {1, "desk", QT_TRANSLATE_NOOP("Choice", "Desk")},
    {2, "api", QT_TRANSLATE_NOOP("Choice", "API")},
    {3, "import", QT_TRANSLATE_NOOP("Choice", "Import")},
});

inline constexpr auto orderStatuses = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "placed", QT_TRANSLATE_NOOP("Choice", "Placed"), Tone::Waiting},
    {2, "on_hold", QT_TRANSLATE_NOOP("Choice", "Held"), Tone::Waiting},
    {3, "confirmed", QT_TRANSLATE_NOOP("Choice", "Confirmed"), Tone::Open},
    {4, "processing", QT_TRANSLATE_NOOP("Choice", "Processing"), Tone::Open},
    {5, "shipped", QT_TRANSLATE_NOOP("Choice", "Shipped"), Tone::Open},
    {6, "delivered", QT_TRANSLATE_NOOP("Choice", "Delivered"), Tone::Good},
    {7, "completed", QT_TRANSLATE_NOOP("Choice", "Completed"), Tone::Good},
    {8, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
    {9, "returned", QT_TRANSLATE_NOOP("Choice", "Sent back"), Tone::Bad},
});

inline constexpr auto orderPaymentStatuses = std::to_array<Choice>({
    {0, "unpaid", QT_TRANSLATE_NOOP("Choice", "Unpaid"), Tone::Waiting},
    {1, "partly_paid", QT_TRANSLATE_NOOP("Choice", "Partly paid"), Tone::Waiting},
    {2, "paid", QT_TRANSLATE_NOOP("Choice", "Paid"), Tone::Good},
    {3, "on_credit", QT_TRANSLATE_NOOP("Choice", "On credit"), Tone::Open},
    {4, "partly_refunded", QT_TRANSLATE_NOOP("Choice", "Partly refunded"), Tone::Ended},
    {5, "refunded", QT_TRANSLATE_NOOP("Choice", "Refunded"), Tone::Ended},
});

inline constexpr auto orderFulfilmentStatuses = std::to_array<Choice>({
    {0, "unfulfilled", QT_TRANSLATE_NOOP("Choice", "Not sent"), Tone::Waiting},
    {1, "partly_fulfilled", QT_TRANSLATE_NOOP("Choice", "Partly sent"), Tone::Waiting},
    {2, "fulfilled", QT_TRANSLATE_NOOP("Choice", "Sent"), Tone::Good},
    {3, "returned", QT_TRANSLATE_NOOP("Choice", "Sent back"), Tone::Bad},
});

inline constexpr auto orderItemPriceSources = std::to_array<Choice>({
    {0, "list", QT_TRANSLATE_NOOP("Choice", "Price list")},
    {1, "tier", QT_TRANSLATE_NOOP("Choice", "Tier price")},
    {2, "proforma", QT_TRANSLATE_NOOP("Choice", "Proforma")},
    {3, "manual", QT_TRANSLATE_NOOP("Choice", "By hand")},
});

inline constexpr auto proformaInvoiceStatuses = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "issued", QT_TRANSLATE_NOOP("Choice", "Issued"), Tone::Waiting},
    {2, "accepted", QT_TRANSLATE_NOOP("Choice", "Accepted"), Tone::Good},
    {3, "expired", QT_TRANSLATE_NOOP("Choice", "Expired"), Tone::Ended},
    {4, "converted", QT_TRANSLATE_NOOP("Choice", "Became an order"), Tone::Good},
    {5, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto orderFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("order_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code | Search).upTo(32),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        text("buyer_name", QT_TRANSLATE_NOOP("Field", "Buyer")).with(Search).upTo(200),
        choice("channel", QT_TRANSLATE_NOOP("Field", "Channel"), orderChannels),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), orderStatuses),
        choice("payment_status", QT_TRANSLATE_NOOP("Field", "Payment status"), orderPaymentStatuses),
        choice("fulfilment_status", QT_TRANSLATE_NOOP("Field", "Fulfilment"), orderFulfilmentStatuses),
        date("ordered_on", QT_TRANSLATE_NOOP("Field", "Order date")).with(Range | Sort),
        money("items_amount", QT_TRANSLATE_NOOP("Field", "Goods")).with(Summed),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        money("shipping_amount", QT_TRANSLATE_NOOP("Field", "Shipping")).with(Summed),
        money("tax_amount", QT_TRANSLATE_NOOP("Field", "Tax")).with(Summed),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Total")).with(Summed),
        money("paid_amount", QT_TRANSLATE_NOOP("Field", "Paid")).with(Summed),
        money("refunded_amount", QT_TRANSLATE_NOOP("Field", "Refunded")).with(Summed),
        optional(instant("placed_at", QT_TRANSLATE_NOOP("Field", "Placed"))),
        optional(instant("confirmed_at", QT_TRANSLATE_NOOP("Field", "Confirmed"))),
        optional(instant("shipped_at", QT_TRANSLATE_NOOP("Field", "Shipped"))),
        optional(instant("delivered_at", QT_TRANSLATE_NOOP("Field", "Delivered"))),
        optional(instant("cancelled_at", QT_TRANSLATE_NOOP("Field", "Cancelled"))),
        text("cancel_reason", QT_TRANSLATE_NOOP("Field", "Reason of cancelling")).upTo(500),
        optional(reference("shipping_method_id", QT_TRANSLATE_NOOP("Field", "Shipping method"),
                           "shipping_methods")),
        text("recipient_name", QT_TRANSLATE_NOOP("Field", "Recipient")).upTo(200),
        text("recipient_mobile", QT_TRANSLATE_NOOP("Field", "Recipient's mobile")).with(Code),
        text("province", QT_TRANSLATE_NOOP("Field", "Province")).upTo(60),
        text("city", QT_TRANSLATE_NOOP("Field", "City")).upTo(60),
        text("address", QT_TRANSLATE_NOOP("Field", "Address")).upTo(600),
        text("postal_code", QT_TRANSLATE_NOOP("Field", "Postal code")).with(Code),
        text("tracking_code", QT_TRANSLATE_NOOP("Field", "Tracking code")).with(Code).upTo(64),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(1000),
    });
}();

inline constexpr auto orderItemFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders"),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
        text("sku", QT_TRANSLATE_NOOP("Field", "SKU")).with(Code).upTo(64),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Title).upTo(300),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(300),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products"),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        integer("quantity", QT_TRANSLATE_NOOP("Field", "Quantity")),
        money("unit_price", QT_TRANSLATE_NOOP("Field", "Unit price")),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        integer("tax_rate_bp", QT_TRANSLATE_NOOP("Field", "Tax rate (0.01%)")),
        money("tax_amount", QT_TRANSLATE_NOOP("Field", "Tax")).with(Summed),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Total")).with(Summed),
        integer("commission_bp", QT_TRANSLATE_NOOP("Field", "Commission (0.01%)")),
        money("commission_amount", QT_TRANSLATE_NOOP("Field", "Commission")),
        choice("price_source", QT_TRANSLATE_NOOP("Field", "Price from"), orderItemPriceSources),
        integer("shipped_quantity", QT_TRANSLATE_NOOP("Field", "Shipped quantity")),
        integer("returned_quantity", QT_TRANSLATE_NOOP("Field", "Returned quantity")),
    });
}();

inline constexpr auto orderEventFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders"),
        text("kind", QT_TRANSLATE_NOOP("Field", "Kind")).with(Title | Code),
        choice("from_status", QT_TRANSLATE_NOOP("Field", "Status before"), orderStatuses).without(Equal),
        choice("to_status", QT_TRANSLATE_NOOP("Field", "Status after"), orderStatuses).without(Equal),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(1000),
        optional(reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users")),
        instant("created_at", QT_TRANSLATE_NOOP("Field", "Created")),
    });
}();

inline constexpr auto proformaInvoiceFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("proforma_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code | Search).upTo(32),
        integer("revision", QT_TRANSLATE_NOOP("Field", "Revision")),
        optional(reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors")),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        text("buyer_name", QT_TRANSLATE_NOOP("Field", "Buyer")).with(Search).upTo(200),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), proformaInvoiceStatuses),
        optional(date("issued_on", QT_TRANSLATE_NOOP("Field", "Issued"))),
        optional(date("valid_until", QT_TRANSLATE_NOOP("Field", "Valid until"))),
        money("items_amount", QT_TRANSLATE_NOOP("Field", "Goods")).with(Summed),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        money("shipping_amount", QT_TRANSLATE_NOOP("Field", "Shipping")),
        money("tax_amount", QT_TRANSLATE_NOOP("Field", "Tax")).with(Summed),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Total")).with(Summed),
        optional(reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders")),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(1000),
    });
}();

inline constexpr auto proformaInvoiceItemFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("proforma_id", QT_TRANSLATE_NOOP("Field", "Proforma"), "proforma_invoices"),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Title).upTo(300),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(300),
        reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products"),
        integer("quantity", QT_TRANSLATE_NOOP("Field", "Quantity")),
        money("unit_price", QT_TRANSLATE_NOOP("Field", "Unit price")),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        integer("tax_rate_bp", QT_TRANSLATE_NOOP("Field", "Tax rate (0.01%)")),
        money("tax_amount", QT_TRANSLATE_NOOP("Field", "Tax")).with(Summed),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Total")).with(Summed),
    });
}();

}  // namespace nextgen::order
