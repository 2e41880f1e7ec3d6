#pragma once

#include "app/cheque_import/staged_row.h"
#include "app/client/api_client.h"
#include "app/client/listing.h"
#include "app/client/page.h"
#include "shared/cheque_import/cheque_import_api.h"

#include <map>
#include <utility>
#include <vector>

/// What the client asks about imports of cheque workbooks.
namespace nextgen::cheque_import {

/// An import and what only its own answer carries.
struct OpenedImport {
    ChequeImport import;
    std::vector<SheetColumn> columns;  ///< of the sheet, in its order
};

/// A workbook on its way to the server. The key names the try: however often it is sent, it is one import.
struct NewImport {
    QString filePath;
    std::optional<DealerId> dealerId;      ///< none: the file names the dealer of each row
    std::optional<AmountUnit> amountUnit;  ///< none: as the file says
    QString idempotencyKey;

    bool operator==(const NewImport&) const = default;
};

/// Which rows of an import: all, those of a state, or those whose text was repaired.
struct RowFilter {
    std::optional<RowState> state;
    bool isRepaired = false;

    bool operator==(const RowFilter&) const = default;
};

/// One value for every row with the same fault.
struct CommonMend {
    std::string code;
    Column column = Column::SayadId;
    std::optional<std::string> before;  ///< only rows whose cell reads so
    std::string value;                  ///< as a person types it
};

struct CommonMendResult {
    int fixed = 0;
    int stillFailed = 0;
    OpenedImport opened;
};

/// What the paper list says; each may be missing.
struct ControlSum {
    std::optional<qint64> count;
    std::optional<Money> amount;

    bool operator==(const ControlSum&) const = default;
};

/// A cheque that an undo left, since somebody has moved it on.
struct Kept {
    int row = 0;
    ChequeId chequeId;
    QString reason;
};

struct UndoResult {
    int undone = 0;
    std::vector<Kept> kept;
    OpenedImport opened;
};

QCoro::Task<client::Answer<client::Page<ChequeImport>>> listImports(client::ApiClient& api,
                                                                    client::Listing listing);
QCoro::Task<client::Answer<OpenedImport>> getImport(client::ApiClient& api, ChequeImportId id);
QCoro::Task<client::Answer<OpenedImport>> sendFile(client::ApiClient& api, NewImport file,
                                                   client::Progress progress,
                                                   std::shared_ptr<client::Cancellation> cancellation);
QCoro::Task<client::Answer<client::Page<StagedRow>>> listRows(client::ApiClient& api, ChequeImportId id,
                                                              RowFilter filter, QString cursor, int limit);
QCoro::Task<client::Answer<StagedRow>> getRow(client::ApiClient& api, ChequeImportId id, int row);
/// `values`: what a person typed, by the name of the value ("due_on").
QCoro::Task<client::Answer<StagedRow>> mendRow(client::ApiClient& api, ChequeImportId id, int row,
                                               int version, std::map<std::string, std::string> values);
QCoro::Task<client::Answer<CommonMendResult>> mendAlike(client::ApiClient& api, ChequeImportId id,
                                                        CommonMend mend);
/// The same key posts once, however often it is sent.
QCoro::Task<client::Answer<OpenedImport>> commitImport(client::ApiClient& api, ChequeImportId id,
                                                       ControlSum control, QString idempotencyKey);
QCoro::Task<client::Answer<UndoResult>> undoImport(client::ApiClient& api, ChequeImportId id);
/// The failed rows with a reason column, as a workbook.
QCoro::Task<client::Answer<void>> saveErrors(client::ApiClient& api, ChequeImportId id, QString filePath);

}  // namespace nextgen::cheque_import
