#include "server/embedded/redis.h"

#include <fmt/format.h>
#include <hiredis/hiredis.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace nextgen::embedded {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

redisContext* connectTo(const std::string& url) {
    constexpr timeval patience{2, 0};
    if (url.starts_with("unix:")) {
        return redisConnectUnixWithTimeout(url.substr(5).c_str(), patience);
    }
    const std::string address = url.substr(url.find("//") + 2);
    const std::size_t colon = address.rfind(':');
    const int port = colon == std::string::npos ? 6379 : std::atoi(address.c_str() + colon + 1);
    return redisConnectWithTimeout(address.substr(0, colon).c_str(), port, patience);
}

/// Sends one command; whether anything but an error came back.
bool ask(const std::string& url, const char* command) {
    const std::unique_ptr<redisContext, decltype(&redisFree)> connection(connectTo(url), &redisFree);
    if (!connection || connection->err != 0) {
        return false;
    }
    redisSetTimeout(connection.get(), {2, 0});
    const std::unique_ptr<void, decltype(&freeReplyObject)> reply(redisCommand(connection.get(), command),
                                                                  &freeReplyObject);
    return reply && static_cast<const redisReply*>(reply.get())->type != REDIS_REPLY_ERROR;
}

void endLeftOver(const DataFolder& folder) {
    for (int tick = 0; redisAnswers(EmbeddedRedis::url(folder)); ++tick) {
        if (tick == 0) {
            spdlog::info("waiting for Redis of an earlier run to stop");
        } else if (tick == 100) {
            ask(EmbeddedRedis::url(folder), "SHUTDOWN NOSAVE");
        } else if (tick == 500) {
            throw StackProblem(
                fmt::format("Redis still answers on {} and does not stop. Stop it by hand, then start "
                            "again.",
                            EmbeddedRedis::url(folder)));
        }
        std::this_thread::sleep_for(20ms);
    }
}

}  // namespace

EmbeddedRedis::EmbeddedRedis(const DataFolder& folder) {
    const fs::path program = "/usr/bin/redis-server";
    if (!fs::exists(program)) {
        throw StackProblem("Redis is not installed. Install the package redis-server, or set redis.url.");
    }
    endLeftOver(folder);
    folder.makeRunnersFolder(folder.redis());
    const fs::path log = folder.log() / "redis.log";
    fs::remove(log);
    m_server = std::make_unique<ChildProcess>(ChildSettings{{program.string(),
                                                             "--port",
                                                             "0",
                                                             "--unixsocket",
                                                             socket(folder).string(),
                                                             "--unixsocketperm",
                                                             "700",
                                                             "--dir",
                                                             folder.redis().string(),
                                                             "--save",
                                                             "",
                                                             "--appendonly",
                                                             "no",
                                                             "--maxmemory",
                                                             "128mb",
                                                             "--maxmemory-policy",
                                                             "allkeys-lru",
                                                             "--loglevel",
                                                             "warning",
                                                             "--daemonize",
                                                             "no"},
                                                            folder.runner(),
                                                            folder.redis(),
                                                            log,
                                                            SIGTERM});
    for (int tick = 0; !redisAnswers(url(folder)); ++tick) {
        if (!m_server->isRunning() || tick > 3000) {
            throw StackProblem(fmt::format("Redis did not start; see {}.", log.string()));
        }
        std::this_thread::sleep_for(10ms);
    }
}

EmbeddedRedis::~EmbeddedRedis() {
    if (!m_server->stop(SIGTERM, 10s)) {
        m_server->stop(SIGKILL, 10s);
    }
}

bool redisAnswers(const std::string& url) {
    return ask(url, "PING");
}

}  // namespace nextgen::embedded
