#include "server/home/home_routes.h"

#include "server/cheque/cheque_repository.h"
#include "server/cheque_import/cheque_import_repository.h"
#include "server/credit/credit_repository.h"
#include "server/db/error.h"
#include "server/entity/entity_store.h"
#include "server/http/list_query.h"
#include "shared/api/endpoint.h"
#include "shared/credit/exposure.h"
#include "shared/describe/json.h"
#include "shared/home/home.h"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

namespace nextgen::home {

namespace {

using namespace std::chrono_literals;
using http::Answer;
using http::Json;
using http::ListQuery;
using http::ListSource;
using http::Request;
using http::Response;

constexpr auto numberTime = 1'000ms;  ///< for one number or chart
constexpr auto wholeTime = 4'000ms;   ///< no other one is begun after it

using Sources = std::map<std::string_view, std::function<ListSource(TenantId)>>;

/// Where the rows of each list that is counted come from: as the list itself has them.
Sources listSources(secret::Vault& vault) {
    Sources sources;
    sources["cheques"] = [&vault](TenantId tenant) { return cheque::listSource(tenant, vault); };
    sources["cheque_imports"] = [](TenantId tenant) { return cheque_import::listSource(tenant); };
    const auto add = [&](std::string_view list) {
        const api::Entity* entity = api::findEntity(list);
        if (entity != nullptr && !sources.contains(list)) {
            sources[list] = [store = std::make_shared<const entity::EntityStore>(*entity, vault)](
                                TenantId tenant) { return store->listSource(tenant); };
        }
    };
    for (const Figure& figure : figures()) {
        add(figure.list);
    }
    for (const Chart& chart : charts()) {
        add(chart.list);
    }
    return sources;
}

const api::Endpoint& endpointOf(std::string_view list) {
    return api::endpoint(std::string(list) + ".list");
}

/// The lines above are the program's own, so that none of them is refused.
ListQuery queryOf(std::string_view list, std::string_view text) {
    ListQuery::Parameters parameters;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        const auto equals = pair.find('=');
        parameters.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
    }
    auto query = ListQuery::parse(*endpointOf(list).list, list, parameters, http::CursorSeal::unused());
    if (!query) {
        throw std::logic_error(fmt::format("the list {} does not take what its home page asks", list));
    }
    return std::move(*query);
}

/// The numbers of one request, one after the other on one connection.
class Desk {
  public:
    Desk(Request& request, db::Database& database, const Sources& sources, Instant now)
        : m_caller(request.caller()),
          m_sources(sources),
          m_now(now),
          m_today(now.dateAt(tehranOffsetMinutes)),
          m_session(database.readers, request.tenantContext()),
          m_haste(m_session, numberTime) {}

    Json answer() {
        Json numbers = Json::array();
        for (const Figure& figure : figures()) {
            if (isOffered(figure.list, figure.isForStaff, false)) {
                numbers.push_back(count(figure));
            }
        }
        Json drawn = Json::array();
        for (const Chart& chart : charts()) {
            if (isOffered(chart.list, chart.isForStaff, chart.isForDealers) && isDrawn(chart)) {
                drawn.push_back(draw(chart));
            }
        }
        return {{"as_of", m_now.toString()}, {"figures", std::move(numbers)}, {"charts", std::move(drawn)}};
    }

  private:
    bool isOffered(std::string_view list, bool isForStaff, bool isForDealers) const {
        return m_caller.may(endpointOf(list).permission) && !(isForStaff && m_caller.scope.isOutsider()) &&
               !(isForDealers && !m_caller.dealer());
    }

    /// The exposure takes a right of its own, and sales are a vendor's and the staff's to see.
    bool isDrawn(const Chart& chart) const {
        switch (chart.bars) {
            case Bars::Parts:
                return m_caller.may(Permission::CreditRead);
            case Bars::Days:
                return !m_caller.scope.isOutsider() || m_caller.scope.vendor;
            case Bars::Weeks:
            case Bars::Exposures:
                break;
        }
        return true;
    }

    ListSource sourceOf(std::string_view list) const { return m_sources.at(list)(m_caller.tenant); }

    db::Rows run(const http::ListSql& sql) { return m_session.runOnce(sql.text, sql.parameters); }

    /// What `read` adds to `json`, or the reason why it has no number.
    template <class Read>
    Json inTime(Json json, Read&& read) {
        json["code"] = nullptr;
        if (std::chrono::steady_clock::now() - m_begun > wholeTime) {
            json["code"] = errorName(ErrorCode::QueryTooBroad);
            return json;
        }
        try {
            read(json);
        } catch (const db::StatementTimeout&) {
            json["code"] = errorName(ErrorCode::QueryTooBroad);
        }
        return json;
    }

    Json count(const Figure& figure) {
        const std::string query = filledIn(figure.query, m_today);
        return inTime(
            {{"name", figure.name},
             {"list", figure.list},
             {"query", query},
             {"count", nullptr},
             {"amount", nullptr}},
            [&](Json& json) {
                const db::Row row =
                    run(queryOf(figure.list, query).totals(sourceOf(figure.list), figure.amount)).one();
                json["count"] = row.get<std::int64_t>("count");
                if (!figure.amount.empty()) {
                    json["amount"] = row.get<std::int64_t>("amount");
                }
            });
    }

    Json draw(const Chart& chart) {
        const std::string query = filledIn(chart.query, m_today);
        return inTime({{"name", chart.name},
                       {"list", chart.list},
                       {"query", query},
                       {"as_of", m_now.toString()},
                       {"bars", Json::array()}},
                      [&](Json& json) {
                          switch (chart.bars) {
                              case Bars::Weeks:
                                  drawSteps(chart, query, json, "due_on", weekOf(m_today), 7, weeksShown);
                                  break;
                              case Bars::Days:
                                  drawSteps(chart, query, json, "ordered_on", m_today.plusDays(1 - daysShown),
                                            1, daysShown);
                                  addReckonedAt(chart, query, json);
                                  break;
                              case Bars::Exposures:
                                  drawExposures(chart, query, json);
                                  break;
                              case Bars::Parts:
                                  drawParts(json);
                                  break;
                          }
                      });
    }

    /// A bar for each step of days, those of nothing included.
    void drawSteps(const Chart& chart, const std::string& query, Json& json, std::string_view day, Date from,
                   int stepDays, int steps) {
        std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> found;
        const std::string group = fmt::format("({} - DATE '{}') / {}", day, from.toString(), stepDays);
        for (const db::Row& row :
             run(queryOf(chart.list, query).totals(sourceOf(chart.list), chart.amount, group))) {
            found[row.get<std::int64_t>("bar")] = {row.get<std::int64_t>("count"),
                                                   row.get<std::int64_t>("amount")};
        }
        const std::string others = withoutField(query, day);
        for (int step = 0; step < steps; ++step) {
            const Date first = from.plusDays(step * stepDays);
            const auto [count, amount] = found[step];
            json["bars"].push_back(
                {{"label", first.toString()},
                 {"part", nullptr},
                 {"count", count},
                 {"amount", amount},
                 {"list", chart.list},
                 {"query", fmt::format("{}{}{}.gte={}&{}.lte={}", others, others.empty() ? "" : "&", day,
                                       first.toString(), day, first.plusDays(stepDays - 1).toString())}});
        }
    }

    static std::string withoutField(std::string_view query, std::string_view field) {
        std::string rest;
        while (!query.empty()) {
            const std::string_view pair = query.substr(0, query.find('&'));
            if (!pair.starts_with(field)) {
                rest.append(rest.empty() ? "" : "&").append(pair);
            }
            query.remove_prefix(std::min(query.size(), pair.size() + 1));
        }
        return rest;
    }

    /// Statistics are of the moment when they were reckoned.
    void addReckonedAt(const Chart& chart, const std::string& query, Json& json) {
        auto sql = queryOf(chart.list, query + "&limit=1").rows(sourceOf(chart.list));
        const db::Rows rows = run(sql);
        if (!rows.empty()) {
            json["as_of"] = rows[0].get<Instant>("reckoned_at").toString();
        }
    }

    void drawExposures(const Chart& chart, const std::string& query, Json& json) {
        const auto sql = queryOf(chart.list, fmt::format("{}&sort=-exposure&limit={}", query, dealersShown))
                             .rows(sourceOf(chart.list));
        for (const db::Row& row : run(sql)) {
            if (json["bars"].size() < dealersShown) {
                json["bars"].push_back(
                    {{"label", row.get<std::optional<std::string>>("dealer_name").value_or("")},
                     {"part", nullptr},
                     {"count", 1},
                     {"amount", row.get<std::int64_t>("exposure")},
                     {"list", chart.list},
                     {"query", "dealer_id=" + row.get<DealerId>("dealer_id").toString()}});
            }
        }
    }

    /// A part that is made of cheques leads to them; the others to the dealer.
    void drawParts(Json& json) {
        const DealerId dealer = *m_caller.dealer();
        const auto exposure = credit::findExposure(m_session, m_caller.tenant, dealer, m_now);
        if (!exposure) {
            return;
        }
        const Json parts = describe::toJson(*exposure);
        for (const std::string_view part : credit::exposureParts) {
            std::string statuses;
            for (const std::string& status : credit::statusesInPart(part)) {
                statuses += (statuses.empty() ? "" : ",") + status;
            }
            const std::string_view list = statuses.empty() ? "dealer_exposures" : "cheques";
            const std::string query =
                statuses.empty() ? "dealer_id=" + dealer.toString() : "status=" + statuses;
            json["bars"].push_back({{"label", ""},
                                    {"part", part},
                                    {"count", nullptr},
                                    {"amount", parts.at(std::string(part))},
                                    {"list", list},
                                    {"query", query}});
        }
    }

    const http::Caller& m_caller;
    const Sources& m_sources;
    const Instant m_now;
    const Date m_today;
    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    db::ReadSession m_session;
    db::Haste m_haste;
};

/// Rights and rows decide what one is shown: who has the same of both shares an answer.
cache::RecordName nameOf(const http::Caller& caller) {
    return {"home", caller.tenant.value(), static_cast<std::int64_t>(caller.permissions)};
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, cache::AnswerCache& answers, const Clock& clock,
               secret::Vault& vault) {
    routes.on("home", [&database, &answers, clock, sources = listSources(vault)](Request& request) -> Answer {
        const cache::RecordName name = nameOf(request.caller());
        const std::string scope = request.caller().scope.toString();
        if (request.header("Cache-Control").find("no-cache") == std::string_view::npos) {
            if (const auto known = answers.find(name, scope)) {
                return Response::rendered(known->json);
            }
        }
        const auto ticket = answers.ticket(name);
        Response answer = Response::json(Desk(request, database, sources, clock()).answer());
        answers.put(ticket, scope, {answer.body, 0});
        return answer;
    });
}

}  // namespace nextgen::home
