#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nextgen {

enum class ErrorCode : int;  // listed in shared/core/error_code.h

/// A refusal: its stable code, the place in the input that it is about and what its sentence needs.
struct Error {
    ErrorCode code;
    std::string pointer;  ///< JSON pointer ("/due_on"); empty: the whole
    std::vector<std::pair<std::string, std::string>>
        arguments;  ///< named values for the sentence, e.g. {"limit", "200"}

    bool operator==(const Error&) const = default;
};

/// All that was found wrong, at once; empty when all is well.
using Errors = std::vector<Error>;

}  // namespace nextgen
