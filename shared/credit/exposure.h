#pragma once

#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen::credit {

/// What a dealer owes or may come to owe, by kind of document. A cheque leaves it only when it clears: until
/// then it is a promise. All amounts in rials.
struct Exposure {
    std::optional<Money> creditLimit;
    Money invoiced;
    Money unbilledOrders;
    Money chequesOnHand;
    Money chequesDeposited;
    Money chequesEndorsed;
    Money chequesBounced;  ///< bounced ones and those in legal action
    Money exposure;        ///< the sum of the six parts
    std::optional<Money>
        available;  ///< limit − exposure, below zero when over the limit; none without a limit
    Instant asOf;
    /// Over the limit: the due date by which enough cheques in hand and at the bank have come due to bring
    /// exposure back within it. None when within the limit, or when no date is enough.
    std::optional<Date> clearsBelowLimitOn;
};

constexpr auto descriptionOf(std::type_identity<Exposure>) {
    using namespace describe;
    return schema(
        "exposure",
        field("credit_limit", &Exposure::creditLimit).titled(QT_TRANSLATE_NOOP("Exposure", "Credit limit")),
        field("invoiced", &Exposure::invoiced).titled(QT_TRANSLATE_NOOP("Exposure", "Invoiced")),
        field("unbilled_orders", &Exposure::unbilledOrders)
            .titled(QT_TRANSLATE_NOOP("Exposure", "Unbilled orders")),
        field("cheques_on_hand", &Exposure::chequesOnHand)
            .titled(QT_TRANSLATE_NOOP("Exposure", "Cheques on hand")),
        field("cheques_deposited", &Exposure::chequesDeposited)
            .titled(QT_TRANSLATE_NOOP("Exposure", "Cheques deposited")),
        field("cheques_endorsed", &Exposure::chequesEndorsed)
            .titled(QT_TRANSLATE_NOOP("Exposure", "Cheques endorsed")),
        field("cheques_bounced", &Exposure::chequesBounced)
            .titled(QT_TRANSLATE_NOOP("Exposure", "Cheques bounced")),
        field("exposure", &Exposure::exposure).titled(QT_TRANSLATE_NOOP("Exposure", "Exposure")),
        field("available", &Exposure::available).titled(QT_TRANSLATE_NOOP("Exposure", "Available")),
        field("as_of", &Exposure::asOf).titled(QT_TRANSLATE_NOOP("Exposure", "As of")),
        field("clears_below_limit_on", &Exposure::clearsBelowLimitOn)
            .titled(QT_TRANSLATE_NOOP("Exposure", "Back within the limit on")));
}

/// The parts of exposure, in the order of the bar; each name is a field of Exposure and the last step of
/// GET /dealers/{id}/exposure/{part}.
inline constexpr std::array<std::string_view, 6> exposureParts{"invoiced",         "unbilled_orders",
                                                               "cheques_on_hand",  "cheques_deposited",
                                                               "cheques_endorsed", "cheques_bounced"};

/// A document that makes up a part.
struct ExposureDocument {
    ChequeId id;
    std::string kind;    ///< "cheque"
    std::string number;  ///< as people name it: a cheque's Sayad id
    Money amount;
    Date dueOn;
    std::string status;
};

constexpr auto descriptionOf(std::type_identity<ExposureDocument>) {
    using namespace describe;
    return schema(
        "exposure_documents", field("id", &ExposureDocument::id).with(Key | Hidden),
        field("kind", &ExposureDocument::kind).with(Hidden),
        field("number", &ExposureDocument::number)
            .titled(QT_TRANSLATE_NOOP("ExposureDocument", "Number"))
            .with(Code),
        field("amount", &ExposureDocument::amount)
            .titled(QT_TRANSLATE_NOOP("ExposureDocument", "Amount"))
            .with(Summed),
        field("due_on", &ExposureDocument::dueOn).titled(QT_TRANSLATE_NOOP("ExposureDocument", "Due date")),
        field("status", &ExposureDocument::status)
            .titled(QT_TRANSLATE_NOOP("ExposureDocument", "Status"))
            .with(Hidden));
}

}  // namespace nextgen::credit
