#pragma once

#include "server/http/problem.h"

#include <memory>
#include <string_view>
#include <tl/expected.hpp>

namespace nextgen::http {

/// Bounds beyond the depth of api::jsonDepthMax.
inline constexpr std::size_t jsonMembersMax = 512;     ///< of one object
inline constexpr std::size_t jsonValuesMax = 100'000;  ///< in all

/// A request's JSON. Refused: body_not_json (also for a name that stands twice in an object, bytes that are
/// not UTF-8 and the character U+0000, which the database cannot hold), body_too_deep.
tl::expected<std::shared_ptr<const Json>, ErrorCode> parseJson(std::string_view text);

}  // namespace nextgen::http
