#pragma once

#include "server/cache/redis.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace nextgen::cache {

/// Tells the servers that share a Redis what is no longer so. While a server cannot hear the others, it does
/// not trust what it remembers.
class InvalidationBus {
  public:
    /// Begins to listen; an empty URL means a server on its own, which hears everything there is.
    explicit InvalidationBus(std::string redisUrl);
    ~InvalidationBus();
    InvalidationBus(const InvalidationBus&) = delete;
    InvalidationBus& operator=(const InvalidationBus&) = delete;

    /// `forget` is called for keys of the topic that anybody announces, `forgetAll` when messages may have
    /// been missed; both from the listening thread.
    void listen(std::string topic, std::function<void(std::string_view key)> forget,
                std::function<void()> forgetAll);
    void stopListening(const std::string& topic);
    void announce(std::string_view topic, std::string_view key);
    /// The same from a program that listens to nobody. False when Redis did not take it.
    static bool announceTo(RedisConnection& redis, std::string_view topic, std::string_view key);

    /// Whether what the others announce is heard.
    bool isHeard() const { return m_isHeard.load(std::memory_order_acquire); }

  private:
    struct Listener {
        std::function<void(std::string_view)> forget;
        std::function<void()> forgetAll;
    };

    void work(const std::stop_token& stop);
    void hear(RedisConnection& connection, const std::stop_token& stop);
    void deliver(std::string_view message);
    void forgetAll();

    const std::string m_url;
    std::atomic<bool> m_isHeard = false;
    std::mutex m_sending;
    std::unique_ptr<RedisConnection> m_sender;
    std::chrono::steady_clock::time_point m_retryAt;
    std::mutex m_mutex;
    std::map<std::string, Listener, std::less<>> m_listeners;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::cache
