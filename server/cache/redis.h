#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

struct redisContext;

namespace nextgen::cache {

/// One connection to Redis, for one thread at a time. Nothing here throws or waits longer than its time-out:
/// what Redis holds can always be had elsewhere, only slower.
class RedisConnection {
  public:
    /// `url` is "unix:/path" or "redis://[:password@]host[:port]". nullptr when Redis cannot be reached.
    static std::unique_ptr<RedisConnection> open(const std::string& url, std::chrono::milliseconds timeout);
    ~RedisConnection();
    RedisConnection(const RedisConnection&) = delete;
    RedisConnection& operator=(const RedisConnection&) = delete;

    /// False when Redis did not take it; the connection is of no use then.
    bool publish(std::string_view channel, std::string_view message);
    bool subscribe(std::string_view channel);
    /// Asks for a sign of life while subscribed; waitForMessage brings it as an empty message.
    bool pingWhileSubscribed();

    enum class Wait { Came, Nothing, Lost };
    /// The next message of the channel, waited for up to `time`.
    Wait waitForMessage(std::chrono::milliseconds time, std::string& into);

  private:
    explicit RedisConnection(redisContext* context) : m_context(context) {}

    redisContext* m_context;
};

}  // namespace nextgen::cache
