#pragma once

#include "server/cache/local_cache.h"
#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/caller.h"

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

namespace nextgen::account {

/// How long after a proof of who the person is what costs money or opens secrets is done without another.
inline constexpr int freshSeconds = 5 * 60;

/// 256 random bits, base64url. Only its hash is ever stored.
std::string makeToken();
/// BLAKE2b-256 of a token.
db::Bytes tokenHash(std::string_view token);

/// Tells servers of this Redis that a session is over, from a program that is none.
void announceEnded(cache::RedisConnection& redis, const db::Bytes& hash);

/// Knows whose token is whose. What it remembers is short-lived and forgotten at once when a session is
/// revoked, on every server.
class Sessions {
  public:
    Sessions(db::Database& database, cache::InvalidationBus& bus, Clock clock);

    /// nullptr for a token of nobody, of a session that was revoked, has ended or was unused for too long, or
    /// of somebody who may no longer sign in.
    std::shared_ptr<const http::Caller> find(std::string_view token);
    /// After the commit that revoked the session.
    void forget(const db::Bytes& hash);

  private:
    struct Known {
        explicit Known(std::int64_t seenAt) : touchedAt(seenAt) {}
        http::Caller caller;
        mutable std::atomic<std::int64_t> touchedAt;  ///< microseconds, as Instant
    };

    std::shared_ptr<const Known> read(const db::Bytes& hash);
    void touch(const Known& known, Instant now);

    db::Database& m_database;
    const Clock m_clock;
    cache::LocalCache<Known> m_known;
};

}  // namespace nextgen::account
