#include "server/cache/redis.h"

#include <hiredis/hiredis.h>
#include <poll.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <vector>

namespace nextgen::cache {

namespace {

constexpr int portDefault = 6379;
constexpr std::string_view unixScheme = "unix:";
constexpr std::string_view tcpScheme = "redis://";

struct FreeReply {
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, FreeReply>;

Reply command(redisContext* context, std::initializer_list<std::string_view> words) {
    std::vector<const char*> texts;
    std::vector<std::size_t> sizes;
    for (const std::string_view word : words) {
        texts.push_back(word.data());
        sizes.push_back(word.size());
    }
    return Reply(static_cast<redisReply*>(
        redisCommandArgv(context, static_cast<int>(texts.size()), texts.data(), sizes.data())));
}

bool isGood(const Reply& reply) {
    return reply && reply->type != REDIS_REPLY_ERROR;
}

std::string_view textOf(const redisReply* reply) {
    return reply->str == nullptr ? std::string_view()
                                 : std::string_view(reply->str, static_cast<std::size_t>(reply->len));
}

/// The parts of "redis://[:password@]host[:port]".
struct TcpAddress {
    std::string password;
    std::string host;
    int port = portDefault;
};

TcpAddress tcpAddress(std::string_view rest) {
    TcpAddress address;
    if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
        if (const auto colon = rest.find(':'); colon < at) {
            address.password = rest.substr(colon + 1, at - colon - 1);
        }
        rest.remove_prefix(at + 1);
    }
    rest = rest.substr(0, rest.find('/'));
    if (const auto colon = rest.rfind(':'); colon != std::string_view::npos) {
        std::from_chars(rest.data() + colon + 1, rest.data() + rest.size(), address.port);
        rest = rest.substr(0, colon);
    }
    address.host = rest;
    return address;
}

}  // namespace

std::unique_ptr<RedisConnection> RedisConnection::open(const std::string& url,
                                                       std::chrono::milliseconds timeout) {
    const timeval patience{timeout.count() / 1000, timeout.count() % 1000 * 1000};
    redisContext* context = nullptr;
    std::string password;
    if (url.starts_with(unixScheme)) {
        context = redisConnectUnixWithTimeout(url.c_str() + unixScheme.size(), patience);
    } else if (url.starts_with(tcpScheme)) {
        TcpAddress address = tcpAddress(std::string_view(url).substr(tcpScheme.size()));
        context = redisConnectWithTimeout(address.host.c_str(), address.port, patience);
        password = std::move(address.password);
    }
    if (context == nullptr) {
        return nullptr;
    }
    std::unique_ptr<RedisConnection> connection(new RedisConnection(context));
    const bool isFit = context->err == 0 && redisSetTimeout(context, patience) == REDIS_OK &&
                       (password.empty() || isGood(command(context, {"AUTH", password})));
    return isFit ? std::move(connection) : nullptr;
}

RedisConnection::~RedisConnection() {
    redisFree(m_context);
}

bool RedisConnection::publish(std::string_view channel, std::string_view message) {
    return isGood(command(m_context, {"PUBLISH", channel, message}));
}

bool RedisConnection::subscribe(std::string_view channel) {
    return isGood(command(m_context, {"SUBSCRIBE", channel}));
}

bool RedisConnection::pingWhileSubscribed() {
    if (redisAppendCommand(m_context, "PING") != REDIS_OK) {
        return false;
    }
    for (int isDone = 0; isDone == 0;) {
        if (redisBufferWrite(m_context, &isDone) != REDIS_OK) {
            return false;
        }
    }
    return true;
}

RedisConnection::Wait RedisConnection::waitForMessage(std::chrono::milliseconds time, std::string& into) {
    void* raw = nullptr;
    // Several messages may have come in one piece.
    if (redisGetReplyFromReader(m_context, &raw) != REDIS_OK) {
        return Wait::Lost;
    }
    if (raw == nullptr) {
        pollfd one{m_context->fd, POLLIN, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(time.count()));
        if (ready == 0 || (ready < 0 && errno == EINTR)) {
            return Wait::Nothing;
        }
        if (ready < 0 || redisBufferRead(m_context) != REDIS_OK ||
            redisGetReplyFromReader(m_context, &raw) != REDIS_OK) {
            return Wait::Lost;
        }
        if (raw == nullptr) {
            return Wait::Nothing;
        }
    }
    const Reply reply(static_cast<redisReply*>(raw));
    into.clear();
    if (reply->type == REDIS_REPLY_ARRAY && reply->elements == 3 && textOf(reply->element[0]) == "message") {
        into = textOf(reply->element[2]);
    }
    return Wait::Came;
}

}  // namespace nextgen::cache
