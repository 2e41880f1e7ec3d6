#pragma once

#include "shared/dealer/dealer.h"
#include "shared/describe/record.h"

#include <array>

namespace nextgen::credit {

using describe::FieldInfo;

/// A tenant's copy of the chart of accounts (see chartOfAccounts in ledger.h).
inline constexpr auto ledgerAccountFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Code | Equal | Sort).upTo(12),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Persian title")).with(Title).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("name", QT_TRANSLATE_NOOP("Field", "Name")).with(Code | Hidden),
    });
}();

/// What each dealer owes beside the limit; the statement of one is Exposure.
inline constexpr auto dealerExposureFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers").with(Title),
        choice("tier", QT_TRANSLATE_NOOP("Field", "Tier"), dealer::tiers),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), dealer::statuses),
        optional(money("credit_limit", QT_TRANSLATE_NOOP("Field", "Credit limit")).with(Summed)),
        money("exposure", QT_TRANSLATE_NOOP("Field", "Exposure")).with(Range | Sort | Summed),
        optional(money("available", QT_TRANSLATE_NOOP("Field", "Credit left")).with(Range)),
        integer("used_percent", QT_TRANSLATE_NOOP("Field", "Used (%)")).with(Range | Sort),
    });
}();

}  // namespace nextgen::credit
