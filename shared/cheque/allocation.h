#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>

/// Cheques set against invoices. An invoice is not paid by a cheque before that has cleared.
namespace nextgen::cheque {

using AllocationId = Id<struct AllocationTag>;
using InvoiceId = Id<struct InvoiceTag>;

/// A part of a cheque that is for an invoice.
struct Allocation {
    AllocationId id;
    InvoiceId invoiceId;
    std::string invoiceNumber;
    Money amount;
    std::optional<Instant> reversedAt;  ///< by hand, or when the cheque bounced or ended
    bool isCleared = false;
};

constexpr auto descriptionOf(std::type_identity<Allocation>) {
    using namespace describe;
    return schema(
        "cheque_allocations", field("id", &Allocation::id).with(Key | Hidden),
        field("invoice_id", &Allocation::invoiceId).with(Hidden),
        field("invoice_number", &Allocation::invoiceNumber)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Invoice"))
            .with(Code),
        field("amount", &Allocation::amount).titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Amount")).with(Summed),
        field("reversed_at", &Allocation::reversedAt).titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Undone")),
        field("is_cleared", &Allocation::isCleared).titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Cleared")));
}

/// An open invoice beside the cheques that are to pay it.
struct ChequedInvoice {
    InvoiceId id;
    std::string invoiceNumber;
    DealerId dealerId;
    std::string dealerName;
    std::optional<Date> issuedOn;
    std::optional<Date> dueOn;
    Money totalAmount;
    Money paidAmount;       ///< by whatever
    Money clearedAmount;    ///< of it by cheques
    Money openAmount;       ///< by cheques that have not cleared: settled by cheque, and not paid
    Money uncoveredAmount;  ///< neither
};

constexpr auto descriptionOf(std::type_identity<ChequedInvoice>) {
    using namespace describe;
    return schema(
        "cheque_invoices", field("id", &ChequedInvoice::id).with(Key | Hidden),
        field("invoice_number", &ChequedInvoice::invoiceNumber)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Invoice"))
            .with(Code),
        field("dealer_id", &ChequedInvoice::dealerId).with(Hidden),
        field("dealer_name", &ChequedInvoice::dealerName).titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Dealer")),
        field("issued_on", &ChequedInvoice::issuedOn).titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Issued")),
        field("due_on", &ChequedInvoice::dueOn).titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Due")),
        field("total_amount", &ChequedInvoice::totalAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Total"))
            .with(Summed),
        field("paid_amount", &ChequedInvoice::paidAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Paid"))
            .with(Summed),
        field("cleared_amount", &ChequedInvoice::clearedAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "By cleared cheques"))
            .with(Summed),
        field("open_amount", &ChequedInvoice::openAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "By cheques, not cleared"))
            .with(Summed),
        field("uncovered_amount", &ChequedInvoice::uncoveredAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeAllocation", "Not covered"))
            .with(Summed));
}

inline constexpr std::array<api::ListField, 1> chequedInvoiceFields{{
    {"dealer_id", describe::Kind::Id, api::Equal},
}};
/// Oldest first.
inline constexpr api::ListSpec chequedInvoiceListSpec{chequedInvoiceFields, "id", false};

inline constexpr std::size_t allocationsMax = 100;

}  // namespace nextgen::cheque
