#include "server/cheque/allocation_routes.h"

#include "server/cheque/allocation_repository.h"
#include "server/cheque/cheque_service.h"
#include "server/http/entity_list.h"

#include <algorithm>

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

/// All that a cheque is set against, and what is left of it.
Response answerOf(db::Session& session, TenantId tenant, const Cheque& cheque) {
    Json items = Json::array();
    Money rest = cheque.amount;
    for (const Allocation& one : findAllocations(session, tenant, cheque.id)) {
        if (!one.reversedAt) {
            rest -= one.amount;
        }
        items.push_back(describe::toJson(one));
    }
    return Response::json(
        {{"items", std::move(items)}, {"unallocated", rest.rials()}, {"next_cursor", nullptr}});
}

Answer listAllocations(Request& request, db::Database& database) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const TenantId tenant = request.caller().tenant;
    const auto cheque = findCheque(session, tenant, *id);
    if (!cheque) {
        return refuse(ErrorCode::NotFound);
    }
    return answerOf(session, tenant, *cheque);
}

std::vector<NewAllocation> readAllocations(const Json& body, Errors& errors) {
    std::vector<NewAllocation> allocations;
    for (const auto& [key, value] : body.items()) {
        if (key != "allocations") {
            errors.push_back({ErrorCode::FieldUnknown, describe::detail::pointerTo(key), {}});
        }
    }
    const auto list = body.find("allocations");
    if (list == body.end() || !list->is_array() || list->empty()) {
        errors.push_back({ErrorCode::FieldRequired, "/allocations", {}});
        return allocations;
    }
    if (list->size() > allocationsMax) {
        errors.push_back(
            {ErrorCode::TooManyRecords, "/allocations", {{"limit", std::to_string(allocationsMax)}}});
        return allocations;
    }
    for (const Json& one : *list) {
        const std::string pointer = "/allocations/" + std::to_string(allocations.size());
        NewAllocation allocation;
        const auto read = [&](const char* name, auto& into) {
            const auto found = one.is_object() ? one.find(name) : one.end();
            if (!one.is_object() || found == one.end()) {
                errors.push_back({ErrorCode::FieldRequired, pointer + '/' + name, {}});
            } else if (auto error = describe::valueFromJson(*found, into)) {
                errors.push_back({error->code, pointer + '/' + name, error->arguments});
            }
        };
        const std::size_t before = errors.size();
        read("invoice_id", allocation.invoice);
        read("amount", allocation.amount);
        if (errors.size() == before && (allocation.amount.isZero() || allocation.amount.isNegative())) {
            errors.push_back({ErrorCode::AmountNotPositive, pointer + "/amount", {}});
        }
        if (errors.size() == before &&
            std::ranges::find(allocations, allocation.invoice, &NewAllocation::invoice) != allocations.end()) {
            errors.push_back({ErrorCode::RecordRepeated, pointer + "/invoice_id", {}});
        }
        allocations.push_back(allocation);
    }
    return allocations;
}

/// {"allocations": [{"invoice_id", "amount"}]}: all of them, or none.
Answer allocate(Request& request, db::Transaction& transaction, const Clock& clock) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    Errors errors;
    const auto allocations = readAllocations(request.json(), errors);
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const TenantId tenant = request.caller().tenant;
    const auto locked = lockCheques(transaction, {*id});
    if (locked.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    const Status status = locked.front().second;
    if (status != Status::OnHand && status != Status::Deposited && status != Status::Endorsed) {
        return refuse(moveRefused(status));
    }
    const auto cheque = findCheque(transaction, tenant, *id);
    std::vector<InvoiceId> invoices;
    for (const NewAllocation& one : allocations) {
        invoices.push_back(one.invoice);
    }
    const auto rooms = lockInvoices(transaction, invoices);
    const ChequePayment payment = requirePayment(transaction, *id, today(clock));
    Money rest = payment.room;
    for (std::size_t i = 0; i < allocations.size(); ++i) {
        const NewAllocation& one = allocations[i];
        const std::string pointer = "/allocations/" + std::to_string(i);
        const auto room = std::ranges::find(rooms, one.invoice, &InvoiceRoom::id);
        if (room == rooms.end() || !room->isOpen || room->dealer != cheque->dealerId) {
            errors.push_back({ErrorCode::InvoiceNotPayable, pointer + "/invoice_id", {}});
            continue;
        }
        const Money most = std::min(room->room, rest);
        if (one.amount > most) {
            errors.push_back({ErrorCode::AllocationExceeds,
                              pointer + "/amount",
                              {{"limit", groupDigits(std::max(most, Money()).rials())}}});
            continue;
        }
        rest -= one.amount;
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    insertAllocations(transaction, payment, allocations);
    return answerOf(transaction, tenant, *cheque);
}

Answer takeBack(Request& request, db::Transaction& transaction) {
    const auto id = request.requireId<ChequeId>();
    const auto allocation = request.requireId<AllocationId>("allocation");
    if (!id || !allocation) {
        return refuse(ErrorCode::NotFound);
    }
    if (lockCheques(transaction, {*id}).empty() || !reverseAllocation(transaction, *id, *allocation)) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::noContent();
}

}  // namespace

void addAllocationRoutes(http::Routes& routes, db::Database& database, const Clock& clock) {
    routes.on("cheques.allocations",
              [&database](Request& request) { return listAllocations(request, database); });
    routes.onWrite("cheques.allocate", [clock](Request& request, db::Transaction& transaction) {
        return allocate(request, transaction, clock);
    });
    routes.onWrite("cheques.take_back_allocation", takeBack);
    routes.on("cheque_invoices", [&database](Request& request) {
        return http::answerList<ChequedInvoice>(request, database.readers,
                                                chequedInvoiceSource(request.caller().tenant));
    });
}

}  // namespace nextgen::cheque
