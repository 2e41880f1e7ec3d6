#pragma once

#include "shared/api/list_spec.h"
#include "shared/dealer/dealer.h"

namespace nextgen::dealer {

inline constexpr std::array<api::ListField, 4> listFields{{
    {"status", describe::Kind::Choice, api::Equal, statuses},
    {"tier", describe::Kind::Choice, api::Equal, tiers},
    {"code", describe::Kind::Text, api::Equal | api::Sort},
    {"company_name", describe::Kind::Text, api::Sort},
}};

inline constexpr api::ListSpec listSpec{listFields, "code", true};

}  // namespace nextgen::dealer
