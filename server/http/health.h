#pragma once

#include "server/http/response.h"

#include <functional>
#include <string>
#include <vector>

namespace nextgen::http {

/// A part that a server needs.
struct HealthPart {
    std::string name;
    bool isRequired = true;           ///< without it the server is not ready; otherwise only slower
    std::function<bool()> isHealthy;  ///< may throw, which means no
};

/// 200 {"status": "ready" | "degraded", "parts": {"database": "ok", …}}, or 503 with status "not_ready".
Response readiness(const std::vector<HealthPart>& parts);

}  // namespace nextgen::http
