#pragma once

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

}  // namespace nextgen::credit
