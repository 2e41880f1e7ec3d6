#pragma once

#include "server/clock.h"
#include "server/db/session.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace nextgen::db {

/// What the database needs every day: the partitions of the months ahead, and its statistics reckoned anew,
/// when the server starts and when a day begins in Tehran. Keeps the program's diary, too: starts, stops and
/// what failed in system_events, its measurements every ten minutes and at the end in performance_metrics.
/// All of it beside the requests; what fails is logged and harms nothing.
class Upkeep {
  public:
    /// The measurements of the moment as JSON: [{"name": "nextgen_…", "labels": {…}, "value": …}].
    using Measure = std::function<std::string()>;

    /// What else is done at each look, every ten minutes; it may throw.
    using Chore = std::function<void()>;
    /// What is done once a day from seven in the morning in Tehran: what people are told of. It may throw.
    using Morning = std::function<void(Session& session, Date day)>;

    /// `sweep` and `morning` may be empty.
    Upkeep(Pool& writers, Clock clock, Measure measure, Chore sweep = {}, Morning morning = {});
    ~Upkeep() = default;

  private:
    void work(const std::stop_token& stop);
    void run(const Query& query);
    void run(std::string_view name, const Chore& chore);
    void note(std::string_view kind, std::string_view level, const std::string& details);
    void measure();

    Pool& m_writers;
    Clock m_clock;
    Measure m_measure;
    Chore m_sweep;
    Morning m_morning;
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::db
