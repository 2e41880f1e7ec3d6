#pragma once

#include "server/db/session.h"
#include "server/http/list_query.h"
#include "shared/cheque/cheque.h"
#include "shared/cheque/slip.h"

#include <optional>
#include <string>
#include <vector>

namespace nextgen::cheque {

http::ListSource slipSource(TenantId tenant);
http::ListSource slipChequeSource(TenantId tenant, SlipId slip);

std::optional<Slip> findSlip(db::Session& session, TenantId tenant, SlipId id);

/// A slip as it is changed: locked until the transaction ends.
struct LockedSlip {
    SlipId id;
    std::string slipNumber;
    SlipStatus status;
};
std::optional<LockedSlip> lockSlip(db::Transaction& transaction, SlipId id);

/// A draft without cheques, numbered in the Jalali year of `today`; nullopt when we have no such account.
std::optional<SlipId> insertSlip(db::Transaction& transaction, BankAccountId account, const std::string& note,
                                 Date today);

/// A cheque on a draft.
struct WaitingCheque {
    ChequeId cheque;
    SlipId slip;
    std::string slipNumber;
};
/// Of these cheques, those on a draft.
std::vector<WaitingCheque> findWaiting(db::Transaction& transaction, const std::vector<ChequeId>& ids);

/// The cheques of a slip, with the event that deposited them by it.
struct SlipItem {
    ChequeId cheque;
    std::optional<ChequeEventId> event;
};
std::vector<SlipItem> findItems(db::Transaction& transaction, SlipId id);
void addItems(db::Transaction& transaction, SlipId id, const std::vector<ChequeId>& cheques);
/// Those that were on the draft.
std::vector<ChequeId> removeItems(db::Transaction& transaction, SlipId id,
                                  const std::vector<ChequeId>& cheques);
void handOverItems(db::Transaction& transaction, SlipId id, const std::vector<SlipItem>& deposited);
/// A cancelled slip lets its cheques go.
void setStatus(db::Transaction& transaction, SlipId id, SlipStatus status,
               std::optional<Date> handedOn = {});

}  // namespace nextgen::cheque
