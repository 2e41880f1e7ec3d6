#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/record.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>

/// Slips by which cheques are handed to a bank for collection (برگهٔ واگذاری).
namespace nextgen::cheque {

using SlipId = Id<struct SlipTag>;
using BankAccountId = Id<struct BankAccountTag>;

enum class SlipStatus { Draft, HandedOver, Answered, Cancelled };

inline constexpr auto slipStatuses = std::to_array<describe::Choice>({
    {static_cast<int>(SlipStatus::Draft), "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), describe::Tone::Open},
    {static_cast<int>(SlipStatus::HandedOver), "handed_over", QT_TRANSLATE_NOOP("Choice", "Handed over"),
     describe::Tone::Waiting},
    {static_cast<int>(SlipStatus::Answered), "answered", QT_TRANSLATE_NOOP("Choice", "Answered"),
     describe::Tone::Good},
    {static_cast<int>(SlipStatus::Cancelled), "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"),
     describe::Tone::Ended},
});
constexpr const auto& choicesOf(std::type_identity<SlipStatus>) {
    return slipStatuses;
}

struct Slip {
    SlipId id;
    std::string slipNumber;
    BankAccountId bankAccountId;
    std::string bankAccountName;
    SlipStatus status = SlipStatus::Draft;
    std::optional<Date> handedOn;
    int chequeCount = 0;
    Money totalAmount;
    int unansweredCount = 0;  ///< cheques of it that the bank still has
    std::string note;
    int version = 1;
    Instant createdAt;
    Instant updatedAt;
};

constexpr auto descriptionOf(std::type_identity<Slip>) {
    using namespace describe;
    return schema(
        "cheque_slips", field("id", &Slip::id).with(Key | Hidden),
        field("slip_number", &Slip::slipNumber)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Number"))
            .with(Code | ReadOnly | Title),
        field("bank_account_id", &Slip::bankAccountId).with(Required | Hidden),
        field("bank_account_name", &Slip::bankAccountName)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Bank account"))
            .with(ReadOnly),
        field("status", &Slip::status).titled(QT_TRANSLATE_NOOP("ChequeSlip", "Status")).with(ReadOnly),
        field("handed_on", &Slip::handedOn)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Handed over on"))
            .with(ReadOnly),
        field("cheque_count", &Slip::chequeCount)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Cheques"))
            .with(ReadOnly | Summed),
        field("total_amount", &Slip::totalAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Total"))
            .with(ReadOnly | Summed),
        field("unanswered_count", &Slip::unansweredCount)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Not answered"))
            .with(ReadOnly | Summed),
        field("note", &Slip::note).titled(QT_TRANSLATE_NOOP("ChequeSlip", "Note")).upTo(500),
        field("version", &Slip::version).with(ReadOnly | Hidden),
        field("created_at", &Slip::createdAt)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Made"))
            .with(ReadOnly | Hidden),
        field("updated_at", &Slip::updatedAt)
            .titled(QT_TRANSLATE_NOOP("ChequeSlip", "Changed"))
            .with(ReadOnly | Hidden));
}

inline constexpr std::array<api::ListField, 3> slipFields{{
    {"status", describe::Kind::Choice, api::Equal, slipStatuses},
    {"bank_account_id", describe::Kind::Id, api::Equal},
    {"handed_on", describe::Kind::Date, api::Range, {}, describe::Secret::No, true},
}};
/// Newest first.
inline constexpr api::ListSpec slipListSpec{slipFields, "-id", false};
/// A slip's cheques as they are printed: in the order of due dates.
inline constexpr std::array<api::ListField, 1> slipChequeFields{{
    {"due_on", describe::Kind::Date, api::Sort},
}};
inline constexpr api::ListSpec slipChequeListSpec{slipChequeFields, "due_on", false};

inline constexpr std::size_t slipChequesMax = 1'000;

/// Our own accounts at banks.
inline constexpr auto bankAccountFields = [] {
    using namespace describe::record;
    return std::to_array<describe::FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Search | Sort).upTo(100),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(100),
        text("bank_code", QT_TRANSLATE_NOOP("Field", "Bank code")).with(Code | Equal).upTo(3),
        text("branch", QT_TRANSLATE_NOOP("Field", "Branch")).upTo(100),
        text("account_number", QT_TRANSLATE_NOOP("Field", "Account number")).with(Required | Code | Search).upTo(30),
        money("balance_amount", QT_TRANSLATE_NOOP("Field", "Balance")).with(Summed),
        optional(date("balance_on", QT_TRANSLATE_NOOP("Field", "Balance on"))),
    });
}();

}  // namespace nextgen::cheque
