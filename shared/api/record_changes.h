#pragma once

#include <cstddef>
#include <string_view>

/// Several records of one kind changed by one call: {"changes": [{"id", "version", "values": {…}}]}, answered
/// with {"changed", "refused", "results": [{"id", "version"} or {"id", "error": {…}}]} in the same order.
namespace nextgen::api {

inline constexpr std::size_t recordChangesMax = 200;
inline constexpr std::string_view recordChanges = "record_changes";  ///< the schemas of the two
inline constexpr std::string_view recordResults = "record_results";

}  // namespace nextgen::api
