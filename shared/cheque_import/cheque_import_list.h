#pragma once

#include "shared/api/list_spec.h"
#include "shared/cheque_import/cheque_import_api.h"

namespace nextgen::cheque_import {

inline constexpr std::array<api::ListField, 2> listFields{{
    {"state", describe::Kind::Choice, api::Equal, states},
    {"dealer_id", describe::Kind::Id, api::Equal},
}};

inline constexpr api::ListSpec listSpec{listFields, "-id", false};

inline constexpr std::array<api::ListField, 3> rowFields{{
    {"row", describe::Kind::Integer, api::Equal | api::Range | api::Sort},
    {"state", describe::Kind::Choice, api::Equal, rowStates},
    {"repaired", describe::Kind::Bool, api::Equal},
}};

/// The rows of one import, in the order of the sheet.
inline constexpr api::ListSpec rowListSpec{rowFields, "row", false, "row"};

}  // namespace nextgen::cheque_import
