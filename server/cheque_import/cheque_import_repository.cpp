#include "server/cheque_import/cheque_import_repository.h"

#include "server/cheque/cheque_repository.h"
#include "server/sql.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"
#include "shared/message/notice.h"

namespace nextgen::cheque_import {

DealerDirectory::DealerDirectory(db::Session& session, TenantId tenant) {
    for (const db::Row row : session.query(sql::cheque_import::selectDealersByNames, tenant)) {
        const auto id = row.get<DealerId>("id");
        for (const std::string_view column : {"code", "company_name"}) {
            const auto [entry, isNew] = m_byKey.emplace(text::headingKey(row.get<std::string>(column)), id);
            if (!isNew && entry->second != id) {
                entry->second = DealerId();
            }
        }
    }
}

std::optional<DealerId> DealerDirectory::find(std::string_view codeOrName) const {
    const auto found = m_byKey.find(text::headingKey(codeOrName));
    return found != m_byKey.end() && found->second ? std::optional(found->second) : std::nullopt;
}

void notifyImport(db::Transaction& transaction, ChequeImportId id, std::string_view code, bool isWaitedFor) {
    const db::TenantContext& context = transaction.context();
    transaction.query(sql::cheque_import::notifyImport, context.tenant, id, std::string(code),
                      std::string(message::noticeText(code).persian),
                      isWaitedFor ? std::optional(context.actor) : std::nullopt);
}

http::ListSource listSource(TenantId tenant) {
    return {sql::cheque_import::listImports.text, {db::toSql(tenant)}};
}

std::optional<ChequeImport> findImport(db::Session& session, TenantId tenant, ChequeImportId id) {
    return session.query(sql::cheque_import::selectImport, tenant, id).first<ChequeImport>();
}

std::optional<LockedImport> lockImport(db::Transaction& transaction, ChequeImportId id) {
    const db::Rows rows = transaction.query(sql::cheque_import::lockImport, transaction.context().tenant, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    const db::Row row = rows.one();
    LockedImport import;
    import.id = id;
    import.state = row.get<State>("state");
    import.dealer = row.get<std::optional<DealerId>>("dealer_id");
    import.layout.format =
        workbook::formatByName(row.get<std::string>("format")).value_or(workbook::Format::Csv);
    import.layout.sheet = row.get<std::string>("sheet");
    import.layout.headerRow = row.get<std::uint32_t>("header_row");
    import.layout.amountUnit = row.get<AmountUnit>("amount_unit");
    import.layout.columns = columnsFromJson(row.get<Json>("columns"));
    import.rowsReady = row.get<int>("rows_ready");
    import.amountTotal = row.get<Money>("amount_total");
    return import;
}

std::optional<DealerId> settleDealer(ImportRow& row, std::optional<DealerId> importDealer,
                                     const DealerDirectory& directory) {
    if (importDealer) {
        return importDealer;
    }
    const auto dealer = directory.find(row.values.dealer);
    if (!dealer) {
        row.errors.push_back({ErrorCode::DealerUnknown, Column::Dealer, {}});
        row.state = RowState::Failed;
    }
    return dealer;
}

void updateRow(db::Transaction& transaction, const secret::Keyring& keyring, ChequeImportId id,
               std::int64_t rowId, const ImportRow& row, std::optional<DealerId> dealer,
               const Corrections& corrections) {
    const RowValues& values = row.values;
    const SealedValues sealed = sealValues(keyring, rowId, values);
    transaction.query(
        sql::cheque_import::updateRow, transaction.context().tenant, id, row.row, row.state, dealer,
        values.sayadId, values.amount, values.dueOn, values.bankCode, values.bankName, values.branch,
        values.series, values.serial, values.accountNumber, values.drawerName, values.dealer,
        values.description, cheque::searchKeyOf(values.drawerName, values.serial, values.bankName),
        errorsToJson(row.errors),
        sealRaw(keyring, rowId, {row.cells, corrections, repairsToJson(row.repairs)}).bytes,
        !row.repairs.empty(), sealed.iban.cipher, sealed.iban.lastFour, sealed.drawerNationalId.cipher,
        sealed.drawerNationalId.index, sealed.drawerNationalId.lastFour);
}

void judgeDuplicates(db::Transaction& transaction, ChequeImportId id) {
    transaction.query(sql::cheque_import::judgeDuplicates, transaction.context().tenant, id, nullptr,
                      nullptr);
}

void judgeDuplicates(db::Transaction& transaction, ChequeImportId id,
                     const std::vector<std::string>& sayadIds, const std::vector<std::string>& leaves) {
    transaction.query(sql::cheque_import::judgeDuplicates, transaction.context().tenant, id, sayadIds,
                      leaves);
}

void recount(db::Transaction& transaction, ChequeImportId id) {
    transaction.query(sql::cheque_import::recountImport, transaction.context().tenant, id);
}

}  // namespace nextgen::cheque_import
