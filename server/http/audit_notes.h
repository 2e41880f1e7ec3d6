#pragma once

#include "server/http/problem.h"
#include "server/http/request.h"

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace nextgen::db {
class Pool;
}

namespace nextgen::http {

/// Notes in the audit trail what no trigger sees: what signed-in people were not allowed to do, and the files
/// that they were given. What fails is logged, and changes no answer.
class AuditNotes {
  public:
    explicit AuditNotes(db::Pool& writers) : m_writers(writers) {}

    /// Of an answer of 403. The same attempt of the same person is noted once a minute, so that the trail
    /// cannot be flooded; the next line says how often it was made meanwhile.
    void denied(const Request& request, const Problem& problem);
    /// Of an answer that is a file to keep.
    void exported(const Request& request);

  private:
    void write(const Request& request, std::string_view action, const Json& values);

    using Clock = std::chrono::steady_clock;
    struct Attempt {
        Clock::time_point noted;
        int repeated = 0;
    };

    db::Pool& m_writers;
    std::mutex m_mutex;
    std::unordered_map<std::string, Attempt> m_recent;
};

}  // namespace nextgen::http
