#pragma once

#include "server/cache/invalidation_bus.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nextgen::cache {

/// A bounded memory of this process, kept in agreement with other servers through the bus. What was used last
/// stays longest, nothing longer than its time to live: that bounds what a lost announcement, or a change
/// that went past the program, can do.
///
///     if (auto known = cache.find(key)) { return known; }
///     const auto ticket = cache.ticket(key);  // before reading: what is forgotten meanwhile must not come
///     back auto value = read(key); cache.put(key, value, ticket);
template <class Value>
class LocalCache {
  public:
    using Clock = std::chrono::steady_clock;
    using Ticket = std::uint64_t;

    LocalCache(std::string topic, std::size_t entriesMax, std::chrono::milliseconds timeToLive,
               InvalidationBus& bus)
        : m_topic(std::move(topic)),
          m_entriesMax(std::max<std::size_t>(entriesMax / shardCount, 1)),
          m_timeToLive(timeToLive),
          m_bus(bus) {
        m_bus.listen(m_topic, [this](std::string_view key) { forget(key); }, [this] { forgetAll(); });
    }
    ~LocalCache() { m_bus.stopListening(m_topic); }
    LocalCache(const LocalCache&) = delete;
    LocalCache& operator=(const LocalCache&) = delete;

    /// nullptr when nothing is known, or other servers are not heard.
    std::shared_ptr<const Value> find(std::string_view key) {
        if (!m_bus.isHeard()) {
            return nullptr;
        }
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.byKey.find(key);
        if (found == shard.byKey.end()) {
            return nullptr;
        }
        if (found->second->until < Clock::now()) {
            shard.erase(found);
            return nullptr;
        }
        shard.recent.splice(shard.recent.begin(), shard.recent, found->second);
        return found->second->value;
    }

    Ticket ticket(std::string_view key) {
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        return shard.forgotten;
    }

    /// Keeps a value, unless it may have been forgotten since the ticket was drawn.
    void put(std::string_view key, std::shared_ptr<const Value> value, Ticket ticket) {
        if (!m_bus.isHeard()) {
            return;
        }
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        if (shard.forgotten != ticket) {
            return;
        }
        if (const auto found = shard.byKey.find(key); found != shard.byKey.end()) {
            shard.erase(found);
        } else if (shard.recent.size() >= m_entriesMax) {
            shard.erase(shard.byKey.find(shard.recent.back().key));
        }
        shard.recent.push_front({std::string(key), std::move(value), Clock::now() + m_timeToLive});
        shard.byKey.emplace(shard.recent.front().key, shard.recent.begin());
    }

    /// Forgets the key here and on every other server. After the commit that made it untrue.
    void invalidate(std::string_view key) {
        forget(key);
        m_bus.announce(m_topic, key);
    }

  private:
    struct Entry {
        std::string key;
        std::shared_ptr<const Value> value;
        Clock::time_point until;
    };
    struct Shard {
        std::mutex mutex;
        std::list<Entry> recent;  ///< the last used first
        std::unordered_map<std::string_view, typename std::list<Entry>::iterator> byKey;
        Ticket forgotten = 0;  ///< how often something was

        void erase(typename decltype(byKey)::iterator found) {
            const auto entry = found->second;
            byKey.erase(found);
            recent.erase(entry);
        }
    };
    static constexpr std::size_t shardCount = 16;

    Shard& shardOf(std::string_view key) { return m_shards[std::hash<std::string_view>{}(key) % shardCount]; }

    void forget(std::string_view key) {
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        ++shard.forgotten;
        if (const auto found = shard.byKey.find(key); found != shard.byKey.end()) {
            shard.erase(found);
        }
    }

    void forgetAll() {
        for (Shard& shard : m_shards) {
            const std::lock_guard lock(shard.mutex);
            ++shard.forgotten;
            shard.byKey.clear();
            shard.recent.clear();
        }
    }

    const std::string m_topic;
    const std::size_t m_entriesMax;
    const std::chrono::milliseconds m_timeToLive;
    InvalidationBus& m_bus;
    std::array<Shard, shardCount> m_shards;
};

}  // namespace nextgen::cache
