#include "server/cheque_import/row_json.h"

#include "shared/describe/json.h"

namespace nextgen::cheque_import {

namespace {

std::string textOf(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

Json errorToAnswer(const RowError& error, Language language) {
    return {{"code", errorName(error.code)},
            {"column", columnName(error.column)},
            {"message", errorSentence(error.toError(), language)}};
}

}  // namespace

secret::Ciphertext sealRaw(const secret::Keyring& keyring, std::int64_t id, const RawRow& raw) {
    const Json json{{"cells", cellsToJson(raw.cells)},
                    {"corrections", correctionsToJson(raw.corrections)},
                    {"repairs", raw.repairs}};
    return keyring.encrypt({secret::chequeCells, "raw", id}, json.dump());
}

RawRow openRaw(const secret::Keyring& keyring, const db::Row& row) {
    const Json json = Json::parse(keyring.decrypt({secret::chequeCells, "raw", row.get<std::int64_t>("id")},
                                                  {row.get<db::Bytes>("raw_cipher")}));
    return {cellsFromJson(json.at("cells")), correctionsFromJson(json.at("corrections")), json.at("repairs")};
}

SealedValues sealValues(const secret::Keyring& keyring, std::int64_t id, const RowValues& values) {
    return {secret::seal(keyring, {secret::chequeCells, "iban", id}, values.iban),
            secret::seal(keyring, {secret::chequeCells, "drawer_national_id", id}, values.drawerNationalId)};
}

Json cellsToJson(const std::vector<RowCell>& cells) {
    Json json = Json::array();
    for (const RowCell& cell : cells) {
        json.push_back({{"column", cell.column}, {"kind", kindName(cell.kind)}, {"text", cell.text}});
    }
    return json;
}

Json repairsToJson(const std::vector<Repair>& repairs) {
    Json json = Json::array();
    for (const Repair& repair : repairs) {
        json.push_back({{"code", repairName(repair.code)},
                        {"column", columnName(repair.column)},
                        {"before", repair.before},
                        {"after", repair.after}});
    }
    return json;
}

Json errorsToJson(const std::vector<RowError>& errors) {
    Json json = Json::array();
    for (const RowError& error : errors) {
        Json arguments = Json::object();
        for (const auto& [name, value] : error.arguments) {
            arguments[name] = value;
        }
        json.push_back({{"code", errorName(error.code)},
                        {"column", columnName(error.column)},
                        {"arguments", std::move(arguments)}});
    }
    return json;
}

Json correctionsToJson(const Corrections& corrections) {
    Json json = Json::object();
    for (const auto& [column, typed] : corrections) {
        json[std::string(columnName(column))] = typed;
    }
    return json;
}

Json columnsToJson(std::span<const SheetColumn> columns) {
    Json json = Json::array();
    for (const SheetColumn& column : columns) {
        json.push_back({{"index", column.index},
                        {"header", column.header},
                        {"field", column.field ? Json(columnName(*column.field)) : Json(nullptr)}});
    }
    return json;
}

std::vector<RowCell> cellsFromJson(const Json& json) {
    std::vector<RowCell> cells;
    cells.reserve(json.size());
    for (const Json& cell : json) {
        cells.push_back({cell.at("column").get<std::uint32_t>(),
                         kindByName(textOf(cell, "kind")).value_or(workbook::CellKind::Text),
                         textOf(cell, "text")});
    }
    return cells;
}

std::vector<RowError> errorsFromJson(const Json& json) {
    std::vector<RowError> errors;
    for (const Json& error : json) {
        // A code that a newer program wrote is still an error.
        RowError read{errorCodeByName(textOf(error, "code")).value_or(ErrorCode::ValidationFailed),
                      columnByName(textOf(error, "column")).value_or(Column::SayadId),
                      {}};
        for (const auto& [name, value] : error.at("arguments").items()) {
            read.arguments.emplace_back(name, value.get<std::string>());
        }
        errors.push_back(std::move(read));
    }
    return errors;
}

Corrections correctionsFromJson(const Json& json) {
    Corrections corrections;
    for (const auto& [name, typed] : json.items()) {
        if (const auto column = columnByName(name)) {
            corrections[*column] = typed.get<std::string>();
        }
    }
    return corrections;
}

std::vector<SheetColumn> columnsFromJson(const Json& json) {
    std::vector<SheetColumn> columns;
    for (const Json& column : json) {
        columns.push_back(
            {column.at("index").get<std::uint32_t>(), textOf(column, "header"),
             column.at("field").is_string() ? columnByName(textOf(column, "field")) : std::nullopt});
    }
    return columns;
}

Json rowToAnswer(const secret::Keyring& keyring, const db::Row& row, Language language) {
    const auto id = row.get<std::int64_t>("id");
    const RawRow raw = openRaw(keyring, row);
    Json values = Json::object();
    describe::forEachField<RowValues>([&]<class F>(const F& field) {
        const std::string name(field.info.name);
        if (name == "iban" || name == "drawer_national_id") {
            values[name] = secret::open(keyring, {secret::chequeCells, name, id},
                                        row.get<std::optional<db::Bytes>>(name + "_cipher"));
        } else {
            values[name] = describe::valueToJson(row.get<typename F::Value>(field.info.name));
        }
    });
    Json errors = Json::array();
    for (const RowError& error : errorsFromJson(row.get<Json>("errors"))) {
        errors.push_back(errorToAnswer(error, language));
    }
    Json repairs = raw.repairs;
    for (Json& repair : repairs) {
        const auto code = repairByName(textOf(repair, "code"));
        repair["message"] = code ? repairTitle(*code, language) : std::string_view{};
    }
    Json cells = Json::array();
    for (const RowCell& cell : raw.cells) {
        cells.push_back({{"column", cell.column}, {"text", cell.text}});
    }

    Json twin = nullptr;
    const auto twinRow = row.get<std::optional<int>>("twin_row");
    const auto twinCheque = row.get<std::optional<ChequeId>>("twin_cheque_id");
    if (twinRow || twinCheque) {
        twin = {{"row", describe::valueToJson(twinRow)},
                {"cheque_id", describe::valueToJson(twinCheque)},
                {"sayad_id", row.get<std::optional<std::string>>("twin_sayad_id").value_or("")},
                {"amount", describe::valueToJson(row.get<std::optional<Money>>("twin_amount"))},
                {"due_on", describe::valueToJson(row.get<std::optional<Date>>("twin_due_on"))}};
        const RowError repeated = twinCheque ? RowError{ErrorCode::ChequeAlreadyPosted, Column::SayadId, {}}
                                             : RowError{ErrorCode::ChequeRepeatedInFile,
                                                        Column::SayadId,
                                                        {{"row", std::to_string(*twinRow)}}};
        errors.push_back(errorToAnswer(repeated, language));
    }
    return {{"row", row.get<int>("row")},
            {"version", row.get<int>("version")},
            {"state", row.get<std::string>("state")},
            {"dealer_id", describe::valueToJson(row.get<std::optional<DealerId>>("dealer_id"))},
            {"cells", std::move(cells)},
            {"values", std::move(values)},
            {"corrections", correctionsToJson(raw.corrections)},
            {"repairs", std::move(repairs)},
            {"errors", std::move(errors)},
            {"twin", std::move(twin)}};
}

}  // namespace nextgen::cheque_import
