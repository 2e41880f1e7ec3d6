#pragma once

#include "shared/api/list_spec.h"
#include "shared/cheque_import/cheque_import_api.h"

namespace nextgen::cheque_import {

inline constexpr std::array<api::ListField, 2> listFields{{
    {"state", describe::Kind::Choice, api::Equal, states},
    {"dealer_id", describe::Kind::Id, api::Equal},
}};

inline constexpr api::ListSpec listSpec{listFields, "-id", false};

}  // namespace nextgen::cheque_import
