#pragma once

#include "server/cheque_import/cheque_import_repository.h"
#include "server/secret/vault.h"
#include "shared/cheque/cheque_status.h"
#include "shared/core/result.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What may be done to a staged or posted import. Each function works in the caller's transaction and leaves
/// the counts of the import in line with its rows. not_found for an import that the caller cannot see.
namespace nextgen::cheque_import {

/// A row's version that If-Match named is not the current one.
struct StaleRow {
    int currentVersion;
};

/// Puts what a person typed over cells of one row and judges it by the same rules as a file's.
/// import_not_staged, not_found; stale when the row was changed since `version`.
tl::expected<void, std::variant<Error, StaleRow>> mendRow(db::Transaction& transaction, secret::Vault& vault,
                                                          ChequeImportId id, int row, int version,
                                                          const Corrections& typed, Date today);

/// One repair for all failed rows with the same fault.
struct Fix {
    ErrorCode code;                     ///< the fault
    Column column;                      ///< where it is
    std::optional<std::string> before;  ///< only rows whose cell reads so
    std::string value;                  ///< what a person would type
};
struct FixOutcome {
    int fixed = 0;        ///< rows that are no longer failed
    int stillFailed = 0;  ///< rows that took the value and have another fault, or the same
};
/// import_not_staged; import_row_ready when no row has the fault.
Result<FixOutcome> fixRows(db::Transaction& transaction, secret::Vault& vault, ChequeImportId id,
                           const Fix& fix, Date today);

/// What the paper list says, to be compared before anything is posted.
struct Control {
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> rials;
};
/// Posts the ready rows: cheques, receipts in the ledger, first events; all or nothing. Rows that somebody
/// has posted meanwhile become duplicates first. An import that is committed already stays as it is.
/// import_not_staged, no_rows, control_count_mismatch, control_sum_mismatch.
Result<void> commitImport(db::Transaction& transaction, ChequeImportId id, const Control& control,
                          Date today);

/// A cheque that an undo left, and why: it has moved on.
struct Kept {
    int row;
    ChequeId cheque;
    cheque::Status status;
};
struct UndoOutcome {
    int undone = 0;
    std::vector<Kept> kept;  ///< at most 1,000 are named
};
/// Voids the cheques that nothing has happened to since. An import that is undone already stays as it is.
/// import_not_committed.
Result<UndoOutcome> undoImport(db::Transaction& transaction, ChequeImportId id, Date today);

}  // namespace nextgen::cheque_import
