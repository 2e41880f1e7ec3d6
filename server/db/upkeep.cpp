#include "server/db/upkeep.h"

#include "server/sql.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace nextgen::db {

namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 10min;

}  // namespace

Upkeep::Upkeep(Pool& writers, Clock clock)
    : m_writers(writers),
      m_clock(std::move(clock)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

void Upkeep::work(const std::stop_token& stop) {
    std::optional<Date> done;
    while (!stop.stop_requested()) {
        if (const Date day = today(m_clock); done != day) {
            run(sql::upkeep::ensurePartitions);
            run(sql::upkeep::refreshStatistics);
            done = day;
        }
        std::unique_lock lock(m_mutex);
        m_stopped.wait_for(lock, stop, lookInterval, [] { return false; });
    }
}

/// Tomorrow is another day: three months are made ahead, so that one that fails does no harm.
void Upkeep::run(const Query& query) {
    try {
        SystemSession(m_writers).query(query);
    } catch (const std::exception& failure) {
        spdlog::warn("upkeep, {}: {}", query.name, failure.what());
    }
}

}  // namespace nextgen::db
