#include "server/audit/sealer.h"

#include <spdlog/spdlog.h>

#include <chrono>

namespace nextgen::audit {

namespace {

using namespace std::chrono_literals;

// What is committed within it shares a seal: the chain then costs a busy server five transactions a second.
constexpr auto gatherTime = 200ms;
constexpr auto lookInterval = 5s;

}  // namespace

Sealer::Sealer(db::Pool& writers, secret::Vault& vault, std::filesystem::path anchorFile, const Clock& clock)
    : m_keeper(writers, vault, std::move(anchorFile), clock),
      m_clock(clock),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

void Sealer::wake() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_isWanted) {
            return;
        }
        m_isWanted = true;
    }
    m_woken.notify_one();
}

void Sealer::work(const std::stop_token& stop) {
    std::optional<Date> anchored;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_woken.wait_for(lock, stop, lookInterval, [this] { return m_isWanted; });
        m_woken.wait_for(lock, stop, gatherTime, [] { return false; });
        m_isWanted = false;
        lock.unlock();
        const Date day = today(m_clock);
        if (anchored == day) {
            guarded([this] { m_keeper.sealAll(); });
        } else {
            guarded([&] {
                m_keeper.sealAll();
                m_keeper.anchorAll(Instant::startOf(day, tehranOffsetMinutes));
                anchored = day;
            });
        }
        lock.lock();
    }
    lock.unlock();
    guarded([this] {
        m_keeper.sealAll();
        m_keeper.anchorAll(Instant());  // what grew could be cut unseen while no server runs
    });
}

void Sealer::guarded(const std::function<void()>& pass) {
    try {
        pass();
    } catch (const std::exception& failure) {
        spdlog::warn("the audit trail cannot be sealed now: {}", failure.what());
    }
}

}  // namespace nextgen::audit
