#pragma once

#include "server/db/rows.h"
#include "server/secret/keyring.h"
#include "shared/cheque_import/interpret.h"

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

/// Rows of an import as the database keeps them and as answers carry them.
namespace nextgen::cheque_import {

using Json = nlohmann::ordered_json;

/// A row as it was read, with what became of it: one ciphertext in the database, since any of it may hold an
/// IBAN or a national id.
struct RawRow {
    std::vector<RowCell> cells;
    Corrections corrections;
    Json repairs;
};
secret::Ciphertext sealRaw(const secret::Keyring& keyring, std::int64_t id, const RawRow& raw);
/// Of a row with the columns id and raw_cipher.
RawRow openRaw(const secret::Keyring& keyring, const db::Row& row);

/// The columns of the values that are encrypted, bound to the cheque that the row becomes.
struct SealedValues {
    secret::Sealed iban;
    secret::Sealed drawerNationalId;
};
SealedValues sealValues(const secret::Keyring& keyring, std::int64_t id, const RowValues& values);

// The columns of cheque_import_rows and cheque_imports that are kept as JSON.
Json cellsToJson(const std::vector<RowCell>& cells);
Json repairsToJson(const std::vector<Repair>& repairs);
Json errorsToJson(const std::vector<RowError>& errors);
Json correctionsToJson(const Corrections& corrections);
Json columnsToJson(std::span<const SheetColumn> columns);

std::vector<RowCell> cellsFromJson(const Json& json);
std::vector<RowError> errorsFromJson(const Json& json);
Corrections correctionsFromJson(const Json& json);
std::vector<SheetColumn> columnsFromJson(const Json& json);

/// One row of sql::cheque_import::listRows as an answer has it: {"row", "version", "state", "cells",
/// "values", "repairs", "errors", "twin"}, with sentences in the caller's language.
Json rowToAnswer(const secret::Keyring& keyring, const db::Row& row, Language language);

}  // namespace nextgen::cheque_import
