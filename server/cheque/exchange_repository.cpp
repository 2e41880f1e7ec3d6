#include "server/cheque/exchange_repository.h"

#include "server/sql.h"

namespace nextgen::cheque {

http::ListSource exchangeSource(TenantId tenant) {
    return {sql::cheque::listExchanges.text, {db::toSql(tenant)}};
}

std::optional<Exchange> findExchange(db::Session& session, TenantId tenant, ExchangeId id) {
    return session
        .runText(std::string(sql::cheque::listExchanges.text) + " AND id = $2",
                 {db::toSql(tenant), db::toSql(id)})
        .first<Exchange>();
}

ExchangeCheques findExchangeCheques(db::Session& session, TenantId tenant, ExchangeId id) {
    ExchangeCheques cheques;
    for (const db::Row row : session.query(sql::cheque::listExchangeCheques, tenant, id)) {
        (row.get<bool>("is_in") ? cheques.in : cheques.out).push_back(db::decode<Cheque>(row));
    }
    return cheques;
}

ExchangeId insertExchange(db::Transaction& transaction, const Exchange& exchange,
                          const std::vector<ChequeId>& out, const std::vector<ChequeId>& in) {
    return transaction
        .query(sql::cheque::insertExchange, transaction.context().tenant, exchange.dealerId,
               exchange.occurredOn, exchange.note, exchange.outAmount, exchange.inAmount, exchange.outRasOn,
               exchange.inRasOn, out, in)
        .one()
        .get<ExchangeId>("id");
}

}  // namespace nextgen::cheque
