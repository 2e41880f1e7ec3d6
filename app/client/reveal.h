#pragma once

#include "app/client/api_client.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace nextgen::client {

/// A secret of a record in full; the server keeps who asked. `schema`: "vendors".
QCoro::Task<Answer<QString>> revealSecret(ApiClient& api, std::string_view schema, std::int64_t id,
                                          std::string_view field);

}  // namespace nextgen::client
