#include "server/cheque_import/cheque_import_routes.h"

#include "server/cheque_import/cheque_import_service.h"
#include "server/cheque_import/error_workbook.h"
#include "server/cheque_import/staging.h"
#include "server/dealer/dealer_repository.h"
#include "server/http/entity_list.h"
#include "server/sql.h"

namespace nextgen::cheque_import {

namespace {

using http::Answer;
using http::Problem;
using http::Request;
using http::Response;

/// An import with the columns of its sheet.
std::optional<Response> answerOf(db::Session& session, TenantId tenant, ChequeImportId id, int status = 200,
                                 const Json& more = Json::object()) {
    const db::Rows rows = session.query(sql::cheque_import::selectImport, tenant, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    const auto import = db::decode<ChequeImport>(rows.one());
    Json json = describe::toJson(import);
    json["columns"] = rows.one().get<Json>("columns");
    json.update(more);
    return Response::json(status, json).withVersion(import.version);
}

/// The same for an import that this request made.
Response madeAnswer(db::Session& session, TenantId tenant, ChequeImportId id, int status) {
    return std::move(*answerOf(session, tenant, id, status))
        .withHeader("Location", std::string(api::basePath) + "/cheque_imports/" + id.toString());
}

Answer getImport(Request& request, db::Database& database) {
    const auto id = request.requireId<ChequeImportId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    auto answer = answerOf(session, request.caller().tenant, *id);
    if (!answer) {
        return refuse(ErrorCode::NotFound);
    }
    return std::move(*answer);
}

http::ListSource rowsOf(TenantId tenant, ChequeImportId id) {
    return {sql::cheque_import::listRows.text, {db::toSql(tenant), db::toSql(id)}};
}

Answer listRows(Request& request, db::Database& database, secret::Vault& vault) {
    const auto id = request.requireId<ChequeImportId>();
    if (!id) {
        return refuse(id.error());
    }
    const auto query = request.listQuery();
    if (!query) {
        return tl::unexpected(query.error());
    }
    const TenantId tenant = request.caller().tenant;
    db::ReadSession session(database.readers, request.tenantContext());
    if (!findImport(session, tenant, *id)) {
        return refuse(ErrorCode::NotFound);
    }
    const secret::Keyring keyring = vault.forReading(tenant);
    return http::listAnswer(session, *query, rowsOf(tenant, *id),
                            [&](const db::Row& row) { return rowToAnswer(keyring, row, request.language); });
}

Answer answerRow(db::Session& session, secret::Vault& vault, const Request& request, ChequeImportId id,
                 int row) {
    auto source = rowsOf(request.caller().tenant, id);
    source.parameters.push_back(db::toSql(row));
    const db::Rows rows = session.runText(std::string(source.sql) + " AND row = $3", source.parameters);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json(
               rowToAnswer(vault.forReading(request.caller().tenant), rows.one(), request.language))
        .withVersion(rows.one().get<int>("version"));
}

/// The row number in the path; nonsense is a row that does not exist.
Result<int> requireRow(const Request& request) {
    const auto number = Id<void>::parse(request.pathParameter("row"));
    if (!number || number->value() > std::numeric_limits<int>::max()) {
        return refuse(ErrorCode::NotFound);
    }
    return static_cast<int>(number->value());
}

/// {"sayad_id": "…", "amount": 1000}: texts as a person types them, or whole numbers; null empties.
tl::expected<Corrections, Problem> readCorrections(const Json& values, std::string_view pointer) {
    Corrections typed;
    Errors errors;
    if (!values.is_object() || values.empty()) {
        errors.push_back({ErrorCode::FieldRequired, std::string(pointer), {}});
    }
    for (const auto& [name, value] : values.items()) {
        const std::string place = std::string(pointer) + describe::detail::pointerTo(name);
        const auto column = columnOfValue(name);
        if (!column) {
            errors.push_back({ErrorCode::FieldUnknown, place, {}});
        } else if (value.is_string()) {
            typed[*column] = value.get<std::string>();
        } else if (value.is_number_integer()) {
            typed[*column] = value.dump();
        } else if (value.is_null()) {
            typed[*column] = {};
        } else {
            errors.push_back({ErrorCode::FieldTypeInvalid, place, {{"expected", "string"}}});
        }
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    return typed;
}

Answer patchRow(Request& request, db::Transaction& transaction, secret::Vault& vault, const Clock& clock) {
    const auto id = request.requireId<ChequeImportId>();
    const auto row = requireRow(request);
    if (!id || !row) {
        return refuse(ErrorCode::NotFound);
    }
    const auto version = request.requireIfMatch();
    if (!version) {
        return refuse(version.error());
    }
    const Json& body = request.json();
    const bool isWrapped = body.is_object() && body.size() == 1 && body.contains("values");
    const auto typed = isWrapped ? readCorrections(body.at("values"), "/values") : readCorrections(body, "");
    if (!typed) {
        return tl::unexpected(typed.error());
    }
    if (const auto mended = mendRow(transaction, vault, *id, *row, *version, *typed, today(clock)); !mended) {
        if (const auto* stale = std::get_if<StaleRow>(&mended.error())) {
            return tl::unexpected(http::staleVersion(stale->currentVersion));
        }
        return refuse(std::get<Error>(mended.error()));
    }
    return answerRow(transaction, vault, request, *id, *row);
}

Answer fix(Request& request, db::Transaction& transaction, secret::Vault& vault, const Clock& clock) {
    const auto id = request.requireId<ChequeImportId>();
    if (!id) {
        return refuse(id.error());
    }
    Errors errors;
    const Json& body = request.json();
    const auto textAt = [&](const char* name, bool isRequired) -> std::optional<std::string> {
        const auto found = body.find(name);
        if (found == body.end() || found->is_null()) {
            if (isRequired) {
                errors.push_back({ErrorCode::FieldRequired, "/" + std::string(name), {}});
            }
            return std::nullopt;
        }
        if (found->is_number_integer()) {
            return found->dump();
        }
        if (!found->is_string()) {
            errors.push_back(
                {ErrorCode::FieldTypeInvalid, "/" + std::string(name), {{"expected", "string"}}});
            return std::nullopt;
        }
        return found->get<std::string>();
    };
    for (const auto& [name, value] : body.items()) {
        if (name != "code" && name != "column" && name != "before" && name != "value") {
            errors.push_back({ErrorCode::FieldUnknown, describe::detail::pointerTo(name), {}});
        }
    }
    const auto codeName = textAt("code", true);
    const auto columnText = textAt("column", true);
    const auto before = textAt("before", false);
    const auto value = textAt("value", true);
    const auto code = codeName ? errorCodeByName(*codeName) : std::nullopt;
    const auto column = columnText ? columnOfValue(*columnText) : std::nullopt;
    if (codeName && !code) {
        errors.push_back(
            {ErrorCode::ValueNotAllowed, "/code", {{"allowed", "amount_missing, due_on_invalid, …"}}});
    }
    if (columnText && !column) {
        errors.push_back(
            {ErrorCode::ValueNotAllowed, "/column", {{"allowed", "sayad_id, amount, due_on, …"}}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const auto outcome = fixRows(transaction, vault, *id, {*code, *column, before, *value}, today(clock));
    if (!outcome) {
        return refuse(outcome.error());
    }
    return std::move(*answerOf(transaction, request.caller().tenant, *id, 200,
                               {{"fixed", outcome->fixed}, {"still_failed", outcome->stillFailed}}));
}

Answer commit(Request& request, db::Transaction& transaction, const Clock& clock) {
    const auto id = request.requireId<ChequeImportId>();
    if (!id) {
        return refuse(id.error());
    }
    Control control;
    Errors errors;
    for (const auto& [name, value] : request.json().items()) {
        auto& wanted = name == "control_count" ? control.count : control.rials;
        if (name == "rows") {
            if (value != "ready") {
                errors.push_back({ErrorCode::ValueNotAllowed, "/rows", {{"allowed", "ready"}}});
            }
        } else if (name != "control_count" && name != "control_amount") {
            errors.push_back({ErrorCode::FieldUnknown, describe::detail::pointerTo(name), {}});
        } else if (value.is_number_integer()) {
            wanted = value.get<std::int64_t>();
        } else if (!value.is_null()) {
            errors.push_back(
                {ErrorCode::FieldTypeInvalid, describe::detail::pointerTo(name), {{"expected", "integer"}}});
        }
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    if (const auto done = commitImport(transaction, *id, control, today(clock)); !done) {
        return refuse(done.error());
    }
    return std::move(*answerOf(transaction, request.caller().tenant, *id));
}

Answer undo(Request& request, db::Transaction& transaction, const Clock& clock, StagingWorker& worker) {
    const auto id = request.requireId<ChequeImportId>();
    if (!id) {
        return refuse(id.error());
    }
    const TenantId tenant = request.caller().tenant;
    // Of a file that is still being read there is nothing to reverse: reading stops.
    if (const auto import = findImport(transaction, tenant, *id); import && import->state == State::Staging) {
        worker.cancel(*id);
        transaction.query(sql::cheque_import::failImport, tenant, *id, errorName(ErrorCode::Cancelled));
        return std::move(*answerOf(transaction, tenant, *id, 200, {{"undone", 0}, {"kept", Json::array()}}));
    }
    const auto outcome = undoImport(transaction, *id, today(clock));
    if (!outcome) {
        return refuse(outcome.error());
    }
    Json kept = Json::array();
    for (const Kept& one : outcome->kept) {
        const Error reason = {
            ErrorCode::ChequeMovedOn, {}, {{"status", std::string(describe::nameOf(one.status))}}};
        kept.push_back({{"row", one.row},
                        {"cheque_id", one.cheque.toString()},
                        {"status", describe::nameOf(one.status)},
                        {"code", errorName(reason.code)},
                        {"reason", errorSentence(reason, request.language)}});
    }
    return std::move(
        *answerOf(transaction, tenant, *id, 200, {{"undone", outcome->undone}, {"kept", std::move(kept)}}));
}

/// {"sheet": "name", "header_row": 3, "columns": {"B": "sayad_id", …}}, each part optional; columns by their
/// letters.
Mapping readMapping(const Json& json, Errors& errors) {
    Mapping mapping;
    const auto refuseType = [&](const std::string& name, std::string_view expected) {
        errors.push_back(
            {ErrorCode::FieldTypeInvalid, "/mapping" + name, {{"expected", std::string(expected)}}});
    };
    if (!json.is_object()) {
        refuseType("", "object");
        return mapping;
    }
    for (const auto& [name, value] : json.items()) {
        if (name == "sheet" && value.is_string()) {
            mapping.sheet = value.get<std::string>();
        } else if (name == "header_row" && value.is_number_unsigned() &&
                   value.get<std::uint64_t>() <= 200'000) {
            mapping.headerRow = value.get<std::uint32_t>();
        } else if (name == "columns" && value.is_object()) {
            for (const auto& [letters, field] : value.items()) {
                const auto index = workbook::columnIndex(letters);
                const auto column = field.is_string() ? columnByName(field.get<std::string>()) : std::nullopt;
                if (index && column) {
                    mapping.columns[*index] = *column;
                } else {
                    errors.push_back({ErrorCode::ValueNotAllowed,
                                      "/mapping/columns" + describe::detail::pointerTo(letters),
                                      {{"allowed", "A … IV: sayad_id, amount, due_on, …"}}});
                }
            }
        } else {
            refuseType(describe::detail::pointerTo(name), "sheet, header_row, columns");
        }
    }
    return mapping;
}

/// How the sender wants the file read, from the other parts of the form.
tl::expected<StagingOrder, Problem> readOrder(Request& request, db::Transaction& transaction,
                                              const Clock& clock) {
    Errors errors;
    StagingOrder order;
    http::Part* file = request.upload.find("file");
    if (file == nullptr || file->file.path().empty()) {
        return tl::unexpected(Problem(ErrorCode::FileMissing));
    }
    order.request.file = file->file.path();
    order.fileName = file->fileName.empty() ? "workbook" : file->fileName;
    order.request.today = today(clock);

    order.dealer = request.caller().dealer();
    if (const std::string_view text = request.upload.text("dealer_id"); !text.empty()) {
        const auto dealer = DealerId::parse(text);
        if (!dealer || !dealer::findDealer(transaction, request.caller().tenant, *dealer)) {
            errors.push_back({ErrorCode::DealerUnknown, "/dealer_id", {}});
        }
        order.dealer = dealer;
    }
    if (const std::string_view text = request.upload.text("amount_unit"); !text.empty()) {
        order.request.amountUnit = describe::byName<AmountUnit>(text);
        if (!order.request.amountUnit) {
            errors.push_back({ErrorCode::ValueNotAllowed, "/amount_unit", {{"allowed", "rial, toman"}}});
        }
    }
    if (const std::string_view text = request.upload.text("mapping"); !text.empty()) {
        order.request.mapping = readMapping(Json::parse(text, nullptr, false), errors);
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    return order;
}

Answer create(Request& request, db::Transaction& transaction, db::Database& database, secret::Vault& vault,
              const Clock& clock, StagingWorker& worker) {
    auto order = readOrder(request, transaction, clock);
    if (!order) {
        return tl::unexpected(order.error());
    }
    const TenantId tenant = request.caller().tenant;
    if (isLarge(*order)) {
        if (!worker.hasRoom()) {
            return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(30));
        }
        const ChequeImportId id = insertImport(transaction, *order);
        request.upload.find("file")->file.release();
        request.afterCommit(
            [&worker, id, context = request.tenantContext(), taken = std::move(*order)]() mutable {
                worker.enqueue(std::move(context), id, std::move(taken));
            });
        return madeAnswer(transaction, tenant, id, 202);
    }
    const ChequeImportId id = insertImport(transaction, *order);
    if (const auto staged =
            stageFile(transaction, {database.outside, vault}, id, *order, [](std::uint32_t) {}, {});
        !staged) {
        return refuse(staged.error());
    }
    return madeAnswer(transaction, tenant, id, 201);
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, const Clock& clock, StagingWorker& worker,
               secret::Vault& vault) {
    routes.on("cheque_imports.list", [&database](Request& request) {
        return http::answerList<ChequeImport>(request, database.readers, listSource(request.caller().tenant));
    });
    routes.on("cheque_imports.get", [&database](Request& request) { return getImport(request, database); });
    routes.on("cheque_imports.rows",
              [&database, &vault](Request& request) { return listRows(request, database, vault); });
    routes.on("cheque_imports.row", [&database, &vault](Request& request) -> Answer {
        const auto id = request.requireId<ChequeImportId>();
        const auto row = requireRow(request);
        if (!id || !row) {
            return refuse(ErrorCode::NotFound);
        }
        db::ReadSession session(database.readers, request.tenantContext());
        return answerRow(session, vault, request, *id, *row);
    });
    routes.on("cheque_imports.errors", [&database, &vault](Request& request) -> Answer {
        const auto id = request.requireId<ChequeImportId>();
        if (!id) {
            return refuse(id.error());
        }
        db::ReadSession session(database.readers, request.tenantContext());
        return errorWorkbook(session, vault.forReading(request.caller().tenant), request, *id);
    });
    routes.onWrite("cheque_imports.create",
                   [&database, &vault, clock, &worker](Request& request, db::Transaction& transaction) {
                       return create(request, transaction, database, vault, clock, worker);
                   });
    routes.onWrite("cheque_imports.mend_row",
                   [&vault, clock](Request& request, db::Transaction& transaction) {
                       return patchRow(request, transaction, vault, clock);
                   });
    routes.onWrite("cheque_imports.fix", [&vault, clock](Request& request, db::Transaction& transaction) {
        return fix(request, transaction, vault, clock);
    });
    routes.onWrite("cheque_imports.commit", [clock](Request& request, db::Transaction& transaction) {
        return commit(request, transaction, clock);
    });
    routes.onWrite("cheque_imports.undo", [clock, &worker](Request& request, db::Transaction& transaction) {
        return undo(request, transaction, clock, worker);
    });
}

}  // namespace nextgen::cheque_import
