#pragma once

#include "shared/cheque_import/import_row.h"
#include "shared/core/date.h"
#include "shared/core/id.h"

#include <QString>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace nextgen::cheque_import {

/// A cell's text that had to be changed to be understood. Two repairs of one cell share before and after.
struct ShownRepair {
    Column column;
    QString before;
    QString after;
    QString sentence;
};

/// What is wrong with a cell, worded by whoever judged it.
struct ShownFault {
    Column column;
    std::string code;  ///< stable, snake_case
    QString sentence;
};

/// The cheque that a duplicate repeats: an earlier row of the file, or one that is posted already.
struct Twin {
    std::optional<int> row;
    std::optional<ChequeId> chequeId;
    std::string sayadId;
    std::optional<Money> amount;
    std::optional<Date> dueOn;
};

/// One row of an import as the client shows it: judged by the server, or by the same rules on this machine
/// while there is no server.
struct StagedRow {
    int row = 0;  ///< its number in the sheet
    int version = 0;
    RowState state = RowState::Failed;
    std::vector<RowCell> cells;  ///< as read
    RowValues values;
    Corrections corrections;  ///< what a person typed over cells
    std::vector<ShownRepair> repairs;
    std::vector<ShownFault> faults;
    std::optional<Twin> twin;

    const ShownFault* faultOf(Column column) const;
    /// The repairs of a column; empty when its text was taken as it stands.
    std::vector<const ShownRepair*> repairsOf(Column column) const;
};

/// nullopt when it is no row.
std::optional<StagedRow> stagedRowOf(const nlohmann::ordered_json& json);
/// A row that the engine judged here; `twinValues`: those of the row that it repeats, when they are at hand.
StagedRow stagedRowOf(const ImportRow& row, const RowValues* twinValues, Language language);

}  // namespace nextgen::cheque_import
