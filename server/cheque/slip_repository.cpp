#include "server/cheque/slip_repository.h"

#include "server/sql.h"
#include "shared/core/jalali.h"

namespace nextgen::cheque {

http::ListSource slipSource(TenantId tenant) {
    return {sql::cheque::listSlips.text, {db::toSql(tenant)}};
}

http::ListSource slipChequeSource(TenantId tenant, SlipId slip) {
    return {sql::cheque::listSlipCheques.text, {db::toSql(tenant), db::toSql(slip)}};
}

std::optional<Slip> findSlip(db::Session& session, TenantId tenant, SlipId id) {
    return session
        .runText(std::string(sql::cheque::listSlips.text) + " AND id = $2",
                 {db::toSql(tenant), db::toSql(id)})
        .first<Slip>();
}

std::optional<LockedSlip> lockSlip(db::Transaction& transaction, SlipId id) {
    const db::Rows rows = transaction.query(sql::cheque::lockSlip, transaction.context().tenant, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    return LockedSlip{id, rows.one().get<std::string>("slip_number"), rows.one().get<SlipStatus>("status")};
}

std::optional<SlipId> insertSlip(db::Transaction& transaction, BankAccountId account, const std::string& note,
                                 Date today) {
    const db::Rows rows = transaction.query(sql::cheque::insertSlip, transaction.context().tenant, account,
                                            JalaliDate::fromDate(today).year, note);
    return rows.empty() ? std::nullopt : std::optional(rows.one().get<SlipId>("id"));
}

std::vector<WaitingCheque> findWaiting(db::Transaction& transaction, const std::vector<ChequeId>& ids) {
    std::vector<WaitingCheque> found;
    for (const db::Row row :
         transaction.query(sql::cheque::listWaiting, transaction.context().tenant, ids)) {
        found.push_back({row.get<ChequeId>("cheque_id"), row.get<SlipId>("slip_id"),
                         row.get<std::string>("slip_number")});
    }
    return found;
}

std::vector<SlipItem> findItems(db::Transaction& transaction, SlipId id) {
    std::vector<SlipItem> items;
    for (const db::Row row :
         transaction.query(sql::cheque::listSlipItems, transaction.context().tenant, id)) {
        items.push_back(
            {row.get<ChequeId>("cheque_id"), row.get<std::optional<ChequeEventId>>("event_id")});
    }
    return items;
}

void addItems(db::Transaction& transaction, SlipId id, const std::vector<ChequeId>& cheques) {
    transaction.query(sql::cheque::addSlipItems, transaction.context().tenant, id, cheques);
}

std::vector<ChequeId> removeItems(db::Transaction& transaction, SlipId id,
                                  const std::vector<ChequeId>& cheques) {
    std::vector<ChequeId> removed;
    for (const db::Row row :
         transaction.query(sql::cheque::removeSlipItems, transaction.context().tenant, id, cheques)) {
        removed.push_back(row.get<ChequeId>("cheque_id"));
    }
    return removed;
}

void handOverItems(db::Transaction& transaction, SlipId id, const std::vector<SlipItem>& deposited) {
    std::vector<ChequeId> cheques;
    std::vector<ChequeEventId> events;
    for (const SlipItem& item : deposited) {
        cheques.push_back(item.cheque);
        events.push_back(item.event.value_or(ChequeEventId()));
    }
    transaction.query(sql::cheque::handOverItems, transaction.context().tenant, id, cheques, events);
}

void setStatus(db::Transaction& transaction, SlipId id, SlipStatus status, std::optional<Date> handedOn) {
    transaction.query(sql::cheque::setSlipStatus, transaction.context().tenant, id, status, handedOn);
}

}  // namespace nextgen::cheque
