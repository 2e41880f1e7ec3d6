#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::payment {

using describe::Choice;
using describe::Tone;

inline constexpr auto paymentDirections = std::to_array<Choice>({
    {0, "receipt", QT_TRANSLATE_NOOP("Choice", "Receipt of money")},
    {1, "refund", QT_TRANSLATE_NOOP("Choice", "Refund")},
});

inline constexpr auto paymentMethods = std::to_array<Choice>({
    {0, "gateway", QT_TRANSLATE_NOOP("Choice", "Gateway")},
    {1, "card_to_card", QT_TRANSLATE_NOOP("Choice", "Card to card")},
    {2, "pos", QT_TRANSLATE_NOOP("Choice", "POS")},
    {3, "transfer", QT_TRANSLATE_NOOP("Choice", "Transfer")},
    {4, "cash", QT_TRANSLATE_NOOP("Choice", "Cash")},
    {5, "cheque", QT_TRANSLATE_NOOP("Choice", "Cheque")},
    {6, "wallet", QT_TRANSLATE_NOOP("Choice", "Wallet")},
    {7, "barter", QT_TRANSLATE_NOOP("Choice", "Barter")},
    {8, "other", QT_TRANSLATE_NOOP("Choice", "Other")},
});

inline constexpr auto paymentStatuses = std::to_array<Choice>({
    {0, "created", QT_TRANSLATE_NOOP("Choice", "Created"), Tone::Open},
    {1, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {2, "unknown", QT_TRANSLATE_NOOP("Choice", "Unknown"), Tone::Waiting},
    {3, "verified", QT_TRANSLATE_NOOP("Choice", "Verified"), Tone::Good},
    {4, "settled", QT_TRANSLATE_NOOP("Choice", "Settled"), Tone::Good},
    {5, "failed", QT_TRANSLATE_NOOP("Choice", "Unsuccessful"), Tone::Bad},
    {6, "expired", QT_TRANSLATE_NOOP("Choice", "Expired"), Tone::Ended},
    {7, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto paymentFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("payment_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code | Search).upTo(32),
        choice("direction", QT_TRANSLATE_NOOP("Field", "Direction"), paymentDirections),
        choice("method", QT_TRANSLATE_NOOP("Field", "Method"), paymentMethods),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), paymentStatuses),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        text("payer_name", QT_TRANSLATE_NOOP("Field", "Payer")).with(Search).upTo(200),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Summed),
        money("fee_amount", QT_TRANSLATE_NOOP("Field", "Fees")),
        money("allocated_amount", QT_TRANSLATE_NOOP("Field", "Allocated")).with(Summed),
        date("received_on", QT_TRANSLATE_NOOP("Field", "Received")).with(Range | Sort),
        text("gateway", QT_TRANSLATE_NOOP("Field", "Gateway")).with(Code),
        text("gateway_reference", QT_TRANSLATE_NOOP("Field", "Gateway reference")).with(Code).upTo(100),
        text("tracking_number", QT_TRANSLATE_NOOP("Field", "Tracking number")).with(Code | Equal).upTo(40),
        text("card_number_masked", QT_TRANSLATE_NOOP("Field", "Card number")).with(Code),
        optional(reference("cheque_id", QT_TRANSLATE_NOOP("Field", "Cheque"), "cheques")),
        optional(reference("refund_of_id", QT_TRANSLATE_NOOP("Field", "Refund of"), "payments")),
        optional(reference("receipt_media_id", QT_TRANSLATE_NOOP("Field", "Receipt"), "media")),
        optional(reference("confirmed_by", QT_TRANSLATE_NOOP("Field", "Confirmed by"), "users")),
        optional(instant("paid_at", QT_TRANSLATE_NOOP("Field", "Paid at"))),
        optional(instant("verified_at", QT_TRANSLATE_NOOP("Field", "Verified"))),
        optional(instant("settled_at", QT_TRANSLATE_NOOP("Field", "Settled"))),
        text("failure_code", QT_TRANSLATE_NOOP("Field", "Failure")).with(Code).upTo(60),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(500),
    });
}();

inline constexpr auto paymentAllocationFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("payment_id", QT_TRANSLATE_NOOP("Field", "Payment"), "payments"),
        optional(reference("order_id", QT_TRANSLATE_NOOP("Field", "Order"), "orders")),
        optional(reference("invoice_id", QT_TRANSLATE_NOOP("Field", "Invoice"), "invoices")),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Title | Summed),
        optional(instant("reversed_at", QT_TRANSLATE_NOOP("Field", "Reversed"))),
    });
}();

}  // namespace nextgen::payment
