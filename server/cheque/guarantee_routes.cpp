#include "server/cheque/guarantee_routes.h"

#include "server/cheque/cheque_repository.h"
#include "server/cheque/move_json.h"
#include "server/dealer/dealer_repository.h"
#include "server/sql.h"
#include "shared/cheque/guarantee.h"
#include "shared/describe/json.h"

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

/// The guarantee that the path names, locked, if it is held.
tl::expected<db::Row, Problem> requireHeld(const Request& request, db::Transaction& transaction) {
    const auto id = request.requireId<GuaranteeId>();
    if (!id) {
        return refuse(id.error());
    }
    const db::Rows rows = transaction.query(sql::cheque::lockGuarantee, request.caller().tenant, *id);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    const auto status = rows.one().get<GuaranteeStatus>("status");
    if (status != GuaranteeStatus::Held) {
        return refuse(Error{ErrorCode::MoveNotAllowed,
                            {},
                            {{"status", std::string(describe::nameOf(status))}, {"allowed", "-"}}});
    }
    return rows.one();
}

Response close(db::Transaction& transaction, const db::Row& held, Date day, std::optional<ChequeId> cheque) {
    const db::Row closed = transaction
                               .query(sql::cheque::closeGuarantee, transaction.context().tenant,
                                      held.get<GuaranteeId>("id"), day, cheque)
                               .one();
    return Response::json({{"id", held.get<GuaranteeId>("id").toString()},
                           {"status", closed.get<std::string>("status")},
                           {"closed_on", day.toString()},
                           {"cheque_id", describe::valueToJson(cheque)}})
        .withVersion(closed.get<int>("version"));
}

Answer release(Request& request, db::Transaction& transaction, const Clock& clock) {
    const auto held = requireHeld(request, transaction);
    if (!held) {
        return tl::unexpected(held.error());
    }
    const auto details = readMove(Move::Return, request.json(), clock);
    if (!details) {
        return tl::unexpected(details.error());
    }
    return close(transaction, *held, details->occurredOn, std::nullopt);
}

/// It becomes a cheque on hand, of the dealer and day that it bears or that are told now.
Answer call(Request& request, db::Transaction& transaction, secret::Vault& vault, const Clock& clock) {
    const auto held = requireHeld(request, transaction);
    if (!held) {
        return tl::unexpected(held.error());
    }
    CallRequest told;
    Errors errors = describe::applyPatch(request.json(), told);
    const Date day = told.occurredOn.value_or(today(clock));
    const auto dealer = told.dealerId ? told.dealerId : held->get<std::optional<DealerId>>("dealer_id");
    const auto dueOn = told.dueOn ? told.dueOn : held->get<std::optional<Date>>("due_on");
    if (day > today(clock)) {
        errors.push_back({ErrorCode::OccurredOnInFuture, "/occurred_on", {}});
    }
    if (!dealer || !dealer::findDealer(transaction, request.caller().tenant, *dealer)) {
        errors.push_back({dealer ? ErrorCode::DealerUnknown : ErrorCode::FieldRequired, "/dealer_id", {}});
    }
    if (!dueOn) {
        errors.push_back({ErrorCode::FieldRequired, "/due_on", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    Cheque cheque;
    cheque.dealerId = *dealer;
    cheque.dueOn = *dueOn;
    cheque.amount = held->get<Money>("amount");
    cheque.sayadId = held->get<std::string>("sayad_id");
    cheque.bankCode = held->get<std::string>("bank_code");
    cheque.series = held->get<std::string>("series");
    cheque.serial = held->get<std::string>("serial");
    cheque.drawerName = held->get<std::string>("holder_name");
    cheque.description = held->get<std::string>("purpose");
    if (errors = checkNewCheque(cheque); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const ChequeId made = insertCheque(transaction, vault.forWriting(transaction), cheque, day);
    return close(transaction, *held, day, made);
}

}  // namespace

void addGuaranteeRoutes(http::Routes& routes, const Clock& clock, secret::Vault& vault) {
    routes.onWrite("guarantee_cheques.release", [clock](Request& request, db::Transaction& transaction) {
        return release(request, transaction, clock);
    });
    routes.onWrite("guarantee_cheques.call", [clock, &vault](Request& request, db::Transaction& transaction) {
        return call(request, transaction, vault, clock);
    });
}

}  // namespace nextgen::cheque
