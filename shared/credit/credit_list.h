#pragma once

#include "shared/api/list_spec.h"
#include "shared/credit/exposure.h"
#include "shared/credit/ledger.h"

namespace nextgen::credit {

inline constexpr std::array<api::ListField, 2> documentFields{{
    {"due_on", describe::Kind::Date, api::Range | api::Sort},
    {"amount", describe::Kind::Money, api::Range | api::Sort},
}};
inline constexpr api::ListSpec documentListSpec{documentFields, "due_on", false};

inline constexpr std::array<api::ListField, 2> ledgerFields{{
    {"posted_on", describe::Kind::Date, api::Range | api::Sort},
    {"account", describe::Kind::Text, api::Equal},
}};
/// Oldest first, as a ledger is read.
inline constexpr api::ListSpec ledgerListSpec{ledgerFields, "posted_on", false};

/// The days that a statement covers, both included.
inline constexpr std::array<api::ListField, 2> statementParameters{{
    {"from", describe::Kind::Date, api::Equal},
    {"to", describe::Kind::Date, api::Equal},
}};

}  // namespace nextgen::credit
