#include "app/cheque/cheque_calls.h"

#include "app/client/decode.h"

namespace nextgen::cheque {

using client::Answer;
using client::ApiClient;
using client::Call;
using client::Json;
using client::Listing;
using client::Page;

namespace {

/// Only what a person may write; the rest is the server's.
Json writableJson(const Cheque& cheque) {
    Json json = Json::object();
    describe::forEachField<Cheque>([&](const auto& field) {
        if (!field.info.has(describe::ReadOnly | describe::Key)) {
            json[std::string(field.info.name)] = describe::valueToJson(cheque.*(field.member));
        }
    });
    return json;
}

Json toJson(const MoveDetails& details) {
    return std::visit([](const auto& request) { return describe::toJson(request); }, details);
}

}  // namespace

QCoro::Task<Answer<Page<Cheque>>> listCheques(ApiClient& api, Listing listing) {
    return listWorklist(api, "cheques.list", std::move(listing));
}

QCoro::Task<Answer<Page<Cheque>>> listWorklist(ApiClient& api, std::string_view operation, Listing listing) {
    Call call = client::listCall(operation, listing);
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<Cheque>(answer);
}

QCoro::Task<Answer<Page<ChequedInvoice>>> listChequedInvoices(ApiClient& api, Listing listing) {
    Call call = client::listCall("cheque_invoices", listing);
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<ChequedInvoice>(answer);
}

QCoro::Task<Answer<Cheque>> getCheque(ApiClient& api, ChequeId id) {
    Call call("cheques.get");
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    co_return client::one<Cheque>(answer);
}

QCoro::Task<Answer<Page<Event>>> listEvents(ApiClient& api, ChequeId id) {
    Call call("cheques.events");
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<Event>(answer);
}

QCoro::Task<Answer<Page<Bounce>>> listBounces(ApiClient& api, ChequeId id) {
    Call call("cheques.bounces");
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<Bounce>(answer);
}

QCoro::Task<Answer<std::optional<Move>>> getUndoableMove(ApiClient& api, ChequeId id) {
    Call call("cheques.get");
    call.at(QStringLiteral("id"), QString::number(id.value()));
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    co_return describe::byName<Move>(client::textOf(*answer, "undoable_move").toStdString());
}

QCoro::Task<Answer<Cheque>> createCheque(ApiClient& api, Cheque cheque, QString idempotencyKey) {
    Call call("cheques.create");
    call.body = QByteArray::fromStdString(writableJson(cheque).dump());
    call.idempotencyKey = idempotencyKey;
    const auto answer = co_await api.call(std::move(call));
    co_return client::one<Cheque>(answer);
}

QCoro::Task<Answer<Cheque>> moveCheque(ApiClient& api, ChequeId id, Move move, MoveDetails details,
                                       QString idempotencyKey) {
    Call call("cheques." + std::string(describe::nameOf(move)));
    call.at(QStringLiteral("id"), QString::number(id.value()));
    call.body = QByteArray::fromStdString(toJson(details).dump());
    call.idempotencyKey = idempotencyKey;
    const auto answer = co_await api.call(std::move(call));
    co_return client::one<Cheque>(answer);
}

QCoro::Task<Answer<std::vector<MoveResult>>> moveCheques(ApiClient& api, std::vector<ChequeId> ids, Move move,
                                                         MoveDetails details, QString idempotencyKey,
                                                         std::shared_ptr<client::Cancellation> cancellation) {
    Call call("cheques.bulk");
    call.idempotencyKey = idempotencyKey;
    call.cancellation = std::move(cancellation);
    Json body = toJson(details);
    body["move"] = describe::nameOf(move);
    body["ids"] = Json::array();
    for (const ChequeId id : ids) {
        body["ids"].push_back(id.toString());
    }
    call.body = QByteArray::fromStdString(body.dump());
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    const auto list = answer->find("results");
    if (list == answer->end() || !list->is_array()) {
        co_return tl::unexpected(
            client::failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/results")));
    }
    std::vector<MoveResult> results;
    results.reserve(list->size());
    for (const Json& item : *list) {
        const auto id = ChequeId::parse(client::textOf(item, "id").toStdString());
        results.push_back({id.value_or(ChequeId()), item.value("ok", false),
                           describe::byName<Status>(client::textOf(item, "status").toStdString()),
                           client::textOf(item, "code"), client::textOf(item, "message")});
    }
    co_return results;
}

QByteArray draftToBytes(const ChequeDraft& draft) {
    Json json = writableJson(draft.cheque);
    if (!draft.hasAmount) {
        json.erase("amount");
    }
    if (!draft.hasDueOn) {
        json.erase("due_on");
    }
    json["idempotency_key"] = draft.idempotencyKey.toStdString();
    return QByteArray::fromStdString(json.dump());
}

ChequeDraft draftFromBytes(const QByteArray& bytes) {
    ChequeDraft draft;
    const Json json = Json::parse(bytes.constData(), bytes.constData() + bytes.size(), nullptr, false);
    if (json.is_object()) {
        describe::fromAnswer(json,
                             draft.cheque);  // a field that an older program wrote differently stays empty
        draft.hasAmount = json.contains("amount");
        draft.hasDueOn = json.contains("due_on");
        draft.idempotencyKey = client::textOf(json, "idempotency_key");
    }
    return draft;
}

}  // namespace nextgen::cheque
