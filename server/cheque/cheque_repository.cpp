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

std::size_t applyMove(db::Transaction& transaction, Move move, const std::vector<ChequeId>& ids,
                      Date occurredOn, const std::string& note) {
    std::vector<Status> from;
    std::vector<Status> to;
    std::vector<Status> bookedFrom;
    std::vector<std::string> accounts;
    std::vector<int> signs;
    for (const Transition& transition : transitions()) {
        if (transition.move != move || !transition.from) {
            continue;
        }
        from.push_back(*transition.from);
        to.push_back(transition.to);
        for (const auto& posting : transition.postings) {
            if (posting) {
                bookedFrom.insert(bookedFrom.end(), 2, *transition.from);
                accounts.emplace_back(credit::accountName(posting->debit));
                accounts.emplace_back(credit::accountName(posting->credit));
                signs.insert(signs.end(), {1, -1});
            }
        }
    }
    return transaction
        .query(sql::cheque::moveCheques, transaction.context().tenant, ids, from, to, move, occurredOn, note,
               bookedFrom, accounts, signs)
        .size();
}

}  // namespace nextgen::cheque
