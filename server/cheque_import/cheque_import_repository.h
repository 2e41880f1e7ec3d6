#pragma once

#include "server/cheque_import/row_json.h"
#include "server/db/session.h"
#include "server/http/list_query.h"
#include "shared/cheque_import/cheque_import_api.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nextgen::cheque_import {

/// Dealers as workbooks name them: by code or by company name, in any spelling.
class DealerDirectory {
  public:
    DealerDirectory(db::Session& session, TenantId tenant);
    /// nullopt when no dealer, or more than one, goes by this name.
    std::optional<DealerId> find(std::string_view codeOrName) const;

  private:
    std::map<std::string, DealerId, std::less<>> m_byKey;  ///< a zero id: the name is not one dealer's alone
};

/// Tells the uploader and the people of the import's dealer; whoever does it knows, unless nobody waited for
/// it.
void notifyImport(db::Transaction& transaction, ChequeImportId id, std::string_view code,
                  bool isWaitedFor = true);

/// The imports of a tenant, for lists.
http::ListSource listSource(TenantId tenant);

std::optional<ChequeImport> findImport(db::Session& session, TenantId tenant, ChequeImportId id);

/// What mending and posting need to know of an import.
struct LockedImport {
    ChequeImportId id;
    State state = State::Staging;
    std::optional<DealerId> dealer;
    SheetLayout layout;
    int rowsReady = 0;
    Money amountTotal;
};

/// Locked until the transaction ends; nullopt when there is none for the caller.
std::optional<LockedImport> lockImport(db::Transaction& transaction, ChequeImportId id);

/// Whose cheque a row is: the import's dealer, or the one that the row names. Otherwise the row fails:
/// dealer_unknown.
std::optional<DealerId> settleDealer(ImportRow& row, std::optional<DealerId> importDealer,
                                     const DealerDirectory& directory);

/// Writes a row anew after it was mended; duplicates are judged afterwards.
void updateRow(db::Transaction& transaction, const secret::Keyring& keyring, ChequeImportId id,
               std::int64_t rowId, const ImportRow& row, std::optional<DealerId> dealer,
               const Corrections& corrections);

/// Judges which rows repeat earlier ones or posted cheques: those with one of the keys, or all.
void judgeDuplicates(db::Transaction& transaction, ChequeImportId id);
void judgeDuplicates(db::Transaction& transaction, ChequeImportId id,
                     const std::vector<std::string>& sayadIds, const std::vector<std::string>& leaves);

/// Brings the counts and the sum of the import in line with its rows.
void recount(db::Transaction& transaction, ChequeImportId id);

}  // namespace nextgen::cheque_import
