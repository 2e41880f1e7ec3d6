#pragma once

#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>

/// What comes with a cheque that a bank refused, and what is kept of it.
namespace nextgen::cheque {

/// Why a bank refuses a cheque: the reasons of the central bank's non-payment certificate, in its order (402
/// to 412).
enum class BounceReason {
    FundsShort,
    NoFunds,
    SignatureDiffers,
    SignatureIncomplete,
    DateDiffers,
    SignatureSpoiled,
    TextSpoiled,
    AmountDiffers,
    AccountClosed,
    AccountBlocked,
    ChequeBlocked
};

inline constexpr auto bounceReasons = std::to_array<describe::Choice>({
    {static_cast<int>(BounceReason::FundsShort), "funds_short", QT_TRANSLATE_NOOP("Choice", "Too little in the account")},
    {static_cast<int>(BounceReason::NoFunds), "no_funds", QT_TRANSLATE_NOOP("Choice", "Nothing in the account")},
    {static_cast<int>(BounceReason::SignatureDiffers), "signature_differs",
     QT_TRANSLATE_NOOP("Choice", "Signature does not match")},
    {static_cast<int>(BounceReason::SignatureIncomplete), "signature_incomplete",
     QT_TRANSLATE_NOOP("Choice", "Signature incomplete")},
    {static_cast<int>(BounceReason::DateDiffers), "date_differs",
     QT_TRANSLATE_NOOP("Choice", "Date in figures and words differ")},
    {static_cast<int>(BounceReason::SignatureSpoiled), "signature_spoiled",
     QT_TRANSLATE_NOOP("Choice", "Signature spoiled")},
    {static_cast<int>(BounceReason::TextSpoiled), "text_spoiled", QT_TRANSLATE_NOOP("Choice", "Text spoiled")},
    {static_cast<int>(BounceReason::AmountDiffers), "amount_differs",
     QT_TRANSLATE_NOOP("Choice", "Amount in figures and words differ")},
    {static_cast<int>(BounceReason::AccountClosed), "account_closed", QT_TRANSLATE_NOOP("Choice", "Account closed")},
    {static_cast<int>(BounceReason::AccountBlocked), "account_blocked",
     QT_TRANSLATE_NOOP("Choice", "Account blocked")},
    {static_cast<int>(BounceReason::ChequeBlocked), "cheque_blocked",
     QT_TRANSLATE_NOOP("Choice", "Cheque blocked by its drawer (article 14)")},
});
constexpr const auto& choicesOf(std::type_identity<BounceReason>) {
    return bounceReasons;
}

/// What the request of a bounce carries. The non-payment certificate (گواهی عدم پرداخت) may come later, with
/// the next deposit.
struct BounceRequest {
    std::optional<Date> occurredOn;  ///< none: today in Tehran
    std::string note;
    std::optional<BounceReason> reason;
    std::string certificateNumber;  ///< the central bank's tracking code
    std::optional<Date> certificateOn;
    std::optional<Money> feeAmount;  ///< what the bank took for it
    bool isFeeDealers = false;       ///< the dealer owes the fee; otherwise it is our expense
};

constexpr auto descriptionOf(std::type_identity<BounceRequest>) {
    using namespace describe;
    return schema(
        "cheque_bounce_move",
        field("occurred_on", &BounceRequest::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Date")),
        field("note", &BounceRequest::note).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Note")).upTo(500),
        field("reason", &BounceRequest::reason).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Reason")),
        field("certificate_number", &BounceRequest::certificateNumber)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Certificate number"))
            .with(Code)
            .upTo(40),
        field("certificate_on", &BounceRequest::certificateOn)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Date of the certificate")),
        field("fee_amount", &BounceRequest::feeAmount).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Bank's fee")),
        field("is_fee_dealers", &BounceRequest::isFeeDealers)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "The dealer pays the fee")));
}

/// A bounced cheque handed to the bank again, for which banks want the certificate.
struct RedepositRequest {
    std::optional<Date> occurredOn;  ///< none: today in Tehran
    std::string note;
    std::string certificateNumber;  ///< fills in what the bounce was recorded without
    std::optional<Date> certificateOn;
};

constexpr auto descriptionOf(std::type_identity<RedepositRequest>) {
    using namespace describe;
    return schema(
        "cheque_redeposit_move",
        field("occurred_on", &RedepositRequest::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Date")),
        field("note", &RedepositRequest::note).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Note")).upTo(500),
        field("certificate_number", &RedepositRequest::certificateNumber)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Certificate number"))
            .with(Code)
            .upTo(40),
        field("certificate_on", &RedepositRequest::certificateOn)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Date of the certificate")));
}

/// A refusal by a bank, as it is kept; its id is that of the event.
struct Bounce {
    ChequeEventId id;
    ChequeId chequeId;
    Date occurredOn;
    std::optional<BounceReason> reason;
    std::string certificateNumber;
    std::optional<Date> certificateOn;
    Money feeAmount;
    bool isFeeDealers = false;
    bool hasStoppedDealer = false;  ///< the dealer was put on hold by it
    bool isUndone = false;
};

constexpr auto descriptionOf(std::type_identity<Bounce>) {
    using namespace describe;
    return schema(
        "cheque_bounces", field("id", &Bounce::id).with(Key | Hidden),
        field("cheque_id", &Bounce::chequeId).with(Hidden),
        field("occurred_on", &Bounce::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Date")),
        field("reason", &Bounce::reason).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Reason")),
        field("certificate_number", &Bounce::certificateNumber)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Certificate number"))
            .with(Code),
        field("certificate_on", &Bounce::certificateOn)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Date of the certificate")),
        field("fee_amount", &Bounce::feeAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Bank's fee"))
            .with(Summed),
        field("is_fee_dealers", &Bounce::isFeeDealers)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "The dealer pays the fee")),
        field("has_stopped_dealer", &Bounce::hasStoppedDealer)
            .titled(QT_TRANSLATE_NOOP("ChequeBounce", "Dealer put on hold")),
        field("is_undone", &Bounce::isUndone).titled(QT_TRANSLATE_NOOP("ChequeBounce", "Taken back")));
}

}  // namespace nextgen::cheque
