#include "server/http/health.h"

#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

namespace nextgen::http {

namespace {

bool isHealthy(const HealthPart& part) {
    try {
        return part.isHealthy();
    } catch (const std::exception& failure) {
        spdlog::warn("not ready: {}: {}", part.name, failure.what());
        return false;
    }
}

}  // namespace

Response readiness(const std::vector<HealthPart>& parts) {
    bool isReady = true;
    bool isWhole = true;
    Json states = Json::object();
    for (const HealthPart& part : parts) {
        const bool isGood = isHealthy(part);
        isReady = isReady && (isGood || !part.isRequired);
        isWhole = isWhole && isGood;
        states[part.name] = isGood ? "ok" : part.isRequired ? "down" : "degraded";
    }
    Json json = Json::object();
    json["status"] = !isReady ? "not_ready" : isWhole ? "ready" : "degraded";
    json["parts"] = std::move(states);
    return Response::json(isReady ? 200 : 503, json);
}

}  // namespace nextgen::http
