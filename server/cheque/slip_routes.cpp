#include "server/cheque/slip_routes.h"

#include "server/cheque/move_json.h"
#include "server/cheque/slip_repository.h"
#include "server/cheque/slip_service.h"
#include "server/http/entity_list.h"
#include "shared/core/words.h"

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

/// A slip on its own, with its total as slips have it in words.
Response answerOf(const Slip& slip, int status = 200) {
    Json json = describe::toJson(slip);
    json["total_in_words"] = numberInPersianWords(slip.totalAmount.rials());
    return Response::json(status, json).withVersion(slip.version);
}

Answer getSlip(Request& request, db::Database& database) {
    const auto id = request.requireId<SlipId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const auto found = findSlip(session, request.caller().tenant, *id);
    if (!found) {
        return refuse(ErrorCode::NotFound);
    }
    return answerOf(*found);
}

Answer listCheques(Request& request, db::Database& database) {
    const auto id = request.requireId<SlipId>();
    if (!id) {
        return refuse(id.error());
    }
    const TenantId tenant = request.caller().tenant;
    {
        db::ReadSession session(database.readers, request.tenantContext());
        if (!findSlip(session, tenant, *id)) {
            return refuse(ErrorCode::NotFound);
        }
    }
    return http::answerList<Cheque>(request, database.readers, slipChequeSource(tenant, *id));
}

/// {"bank_account_id", "note", "ids"}: a draft with those of the cheques that can stand on it.
Answer createSlip(Request& request, db::Transaction& transaction, const Clock& clock) {
    Json body = request.json();
    Errors errors;
    std::vector<ChequeId> ids;
    if (body.contains("ids") && !(body["ids"].is_array() && body["ids"].empty())) {
        ids = readIds(body, "ids", slipChequesMax, errors);
    }
    body.erase("ids");
    Slip slip;
    const Errors faults = describe::fromRequest(body, slip);
    errors.insert(errors.end(), faults.begin(), faults.end());
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const auto id = insertSlip(transaction, slip.bankAccountId, slip.note, today(clock));
    if (!id) {
        return tl::unexpected(Problem(Errors{{ErrorCode::ReferenceUnknown, "/bank_account_id", {}}}));
    }
    const auto outcomes = addCheques(transaction, *id, ids);
    if (!outcomes) {
        return refuse(outcomes.error());
    }
    const auto made = findSlip(transaction, request.caller().tenant, *id);
    Json json = describe::toJson(*made);
    json["results"] = outcomesToJson(*outcomes, request.language);
    return Response::created("/cheque_slips/" + id->toString(), json).withVersion(made->version);
}

/// {"add": ids, "remove": ids}
Answer changeCheques(Request& request, db::Transaction& transaction) {
    const auto id = request.requireId<SlipId>();
    if (!id) {
        return refuse(id.error());
    }
    const Json& body = request.json();
    Errors errors;
    std::vector<ChequeId> added;
    std::vector<ChequeId> removed;
    for (const auto& [key, value] : body.items()) {
        if (key == "add") {
            added = readIds(body, key, slipChequesMax, errors);
        } else if (key == "remove") {
            removed = readIds(body, key, slipChequesMax, errors);
        } else {
            errors.push_back({ErrorCode::FieldUnknown, describe::detail::pointerTo(key), {}});
        }
    }
    if (errors.empty() && added.empty() && removed.empty()) {
        errors.push_back({ErrorCode::FieldRequired, "/add", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    std::vector<MoveOutcome> outcomes;
    for (const auto& [ids, change] : {std::pair(&removed, &removeCheques), {&added, &addCheques}}) {
        if (ids->empty()) {
            continue;
        }
        const auto some = change(transaction, *id, *ids);
        if (!some) {
            return refuse(some.error());
        }
        outcomes.insert(outcomes.end(), some->begin(), some->end());
    }
    const auto slip = findSlip(transaction, request.caller().tenant, *id);
    Json json = describe::toJson(*slip);
    json["results"] = outcomesToJson(outcomes, request.language);
    return Response::json(json).withVersion(slip->version);
}

/// Moves a slip's cheques as one, or says of each why none went.
Answer moveSlip(Request& request, db::Transaction& transaction, const Clock& clock, Move move,
                SlipOutcome (*change)(db::Transaction&, SlipId, const MoveDetails&)) {
    const auto id = request.requireId<SlipId>();
    if (!id) {
        return refuse(id.error());
    }
    const auto details = readMove(move, request.json(), clock);
    if (!details) {
        return tl::unexpected(details.error());
    }
    if (const auto outcome = change(transaction, *id, *details); !outcome) {
        if (const auto* error = std::get_if<Error>(&outcome.error())) {
            return refuse(*error);
        }
        const auto& results = std::get<std::vector<MoveOutcome>>(outcome.error());
        const auto first = std::ranges::find_if(results, [](const MoveOutcome& one) { return one.refusal.has_value(); });
        Problem problem(*first->refusal);
        problem.with("results", outcomesToJson(results, request.language));
        return tl::unexpected(std::move(problem));
    }
    return answerOf(*findSlip(transaction, request.caller().tenant, *id));
}

Answer close(Request& request, db::Transaction& transaction) {
    const auto id = request.requireId<SlipId>();
    if (!id) {
        return refuse(id.error());
    }
    if (const auto closed = closeSlip(transaction, *id); !closed) {
        return refuse(closed.error());
    }
    return answerOf(*findSlip(transaction, request.caller().tenant, *id));
}

}  // namespace

void addSlipRoutes(http::Routes& routes, db::Database& database, const Clock& clock) {
    routes.onConstraint("cheque_slip_items_open_key", ErrorCode::ChequeOnSlip);
    routes.on("cheque_slips.list", [&database](Request& request) {
        return http::answerList<Slip>(request, database.readers, slipSource(request.caller().tenant));
    });
    routes.on("cheque_slips.get", [&database](Request& request) { return getSlip(request, database); });
    routes.on("cheque_slips.cheques",
              [&database](Request& request) { return listCheques(request, database); });
    routes.onWrite("cheque_slips.create", [clock](Request& request, db::Transaction& transaction) {
        return createSlip(request, transaction, clock);
    });
    routes.onWrite("cheque_slips.change", changeCheques);
    routes.onWrite("cheque_slips.hand_over", [clock](Request& request, db::Transaction& transaction) {
        return moveSlip(request, transaction, clock, Move::Deposit, handOver);
    });
    routes.onWrite("cheque_slips.close", close);
    routes.onWrite("cheque_slips.cancel", [clock](Request& request, db::Transaction& transaction) {
        return moveSlip(request, transaction, clock, Move::Undo, cancelSlip);
    });
}

}  // namespace nextgen::cheque
