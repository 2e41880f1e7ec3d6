#pragma once

#include "server/db/session.h"
#include "server/http/list_query.h"
#include "server/secret/vault.h"
#include "shared/cheque/cheque.h"
#include "shared/core/result.h"

#include <optional>
#include <vector>

namespace nextgen::cheque {

/// The cheques of a tenant, for lists; the vault outlives the source.
http::ListSource listSource(TenantId tenant, secret::Vault& vault);

/// Tells the dealers' people and the credit staff that these bounced.
void notifyBounced(db::Transaction& transaction, const std::vector<ChequeId>& ids);

std::optional<Cheque> findCheque(db::Session& session, TenantId tenant, ChequeId id);
std::vector<Event> findEvents(db::Session& session, TenantId tenant, ChequeId id);

/// Records a received cheque with its receipt in the ledger and its first event. A leaf that is here already
/// violates cheques_sayad_id_key or cheques_leaf_key.
ChequeId insertCheque(db::Transaction& transaction, const secret::Keyring& keyring, const Cheque& cheque,
                      Date receivedOn);

/// A secret field of a cheque in full, noted in the audit trail; empty when it is. not_found;
/// value_not_allowed for a field that is no secret.
Result<std::string> revealCheque(db::Transaction& transaction, secret::Vault& vault, ChequeId id,
                                 std::string_view field);

/// What searching a cheque compares: drawer, serial and bank, folded.
std::string searchKeyOf(std::string_view drawerName, std::string_view serial, std::string_view bankName);

/// The ids and statuses of those that exist, locked until the transaction ends.
std::vector<std::pair<ChequeId, Status>> lockCheques(db::Transaction& transaction,
                                                     const std::vector<ChequeId>& ids);

/// Takes each of the cheques that the move leads on from a step on: status, ledger entry and event. The
/// number moved.
std::size_t applyMove(db::Transaction& transaction, Move move, const std::vector<ChequeId>& ids,
                      Date occurredOn, const std::string& note);

}  // namespace nextgen::cheque
