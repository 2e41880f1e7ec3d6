#include "server/account/session_routes.h"

#include "server/account/proving.h"
#include "server/sql.h"
#include "shared/describe/json.h"

namespace nextgen::account {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

Answer listOf(Request& request, db::Database& database, UserId person) {
    const http::Caller& caller = request.caller();
    db::ReadSession session(database.readers, request.tenantContext());
    Json items = Json::array();
    for (const Session& one :
         session.query(sql::account::listSessions, caller.tenant, person, caller.session).all<Session>()) {
        items.push_back(describe::toJson(one));
    }
    const std::size_t total = items.size();
    return Response::json(
        {{"items", std::move(items)}, {"next_cursor", nullptr}, {"estimated_total", total}});
}

void forgetAfterCommit(Request& request, Sessions& sessions, std::vector<db::Bytes> ended) {
    request.afterCommit([&sessions, ended = std::move(ended)] {
        for (const db::Bytes& hash : ended) {
            sessions.forget(hash);
        }
    });
}

/// One session of a person; of another's it knows nothing.
Answer endOne(Request& request, db::Transaction& transaction, Sessions& sessions, UserId person,
              SessionId id) {
    std::vector<db::Bytes> ended;
    if (endSessions(transaction, person, id, std::nullopt, ended) == 0) {
        return refuse(ErrorCode::NotFound);
    }
    forgetAfterCommit(request, sessions, std::move(ended));
    return Response::noContent();
}

Answer endAll(Request& request, db::Transaction& transaction, Sessions& sessions, UserId person) {
    std::vector<db::Bytes> ended;
    const std::size_t count = endSessions(transaction, person, std::nullopt, request.caller().session, ended);
    forgetAfterCommit(request, sessions, std::move(ended));
    return Response::json({{"ended", count}});
}

Answer signOut(Request& request, db::Transaction& transaction, Sessions& sessions) {
    const http::Caller& caller = request.caller();
    const db::Rows rows =
        transaction.query(sql::account::revokeSessions, caller.tenant, caller.user, caller.session, nullptr);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    transaction.query(sql::account::insertAudit, caller.tenant, describe::nameOf(AuditAction::SignOut),
                      "sessions", caller.session, caller.user, request.requestId, request.clientAddress);
    forgetAfterCommit(request, sessions, {rows.one().get<db::Bytes>("token_hash")});
    return Response::noContent();
}

/// The person of the path, in the caller's tenant.
Result<UserId> personOf(Request& request, db::Session& session) {
    const auto id = request.requireId<UserId>();
    if (!id || session.query(sql::account::selectOwnPassword, request.caller().tenant, *id).empty()) {
        return refuse(ErrorCode::NotFound);
    }
    return *id;
}

Answer stepUp(Request& request, const Parts& parts) {
    Proof proof;
    Errors errors = describe::fromRequest(request.json(), proof);
    const ShownCode code{proof.totp, proof.recoveryCode};
    const bool isByPassword = proof.password && !proof.password->empty();
    if (errors.empty() && !isByPassword && !code.isGiven()) {
        errors.push_back({ErrorCode::FieldRequired, "/password", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    Hasher::Verdict verdict;
    std::string hash;
    if (isByPassword) {
        db::ReadSession session(parts.database.readers, request.tenantContext());
        hash = session.query(sql::account::selectOwnPassword, request.caller().tenant, request.caller().user)
                   .one()
                   .get<std::optional<std::string>>("password_hash")
                   .value_or("");
    }
    if (isByPassword) {
        auto judged = parts.hasher.judge(hash, *proof.password);
        if (!judged) {
            return tl::unexpected(judged.error());
        }
        verdict = std::move(*judged);
    }
    return proving(
        request, parts, isByPassword ? ErrorCode::PasswordWrong : ErrorCode::SecondFactorInvalid,
        [&](db::Transaction& transaction, const Person& person) {
            return isByPassword ? verdict.isRight && person.passwordHash == hash
                                : parts.factors.accept(transaction, person, code);
        },
        [&](db::Transaction& transaction, const Person& person, std::vector<db::Bytes>& ended) -> Answer {
            const db::Row row = transaction
                                    .query(sql::account::freshenSession, request.caller().tenant,
                                           request.caller().session, freshSeconds)
                                    .one();
            ended.push_back(row.get<db::Bytes>("token_hash"));  // not over, but known anew
            auditPerson(transaction, AuditAction::StepUp, person.id);
            return Response::json({{"fresh_until", row.get<Instant>("fresh_until").toString()}});
        });
}

/// An administrator lets a person try again at once.
Answer unlock(Request& request, db::Transaction& transaction) {
    const auto person = personOf(request, transaction);
    if (!person) {
        return refuse(person.error());
    }
    transaction.query(sql::account::updateSignInState, request.caller().tenant, *person, 0, nullptr, nullptr);
    auditPerson(transaction, AuditAction::AccountUnlock, *person);
    tellPerson(transaction, *person, "account_unlocked", request.caller().displayName);
    return Response::noContent();
}

}  // namespace

void addSessionRoutes(http::Routes& routes, const Parts& parts) {
    routes.on("auth.sessions", [&database = parts.database](Request& request) {
        return listOf(request, database, request.caller().user);
    });
    routes.onWrite("auth.logout",
                   [&sessions = parts.sessions](Request& request, db::Transaction& transaction) {
                       return signOut(request, transaction, sessions);
                   });
    routes.onWrite("auth.revoke_session",
                   [&sessions = parts.sessions](Request& request, db::Transaction& transaction) -> Answer {
                       const auto id = request.requireId<SessionId>();
                       return id ? endOne(request, transaction, sessions, request.caller().user, *id)
                                 : Answer(refuse(id.error()));
                   });
    routes.onWrite("auth.revoke_others",
                   [&sessions = parts.sessions](Request& request, db::Transaction& transaction) {
                       return endAll(request, transaction, sessions, request.caller().user);
                   });
    routes.on("auth.step_up", [parts](Request& request) { return stepUp(request, parts); });
    routes.on("users.sessions", [&database = parts.database](Request& request) -> Answer {
        const auto person = [&] {
            db::ReadSession session(database.readers, request.tenantContext());
            return personOf(request, session);
        }();
        return person ? listOf(request, database, *person) : Answer(refuse(person.error()));
    });
    routes.onWrite("users.revoke_sessions",
                   [&sessions = parts.sessions](Request& request, db::Transaction& transaction) -> Answer {
                       const auto person = personOf(request, transaction);
                       return person ? endAll(request, transaction, sessions, *person)
                                     : Answer(refuse(person.error()));
                   });
    routes.onWrite("users.revoke_session",
                   [&sessions = parts.sessions](Request& request, db::Transaction& transaction) -> Answer {
                       const auto person = personOf(request, transaction);
                       const auto id = request.requireId<SessionId>("session");
                       return person && id ? endOne(request, transaction, sessions, *person, *id)
                                           : Answer(refuse(ErrorCode::NotFound));
                   });
    routes.onWrite("users.unlock", [](Request& request, db::Transaction& transaction) {
        return unlock(request, transaction);
    });
}

}  // namespace nextgen::account
