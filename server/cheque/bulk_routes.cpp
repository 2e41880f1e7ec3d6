#include "server/cheque/bulk_routes.h"

#include "server/cheque/cheque_repository.h"
#include "server/cheque/cheque_service.h"
#include "server/cheque/exchange_repository.h"
#include "server/cheque/move_json.h"
#include "server/dealer/dealer_repository.h"
#include "server/http/entity_list.h"
#include "shared/cheque/ras.h"
#include "shared/cheque/twin.h"

#include <algorithm>
#include <map>

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

constexpr std::size_t twinsMax = 200;

/// A cheque of a bulk move: what it was named by, and on which day it is moved.
struct BulkRow {
    Json given;
    tl::expected<ChequeId, Error> cheque;
    Date occurredOn;
};

tl::expected<ChequeId, Error> chequeOf(const std::string& sayadId,
                                       const std::multimap<std::string, ChequeId>& found) {
    const auto fault = [](ErrorCode code) { return tl::unexpected(Error{code, {}, {}}); };
    if (sayadId.empty()) {
        return fault(ErrorCode::SayadIdInvalid);
    }
    const auto [first, last] = found.equal_range(sayadId);
    if (first == last) {
        return fault(ErrorCode::NotFound);
    }
    if (std::next(first) != last) {
        return fault(ErrorCode::ChequeAmbiguous);
    }
    return first->second;
}

/// {"move", "ids" or "sayad_ids", "dates", and what the move takes}: what can be moved is moved, the rest says
/// why not.
Answer moveMany(Request& request, db::Transaction& transaction, const Clock& clock) {
    Json body = request.json();
    Errors errors;
    Move move = Move::Deposit;
    if (const auto found = body.find("move"); found == body.end()) {
        errors.push_back({ErrorCode::FieldRequired, "/move", {}});
    } else if (auto error = describe::valueFromJson(*found, move); error || move == Move::Receive) {
        errors.push_back(
            {ErrorCode::ValueNotAllowed, "/move", error ? error->arguments : decltype(error->arguments){}});
    }
    const bool isBySayadId = body.contains("sayad_ids") && !body.contains("ids");
    std::vector<ChequeId> ids;
    std::vector<std::string> sayadIds;
    if (isBySayadId) {
        sayadIds = readSayadIds(body, "sayad_ids", bulkMax, errors);
    } else {
        ids = readIds(body, "ids", bulkMax, errors);
    }
    const std::size_t count = isBySayadId ? sayadIds.size() : ids.size();
    const Date day = today(clock);
    std::map<std::size_t, Date> dates;
    if (const auto found = body.find("dates"); found != body.end() && !found->is_null()) {
        if (!found->is_array() || found->size() != count) {
            errors.push_back({ErrorCode::FieldTypeInvalid, "/dates", {{"expected", "a date or null for each"}}});
        } else {
            for (std::size_t i = 0; i < found->size(); ++i) {
                std::optional<Date> date;
                const std::string pointer = "/dates/" + std::to_string(i);
                if (auto error = describe::valueFromJson((*found)[i], date)) {
                    errors.push_back({error->code, pointer, error->arguments});
                } else if (date && *date > day) {
                    errors.push_back({ErrorCode::OccurredOnInFuture, pointer, {}});
                } else if (date) {
                    dates.emplace(i, *date);
                }
            }
        }
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const Json given = body[isBySayadId ? "sayad_ids" : "ids"];
    for (const char* read : {"move", isBySayadId ? "sayad_ids" : "ids", "dates"}) {
        body.erase(read);
    }
    const auto details = readMove(move, body, clock);
    if (!details) {
        return tl::unexpected(details.error());
    }

    std::multimap<std::string, ChequeId> found;
    if (isBySayadId) {
        found = findBySayadIds(transaction, request.caller().tenant, sayadIds);
    }
    std::vector<MoveOutcome> outcomes(count);
    std::map<Date, std::vector<std::size_t>> byDate;
    for (std::size_t i = 0; i < count; ++i) {
        const auto cheque = isBySayadId ? chequeOf(sayadIds[i], found) : tl::expected<ChequeId, Error>(ids[i]);
        outcomes[i].id = cheque.value_or(ChequeId());
        if (!cheque) {
            outcomes[i].refusal = cheque.error();
            continue;
        }
        const auto date = dates.find(i);
        byDate[date == dates.end() ? details->occurredOn : date->second].push_back(i);
    }
    for (const auto& [date, places] : byDate) {
        std::vector<ChequeId> together;
        together.reserve(places.size());
        for (const std::size_t place : places) {
            together.push_back(outcomes[place].id);
        }
        MoveDetails onDay = *details;
        onDay.occurredOn = date;
        auto moved = moveCheques(transaction, together, move, onDay);
        for (std::size_t i = 0; i < places.size(); ++i) {
            outcomes[places[i]] = std::move(moved[i]);
        }
    }
    Json answer = resultsToJson(outcomes, request.language);
    if (isBySayadId) {
        for (std::size_t i = 0; i < count; ++i) {
            Json& result = answer["results"][i];
            result["given"] = given[i];
            if (!outcomes[i].id) {
                result["id"] = nullptr;
            }
        }
    }
    return Response::json(answer);
}

/// The cheques of a body's list, judged as new ones are; their faults at /name/place/field.
std::vector<Cheque> readCheques(const Json& body, const std::string& name, std::size_t most, bool isJudged,
                                Errors& errors) {
    std::vector<Cheque> cheques;
    const auto found = body.find(name);
    if (found == body.end() || !found->is_array() || found->empty()) {
        errors.push_back({ErrorCode::FieldRequired, '/' + name, {}});
        return cheques;
    }
    if (found->size() > most) {
        errors.push_back({ErrorCode::TooManyRecords, '/' + name, {{"limit", std::to_string(most)}}});
        return cheques;
    }
    for (const Json& one : *found) {
        Cheque cheque;
        Errors faults = isJudged ? describe::fromRequest(one, cheque) : describe::applyPatch(one, cheque);
        Errors worse = checkNewCheque(cheque);
        if (isJudged && faults.empty()) {
            faults = std::move(worse);
        }
        for (Error& fault : faults) {
            fault.pointer = '/' + name + '/' + std::to_string(cheques.size()) + fault.pointer;
            errors.push_back(std::move(fault));
        }
        cheques.push_back(std::move(cheque));
    }
    return cheques;
}

/// {"cheques": […]}: for each, what may be the same paper, in the list before it and among what is recorded.
Answer findTwins(Request& request, db::Database& database) {
    const Json& body = request.json();
    Errors errors;
    const auto cheques = readCheques(body, "cheques", twinsMax, false, errors);
    for (const auto& [key, value] : body.items()) {
        if (key != "cheques") {
            errors.push_back({ErrorCode::FieldUnknown, describe::detail::pointerTo(key), {}});
        }
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    Json results = Json::array();
    for (std::size_t i = 0; i < cheques.size(); ++i) {
        Json twins = Json::array();
        for (std::size_t before = 0; before < i; ++before) {
            if (const auto by = twinOf(cheques[i], cheques[before])) {
                twins.push_back({{"place", before},
                                 {"cheque", nullptr},
                                 {"by", describe::nameOf(*by)},
                                 {"is_certain", isCertain(*by)}});
            }
        }
        results.push_back({{"twins", std::move(twins)}});
    }
    db::ReadSession session(database.readers, request.tenantContext());
    for (const LikelyTwin& likely : findLikelyTwins(session, request.caller().tenant, cheques)) {
        if (const auto by = twinOf(cheques[likely.place], likely.cheque)) {
            results[likely.place]["twins"].push_back({{"place", nullptr},
                                                      {"cheque", describe::toJson(likely.cheque)},
                                                      {"by", describe::nameOf(*by)},
                                                      {"is_certain", isCertain(*by)}});
        }
    }
    return Response::json({{"results", std::move(results)}});
}

Json exchangeToJson(const Exchange& exchange) {
    Json json = describe::toJson(exchange);
    json["difference"] = (exchange.inAmount - exchange.outAmount).rials();
    json["ras_days"] = exchange.outRasOn.daysUntil(exchange.inRasOn);
    return json;
}

Json wholeExchange(db::Session& session, TenantId tenant, ExchangeId id) {
    Json json = exchangeToJson(*findExchange(session, tenant, id));
    const ExchangeCheques cheques = findExchangeCheques(session, tenant, id);
    for (const auto& [name, side] : {std::pair("out", &cheques.out), {"in", &cheques.in}}) {
        json[name] = Json::array();
        for (const Cheque& cheque : *side) {
            json[name].push_back(describe::toJson(cheque));
        }
    }
    return json;
}

std::vector<Due> duesOf(const std::vector<Cheque>& cheques) {
    std::vector<Due> dues;
    for (const Cheque& cheque : cheques) {
        dues.push_back({cheque.amount, cheque.dueOn});
    }
    return dues;
}

Money totalOf(const std::vector<Cheque>& cheques) {
    Money total;
    for (const Cheque& cheque : cheques) {
        total += cheque.amount;
    }
    return total;
}

/// {"out": ids, "in": cheques, "occurred_on", "note"}: the ones given back, the others received, or nothing.
Answer exchangeCheques(Request& request, db::Transaction& transaction, secret::Vault& vault,
                       const Clock& clock) {
    Json body = request.json();
    Errors errors;
    const auto out = readIds(body, "out", exchangeChequesMax, errors);
    auto in = readCheques(body, "in", exchangeChequesMax, true, errors);
    body.erase("out");
    body.erase("in");
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const auto details = readMove(Move::Return, body, clock);
    if (!details) {
        return tl::unexpected(details.error());
    }
    const TenantId tenant = request.caller().tenant;
    std::vector<Cheque> given;
    for (const ChequeId id : out) {
        if (std::ranges::count(out, id) > 1) {
            return refuse(Error{ErrorCode::RecordRepeated, {}, {}});
        }
        if (auto cheque = findCheque(transaction, tenant, id)) {
            given.push_back(std::move(*cheque));
        } else {
            errors.push_back({ErrorCode::NotFound, "/out/" + std::to_string(given.size()), {}});
            return tl::unexpected(Problem(std::move(errors)));
        }
    }
    const DealerId dealer = given.front().dealerId;
    const auto isDealers = [&](const Cheque& cheque) { return cheque.dealerId == dealer; };
    if (!std::ranges::all_of(given, isDealers) || !std::ranges::all_of(in, isDealers)) {
        return refuse(ErrorCode::DealersDiffer);
    }
    const auto outcomes = moveCheques(transaction, out, Move::Return, *details);
    if (const auto refused =
            std::ranges::find_if(outcomes, [](const MoveOutcome& one) { return one.refusal.has_value(); });
        refused != outcomes.end()) {
        Problem problem(*refused->refusal);
        problem.with("results", outcomesToJson(outcomes, request.language));
        return tl::unexpected(std::move(problem));
    }
    std::vector<ChequeId> received;
    for (const Cheque& cheque : in) {
        received.push_back(insertCheque(transaction, vault.forWriting(transaction), cheque, details->occurredOn));
    }
    const Exchange exchange{{},
                            dealer,
                            {},
                            details->occurredOn,
                            totalOf(given),
                            totalOf(in),
                            *rasOf(duesOf(given)),
                            *rasOf(duesOf(in)),
                            details->note,
                            {}};
    const ExchangeId id = insertExchange(transaction, exchange, out, received);
    return Response::created("/cheque_exchanges/" + id.toString(), wholeExchange(transaction, tenant, id));
}

Answer getExchange(Request& request, db::Database& database) {
    const auto id = request.requireId<ExchangeId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const TenantId tenant = request.caller().tenant;
    if (!findExchange(session, tenant, *id)) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json(wholeExchange(session, tenant, *id));
}

}  // namespace

void addBulkRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault) {
    routes.onWrite("cheques.bulk", [clock](Request& request, db::Transaction& transaction) {
        return moveMany(request, transaction, clock);
    });
    routes.on("cheques.twins", [&database](Request& request) { return findTwins(request, database); });
    routes.onWrite("cheque_exchanges.create", [clock, &vault](Request& request, db::Transaction& transaction) {
        return exchangeCheques(request, transaction, vault, clock);
    });
    routes.on("cheque_exchanges.list", [&database](Request& request) {
        const auto query = request.listQuery();
        if (!query) {
            return Answer(tl::unexpected(query.error()));
        }
        db::ReadSession session(database.readers, request.tenantContext());
        return http::listAnswer(session, *query, exchangeSource(request.caller().tenant), [](const db::Row& row) {
            return exchangeToJson(db::decode<Exchange>(row));
        });
    });
    routes.on("cheque_exchanges.get",
              [&database](Request& request) { return getExchange(request, database); });
}

}  // namespace nextgen::cheque
