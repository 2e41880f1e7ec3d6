#include "server/http/audit_notes.h"

#include "server/db/session.h"
#include "server/sql.h"
#include "shared/api/entity.h"

#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace nextgen::http {

namespace {

using namespace std::chrono_literals;

constexpr auto silence = 60s;
constexpr std::size_t recentMax = 10'000;

/// The table that an operation is about: of "vendors.create" the one of vendors.
std::string tableOf(std::string_view operation) {
    const std::string_view name = operation.substr(0, operation.find('.'));
    const api::Entity* const entity = api::findEntity(name);
    return std::string(entity == nullptr ? name : entity->table);
}

std::optional<std::int64_t> recordOf(const Request& request) {
    struct Record {};
    const auto id = Id<Record>::parse(request.pathParameter("id"));
    return id ? std::optional(id->value()) : std::nullopt;
}

}  // namespace

void AuditNotes::denied(const Request& request, const Problem& problem) {
    const std::string_view operation = request.endpoint->operation;
    const auto now = Clock::now();
    int repeated = 0;
    {
        const std::string who =
            request.caller().tenant.toString() + '/' + request.caller().user.toString() + '/';
        const std::lock_guard lock(m_mutex);
        if (m_recent.size() >= recentMax) {
            m_recent.clear();
        }
        const auto [attempt, isNew] = m_recent.try_emplace(who + std::string(operation), Attempt{now});
        if (!isNew && attempt->second.noted + silence > now) {
            ++attempt->second.repeated;
            return;
        }
        repeated = std::exchange(attempt->second, Attempt{now}).repeated;
    }
    Json told{{"operation", operation}, {"code", errorName(problem.error().code)}};
    for (const auto& [name, value] : problem.error().arguments) {
        told[name] = value;
    }
    if (repeated > 0) {
        told["repeated"] = repeated;
    }
    write(request, "denied", told);
}

void AuditNotes::exported(const Request& request) {
    write(request, "export", {{"operation", request.endpoint->operation}});
}

void AuditNotes::write(const Request& request, std::string_view action, const Json& values) {
    try {
        db::Transaction transaction(m_writers, request.tenantContext());
        transaction.query(sql::audit::insertAct, request.caller().tenant, action,
                          tableOf(request.endpoint->operation), recordOf(request), values);
        transaction.commit();
    } catch (const std::exception& failure) {
        spdlog::error("request {}: {} cannot be noted in the audit trail: {}", request.requestId, action,
                      failure.what());
    }
}

}  // namespace nextgen::http
