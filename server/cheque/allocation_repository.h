#pragma once

#include "server/cheque/cheque_repository.h"
#include "server/db/session.h"
#include "server/http/list_query.h"
#include "shared/cheque/allocation.h"

#include <vector>

namespace nextgen::cheque {

http::ListSource chequedInvoiceSource(TenantId tenant);
std::vector<Allocation> findAllocations(db::Session& session, TenantId tenant, ChequeId id);

/// An invoice, locked, and what of it is neither paid nor waits for a cheque.
struct InvoiceRoom {
    InvoiceId id;
    std::optional<DealerId> dealer;
    bool isOpen;
    Money room;
};
std::vector<InvoiceRoom> lockInvoices(db::Transaction& transaction, const std::vector<InvoiceId>& ids);

/// The payment that a locked cheque stands for, made when there is none, and what of it is set against nothing.
struct ChequePayment {
    std::int64_t id;
    Money room;
};
ChequePayment requirePayment(db::Transaction& transaction, ChequeId id, Date today);

struct NewAllocation {
    InvoiceId invoice;
    Money amount;
};
void insertAllocations(db::Transaction& transaction, const ChequePayment& payment,
                       const std::vector<NewAllocation>& allocations);
/// Whether there was such an allocation of a cheque that is not paid.
bool reverseAllocation(db::Transaction& transaction, ChequeId cheque, AllocationId id);

/// What a move means for the invoices that its cheques are set against: paid, or open again.
void followMove(db::Transaction& transaction, Move move, const std::vector<Moved>& moved);
/// The same for moves of one kind that were taken back: their cheques and the events that were.
void followUndo(db::Transaction& transaction, Move move, const std::vector<ChequeId>& cheques,
                const std::vector<ChequeEventId>& events);

}  // namespace nextgen::cheque
