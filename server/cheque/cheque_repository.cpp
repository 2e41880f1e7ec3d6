#include "server/cheque/cheque_repository.h"

#include "server/sql.h"
#include "shared/core/text.h"

namespace nextgen::cheque {

std::optional<Cheque> findCheque(db::Session& session, TenantId tenant, ChequeId id) {
    return session.query(sql::cheque::selectCheque, tenant, id).first<Cheque>();
}

std::vector<Event> findEvents(db::Session& session, TenantId tenant, ChequeId id) {
    return session.query(sql::cheque::listEvents, tenant, id).all<Event>();
}

std::string searchKeyOf(std::string_view drawerName, std::string_view serial, std::string_view bankName) {
    std::string words(drawerName);
    words.append(" ").append(serial).append(" ").append(bankName);
    return text::searchKey(words);
}

ChequeId insertCheque(db::Transaction& transaction, const Cheque& cheque, Date receivedOn) {
    const Posting& receipt = *transitionOf(std::nullopt, Move::Receive)->postings[0];
    return transaction
        .query(sql::cheque::insertCheque, transaction.context().tenant, cheque.dealerId, cheque.sayadId,
               cheque.amount, cheque.dueOn, cheque.bankCode, cheque.bankName, cheque.branch, cheque.series,
               cheque.serial, cheque.accountNumber, cheque.iban, cheque.drawerName, cheque.drawerNationalId,
               cheque.description, searchKeyOf(cheque.drawerName, cheque.serial, cheque.bankName), receivedOn,
               credit::accountName(receipt.debit), credit::accountName(receipt.credit))
        .one()
        .get<ChequeId>("id");
}

std::vector<std::pair<ChequeId, Status>> lockCheques(db::Transaction& transaction,
                                                     const std::vector<ChequeId>& ids) {
    std::vector<std::pair<ChequeId, Status>> found;
    for (const db::Row row : transaction.query(sql::cheque::lockCheques, transaction.context().tenant, ids)) {
        found.emplace_back(row.get<ChequeId>("id"), row.get<Status>("status"));
    }
    return found;
}

std::size_t applyTransition(db::Transaction& transaction, const Transition& transition,
                            const std::vector<ChequeId>& ids, Date occurredOn, const std::string& note) {
    std::vector<std::string> debits;
    std::vector<std::string> credits;
    for (const auto& posting : transition.postings) {
        if (posting) {
            debits.emplace_back(credit::accountName(posting->debit));
            credits.emplace_back(credit::accountName(posting->credit));
        }
    }
    return transaction
        .query(sql::cheque::moveCheques, transaction.context().tenant, ids, *transition.from, transition.to,
               transition.move, occurredOn, note, debits, credits)
        .size();
}

}  // namespace nextgen::cheque
