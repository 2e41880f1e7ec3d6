#include "server/cheque_import/cheque_import_service.h"

#include "server/cheque/cheque_repository.h"
#include "server/sql.h"
#include "shared/account/audit.h"
#include "shared/cheque/cheque_status.h"
#include "shared/describe/json.h"

namespace nextgen::cheque_import {

namespace {

/// The import, locked and open for changes.
Result<LockedImport> requireStaged(db::Transaction& transaction, ChequeImportId id) {
    auto import = lockImport(transaction, id);
    if (!import) {
        return refuse(ErrorCode::NotFound);
    }
    switch (import->state) {
        case State::Staged:
            return std::move(*import);
        case State::Staging:
            return refuse(ErrorCode::ImportStillStaging);
        case State::Committed:
            return refuse(ErrorCode::ImportAlreadyCommitted);
        case State::Undone:
        case State::Failed:
            break;
    }
    return refuse(ErrorCode::ImportNotStaged);
}

/// Rows are mended one by one, then judged together: the keys that came and went.
class Mending {
  public:
    Mending(db::Transaction& transaction, secret::Vault& vault, const LockedImport& import, Date today)
        : m_transaction(transaction),
          m_keyring(vault.forWriting(transaction)),
          m_import(import),
          m_directory(transaction, transaction.context().tenant),
          m_today(today) {}

    /// Interprets the row again with what was typed over it.
    RowState mend(const db::Row& row, const Corrections& typed) {
        RawRow raw = openRaw(m_keyring, row);
        for (const auto& [column, text] : typed) {
            raw.corrections[column] = text;
        }
        ImportRow mended = interpret(m_import.layout, row.get<std::uint32_t>("row"), std::move(raw.cells),
                                     raw.corrections, m_today);
        const auto dealer = settleDealer(mended, m_import.dealer, m_directory);
        remember(row.get<std::string>("sayad_id"), row.get<std::string>("leaf"));
        remember(mended.values.sayadId,
                 mended.values.bankCode + "/" + mended.values.series + "/" + mended.values.serial);
        updateRow(m_transaction, m_keyring, m_import.id, row.get<std::int64_t>("id"), mended, dealer,
                  raw.corrections);
        return mended.state;
    }

    std::vector<RowCell> cellsOf(const db::Row& row) const { return openRaw(m_keyring, row).cells; }

    void finish() {
        judgeDuplicates(m_transaction, m_import.id, m_sayadIds, m_leaves);
        recount(m_transaction, m_import.id);
    }

  private:
    void remember(std::string sayadId, std::string leaf) {
        // Of an unknown bank, series or serial there is no leaf to compare.
        if (!sayadId.empty()) {
            m_sayadIds.push_back(std::move(sayadId));
        }
        if (leaf.front() != '/' && leaf.back() != '/' && leaf.find("//") == std::string::npos) {
            m_leaves.push_back(std::move(leaf));
        }
    }

    db::Transaction& m_transaction;
    secret::Keyring m_keyring;
    const LockedImport& m_import;
    DealerDirectory m_directory;
    Date m_today;
    std::vector<std::string> m_sayadIds;
    std::vector<std::string> m_leaves;
};

/// From here on the transaction's row triggers leave the audit trail to one line of bulk work.
void beginBulk(db::Transaction& transaction, ChequeImportId id) {
    transaction.query(sql::cheque_import::setBulk, id);
}

void auditBulk(db::Transaction& transaction, ChequeImportId id, account::AuditAction action,
               const Json& details) {
    transaction.query(sql::cheque_import::insertAudit, transaction.context().tenant, id,
                      describe::nameOf(action), details);
}

}  // namespace

tl::expected<void, std::variant<Error, StaleRow>> mendRow(db::Transaction& transaction, secret::Vault& vault,
                                                          ChequeImportId id, int row, int version,
                                                          const Corrections& typed, Date today) {
    const auto refused = [](Error error) {
        return tl::unexpected(std::variant<Error, StaleRow>(std::move(error)));
    };
    const auto import = requireStaged(transaction, id);
    if (!import) {
        return refused(import.error());
    }
    const db::Rows rows =
        transaction.query(sql::cheque_import::selectRowToMend, transaction.context().tenant, id, row);
    if (rows.empty()) {
        return refused({ErrorCode::NotFound, {}, {}});
    }
    const int current = rows.one().get<int>("version");
    if (current != version) {
        return tl::unexpected(std::variant<Error, StaleRow>(StaleRow{current}));
    }
    Mending mending(transaction, vault, *import, today);
    mending.mend(rows.one(), typed);
    mending.finish();
    return {};
}

Result<FixOutcome> fixRows(db::Transaction& transaction, secret::Vault& vault, ChequeImportId id,
                           const Fix& fix, Date today) {
    const auto import = requireStaged(transaction, id);
    if (!import) {
        return refuse(import.error());
    }
    std::optional<std::uint32_t> sheetColumn;
    for (const SheetColumn& column : import->layout.columns) {
        if (column.field == fix.column) {
            sheetColumn = column.index;
        }
    }
    Mending mending(transaction, vault, *import, today);
    const auto readsSo = [&](const db::Row& row) {
        if (!fix.before) {
            return true;
        }
        for (const RowCell& cell : mending.cellsOf(row)) {
            if (cell.column == sheetColumn) {
                return cell.text == *fix.before;
            }
        }
        return fix.before->empty();
    };

    const Json fault = Json::array({{{"code", errorName(fix.code)}, {"column", columnName(fix.column)}}});
    FixOutcome outcome;
    for (int after = 0;;) {
        const db::Rows rows = transaction.query(sql::cheque_import::listFailedRows,
                                                transaction.context().tenant, id, after, fault);
        if (rows.empty()) {
            break;
        }
        for (const db::Row row : rows) {
            after = row.get<int>("row");
            if (readsSo(row)) {
                const bool isFailed = mending.mend(row, {{fix.column, fix.value}}) == RowState::Failed;
                ++(isFailed ? outcome.stillFailed : outcome.fixed);
            }
        }
    }
    if (outcome.fixed + outcome.stillFailed == 0) {
        return refuse(ErrorCode::ImportRowReady);
    }
    mending.finish();
    return outcome;
}

Result<void> commitImport(db::Transaction& transaction, ChequeImportId id, const Control& control,
                          Date today) {
    auto import = lockImport(transaction, id);
    if (import && import->state == State::Committed) {
        return {};
    }
    if (const auto staged = requireStaged(transaction, id); !staged) {
        return refuse(staged.error());
    }
    beginBulk(transaction, id);
    judgeDuplicates(transaction, id);
    recount(transaction, id);
    import = lockImport(transaction, id);
    if (import->rowsReady == 0) {
        return refuse(ErrorCode::NoRows);
    }
    const auto mismatch = [](ErrorCode code, std::string_view pointer, std::int64_t actual,
                             std::int64_t expected) {
        return refuse(Error{code,
                            std::string(pointer),
                            {{"actual", groupDigits(actual)}, {"expected", groupDigits(expected)}}});
    };
    if (control.count && *control.count != import->rowsReady) {
        return mismatch(ErrorCode::ControlCountMismatch, "/control_count", import->rowsReady, *control.count);
    }
    if (control.rials && *control.rials != import->amountTotal.rials()) {
        return mismatch(ErrorCode::ControlSumMismatch, "/control_amount", import->amountTotal.rials(),
                        *control.rials);
    }

    const TenantId tenant = transaction.context().tenant;
    const cheque::Posting receipt = *cheque::transitionOf(std::nullopt, cheque::Move::Receive)->postings[0];
    notifyImport(transaction, id, "import_posted");
    transaction.query(sql::cheque_import::insertPostedCheques, tenant, id);
    transaction.query(sql::cheque_import::insertPostedEntries, tenant, id, today);
    transaction.query(sql::cheque_import::insertPostedEvents, tenant, id, today);
    transaction.query(sql::cheque_import::insertPostedLines, tenant, id, credit::accountName(receipt.debit),
                      credit::accountName(receipt.credit), today);
    transaction.query(sql::cheque_import::finishCommit, tenant, id, import->rowsReady);
    auditBulk(transaction, id, account::AuditAction::ChequeImportCommit,
              {{"rows_posted", import->rowsReady}, {"amount_total", import->amountTotal.rials()}});
    return {};
}

Result<UndoOutcome> undoImport(db::Transaction& transaction, ChequeImportId id, Date today) {
    const auto import = lockImport(transaction, id);
    if (!import) {
        return refuse(ErrorCode::NotFound);
    }
    if (import->state != State::Committed && import->state != State::Undone) {
        return refuse(ErrorCode::ImportNotCommitted);
    }
    const TenantId tenant = transaction.context().tenant;
    UndoOutcome outcome;
    if (import->state == State::Committed) {
        beginBulk(transaction, id);
        notifyImport(transaction, id, "import_undone");
        std::vector<ChequeId> untouched;
        for (const db::Row row : transaction.query(sql::cheque_import::listUntouched, tenant, id)) {
            untouched.push_back(row.get<ChequeId>("id"));
        }
        if (cheque::applyMove(transaction, cheque::Move::Void, untouched, {today}).size() != untouched.size()) {
            throw std::logic_error("a locked cheque was not voided");
        }
        outcome.undone = static_cast<int>(untouched.size());
    }
    for (const db::Row row : transaction.query(sql::cheque_import::listKept, tenant, id)) {
        outcome.kept.push_back(
            {row.get<int>("row"), row.get<ChequeId>("id"), row.get<cheque::Status>("status")});
    }
    if (import->state == State::Committed) {
        transaction.query(sql::cheque_import::finishUndo, tenant, id);
        auditBulk(transaction, id, account::AuditAction::ChequeImportUndo, {{"undone", outcome.undone}});
    }
    return outcome;
}

}  // namespace nextgen::cheque_import
