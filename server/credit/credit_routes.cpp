#include "server/credit/credit_routes.h"

#include "server/credit/credit_repository.h"
#include "server/dealer/dealer_repository.h"
#include "server/http/entity_list.h"
#include "server/sql.h"
#include "shared/cheque/cheque_status.h"
#include "shared/credit/ledger.h"
#include "shared/dealer/dealer.h"

#include <algorithm>

namespace nextgen::credit {

namespace {

using http::Answer;
using http::Json;
using http::Request;
using http::Response;

constexpr int statementLinesMax = 2'000;
/// Before every posting.
const Date beginning = *Date::of(1900, 1, 1);

/// The dealer that the path names, as far as the caller may see it.
Result<dealer::Dealer> requireDealer(const Request& request, db::Session& session) {
    const auto id = request.requireId<DealerId>();
    if (!id) {
        return refuse(id.error());
    }
    auto found = dealer::findDealer(session, request.caller().tenant, *id);
    if (!found) {
        return refuse(ErrorCode::NotFound);
    }
    return std::move(*found);
}

Answer answerExposure(Request& request, db::Database& database, const Clock& clock) {
    const auto id = request.requireId<DealerId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const auto exposure = findExposure(session, request.caller().tenant, *id, clock());
    if (!exposure) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json(describe::toJson(*exposure));
}

Answer answerExposurePart(Request& request, db::Database& database) {
    const std::string_view part = request.pathParameter("part");
    if (std::find(exposureParts.begin(), exposureParts.end(), part) == exposureParts.end()) {
        return refuse(ErrorCode::NotFound);
    }
    const TenantId tenant = request.caller().tenant;
    const auto statuses = statusesInPart(part);
    Money total;
    {
        db::ReadSession session(database.readers, request.tenantContext());
        const auto dealer = requireDealer(request, session);
        if (!dealer) {
            return refuse(dealer.error());
        }
        total = session.query(sql::credit::sumPartCheques, tenant, dealer->id, statuses)
                    .one()
                    .get<Money>("total");
    }
    auto answer = http::answerList<ExposureDocument>(
        request, database.readers,
        {sql::credit::listPartCheques.text,
         {db::toSql(tenant), db::toSql(*request.requireId<DealerId>()), db::toSql(statuses)}});
    if (answer) {
        auto page = Json::parse(answer->body);
        page["total"] = total.rials();
        return Response::json(page);
    }
    return answer;
}

Answer answerLedger(Request& request, db::Database& database) {
    DealerId id;
    {
        db::ReadSession session(database.readers, request.tenantContext());
        const auto dealer = requireDealer(request, session);
        if (!dealer) {
            return refuse(dealer.error());
        }
        id = dealer->id;
    }
    return http::answerList<LedgerLine>(
        request, database.readers,
        {sql::credit::listLedger.text,
         {db::toSql(request.caller().tenant), db::toSql(id), db::toSql(beginning)}});
}

/// Opening balances before `from`, at most statementLinesMax lines up to `to`, closing balances after it.
Answer answerStatement(Request& request, db::Database& database, const Clock& clock) {
    const auto dateOf = [&](std::string_view name, Date otherwise) {
        return Date::parse(request.parameter(name)).value_or(otherwise);
    };
    const Date from = dateOf("from", beginning);
    const Date to = dateOf("to", today(clock));

    db::ReadSession session(database.readers, request.tenantContext());
    const auto dealer = requireDealer(request, session);
    if (!dealer) {
        return refuse(dealer.error());
    }
    const TenantId tenant = request.caller().tenant;
    const auto balancesBefore = [&](Date day) {
        Json balances = Json::object();
        for (const db::Row row : session.query(sql::credit::selectBalances, tenant, dealer->id, day)) {
            balances[row.get<std::string>("account")] = row.get<Money>("balance").rials();
        }
        return balances;
    };
    const std::string lines = std::string(sql::credit::listLedger.text) +
                              " AND posted_on <= $4::date ORDER BY posted_on, id LIMIT $5::int";
    const db::Rows rows = session.runText(lines, {db::toSql(tenant), db::toSql(dealer->id), db::toSql(from),
                                                  db::toSql(to), db::toSql(statementLinesMax + 1)});
    Json items = Json::array();
    for (const db::Row row : rows) {
        if (items.size() < statementLinesMax) {
            items.push_back(describe::toJson(db::decode<LedgerLine>(row)));
        }
    }
    return Response::json({{"dealer", describe::toJson(*dealer)},
                           {"from", from.toString()},
                           {"to", to.toString()},
                           {"opening", balancesBefore(from)},
                           {"lines", std::move(items)},
                           {"is_complete", rows.size() <= statementLinesMax},
                           {"closing", balancesBefore(to.plusDays(1))}});
}

Answer answerAging(Request& request, db::Database& database, const Clock& clock) {
    db::ReadSession session(database.readers, request.tenantContext());
    const auto dealer = requireDealer(request, session);
    if (!dealer) {
        return refuse(dealer.error());
    }
    const Date day = today(clock);
    Json parts = Json::array();
    Json total = Json::object();
    for (const db::Row row :
         session.query(sql::credit::selectAging, request.caller().tenant, dealer->id, day)) {
        Json part{{"part", cheque::exposurePartOf(row.get<cheque::Status>("status"))},
                  {"status", row.get<std::string>("status")}};
        for (const std::string_view bucket :
             {"not_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90"}) {
            const std::int64_t amount = row.get<Money>(bucket).rials();
            const std::string name(bucket);
            part[name] = amount;
            total[name] = total.value(name, std::int64_t{0}) + amount;
        }
        parts.push_back(std::move(part));
    }
    return Response::json(
        {{"as_of", day.toString()}, {"parts", std::move(parts)}, {"total", std::move(total)}});
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, const Clock& clock) {
    routes.on("credit.exposure",
              [&database, clock](Request& request) { return answerExposure(request, database, clock); });
    routes.on("credit.exposure_part",
              [&database](Request& request) { return answerExposurePart(request, database); });
    routes.on("credit.ledger", [&database](Request& request) { return answerLedger(request, database); });
    routes.on("credit.statement",
              [&database, clock](Request& request) { return answerStatement(request, database, clock); });
    routes.on("credit.aging",
              [&database, clock](Request& request) { return answerAging(request, database, clock); });
}

}  // namespace nextgen::credit
