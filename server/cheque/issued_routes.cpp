#include "server/cheque/issued_routes.h"

#include "server/cheque/move_json.h"
#include "server/sql.h"
#include "shared/cheque/issued.h"
#include "shared/describe/json.h"

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

Json namesOf(const std::vector<IssuedMove>& moves) {
    Json names = Json::array();
    for (const IssuedMove move : moves) {
        names.push_back(describe::nameOf(move));
    }
    return names;
}

Problem moveRefused(IssuedStatus status) {
    std::string allowed;
    for (const IssuedMove move : allowedMoves(status)) {
        allowed.append(allowed.empty() ? "" : ", ").append(describe::nameOf(move));
    }
    return Problem(Error{ErrorCode::MoveNotAllowed,
                         {},
                         {{"status", std::string(describe::nameOf(status))},
                          {"allowed", allowed.empty() ? "-" : allowed}}})
        .with("allowed_moves", namesOf(allowedMoves(status)));
}

Answer moveIssued(Request& request, db::Transaction& transaction, IssuedMove move, const Clock& clock) {
    const auto id = request.requireId<IssuedId>();
    if (!id) {
        return refuse(id.error());
    }
    // Its body is that of every move without more to say.
    const auto details = readMove(Move::Clear, request.json(), clock);
    if (!details) {
        return tl::unexpected(details.error());
    }
    const TenantId tenant = request.caller().tenant;
    const db::Rows rows = transaction.query(sql::cheque::lockIssued, tenant, *id);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    const db::Row cheque = rows.one();
    const auto status = cheque.get<IssuedStatus>("status");
    IssuedStatus to = status;
    std::optional<IssuedEventId> undoes;
    if (move == IssuedMove::Undo) {
        if (!isUndoable(cheque.get<IssuedMove>("move"))) {
            return refuse(ErrorCode::NothingToUndo);
        }
        undoes = cheque.get<IssuedEventId>("event_id");
        to = cheque.get<IssuedStatus>("from_status");
    } else if (const IssuedTransition* transition = transitionOf(status, move)) {
        to = transition->to;
    } else {
        return tl::unexpected(moveRefused(status));
    }
    transaction.query(sql::cheque::moveIssued, tenant, *id, to, move, status, details->occurredOn, details->note,
                      undoes);
    return Response::json({{"id", id->toString()},
                           {"status", describe::nameOf(to)},
                           {"allowed_moves", namesOf(allowedMoves(to))},
                           {"undoable_move", isUndoable(move) ? Json(describe::nameOf(move)) : Json(nullptr)}});
}

Answer listEvents(Request& request, db::Database& database) {
    const auto id = request.requireId<IssuedId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    Json items = Json::array();
    for (const db::Row row : session.query(sql::cheque::listIssuedEvents, request.caller().tenant, *id)) {
        items.push_back(describe::toJson(db::decode<IssuedEvent>(row)));
    }
    // Every one has its issue, so none means no such cheque for this caller.
    if (items.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json({{"items", std::move(items)}, {"next_cursor", nullptr}});
}

}  // namespace

void addIssuedRoutes(http::Routes& routes, db::Database& database, const Clock& clock) {
    routes.on("issued_cheques.events", [&database](Request& request) { return listEvents(request, database); });
    for (const describe::Choice& choice : issuedMoves) {
        const auto move = static_cast<IssuedMove>(choice.value);
        if (move != IssuedMove::Issue) {
            routes.onWrite("issued_cheques." + std::string(choice.name),
                           [clock, move](Request& request, db::Transaction& transaction) {
                               return moveIssued(request, transaction, move, clock);
                           });
        }
    }
}

}  // namespace nextgen::cheque
