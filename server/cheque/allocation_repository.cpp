#include "server/cheque/allocation_repository.h"

#include "server/sql.h"

namespace nextgen::cheque {

namespace {

bool pays(Move move) {
    return move == Move::Clear || move == Move::Settle;
}

bool releases(Move move) {
    return move == Move::Bounce || move == Move::Return || move == Move::Void;
}

}  // namespace

http::ListSource chequedInvoiceSource(TenantId tenant) {
    return {sql::cheque::listInvoicesByCheques.text, {db::toSql(tenant)}};
}

std::vector<Allocation> findAllocations(db::Session& session, TenantId tenant, ChequeId id) {
    return session.query(sql::cheque::listAllocations, tenant, id).all<Allocation>();
}

std::vector<InvoiceRoom> lockInvoices(db::Transaction& transaction, const std::vector<InvoiceId>& ids) {
    std::vector<InvoiceRoom> found;
    for (const db::Row row :
         transaction.query(sql::cheque::lockInvoices, transaction.context().tenant, ids)) {
        found.push_back({row.get<InvoiceId>("id"), row.get<std::optional<DealerId>>("dealer_id"),
                         row.get<bool>("is_open"), row.get<Money>("room")});
    }
    return found;
}

ChequePayment requirePayment(db::Transaction& transaction, ChequeId id, Date today) {
    const db::Row row =
        transaction.query(sql::cheque::chequePayment, transaction.context().tenant, id, today).one();
    return {row.get<std::int64_t>("id"), row.get<Money>("room")};
}

void insertAllocations(db::Transaction& transaction, const ChequePayment& payment,
                       const std::vector<NewAllocation>& allocations) {
    std::vector<InvoiceId> invoices;
    std::vector<Money> amounts;
    for (const NewAllocation& one : allocations) {
        invoices.push_back(one.invoice);
        amounts.push_back(one.amount);
    }
    transaction.query(sql::cheque::insertAllocations, transaction.context().tenant, payment.id, invoices,
                      amounts);
}

bool reverseAllocation(db::Transaction& transaction, ChequeId cheque, AllocationId id) {
    return !transaction.query(sql::cheque::reverseAllocation, transaction.context().tenant, cheque, id)
                .empty();
}

void followMove(db::Transaction& transaction, Move move, const std::vector<Moved>& moved) {
    if (!pays(move) && !releases(move)) {
        return;
    }
    std::vector<ChequeId> cheques;
    std::vector<ChequeEventId> events;
    for (const Moved& one : moved) {
        cheques.push_back(one.id);
        events.push_back(one.event);
    }
    const TenantId tenant = transaction.context().tenant;
    if (pays(move)) {
        transaction.query(sql::cheque::settleAllocations, tenant, cheques);
    } else {
        transaction.query(sql::cheque::releaseAllocations, tenant, cheques, events, move);
    }
}

void followUndo(db::Transaction& transaction, Move move, const std::vector<ChequeId>& cheques,
                const std::vector<ChequeEventId>& events) {
    const TenantId tenant = transaction.context().tenant;
    if (pays(move)) {
        transaction.query(sql::cheque::unsettleAllocations, tenant, cheques);
    } else if (releases(move)) {
        transaction.query(sql::cheque::restoreAllocations, tenant, events);
    }
}

}  // namespace nextgen::cheque
