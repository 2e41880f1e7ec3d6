#include "server/cache/invalidation_bus.h"

#include <spdlog/spdlog.h>

namespace nextgen::cache {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view channel = "nextgen:invalidate";
constexpr std::chrono::milliseconds timeout = 100ms;
constexpr std::chrono::milliseconds retryInterval = 500ms;
constexpr std::chrono::milliseconds waitSlice = 100ms;
// A connection that says nothing for so long is asked whether it lives, and given up as long again later.
constexpr std::chrono::milliseconds silenceMax = 1000ms;

}  // namespace

InvalidationBus::InvalidationBus(std::string redisUrl) : m_url(std::move(redisUrl)) {
    if (m_url.empty()) {
        m_isHeard = true;
    } else {
        m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
    }
}

InvalidationBus::~InvalidationBus() = default;

void InvalidationBus::listen(std::string topic, std::function<void(std::string_view)> forget,
                             std::function<void()> forgetEverything) {
    const std::lock_guard lock(m_mutex);
    m_listeners.insert_or_assign(std::move(topic), Listener{std::move(forget), std::move(forgetEverything)});
}

void InvalidationBus::stopListening(const std::string& topic) {
    const std::lock_guard lock(m_mutex);
    m_listeners.erase(topic);
}

bool InvalidationBus::announceTo(RedisConnection& redis, std::string_view topic, std::string_view key) {
    return redis.publish(channel, std::string(topic) + ' ' + std::string(key));
}

void InvalidationBus::announce(std::string_view topic, std::string_view key) {
    if (m_url.empty()) {
        return;
    }
    const std::string message = std::string(topic) + ' ' + std::string(key);
    const std::lock_guard lock(m_sending);
    const bool wasOpen = m_sender != nullptr;
    if (wasOpen && m_sender->publish(channel, message)) {
        return;
    }
    // A connection that Redis has closed meanwhile is made anew; one that fails at once is not tried for a
    // while, so that requests do not wait for Redis one after the other.
    const auto now = std::chrono::steady_clock::now();
    if (wasOpen || now >= m_retryAt) {
        m_retryAt = now + retryInterval;
        m_sender = RedisConnection::open(m_url, timeout);
        if (m_sender && m_sender->publish(channel, message)) {
            return;
        }
    }
    m_sender.reset();
    spdlog::warn("other servers were not told that {} changed: Redis does not answer", message);
}

void InvalidationBus::work(const std::stop_token& stop) {
    bool isReported = false;
    while (!stop.stop_requested()) {
        const auto connection = RedisConnection::open(m_url, timeout);
        if (connection && connection->subscribe(channel)) {
            isReported = false;
            forgetAll();
            m_isHeard.store(true, std::memory_order_release);
            hear(*connection, stop);
            m_isHeard.store(false, std::memory_order_release);
            forgetAll();
        }
        if (!stop.stop_requested()) {
            if (!isReported) {
                spdlog::warn("Redis does not answer; nothing is cached until it does");
                isReported = true;
            }
            std::this_thread::sleep_for(retryInterval);
        }
    }
}

void InvalidationBus::hear(RedisConnection& connection, const std::stop_token& stop) {
    using Wait = RedisConnection::Wait;
    auto heardAt = std::chrono::steady_clock::now();
    bool isAsked = false;
    std::string message;
    while (!stop.stop_requested()) {
        const Wait came = connection.waitForMessage(waitSlice, message);
        const auto now = std::chrono::steady_clock::now();
        if (came == Wait::Lost) {
            return;
        }
        if (came == Wait::Came) {
            heardAt = now;
            isAsked = false;
            deliver(message);
        } else if (now - heardAt > 2 * silenceMax) {
            return;
        } else if (now - heardAt > silenceMax && !isAsked) {
            isAsked = true;
            if (!connection.pingWhileSubscribed()) {
                return;
            }
        }
    }
}

void InvalidationBus::deliver(std::string_view message) {
    const auto blank = message.find(' ');
    if (blank == std::string_view::npos) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    const auto found = m_listeners.find(message.substr(0, blank));
    if (found != m_listeners.end()) {
        found->second.forget(message.substr(blank + 1));
    }
}

void InvalidationBus::forgetAll() {
    const std::lock_guard lock(m_mutex);
    for (const auto& [topic, listener] : m_listeners) {
        listener.forgetAll();
    }
}

}  // namespace nextgen::cache
