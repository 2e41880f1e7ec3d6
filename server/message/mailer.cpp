#include "server/message/mailer.h"

#include "server/sql.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace nextgen::message {

namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 3s;
constexpr int atOnce = 20;
constexpr int attemptsMax = 14;
constexpr std::int64_t minuteUs = 60'000'000;
constexpr std::int64_t pauseMinutesMax = 6 * 60;

/// After the first attempt a minute, then twice as long each time.
std::int64_t pauseMinutes(int attempts) {
    return std::min(pauseMinutesMax, std::int64_t{1} << std::min(attempts - 1, 10));
}

}  // namespace

struct Mailer::Due {
    TenantId tenant;
    std::int64_t id;
    std::string code;
    std::string recipient;
    std::string title;
    std::string body;
    std::int64_t source;
    int attempts;
};

Mailer::Mailer(db::Pool& writers, PostSettings settings, std::map<std::string, Fill> fills, Clock clock)
    : m_writers(writers),
      m_settings(std::move(settings)),
      m_fills(std::move(fills)),
      m_clock(std::move(clock)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

void Mailer::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        std::size_t sent = 0;
        try {
            sent = sendDue(stop);
        } catch (const std::exception& failure) {
            spdlog::warn("e-mails cannot be sent now: {}", failure.what());
        }
        if (sent < atOnce) {
            m_stopped.wait_for(lock, stop, lookInterval, [] { return false; });
        }
    }
}

std::size_t Mailer::sendDue(const std::stop_token& stop) {
    std::vector<Due> due;
    {
        const db::Rows rows = db::SystemSession(m_writers).query(sql::message::claimEmails, atOnce);
        for (const db::Row row : rows) {
            due.push_back({row.get<TenantId>("tenant_id"), row.get<std::int64_t>("id"),
                           row.get<std::string>("code"), row.get<std::string>("recipient"),
                           row.get<std::string>("title"), row.get<std::string>("body"),
                           row.get<std::optional<std::int64_t>>("source_id").value_or(0),
                           row.get<int>("attempts")});
        }
    }
    for (const Due& one : due) {
        if (stop.stop_requested()) {
            break;  // another server takes the rest, once nobody can be at them any more
        }
        send(one);
    }
    return due.size();
}

void Mailer::send(const Due& due) {
    const Instant now = m_clock();
    std::optional<std::string> body = due.body;
    if (const auto fill = m_fills.find(due.code); fill != m_fills.end()) {
        body = fill->second(due.tenant, due.source, due.body);
    }
    std::string status = "cancelled";
    std::string reason = "out_of_date";
    std::optional<Instant> next;
    std::optional<Instant> sentAt;
    if (body) {
        const Delivery delivery = deliver(
            m_settings, {m_settings.from, due.recipient, due.title, *std::move(body),
                         fmt::format("{}.{}", due.tenant.toString(), due.id), now});
        reason = delivery.reason;
        switch (delivery.state) {
            case Delivery::State::Taken:
                status = "sent";
                sentAt = m_clock();
                break;
            case Delivery::State::Refused:
                status = "failed";
                break;
            case Delivery::State::Later:
                status = due.attempts < attemptsMax ? "queued" : "failed";
                next = Instant(now.microseconds() + pauseMinutes(due.attempts) * minuteUs);
                break;
        }
        if (delivery.state != Delivery::State::Taken) {
            spdlog::warn("e-mail {} of tenant {} ({}), attempt {}: {}", due.id, due.tenant.toString(), due.code,
                         due.attempts, reason);
        }
    }
    db::Transaction transaction(m_writers, {due.tenant, {}, {}, {}, {}});
    transaction.query(sql::message::settleEmail, due.tenant, due.id, status, reason, next, sentAt);
    transaction.commit();
}

}  // namespace nextgen::message
