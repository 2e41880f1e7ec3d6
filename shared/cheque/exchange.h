#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <string>

namespace nextgen::cheque {

using ExchangeId = Id<struct ExchangeTag>;

/// Cheques given back to a dealer for others (تعویض).
struct Exchange {
    ExchangeId id;
    DealerId dealerId;
    std::string dealerName;
    Date occurredOn;
    Money outAmount;
    Money inAmount;
    Date outRasOn;  ///< the mean due date of those given back
    Date inRasOn;
    std::string note;
    Instant createdAt;
};

constexpr auto descriptionOf(std::type_identity<Exchange>) {
    using namespace describe;
    return schema(
        "cheque_exchanges", field("id", &Exchange::id).with(Key | Hidden),
        field("dealer_id", &Exchange::dealerId).with(Hidden),
        field("dealer_name", &Exchange::dealerName).titled(QT_TRANSLATE_NOOP("ChequeExchange", "Dealer")),
        field("occurred_on", &Exchange::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeExchange", "Date")),
        field("out_amount", &Exchange::outAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeExchange", "Given back"))
            .with(Summed),
        field("in_amount", &Exchange::inAmount)
            .titled(QT_TRANSLATE_NOOP("ChequeExchange", "Received"))
            .with(Summed),
        field("out_ras_on", &Exchange::outRasOn)
            .titled(QT_TRANSLATE_NOOP("ChequeExchange", "Ras of those given back")),
        field("in_ras_on", &Exchange::inRasOn)
            .titled(QT_TRANSLATE_NOOP("ChequeExchange", "Ras of those received")),
        field("note", &Exchange::note).titled(QT_TRANSLATE_NOOP("ChequeExchange", "Note")),
        field("created_at", &Exchange::createdAt)
            .titled(QT_TRANSLATE_NOOP("ChequeExchange", "Recorded"))
            .with(Hidden));
}

inline constexpr std::array<api::ListField, 2> exchangeFields{{
    {"dealer_id", describe::Kind::Id, api::Equal},
    {"occurred_on", describe::Kind::Date, api::Range},
}};
/// Newest first.
inline constexpr api::ListSpec exchangeListSpec{exchangeFields, "-id", false};

/// On either side.
inline constexpr std::size_t exchangeChequesMax = 100;

}  // namespace nextgen::cheque
