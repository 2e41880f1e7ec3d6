#pragma once

#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <optional>
#include <string>

namespace nextgen::cheque_import {

enum class State { Staging, Staged, Committed, Undone, Failed };

inline constexpr std::array<describe::Choice, 5> states{{
    {static_cast<int>(State::Staging), "staging", QT_TRANSLATE_NOOP("Choice", "Reading the file"),
     describe::Tone::Open},
    {static_cast<int>(State::Staged), "staged", QT_TRANSLATE_NOOP("Choice", "Staged"),
     describe::Tone::Waiting},
    {static_cast<int>(State::Committed), "committed", QT_TRANSLATE_NOOP("Choice", "Posted"),
     describe::Tone::Good},
    {static_cast<int>(State::Undone), "undone", QT_TRANSLATE_NOOP("Choice", "Undone"), describe::Tone::Ended},
    {static_cast<int>(State::Failed), "failed", QT_TRANSLATE_NOOP("Choice", "Failed"), describe::Tone::Bad},
}};
constexpr const auto& choicesOf(std::type_identity<State>) {
    return states;
}

/// What became of a row. Only ready ones are posted.
enum class RowState { Ready, Duplicate, Failed };

inline constexpr std::array<describe::Choice, 3> rowStates{{
    {static_cast<int>(RowState::Ready), "ready", QT_TRANSLATE_NOOP("Choice", "Ready"), describe::Tone::Good},
    {static_cast<int>(RowState::Duplicate), "duplicate", QT_TRANSLATE_NOOP("Choice", "Duplicate"),
     describe::Tone::Waiting},
    {static_cast<int>(RowState::Failed), "failed", QT_TRANSLATE_NOOP("Choice", "Failed"),
     describe::Tone::Bad},
}};
constexpr const auto& choicesOf(std::type_identity<RowState>) {
    return rowStates;
}

enum class AmountUnit { Rial, Toman };

inline constexpr std::array<describe::Choice, 2> amountUnits{{
    {static_cast<int>(AmountUnit::Rial), "rial", QT_TRANSLATE_NOOP("Choice", "Rial")},
    {static_cast<int>(AmountUnit::Toman), "toman", QT_TRANSLATE_NOOP("Choice", "Toman")},
}};
constexpr const auto& choicesOf(std::type_identity<AmountUnit>) {
    return amountUnits;
}

/// A workbook of cheques on its way in. rows_total = rows_ready + rows_duplicate + rows_failed; the repaired
/// are among the ready; amount_total is the ready rows' sum in rials.
struct ChequeImport {
    ChequeImportId id;
    std::optional<DealerId> dealerId;  ///< none: the file names the dealer of each row
    std::string dealerName;            ///< empty with it
    std::string fileName;
    std::string format;  ///< xlsx, ods, csv
    std::string sheet;
    int headerRow = 0;
    AmountUnit amountUnit = AmountUnit::Rial;
    State state = State::Staging;
    std::string errorCode;  ///< why it failed; empty otherwise
    int rowsRead = 0;       ///< progress while staging
    int rowsTotal = 0;
    int rowsReady = 0;
    int rowsRepaired = 0;
    int rowsDuplicate = 0;
    int rowsFailed = 0;
    Money amountTotal;
    int rowsPosted = 0;     ///< cheques that the commit made
    int rowsKept = 0;       ///< of those, the ones an undo left because somebody had moved them on
    std::string actorName;  ///< who sent the file
    int version = 1;
    Instant createdAt;
    Instant updatedAt;
};

constexpr auto descriptionOf(std::type_identity<ChequeImport>) {
    using namespace describe;
    return schema(
        "cheque_imports", field("id", &ChequeImport::id).with(Key | Hidden),
        field("dealer_id", &ChequeImport::dealerId).with(Hidden),
        field("file_name", &ChequeImport::fileName).titled(QT_TRANSLATE_NOOP("ChequeImport", "File")),
        field("dealer_name", &ChequeImport::dealerName)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "Dealer"))
            .with(ReadOnly),
        field("format", &ChequeImport::format).titled(QT_TRANSLATE_NOOP("ChequeImport", "Format")).with(Code),
        field("sheet", &ChequeImport::sheet).titled(QT_TRANSLATE_NOOP("ChequeImport", "Sheet")),
        field("header_row", &ChequeImport::headerRow).titled(QT_TRANSLATE_NOOP("ChequeImport", "Header row")),
        field("amount_unit", &ChequeImport::amountUnit)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "Amounts in")),
        field("state", &ChequeImport::state).titled(QT_TRANSLATE_NOOP("ChequeImport", "State")),
        field("error_code", &ChequeImport::errorCode).with(Hidden),
        field("rows_read", &ChequeImport::rowsRead).with(Hidden),
        field("rows_total", &ChequeImport::rowsTotal).titled(QT_TRANSLATE_NOOP("ChequeImport", "Rows")),
        field("rows_ready", &ChequeImport::rowsReady).titled(QT_TRANSLATE_NOOP("ChequeImport", "Ready")),
        field("rows_repaired", &ChequeImport::rowsRepaired)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "Repaired")),
        field("rows_duplicate", &ChequeImport::rowsDuplicate)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "Duplicate")),
        field("rows_failed", &ChequeImport::rowsFailed).titled(QT_TRANSLATE_NOOP("ChequeImport", "Failed")),
        field("amount_total", &ChequeImport::amountTotal)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "Sum of the ready rows")),
        field("rows_posted", &ChequeImport::rowsPosted)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "Posted rows")),
        field("rows_kept", &ChequeImport::rowsKept).titled(QT_TRANSLATE_NOOP("ChequeImport", "Kept rows")),
        field("actor_name", &ChequeImport::actorName)
            .titled(QT_TRANSLATE_NOOP("ChequeImport", "By"))
            .with(ReadOnly),
        field("version", &ChequeImport::version).with(Hidden),
        field("created_at", &ChequeImport::createdAt).titled(QT_TRANSLATE_NOOP("ChequeImport", "Received")),
        field("updated_at", &ChequeImport::updatedAt).titled(QT_TRANSLATE_NOOP("ChequeImport", "Changed")));
}

}  // namespace nextgen::cheque_import
