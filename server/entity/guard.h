#pragma once

#include "server/db/session.h"
#include "server/http/request.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace nextgen::entity {

/// A write of one record that is about to be made.
struct Attempt {
    std::int64_t id = 0;               ///< 0: a new record
    const http::Json* body = nullptr;  ///< what was sent, not judged yet; nullptr: it is removed
};

/// What a feature says to a write of its records, in the write's transaction; nullopt lets it go on.
using Guard = std::function<std::optional<http::Problem>(http::Request&, db::Transaction&, const Attempt&)>;
/// By the entity's name.
using Guards = std::map<std::string, Guard, std::less<>>;

}  // namespace nextgen::entity
