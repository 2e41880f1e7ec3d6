#include "server/db/upkeep.h"

#include "server/sql.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <utility>

namespace nextgen::db {

namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 10min;
/// The day of people begins at seven.
constexpr std::int64_t quietSeconds = 7 * 60 * 60;

}  // namespace

Upkeep::Upkeep(Pool& writers, Clock clock, Measure measure, Chore sweep, Morning morning)
    : m_writers(writers),
      m_clock(std::move(clock)),
      m_measure(std::move(measure)),
      m_sweep(std::move(sweep)),
      m_morning(std::move(morning)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

void Upkeep::work(const std::stop_token& stop) {
    std::optional<Date> done;
    std::optional<Date> begun;
    note("server.started", "info",
         fmt::format(R"({{"version": "{}", "process": {}}})", NEXTGEN_VERSION, ::getpid()));
    while (!stop.stop_requested()) {
        if (const Date day = today(m_clock); done != day) {
            run(sql::upkeep::ensurePartitions);
            run(sql::upkeep::refreshStatistics);
            run(sql::upkeep::forgetNotices);
            done = day;
        }
        // People are not told at night.
        const bool isNight = m_clock().plusSeconds(-quietSeconds).dateAt(tehranOffsetMinutes) != today(m_clock);
        if (m_morning && !isNight && begun != today(m_clock)) {
            begun = today(m_clock);
            run("morning", [&] {
                SystemSession session(m_writers);
                m_morning(session, *begun);
            });
        }
        run(sql::upkeep::forgetChanges);
        if (m_sweep) {
            run("sweep", m_sweep);
        }
        std::unique_lock lock(m_mutex);
        m_stopped.wait_for(lock, stop, lookInterval, [] { return false; });
        measure();
    }
    note("server.stopped", "info", fmt::format(R"({{"process": {}}})", ::getpid()));
}

/// Tomorrow is another day: three months are made ahead, so that one that fails does no harm.
void Upkeep::run(const Query& query) {
    run(query.name, [&] { SystemSession(m_writers).query(query); });
}

void Upkeep::run(std::string_view name, const Chore& chore) {
    try {
        chore();
    } catch (const std::exception& failure) {
        spdlog::warn("upkeep, {}: {}", name, failure.what());
        note("upkeep.failed", "warning", fmt::format(R"({{"statement": "{}"}})", name));
    }
}

void Upkeep::note(std::string_view kind, std::string_view level, const std::string& details) {
    try {
        SystemSession(m_writers).query(sql::upkeep::insertEvent, kind, level, details);
    } catch (const std::exception& failure) {
        spdlog::warn("{} cannot be noted: {}", kind, failure.what());
    }
}

void Upkeep::measure() {
    try {
        SystemSession(m_writers).query(sql::upkeep::insertMeasurements, m_measure());
    } catch (const std::exception& failure) {
        spdlog::warn("measurements cannot be kept: {}", failure.what());
    }
}

}  // namespace nextgen::db
