#include "server/cheque/cheque_repository.h"

#include "server/secret/reveal.h"
#include "server/sql.h"
#include "shared/core/error_code.h"
#include "shared/core/text.h"
#include "shared/message/notice.h"

namespace nextgen::cheque {

http::ListSource listSource(TenantId tenant, secret::Vault& vault) {
    return {sql::cheque::listCheques.text,
            {db::toSql(tenant)},
            "(sayad_id ^@ {q} OR position({q} IN search_key) > 0)",
            [tenant, &vault](std::string_view value) { return secret::lookupsAsSql(vault, tenant, value); }};
}

void notifyBounced(db::Transaction& transaction, const std::vector<ChequeId>& ids) {
    transaction.query(sql::cheque::notifyBounced, transaction.context().tenant, ids,
                      std::string(message::noticeText("cheque_bounced").persian),
                      std::string(message::noticeText("cheques_bounced").persian),
                      transaction.context().actor);
}

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

ChequeId insertCheque(db::Transaction& transaction, const secret::Keyring& keyring, const Cheque& cheque,
                      Date receivedOn) {
    const Posting& receipt = *transitionOf(std::nullopt, Move::Receive)->postings[0];
    const auto id = transaction.query(sql::entity::drawId).one().get<ChequeId>("id");
    const auto sealed = [&](std::string_view field, const std::string& value) {
        return secret::seal(keyring, {secret::chequeCells, field, id.value()}, value);
    };
    const secret::Sealed iban = sealed("iban", cheque.iban);
    const secret::Sealed drawer = sealed("drawer_national_id", cheque.drawerNationalId);
    return transaction
        .query(sql::cheque::insertCheque, transaction.context().tenant, cheque.dealerId, cheque.sayadId,
               cheque.amount, cheque.dueOn, cheque.bankCode, cheque.bankName, cheque.branch, cheque.series,
               cheque.serial, cheque.accountNumber, cheque.drawerName, cheque.description,
               searchKeyOf(cheque.drawerName, cheque.serial, cheque.bankName), receivedOn,
               credit::accountName(receipt.debit), credit::accountName(receipt.credit), id, iban.cipher,
               iban.lastFour, drawer.cipher, drawer.index, drawer.lastFour)
        .one()
        .get<ChequeId>("id");
}

Result<std::string> revealCheque(db::Transaction& transaction, secret::Vault& vault, ChequeId id,
                                 std::string_view field) {
    if (field != "iban" && field != "drawer_national_id") {
        return refuse(secret::fieldRefused(describe::fieldsOf<Cheque>()));
    }
    const db::Rows rows =
        transaction.query(sql::cheque::selectChequeSecrets, transaction.context().tenant, id);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    return secret::reveal(transaction, vault, {secret::chequeCells, field, id.value()},
                          rows.one().get<std::optional<db::Bytes>>(std::string(field) + "_cipher"));
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
