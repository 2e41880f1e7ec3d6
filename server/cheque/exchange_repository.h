#pragma once

#include "server/db/session.h"
#include "server/http/list_query.h"
#include "shared/cheque/cheque.h"
#include "shared/cheque/exchange.h"

#include <optional>
#include <vector>

namespace nextgen::cheque {

http::ListSource exchangeSource(TenantId tenant);
std::optional<Exchange> findExchange(db::Session& session, TenantId tenant, ExchangeId id);

/// The cheques of both sides, by due date.
struct ExchangeCheques {
    std::vector<Cheque> out;
    std::vector<Cheque> in;
};
ExchangeCheques findExchangeCheques(db::Session& session, TenantId tenant, ExchangeId id);

ExchangeId insertExchange(db::Transaction& transaction, const Exchange& exchange,
                          const std::vector<ChequeId>& out, const std::vector<ChequeId>& in);

}  // namespace nextgen::cheque
