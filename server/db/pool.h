#pragma once

#include "server/db/connection.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace nextgen::db {

struct PoolSettings {
    ConnectionSettings connection;
    std::size_t connectionsMax = 8;
    std::chrono::milliseconds waitMax{2'000};  ///< how long a thread waits for a connection before Busy
};

struct PoolState {
    std::size_t connectionsMax = 0;
    std::size_t idle = 0;
    std::size_t inUse = 0;
    std::size_t waiting = 0;
};

/// A bounded set of connections, opened when first needed, shared by all threads. A connection whose state is
/// in doubt when it comes back is closed.
class Pool {
  public:
    explicit Pool(PoolSettings settings);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// A connection for the time of one session.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection);
        ~Lease();
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        Connection* operator->() const { return m_connection.get(); }

      private:
        Pool* m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    /// Busy when none becomes free in time, Unavailable when the database cannot be reached. Of the idle
    /// connections one with this sticky context is preferred.
    Lease acquire(const std::string& stickyContext = {});

    /// Whether the database answers a SELECT on a pooled connection.
    bool isHealthy() noexcept;
    PoolState state() const;

  private:
    void giveBack(std::unique_ptr<Connection> connection) noexcept;

    const PoolSettings m_settings;
    mutable std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<std::unique_ptr<Connection>> m_idle;  ///< the most recently used last
    std::size_t m_inUse = 0;
    std::size_t m_waiting = 0;
};

}  // namespace nextgen::db
