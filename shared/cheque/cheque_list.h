#pragma once

#include "shared/api/list_spec.h"
#include "shared/cheque/cheque.h"

namespace nextgen::cheque {

inline constexpr std::array<api::ListField, 8> listFields{{
    {"status", describe::Kind::Choice, api::Equal, statuses},
    {"due_on", describe::Kind::Date, api::Equal | api::Range | api::Sort},
    {"amount", describe::Kind::Money, api::Equal | api::Range | api::Sort},
    {"dealer_id", describe::Kind::Id, api::Equal},
    {"cheque_import_id", describe::Kind::Id, api::Equal},
    {"sayad_id", describe::Kind::Text, api::Equal},
    {"bank_code", describe::Kind::Text, api::Equal},
    {"drawer_national_id", describe::Kind::Text, api::Equal, {}, describe::Secret::NationalId},
}};

/// Newest first; q= finds a Sayad id by its beginning, a drawer or a serial by a part.
inline constexpr api::ListSpec listSpec{listFields, "-id", true};

}  // namespace nextgen::cheque
