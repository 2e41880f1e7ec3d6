#include "server/account/proving.h"

#include "server/sql.h"

namespace nextgen::account {

http::Answer proving(http::Request& request, const Parts& parts, ErrorCode ifWrong,
                     const std::function<bool(db::Transaction&, const Person&)>& isRight, const Then& then) {
    std::vector<db::Bytes> ended;
    db::Transaction transaction(parts.database.writers, request.tenantContext());
    const Person person = lockPerson(transaction, request.caller().user);
    if (person.secondsLocked > 0) {
        return tl::unexpected(lockedFor(person.secondsLocked));
    }
    if (!isRight(transaction, person)) {
        countWrong(transaction, person);
        transaction.commit();
        return refuse(ifWrong);
    }
    countRight(transaction, person);
    http::Answer answer = then(transaction, person, ended);
    if (answer) {
        transaction.commit();
        for (const db::Bytes& hash : ended) {
            parts.sessions.forget(hash);
        }
    }
    return answer;
}

void endOthers(const http::Request& request, db::Transaction& transaction, std::vector<db::Bytes>& ended) {
    const http::Caller& caller = request.caller();
    endSessions(transaction, caller.user, std::nullopt, caller.session, ended);
    ended.push_back(transaction.query(sql::account::selectSessionHash, caller.tenant, caller.session)
                        .one()
                        .get<db::Bytes>("token_hash"));
}

std::size_t endSessions(db::Transaction& transaction, UserId person, std::optional<SessionId> session,
                        std::optional<SessionId> kept, std::vector<db::Bytes>& ended) {
    const db::TenantContext& context = transaction.context();
    const db::Rows rows =
        transaction.query(sql::account::revokeSessions, context.tenant, person, session, kept);
    for (const db::Row row : rows) {
        ended.push_back(row.get<db::Bytes>("token_hash"));
        transaction.query(sql::account::insertAudit, context.tenant,
                          describe::nameOf(AuditAction::SessionRevoke), "sessions", row.get<SessionId>("id"),
                          context.actor, context.requestId, context.address);
    }
    return rows.size();
}

}  // namespace nextgen::account
