#include "app/cheque_import/cheque_import_calls.h"

#include "app/client/decode.h"

namespace nextgen::cheque_import {

using client::Answer;
using client::ApiClient;
using client::Call;
using client::Json;
using client::Listing;
using client::Page;

namespace {

/// The server stages up to 5,000 rows before it answers; a large file also has to get there first.
constexpr int uploadSilenceMsMax = 120'000;
/// Posting 100,000 rows is one transaction.
constexpr int commitSilenceMsMax = 300'000;

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Call callOf(std::string_view operation, ChequeImportId id) {
    Call call(operation);
    call.at(QStringLiteral("id"), QString::number(id.value()));
    return call;
}

tl::unexpected<client::Failure> notUnderstood(const char* pointer) {
    return tl::unexpected(client::failureOf(ErrorCode::AnswerNotUnderstood, QString::fromLatin1(pointer)));
}

int numberOf(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
}

Answer<OpenedImport> opened(const Answer<Json>& answer) {
    auto import = client::one<ChequeImport>(answer);
    if (!import) {
        return tl::unexpected(import.error());
    }
    OpenedImport result{std::move(*import), {}};
    const auto columns = answer->find("columns");
    if (columns == answer->end() || !columns->is_array()) {
        return result;
    }
    for (const Json& column : *columns) {
        if (!column.is_object()) {
            return notUnderstood("/columns");
        }
        const std::string field = client::textOf(column, "field").toStdString();
        result.columns.push_back({static_cast<std::uint32_t>(numberOf(column, "index")),
                                  client::textOf(column, "header").toStdString(), columnByName(field)});
    }
    return result;
}

Answer<StagedRow> row(const Answer<Json>& answer) {
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    auto row = stagedRowOf(*answer);
    if (!row) {
        return notUnderstood("/row");
    }
    return std::move(*row);
}

}  // namespace

QCoro::Task<Answer<Page<ChequeImport>>> listImports(ApiClient& api, Listing listing) {
    Call call = client::listCall("cheque_imports.list", listing);
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<ChequeImport>(answer);
}

QCoro::Task<Answer<OpenedImport>> getImport(ApiClient& api, ChequeImportId id) {
    Call call = callOf("cheque_imports.get", id);
    const auto answer = co_await api.call(std::move(call));
    co_return opened(answer);
}

QCoro::Task<Answer<OpenedImport>> sendFile(ApiClient& api, NewImport file, client::Progress progress,
                                           std::shared_ptr<client::Cancellation> cancellation) {
    Call call("cheque_imports.create");
    call.idempotencyKey = file.idempotencyKey;
    call.progress = std::move(progress);
    call.cancellation = std::move(cancellation);
    call.silenceMsMax = uploadSilenceMsMax;
    client::Upload upload;
    upload.filePath = file.filePath;
    if (file.dealerId) {
        upload.fields.emplace_back(QStringLiteral("dealer_id"), QString::number(file.dealerId->value()));
    }
    if (file.amountUnit) {
        upload.fields.emplace_back(QStringLiteral("amount_unit"), text(describe::nameOf(*file.amountUnit)));
    }
    const auto answer = co_await api.upload(std::move(call), std::move(upload));
    co_return opened(answer);
}

QCoro::Task<Answer<Page<StagedRow>>> listRows(ApiClient& api, ChequeImportId id, RowFilter filter,
                                              QString cursor, int limit) {
    Call call = callOf("cheque_imports.rows", id);
    if (filter.state) {
        call.where(QStringLiteral("state"), text(describe::nameOf(*filter.state)));
    }
    if (filter.isRepaired) {
        call.where(QStringLiteral("repaired"), QStringLiteral("true"));
    }
    if (!cursor.isEmpty()) {
        call.where(QStringLiteral("cursor"), cursor);
    }
    call.where(QStringLiteral("limit"), QString::number(limit));
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    const auto items = answer->is_object() ? answer->find("items") : answer->end();
    if (!answer->is_object() || items == answer->end() || !items->is_array()) {
        co_return notUnderstood("/items");
    }
    Page<StagedRow> page;
    page.items.reserve(items->size());
    for (const Json& item : *items) {
        auto staged = stagedRowOf(item);
        if (!staged) {
            co_return notUnderstood("/items");
        }
        page.items.push_back(std::move(*staged));
    }
    page.nextCursor = client::textOf(*answer, "next_cursor");
    co_return page;
}

QCoro::Task<Answer<StagedRow>> getRow(ApiClient& api, ChequeImportId id, int number) {
    Call call = callOf("cheque_imports.row", id);
    call.at(QStringLiteral("row"), QString::number(number));
    const auto answer = co_await api.call(std::move(call));
    co_return row(answer);
}

QCoro::Task<Answer<StagedRow>> mendRow(ApiClient& api, ChequeImportId id, int number, int version,
                                       std::map<std::string, std::string> values) {
    Call call = callOf("cheque_imports.mend_row", id);
    call.at(QStringLiteral("row"), QString::number(number));
    call.ifVersion(version);
    Json body = Json::object();
    body["values"] = std::move(values);
    call.body = QByteArray::fromStdString(body.dump());
    const auto answer = co_await api.call(std::move(call));
    co_return row(answer);
}

QCoro::Task<Answer<CommonMendResult>> mendAlike(ApiClient& api, ChequeImportId id, CommonMend mend) {
    Call call = callOf("cheque_imports.fix", id);
    Json body = Json::object();
    body["code"] = mend.code;
    body["column"] = columnName(mend.column);
    if (mend.before) {
        body["before"] = *mend.before;
    }
    body["value"] = mend.value;
    call.body = QByteArray::fromStdString(body.dump());
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    auto after = opened(answer);
    if (!after) {
        co_return tl::unexpected(after.error());
    }
    co_return CommonMendResult{numberOf(*answer, "fixed"), numberOf(*answer, "still_failed"),
                               std::move(*after)};
}

QCoro::Task<Answer<OpenedImport>> commitImport(ApiClient& api, ChequeImportId id, ControlSum control,
                                               QString idempotencyKey) {
    Call call = callOf("cheque_imports.commit", id);
    call.idempotencyKey = idempotencyKey;
    call.silenceMsMax = commitSilenceMsMax;
    Json body = Json::object();
    body["rows"] = "ready";
    if (control.count) {
        body["control_count"] = *control.count;
    }
    if (control.amount) {
        body["control_amount"] = control.amount->rials();
    }
    call.body = QByteArray::fromStdString(body.dump());
    const auto answer = co_await api.call(std::move(call));
    co_return opened(answer);
}

QCoro::Task<Answer<UndoResult>> undoImport(ApiClient& api, ChequeImportId id) {
    Call call = callOf("cheque_imports.undo", id);
    call.silenceMsMax = commitSilenceMsMax;
    const auto answer = co_await api.call(std::move(call));
    auto after = opened(answer);
    if (!after) {
        co_return tl::unexpected(after.error());
    }
    UndoResult result{numberOf(*answer, "undone"), {}, std::move(*after)};
    if (const auto kept = answer->find("kept"); kept != answer->end() && kept->is_array()) {
        for (const Json& item : *kept) {
            if (!item.is_object()) {
                co_return notUnderstood("/kept");
            }
            result.kept.push_back(
                {numberOf(item, "row"),
                 ChequeId::parse(client::textOf(item, "cheque_id").toStdString()).value_or(ChequeId()),
                 client::textOf(item, "reason")});
        }
    }
    co_return result;
}

QCoro::Task<Answer<void>> saveErrors(ApiClient& api, ChequeImportId id, QString filePath) {
    Call call = callOf("cheque_imports.errors", id);
    call.silenceMsMax = uploadSilenceMsMax;
    co_return co_await api.download(std::move(call), filePath);
}

}  // namespace nextgen::cheque_import
