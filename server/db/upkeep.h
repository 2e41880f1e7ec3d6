#pragma once

#include "server/clock.h"
#include "server/db/session.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace nextgen::db {

/// What the database needs every day: the partitions of the months ahead, and its statistics reckoned anew.
/// Done when the server starts and when a day begins in Tehran, beside the requests.
class Upkeep {
  public:
    Upkeep(Pool& writers, Clock clock);
    ~Upkeep() = default;

  private:
    void work(const std::stop_token& stop);
    void run(const Query& query);

    Pool& m_writers;
    Clock m_clock;
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread;  ///< last: it uses the others
};

}  // namespace nextgen::db
