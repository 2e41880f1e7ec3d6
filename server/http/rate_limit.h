#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nextgen::http {

/// A bucket of tokens per key (an address, a user, one of them at one call): so many at once, and as many
/// again each minute. Keeps the keys of the most recent callers only.
class RateLimiter {
  public:
    using Clock = std::chrono::steady_clock;

    /// `perMinute` zero: everything is allowed.
    explicit RateLimiter(int perMinute) : m_perMinute(perMinute) {}

    struct Verdict {
        bool isAllowed = true;
        int limit = 0;
        int remaining = 0;
        int resetSeconds = 0;  ///< until the bucket is full again
        int retrySeconds = 0;  ///< until the next token; zero when allowed
    };
    Verdict take(std::string_view key, Clock::time_point now) { return take(key, m_perMinute, now); }
    /// With a limit of the key's own, always the same one.
    Verdict take(std::string_view key, int perMinute, Clock::time_point now);
    bool isOn() const { return m_perMinute > 0; }

  private:
    static constexpr std::size_t keysMax = 4096;  ///< of each shard
    struct Bucket {
        std::string key;
        double tokens;
        Clock::time_point filledAt;
    };
    struct Shard {
        std::mutex mutex;
        std::list<Bucket> recent;  ///< the latest caller first
        std::unordered_map<std::string_view, std::list<Bucket>::iterator> byKey;
    };

    const int m_perMinute;
    std::array<Shard, 16> m_shards;
};

}  // namespace nextgen::http
