#pragma once

#include "server/cache/local_cache.h"

#include <string>

namespace nextgen::cache {

/// A record as it was answered: its JSON and its version.
struct RenderedAnswer {
    std::string json;
    int version = 0;
};

/// Rendered answers of GETs of one record. The key holds the tenant, what the caller may see and the record:
/// "3/-/71" for all of tenant 3, "3/12/71" for people of its dealer 12.
using AnswerCache = LocalCache<RenderedAnswer>;

}  // namespace nextgen::cache
