#pragma once

#include "shared/core/error.h"

#include <tl/expected.hpp>

namespace nextgen {

/// What a rule answers: the value, or the one reason why not. Expected refusals travel so; a lost database or
/// a full disk is an exception.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(ErrorCode code) {
    return tl::unexpected<Error>(Error{code, {}, {}});
}

inline tl::unexpected<Error> refuse(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace nextgen
