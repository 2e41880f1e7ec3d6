#include "server/cheque/cheque_routes.h"

#include "server/cheque/cheque_repository.h"
#include "server/cheque/cheque_service.h"
#include "server/cheque/move_json.h"
#include "server/dealer/dealer_repository.h"
#include "server/http/entity_list.h"
#include "server/secret/reveal.h"
#include "server/sql.h"
#include "shared/api/reveal.h"
#include "shared/cheque/bounce.h"

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

Json movesToJson(Status status) {
    Json names = Json::array();
    for (const Move move : allowedMoves(status)) {
        names.push_back(describe::nameOf(move));
    }
    return names;
}

/// A cheque on its own, with what may be done to it.
Response answerOf(const Cheque& cheque, std::optional<Move> undoable, int status = 200) {
    Json json = describe::toJson(cheque);
    json["allowed_moves"] = movesToJson(cheque.status);
    json["undoable_move"] = undoable ? Json(describe::nameOf(*undoable)) : Json(nullptr);
    return Response::json(status, json).withVersion(cheque.version);
}

Answer getCheque(Request& request, db::Database& database) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const TenantId tenant = request.caller().tenant;
    const auto found = findCheque(session, tenant, *id);
    if (!found) {
        return refuse(ErrorCode::NotFound);
    }
    return answerOf(*found, undoableMove(session, tenant, *id));
}

Answer getBounces(Request& request, db::Database& database) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    if (!findCheque(session, request.caller().tenant, *id)) {
        return refuse(ErrorCode::NotFound);
    }
    Json items = Json::array();
    for (const Bounce& bounce : findBounces(session, request.caller().tenant, *id)) {
        items.push_back(describe::toJson(bounce));
    }
    return Response::json({{"items", std::move(items)}, {"next_cursor", nullptr}});
}

Answer getEvents(Request& request, db::Database& database) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    Json items = Json::array();
    for (const Event& event : findEvents(session, request.caller().tenant, *id)) {
        items.push_back(describe::toJson(event));
    }
    // Every cheque has its first event, so none means no such cheque for this caller.
    if (items.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json({{"items", std::move(items)}, {"next_cursor", nullptr}});
}

Answer createCheque(Request& request, db::Transaction& transaction, secret::Vault& vault,
                    const Clock& clock) {
    Cheque cheque;
    Errors errors = describe::fromRequest(request.json(), cheque);
    if (errors.empty()) {
        errors = checkNewCheque(cheque);
    }
    const TenantId tenant = request.caller().tenant;
    if (cheque.dealerId && !dealer::findDealer(transaction, tenant, cheque.dealerId)) {
        errors.push_back({ErrorCode::DealerUnknown, "/dealer_id", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const ChequeId id = insertCheque(transaction, vault.forWriting(transaction), cheque, today(clock));
    const auto made = findCheque(transaction, tenant, id);
    Json json = describe::toJson(*made);
    json["allowed_moves"] = movesToJson(made->status);
    json["undoable_move"] = nullptr;
    return Response::created("/cheques/" + id.toString(), json).withVersion(made->version);
}

/// A secret of a cheque in full, for who may read cheques and secrets.
Answer reveal(Request& request, db::Transaction& transaction, secret::Vault& vault) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    if (!request.caller().may(Permission::ChequesRead)) {
        return tl::unexpected(http::permissionMissing(Permission::ChequesRead));
    }
    api::RevealRequest wanted;
    if (Errors errors = describe::fromRequest(request.json(), wanted); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    auto value = revealCheque(transaction, vault, *id, wanted.field);
    if (!value) {
        return value.error().pointer.empty() ? tl::unexpected(Problem(value.error()))
                                             : tl::unexpected(Problem(Errors{value.error()}));
    }
    return Response::json(describe::toJson(api::Revealed{wanted.field, std::move(*value)}));
}

Answer moveOne(Request& request, db::Transaction& transaction, Move move, const Clock& clock) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    const auto details = readMove(move, request.json(), clock);
    if (!details) {
        return tl::unexpected(details.error());
    }
    const MoveOutcome outcome = moveCheques(transaction, {*id}, move, *details).front();
    if (outcome.refusal) {
        Problem problem(*outcome.refusal);
        if (outcome.status) {
            problem.with("allowed_moves", movesToJson(*outcome.status));
        }
        return tl::unexpected(std::move(problem));
    }
    const TenantId tenant = request.caller().tenant;
    return answerOf(*findCheque(transaction, tenant, *id), undoableMove(transaction, tenant, *id));
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault) {
    routes.onConstraint("cheques_sayad_id_key", ErrorCode::ChequeAlreadyPosted, "/sayad_id");
    routes.onConstraint("cheques_leaf_key", ErrorCode::ChequeAlreadyPosted, "/serial");
    routes.on("cheques.list", [&database, &vault](Request& request) {
        return http::answerList<Cheque>(request, database.readers,
                                        listSource(request.caller().tenant, vault));
    });
    routes.on("cheques.get", [&database](Request& request) { return getCheque(request, database); });
    routes.on("cheques.bounces", [&database](Request& request) { return getBounces(request, database); });
    routes.on("cheques.events", [&database](Request& request) { return getEvents(request, database); });
    routes.onWrite("cheques.create", [clock, &vault](Request& request, db::Transaction& transaction) {
        return createCheque(request, transaction, vault, clock);
    });
    routes.onWrite("cheques.reveal", [&vault](Request& request, db::Transaction& transaction) {
        return reveal(request, transaction, vault);
    });
    for (const describe::Choice& choice : moves) {
        const auto move = static_cast<Move>(choice.value);
        if (move != Move::Receive) {
            routes.onWrite("cheques." + std::string(choice.name),
                           [clock, move](Request& request, db::Transaction& transaction) {
                               return moveOne(request, transaction, move, clock);
                           });
        }
    }
}

}  // namespace nextgen::cheque
