#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::vendor {

using describe::Choice;
using describe::Tone;

inline constexpr auto vendorKinds = std::to_array<Choice>({
    {0, "natural", QT_TRANSLATE_NOOP("Choice", "Person")},
    {1, "legal", QT_TRANSLATE_NOOP("Choice", "Company")},
});

inline constexpr auto vendorStatuses = std::to_array<Choice>({
    {0, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {1, "onboarding", QT_TRANSLATE_NOOP("Choice", "Onboarding"), Tone::Open},
    {2, "in_review", QT_TRANSLATE_NOOP("Choice", "In review"), Tone::Waiting},
    {3, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {4, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {5, "suspended", QT_TRANSLATE_NOOP("Choice", "Suspended"), Tone::Bad},
    {6, "closed", QT_TRANSLATE_NOOP("Choice", "Closed"), Tone::Ended},
});

inline constexpr auto vendorPayoutSchedules = std::to_array<Choice>({
    {0, "daily", QT_TRANSLATE_NOOP("Choice", "Daily")},
    {1, "weekly", QT_TRANSLATE_NOOP("Choice", "Weekly")},
    {2, "biweekly", QT_TRANSLATE_NOOP("Choice", "Every two weeks")},
    {3, "monthly", QT_TRANSLATE_NOOP("Choice", "Monthly")},
    {4, "manual", QT_TRANSLATE_NOOP("Choice", "By hand")},
});

inline constexpr auto vendorBankAccountStatuses = std::to_array<Choice>({
    {0, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {1, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {2, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {3, "retired", QT_TRANSLATE_NOOP("Choice", "Retired"), Tone::Ended},
});

inline constexpr auto vendorPayoutStatuses = std::to_array<Choice>({
    {0, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {1, "processing", QT_TRANSLATE_NOOP("Choice", "Processing"), Tone::Open},
    {2, "completed", QT_TRANSLATE_NOOP("Choice", "Completed"), Tone::Good},
    {3, "failed", QT_TRANSLATE_NOOP("Choice", "Unsuccessful"), Tone::Bad},
    {4, "unresolved", QT_TRANSLATE_NOOP("Choice", "Unresolved"), Tone::Bad},
    {5, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto vendorFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Search | Equal).upTo(32),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title"))
            .with(Required | Title | Search | Sort)
            .upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        text("slug", QT_TRANSLATE_NOOP("Field", "Web address")).with(Required | Code | Equal),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), vendorKinds),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), vendorStatuses).with(ReadOnly),
        text("status_reason", QT_TRANSLATE_NOOP("Field", "Reason")).with(ReadOnly).upTo(500),
        flag("is_on_holiday", QT_TRANSLATE_NOOP("Field", "On holiday")),
        text("contact_name", QT_TRANSLATE_NOOP("Field", "Contact")).upTo(200),
        text("mobile", QT_TRANSLATE_NOOP("Field", "Mobile")).with(Code | Equal),
        text("phone", QT_TRANSLATE_NOOP("Field", "Phone")).with(Code),
        text("email", QT_TRANSLATE_NOOP("Field", "E-mail")).with(Code),
        text("province", QT_TRANSLATE_NOOP("Field", "Province")).upTo(60),
        text("city", QT_TRANSLATE_NOOP("Field", "City")).upTo(60),
        text("address", QT_TRANSLATE_NOOP("Field", "Address")).upTo(500),
        text("postal_code", QT_TRANSLATE_NOOP("Field", "Postal code")).with(Code),
        secret("national_id", QT_TRANSLATE_NOOP("Field", "National id"), Secret::NationalId).with(Equal),
        text("registration_number", QT_TRANSLATE_NOOP("Field", "Registration number")).with(Code),
        integer("commission_bp", QT_TRANSLATE_NOOP("Field", "Commission (0.01%)")),
        choice("payout_schedule", QT_TRANSLATE_NOOP("Field", "Payouts"), vendorPayoutSchedules),
        money("minimum_payout_amount", QT_TRANSLATE_NOOP("Field", "Payouts from")),
        integer("return_window_days", QT_TRANSLATE_NOOP("Field", "Return window (days)")),
        text("description_fa", QT_TRANSLATE_NOOP("Field", "Description")).upTo(5000),
        text("description_en", QT_TRANSLATE_NOOP("Field", "English description")).upTo(5000),
        optional(reference("logo_media_id", QT_TRANSLATE_NOOP("Field", "Logo"), "media")),
        optional(instant("approved_at", QT_TRANSLATE_NOOP("Field", "Approved")).with(ReadOnly)),
    });
}();

inline constexpr auto vendorBankAccountFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").with(Required),
        text("holder_name", QT_TRANSLATE_NOOP("Field", "Holder")).with(Required | Title).upTo(200),
        secret("iban", QT_TRANSLATE_NOOP("Field", "IBAN"), Secret::Iban).with(Required | Equal),
        text("bank_code", QT_TRANSLATE_NOOP("Field", "Bank code")).with(Code | ReadOnly),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), vendorBankAccountStatuses).with(ReadOnly),
        optional(
            reference("requested_by", QT_TRANSLATE_NOOP("Field", "Requested by"), "users").with(ReadOnly)),
        optional(reference("approved_by", QT_TRANSLATE_NOOP("Field", "Approved by"), "users").with(ReadOnly)),
        optional(instant("approved_at", QT_TRANSLATE_NOOP("Field", "Approved")).with(ReadOnly)),
        optional(instant("usable_from", QT_TRANSLATE_NOOP("Field", "Usable from")).with(ReadOnly)),
    });
}();

inline constexpr auto vendorPayoutFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("payout_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Title | Code).upTo(32),
        reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors"),
        reference("bank_account_id", QT_TRANSLATE_NOOP("Field", "Bank account"), "vendor_bank_accounts"),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), vendorPayoutStatuses),
        date("period_from", QT_TRANSLATE_NOOP("Field", "Period from")),
        date("period_to", QT_TRANSLATE_NOOP("Field", "Period to")),
        money("sales_amount", QT_TRANSLATE_NOOP("Field", "Sales")).with(Summed),
        money("refund_amount", QT_TRANSLATE_NOOP("Field", "Refunds")).with(Summed),
        money("commission_amount", QT_TRANSLATE_NOOP("Field", "Commission")).with(Summed),
        money("fee_amount", QT_TRANSLATE_NOOP("Field", "Fees")).with(Summed),
        money("adjustment_amount", QT_TRANSLATE_NOOP("Field", "Adjustment")).with(Summed),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Summed),
        optional(date("paid_on", QT_TRANSLATE_NOOP("Field", "Paid on"))),
        text("bank_reference", QT_TRANSLATE_NOOP("Field", "Bank reference")).with(Code).upTo(64),
        optional(reference("approved_by", QT_TRANSLATE_NOOP("Field", "Approved by"), "users")),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(500),
    });
}();

}  // namespace nextgen::vendor
