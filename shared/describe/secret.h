#pragma once

#include "shared/core/result.h"
#include "shared/describe/describe.h"

#include <string>
#include <string_view>

namespace nextgen::describe {

/// The stored form of a secret that a person typed: national_id_invalid, iban_invalid; value_refused for a
/// kind that nobody types.
Result<std::string> readSecret(Secret kind, std::string_view typed);

/// What is kept of it for the eye.
std::string lastFour(std::string_view stored);
/// How it is shown to those who may not read it: "******1234", "IR** … 1234"; empty where there is none.
std::string masked(Secret kind, std::string_view lastFour);

}  // namespace nextgen::describe
