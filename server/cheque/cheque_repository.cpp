#include "server/cheque/cheque_repository.h"

#include "server/secret/reveal.h"
#include "server/sql.h"
#include "shared/core/error_code.h"
#include "shared/cheque/twin.h"
#include "shared/core/text.h"
#include "shared/message/notice.h"

namespace nextgen::cheque {

http::ListSource listSource(TenantId tenant, secret::Vault& vault) {
    return {sql::cheque::listCheques.text,
            {db::toSql(tenant)},
            "(sayad_id ^@ {q} OR position({q} IN search_key) > 0)",
            [tenant, &vault](std::string_view value) { return secret::lookupsAsSql(vault, tenant, value); }};
}

void notifyBounced(db::Transaction& transaction, const std::vector<ChequeId>& ids, bool isUndone) {
    const auto& one = message::noticeText(isUndone ? "bounce_undone" : "cheque_bounced");
    const auto& several = message::noticeText(isUndone ? "bounces_undone" : "cheques_bounced");
    transaction.query(sql::cheque::notifyBounced, transaction.context().tenant, ids, std::string(one.persian),
                      std::string(several.persian), transaction.context().actor, std::string(one.code),
                      std::string(several.code));
}

void remindOfCheques(db::Session& session, Date day) {
    const auto text = [](std::string_view code) { return std::string(message::noticeText(code).persian); };
    session.query(sql::upkeep::remindOfCheques, day, text("cheques_to_deposit"), text("cheques_matured"),
                  text("cheques_due_soon"));
}

std::optional<Cheque> findCheque(db::Session& session, TenantId tenant, ChequeId id) {
    return session.query(sql::cheque::selectCheque, tenant, id).first<Cheque>();
}

std::vector<Event> findEvents(db::Session& session, TenantId tenant, ChequeId id) {
    return session.query(sql::cheque::listEvents, tenant, id).all<Event>();
}

std::vector<Bounce> findBounces(db::Session& session, TenantId tenant, ChequeId id) {
    return session.query(sql::cheque::listBounces, tenant, id).all<Bounce>();
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

std::multimap<std::string, ChequeId> findBySayadIds(db::Session& session, TenantId tenant,
                                                    const std::vector<std::string>& sayadIds) {
    std::multimap<std::string, ChequeId> found;
    for (const db::Row row : session.query(sql::cheque::findBySayadIds, tenant, sayadIds)) {
        found.emplace(row.get<std::string>("sayad_id"), row.get<ChequeId>("id"));
    }
    return found;
}

std::vector<LikelyTwin> findLikelyTwins(db::Session& session, TenantId tenant,
                                        const std::vector<Cheque>& given) {
    const auto column = [&](auto member) {
        std::vector<std::remove_cvref_t<decltype(given.front().*member)>> values;
        values.reserve(given.size());
        for (const Cheque& one : given) {
            values.push_back(one.*member);
        }
        return values;
    };
    std::vector<LikelyTwin> twins;
    for (const db::Row row : session.query(
             sql::cheque::listLikelyTwins, tenant, column(&Cheque::sayadId), column(&Cheque::bankCode),
             column(&Cheque::series), column(&Cheque::serial), column(&Cheque::accountNumber),
             column(&Cheque::dealerId), column(&Cheque::amount), column(&Cheque::dueOn), twinDaysMax)) {
        twins.push_back({row.get<std::size_t>("place") - 1, db::decode<Cheque>(row)});
    }
    return twins;
}

namespace {

std::vector<Moved> movedOf(const db::Rows& rows) {
    std::vector<Moved> moved;
    moved.reserve(rows.size());
    for (const db::Row row : rows) {
        moved.push_back({row.get<ChequeId>("id"), row.get<ChequeEventId>("event_id")});
    }
    return moved;
}

template <class Member>
auto columnOf(const std::vector<Moved>& moved, Member Moved::* member) {
    std::vector<Member> column;
    column.reserve(moved.size());
    for (const Moved& one : moved) {
        column.push_back(one.*member);
    }
    return column;
}

}  // namespace

std::vector<Moved> applyMove(db::Transaction& transaction, Move move, const std::vector<ChequeId>& ids,
                             const MoveDetails& details) {
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
    // What a bank took for a cheque: the dealer owes it, or it is our expense.
    std::vector<ChequeId> feesOf;
    std::vector<std::string> feeAccounts;
    std::vector<Money> fees;
    if (!details.feeAmount.isZero()) {
        const auto bearer = details.isFeeDealers ? credit::Account::Receivable : credit::Account::BankFees;
        for (const ChequeId id : ids) {
            feesOf.insert(feesOf.end(), 2, id);
            feeAccounts.emplace_back(credit::accountName(bearer));
            feeAccounts.emplace_back(credit::accountName(credit::Account::Bank));
            fees.insert(fees.end(), {details.feeAmount, -details.feeAmount});
        }
    }
    return movedOf(transaction.query(sql::cheque::moveCheques, transaction.context().tenant, ids, from, to,
                                     move, details.occurredOn, details.note, bookedFrom, accounts, signs,
                                     details.holderName, feesOf, feeAccounts, fees));
}

std::vector<LastEvent> findLastEvents(db::Session& session, TenantId tenant,
                                      const std::vector<ChequeId>& ids) {
    std::vector<LastEvent> found;
    for (const db::Row row : session.query(sql::cheque::listLastEvents, tenant, ids)) {
        found.push_back({row.get<ChequeId>("id"), row.get<ChequeEventId>("event_id"), row.get<Move>("move"),
                         row.get<std::optional<Status>>("from_status"), row.get<bool>("is_put_away"),
                         row.get<bool>("is_here_again"), row.get<bool>("is_slip_closed")});
    }
    return found;
}

std::vector<Moved> undoMoves(db::Transaction& transaction, const std::vector<ChequeEventId>& events,
                             Date occurredOn, const std::string& note) {
    return movedOf(transaction.query(sql::cheque::undoMoves, transaction.context().tenant, events, occurredOn,
                                     note));
}

void recordBounces(db::Transaction& transaction, const std::vector<Moved>& bounced,
                   const MoveDetails& details) {
    const TenantId tenant = transaction.context().tenant;
    const auto events = columnOf(bounced, &Moved::event);
    transaction.query(sql::cheque::insertBounces, tenant, columnOf(bounced, &Moved::id), events,
                      details.occurredOn, details.reason, details.certificateNumber, details.certificateOn,
                      details.feeAmount, details.isFeeDealers);
    transaction.query(sql::cheque::stopDealers, tenant, events,
                      std::string(message::noticeText("dealer_stopped").persian),
                      transaction.context().actor);
}

void undoBounces(db::Transaction& transaction, const std::vector<ChequeEventId>& events) {
    transaction.query(sql::cheque::undoBounces, transaction.context().tenant, events);
}

void certifyBounces(db::Transaction& transaction, const std::vector<ChequeId>& ids,
                    const MoveDetails& details) {
    transaction.query(sql::cheque::certifyBounces, transaction.context().tenant, ids,
                      details.certificateNumber, details.certificateOn);
}

}  // namespace nextgen::cheque
