#pragma once

#include "server/db/session.h"
#include "server/http/list_query.h"
#include "server/secret/vault.h"
#include "shared/cheque/bounce.h"
#include "shared/cheque/cheque.h"
#include "shared/cheque/slip.h"
#include "shared/core/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nextgen::cheque {

/// The cheques of a tenant, for lists; the vault outlives the source.
http::ListSource listSource(TenantId tenant, secret::Vault& vault);

/// Tells the dealers' people and the credit staff that these bounced, or that their bounce was taken back.
void notifyBounced(db::Transaction& transaction, const std::vector<ChequeId>& ids, bool isUndone = false);

/// Tells every tenant's people what is due on a day, as remind_of_cheques() says; once for each day.
void remindOfCheques(db::Session& session, Date day);

std::optional<Cheque> findCheque(db::Session& session, TenantId tenant, ChequeId id);
std::vector<Event> findEvents(db::Session& session, TenantId tenant, ChequeId id);
std::vector<Bounce> findBounces(db::Session& session, TenantId tenant, ChequeId id);

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

/// The cheques that a Sayad id stands for: the one in hand, or those that have ended.
std::multimap<std::string, ChequeId> findBySayadIds(db::Session& session, TenantId tenant,
                                                    const std::vector<std::string>& sayadIds);

/// Cheques that may be the same paper as the one at `place` of those given.
struct LikelyTwin {
    std::size_t place;
    Cheque cheque;
};
std::vector<LikelyTwin> findLikelyTwins(db::Session& session, TenantId tenant,
                                        const std::vector<Cheque>& given);

/// What one move says of all its cheques.
struct MoveDetails {
    Date occurredOn;
    std::string note = {};
    std::string holderName = {};        ///< of an endorsement
    std::optional<Date> certificateOn = {};
    std::string certificateNumber = {};  ///< of a bounce or a new deposit after one
    std::optional<BounceReason> reason = {};
    Money feeAmount = {};  ///< of a bounce, for each cheque
    bool isFeeDealers = false;
    std::optional<SlipId> slip = {};  ///< by which the cheques are moved, as one
};

/// A cheque with the event that was recorded of it.
struct Moved {
    ChequeId id;
    ChequeEventId event;
};

/// Takes each of the cheques that the move leads on from a step on: status, ledger entry and event. Those
/// moved.
std::vector<Moved> applyMove(db::Transaction& transaction, Move move, const std::vector<ChequeId>& ids,
                             const MoveDetails& details);

/// The last event of a cheque, which alone can be taken back.
struct LastEvent {
    ChequeId cheque;
    ChequeEventId event;
    Move move;
    std::optional<Status> from;
    bool isPutAway;    ///< what it posted is in no table any more
    bool isHereAgain;  ///< the cheque had ended and was recorded anew
    bool isSlipClosed;  ///< a bank did it to a slip that is answered
};
std::vector<LastEvent> findLastEvents(db::Session& session, TenantId tenant,
                                      const std::vector<ChequeId>& ids);

/// Takes these events back, each the last of a locked cheque: status, reversing entry and event.
std::vector<Moved> undoMoves(db::Transaction& transaction, const std::vector<ChequeEventId>& events,
                             Date occurredOn, const std::string& note);

/// Keeps what came with bounces that were posted just now, and stops their dealers if the tenant says so.
void recordBounces(db::Transaction& transaction, const std::vector<Moved>& bounced,
                   const MoveDetails& details);
/// The bounces whose events were taken back, with what they had done to their dealers.
void undoBounces(db::Transaction& transaction, const std::vector<ChequeEventId>& events);
/// Gives the last bounce of these cheques its certificate, if it has none.
void certifyBounces(db::Transaction& transaction, const std::vector<ChequeId>& ids,
                    const MoveDetails& details);

}  // namespace nextgen::cheque
