#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::invoice {

using describe::Choice;
using describe::Tone;

inline constexpr auto invoiceKinds = std::to_array<Choice>({
    {0, "sale", QT_TRANSLATE_NOOP("Choice", "Sale")},
    {1, "commission", QT_TRANSLATE_NOOP("Choice", "Commission")},
});

inline constexpr auto invoiceStatuses = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "issued", QT_TRANSLATE_NOOP("Choice", "Issued"), Tone::Waiting},
    {2, "partly_paid", QT_TRANSLATE_NOOP("Choice", "Partly paid"), Tone::Waiting},
    {3, "paid", QT_TRANSLATE_NOOP("Choice", "Paid"), Tone::Good},
    {4, "void", QT_TRANSLATE_NOOP("Choice", "Void"), Tone::Ended},
});

inline constexpr auto invoiceSettlements = std::to_array<Choice>({
    {0, "cash", QT_TRANSLATE_NOOP("Choice", "Cash")},
    {1, "credit", QT_TRANSLATE_NOOP("Choice", "On credit")},
    {2, "mixed", QT_TRANSLATE_NOOP("Choice", "Cash and credit")},
});

inline constexpr auto invoiceTaxStatuses = std::to_array<Choice>({
    {0, "none", QT_TRANSLATE_NOOP("Choice", "None"), Tone::Ended},
    {1, "queued", QT_TRANSLATE_NOOP("Choice", "Queued"), Tone::Open},
    {2, "sent", QT_TRANSLATE_NOOP("Choice", "Sent"), Tone::Open},
    {3, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {4, "accepted", QT_TRANSLATE_NOOP("Choice", "Accepted"), Tone::Good},
    {5, "accepted_with_warnings", QT_TRANSLATE_NOOP("Choice", "Accepted with warnings"), Tone::Waiting},
    {6, "failed", QT_TRANSLATE_NOOP("Choice", "Unsuccessful"), Tone::Bad},
    {7, "unknown", QT_TRANSLATE_NOOP("Choice", "Unknown"), Tone::Waiting},
});

inline constexpr auto invoiceBuyerReactions = std::to_array<Choice>({
    {0, "none", QT_TRANSLATE_NOOP("Choice", "None"), Tone::Ended},
    {1, "awaiting", QT_TRANSLATE_NOOP("Choice", "Awaiting"), Tone::Waiting},
    {2, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {3, "system_approved", QT_TRANSLATE_NOOP("Choice", "Approved by the system"), Tone::Good},
    {4, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {5, "not_needed", QT_TRANSLATE_NOOP("Choice", "Not needed"), Tone::Ended},
    {6, "impossible", QT_TRANSLATE_NOOP("Choice", "Impossible"), Tone::Bad},
    {7, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto invoiceTaxTypes = std::to_array<Choice>({
    {0, "full", QT_TRANSLATE_NOOP("Choice", "Type 1: with buyer")},
    {1, "without_buyer", QT_TRANSLATE_NOOP("Choice", "Type 2: without buyer")},
    {2, "receipt", QT_TRANSLATE_NOOP("Choice", "Type 3: receipt")},
});

inline constexpr auto invoiceTaxPatterns = std::to_array<Choice>({
    {0, "sale", QT_TRANSLATE_NOOP("Choice", "Ordinary sale")},
    {1, "currency", QT_TRANSLATE_NOOP("Choice", "Foreign currency")},
    {2, "gold", QT_TRANSLATE_NOOP("Choice", "Gold and jewellery")},
    {3, "contracting", QT_TRANSLATE_NOOP("Choice", "Contracting")},
    {4, "utility_bill", QT_TRANSLATE_NOOP("Choice", "Utility bill")},
    {5, "air_ticket", QT_TRANSLATE_NOOP("Choice", "Air ticket")},
    {6, "export", QT_TRANSLATE_NOOP("Choice", "Export")},
    {7, "waybill", QT_TRANSLATE_NOOP("Choice", "Waybill")},
    {8, "petroleum", QT_TRANSLATE_NOOP("Choice", "Petroleum")},
    {9, "exchange", QT_TRANSLATE_NOOP("Choice", "Exchange")},
    {10, "insurance", QT_TRANSLATE_NOOP("Choice", "Insurance")},
    {11, "chain_sale", QT_TRANSLATE_NOOP("Choice", "Chain sale")},
});

inline constexpr auto invoiceTaxSubjects = std::to_array<Choice>({
    {0, "original", QT_TRANSLATE_NOOP("Choice", "Original")},
    {1, "corrective", QT_TRANSLATE_NOOP("Choice", "Corrective")},
    {2, "cancellation", QT_TRANSLATE_NOOP("Choice", "Cancellation")},
    {3, "return", QT_TRANSLATE_NOOP("Choice", "Return invoice")},
});

inline constexpr auto invoiceArticle6Statuses = std::to_array<Choice>({
    {0, "unknown", QT_TRANSLATE_NOOP("Choice", "Unknown"), Tone::Waiting},
    {1, "not_exceeded", QT_TRANSLATE_NOOP("Choice", "Not exceeded"), Tone::Good},
    {2, "exceeded", QT_TRANSLATE_NOOP("Choice", "Exceeded"), Tone::Bad},
});

inline constexpr auto invoiceBuyerKinds = std::to_array<Choice>({
    {0, "natural", QT_TRANSLATE_NOOP("Choice", "Person")},
    {1, "legal", QT_TRANSLATE_NOOP("Choice", "Company")},
    {2, "partnership", QT_TRANSLATE_NOOP("Choice", "Partnership")},
    {3, "foreigner", QT_TRANSLATE_NOOP("Choice", "Foreigner")},
});

inline constexpr auto taxSubmissionStatuses = std::to_array<Choice>({
    {0, "created", QT_TRANSLATE_NOOP("Choice", "Created"), Tone::Open},
    {1, "sent", QT_TRANSLATE_NOOP("Choice", "Sent"), Tone::Open},
    {2, "in_progress", QT_TRANSLATE_NOOP("Choice", "In progress"), Tone::Open},
    {3, "success", QT_TRANSLATE_NOOP("Choice", "Success"), Tone::Good},
    {4, "failed", QT_TRANSLATE_NOOP("Choice", "Unsuccessful"), Tone::Bad},
    {5, "timeout", QT_TRANSLATE_NOOP("Choice", "Timed out"), Tone::Bad},
    {6, "not_found", QT_TRANSLATE_NOOP("Choice", "Not found"), Tone::Bad},
});

inline constexpr auto taxRateKinds = std::to_array<Choice>({
    {0, "vat", QT_TRANSLATE_NOOP("Choice", "VAT")},
});

inline constexpr auto invoiceFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("invoice_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code | Search).upTo(32),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), invoiceKinds),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), invoiceStatuses),
        text("buyer_name", QT_TRANSLATE_NOOP("Field", "Buyer")).with(Search).upTo(200),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors")),
        optional(reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders")),
        optional(date("issued_on", QT_TRANSLATE_NOOP("Field", "Issued")).with(Range | Sort)),
        optional(date("due_on", QT_TRANSLATE_NOOP("Field", "Due"))),
        money("gross_amount", QT_TRANSLATE_NOOP("Field", "Before discount")).with(Summed),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        money("net_amount", QT_TRANSLATE_NOOP("Field", "Net")).with(Summed),
        money("vat_amount", QT_TRANSLATE_NOOP("Field", "VAT")).with(Summed),
        money("other_charges_amount", QT_TRANSLATE_NOOP("Field", "Other charges")),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Total")).with(Summed),
        money("paid_amount", QT_TRANSLATE_NOOP("Field", "Paid")).with(Summed),
        choice("settlement", QT_TRANSLATE_NOOP("Field", "Settlement"), invoiceSettlements),
        optional(money("cash_amount", QT_TRANSLATE_NOOP("Field", "Cash part"))),
        optional(money("credit_amount", QT_TRANSLATE_NOOP("Field", "Credit part"))),
        choice("tax_status", QT_TRANSLATE_NOOP("Field", "At Moodian"), invoiceTaxStatuses),
        choice("buyer_reaction", QT_TRANSLATE_NOOP("Field", "Buyer's reaction"), invoiceBuyerReactions),
        text("tax_number", QT_TRANSLATE_NOOP("Field", "Tax number")).with(Code | Equal),
        choice("tax_type", QT_TRANSLATE_NOOP("Field", "Tax type"), invoiceTaxTypes),
        choice("tax_pattern", QT_TRANSLATE_NOOP("Field", "Pattern"), invoiceTaxPatterns),
        choice("tax_subject", QT_TRANSLATE_NOOP("Field", "Subject"), invoiceTaxSubjects),
        choice("article6_status", QT_TRANSLATE_NOOP("Field", "Article 6"), invoiceArticle6Statuses),
        optional(date("tax_deadline_on", QT_TRANSLATE_NOOP("Field", "Send until"))),
        optional(instant("tax_sent_at", QT_TRANSLATE_NOOP("Field", "Sent"))),
        optional(instant("tax_answered_at", QT_TRANSLATE_NOOP("Field", "Answered"))),
        choice("buyer_kind", QT_TRANSLATE_NOOP("Field", "Kind of buyer"), invoiceBuyerKinds),
        secret("buyer_national_id", QT_TRANSLATE_NOOP("Field", "Buyer's national id"), Secret::NationalId)
            .with(Equal),
        secret("buyer_economic_code", QT_TRANSLATE_NOOP("Field", "Buyer's economic code"),
               Secret::EconomicCode),
        text("buyer_postal_code", QT_TRANSLATE_NOOP("Field", "Buyer's postal code")).with(Code),
        text("buyer_address", QT_TRANSLATE_NOOP("Field", "Buyer's address")).upTo(600),
        text("seller_name", QT_TRANSLATE_NOOP("Field", "Seller")).upTo(200),
        text("seller_economic_code", QT_TRANSLATE_NOOP("Field", "Seller's economic code")).with(Code),
        optional(reference("reference_invoice_id", QT_TRANSLATE_NOOP("Field", "Refers to"), "invoices")),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(1000),
    });
}();

inline constexpr auto invoiceItemFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("invoice_id", QT_TRANSLATE_NOOP("Field", "Invoice"), "invoices"),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
        text("tax_item_id", QT_TRANSLATE_NOOP("Field", "Tax item id")).with(Code),
        text("description", QT_TRANSLATE_NOOP("Field", "Description")).with(Title).upTo(400),
        optional(reference("product_id", QT_TRANSLATE_NOOP("Field", "Product"), "products")),
        integer("quantity", QT_TRANSLATE_NOOP("Field", "Quantity")),
        text("unit_code", QT_TRANSLATE_NOOP("Field", "Unit of measure")).with(Code),
        money("unit_price", QT_TRANSLATE_NOOP("Field", "Unit price")),
        money("gross_amount", QT_TRANSLATE_NOOP("Field", "Before discount")).with(Summed),
        money("discount_amount", QT_TRANSLATE_NOOP("Field", "Discount")).with(Summed),
        money("net_amount", QT_TRANSLATE_NOOP("Field", "Net")).with(Summed),
        integer("vat_rate_bp", QT_TRANSLATE_NOOP("Field", "VAT rate (0.01%)")),
        money("vat_amount", QT_TRANSLATE_NOOP("Field", "VAT")).with(Summed),
        money("other_tax_amount", QT_TRANSLATE_NOOP("Field", "Other tax")),
        money("other_charge_amount", QT_TRANSLATE_NOOP("Field", "Other charge")),
        money("total_amount", QT_TRANSLATE_NOOP("Field", "Total")).with(Summed),
    });
}();

inline constexpr auto taxSubmissionFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("invoice_id", QT_TRANSLATE_NOOP("Field", "Invoice"), "invoices"),
        text("request_trace", QT_TRANSLATE_NOOP("Field", "Trace")).with(Title | Code),
        text("reference_number", QT_TRANSLATE_NOOP("Field", "Reference")).with(Code).upTo(100),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), taxSubmissionStatuses),
        integer("attempts", QT_TRANSLATE_NOOP("Field", "Attempts")),
        optional(instant("sent_at", QT_TRANSLATE_NOOP("Field", "Sent"))),
        optional(instant("answered_at", QT_TRANSLATE_NOOP("Field", "Answered"))),
    });
}();

inline constexpr auto taxMemoryFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("memory_id", QT_TRANSLATE_NOOP("Field", "Memory id")).with(Required | Code | Fixed),
        text("economic_code", QT_TRANSLATE_NOOP("Field", "Economic code")).with(Required | Code),
        text("branch_code", QT_TRANSLATE_NOOP("Field", "Branch code")).with(Code),
    });
}();

inline constexpr auto taxRateFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), taxRateKinds).with(Title),
        integer("rate_bp", QT_TRANSLATE_NOOP("Field", "Rate (0.01%)")).with(Required),
        date("starts_on", QT_TRANSLATE_NOOP("Field", "In force from")).with(Required | Sort),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(300),
    });
}();

}  // namespace nextgen::invoice
