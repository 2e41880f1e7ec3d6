#include "server/http/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace nextgen::http {

RateLimiter::Verdict RateLimiter::take(std::string_view key, int perMinute, Clock::time_point now) {
    if (!isOn()) {
        return {};
    }
    const double capacity = perMinute;
    const double perSecond = capacity / 60;
    Shard& shard = m_shards[std::hash<std::string_view>{}(key) % m_shards.size()];
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.byKey.find(key);
    if (found != shard.byKey.end()) {
        shard.recent.splice(shard.recent.begin(), shard.recent, found->second);
    } else {
        if (shard.recent.size() >= keysMax) {
            shard.byKey.erase(shard.recent.back().key);
            shard.recent.pop_back();
        }
        shard.recent.push_front({std::string(key), capacity, now});
        shard.byKey.emplace(shard.recent.front().key, shard.recent.begin());
    }
    Bucket& bucket = shard.recent.front();
    const double passed = std::chrono::duration<double>(now - bucket.filledAt).count();
    bucket.tokens = std::min(capacity, bucket.tokens + std::max(passed, 0.0) * perSecond);
    bucket.filledAt = now;
    Verdict verdict;
    verdict.limit = perMinute;
    verdict.isAllowed = bucket.tokens >= 1;
    if (verdict.isAllowed) {
        bucket.tokens -= 1;
    } else {
        verdict.retrySeconds = std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / perSecond)));
    }
    verdict.remaining = static_cast<int>(bucket.tokens);
    verdict.resetSeconds = static_cast<int>(std::ceil((capacity - bucket.tokens) / perSecond));
    return verdict;
}

}  // namespace nextgen::http
