#include "server/db/pool.h"

#include "server/db/error.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace nextgen::db {

Pool::Pool(PoolSettings settings) : m_settings(std::move(settings)) {
    m_idle.reserve(m_settings.connectionsMax);
}

Pool::~Pool() = default;

Pool::Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection)
    : m_pool(&pool), m_connection(std::move(connection)) {}

Pool::Lease::~Lease() {
    if (m_connection) {
        m_pool->giveBack(std::move(m_connection));
    }
}

Pool::Lease Pool::acquire(const std::string& stickyContext) {
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    const bool isFree =
        m_freed.wait_for(lock, m_settings.waitMax, [this] { return m_inUse < m_settings.connectionsMax; });
    --m_waiting;
    if (!isFree) {
        throw Busy("no database connection became free in time");
    }
    ++m_inUse;
    while (!m_idle.empty()) {
        auto chosen = std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const auto& connection) {
            return connection->stickyContext == stickyContext;
        });
        if (chosen == m_idle.rend()) {
            chosen = m_idle.rbegin();
        }
        std::unique_ptr<Connection> connection = std::move(*chosen);
        m_idle.erase(std::next(chosen).base());
        if (connection->isIdle()) {
            return {*this, std::move(connection)};
        }
        spdlog::info("an idle database connection was lost; making a new one");
    }
    lock.unlock();
    try {
        return {*this, std::make_unique<Connection>(m_settings.connection)};
    } catch (...) {
        giveBack(nullptr);
        throw;
    }
}

void Pool::giveBack(std::unique_ptr<Connection> connection) noexcept {
    const bool isFit = connection && connection->isIdle();
    {
        const std::lock_guard lock(m_mutex);
        --m_inUse;
        if (isFit) {
            m_idle.push_back(std::move(connection));
        }
    }
    m_freed.notify_one();
}

bool Pool::isHealthy() noexcept {
    try {
        acquire()->script("SELECT 1");
        return true;
    } catch (const std::exception& failure) {
        spdlog::warn("the database does not answer: {}", failure.what());
        return false;
    }
}

PoolState Pool::state() const {
    const std::lock_guard lock(m_mutex);
    return {m_settings.connectionsMax, m_idle.size(), m_inUse, m_waiting};
}

}  // namespace nextgen::db
