#pragma once

#include <string>
#include <string_view>

namespace nextgen::api {

/// The OpenAPI 3.1 document of the API, as JSON text: the endpoint table, the described entities that it
/// names, and the conventions that every call keeps. Nothing in it is written a second time.
std::string openApiDocument(std::string_view version);

}  // namespace nextgen::api
