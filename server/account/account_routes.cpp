#include "server/account/account_routes.h"

#include "server/sql.h"
#include "shared/account/audit.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"

namespace nextgen::account {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

constexpr std::size_t userAgentMax = 200;

Json userJson(const http::Caller& caller) {
    Json json = describe::toJson(User{caller.user, caller.email, caller.displayName, caller.dealer()});
    json["roles"] = caller.roles;
    Json& permissions = json["permissions"] = Json::array();
    for (const PermissionText& line : permissionCatalogue()) {
        if (caller.may(line.permission)) {
            permissions.push_back(line.name);
        }
    }
    return json;
}

Answer signIn(Request& request, SignInDesk& desk) {
    SignIn asked;
    if (Errors errors = describe::fromRequest(request.json(), asked); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const std::string_view userAgent = request.header("User-Agent");
    const Visitor visitor{request.requestId, request.clientAddress,
                          text::isUtf8(userAgent) ? text::shortened(userAgent, userAgentMax) : std::string()};
    const auto signedIn = desk.signIn(asked, visitor);
    if (!signedIn) {
        return tl::unexpected(signedIn.error());
    }
    return Response::json({{"token", signedIn->token},
                           {"expires_at", signedIn->caller->expiresAt.toString()},
                           {"user", userJson(*signedIn->caller)}});
}

Answer listSessions(Request& request, db::Database& database) {
    const http::Caller& caller = request.caller();
    db::ReadSession session(database.readers, request.tenantContext());
    Json items = Json::array();
    for (const Session& one :
         session.query(sql::account::listSessions, caller.tenant, caller.user, caller.session)
             .all<Session>()) {
        items.push_back(describe::toJson(one));
    }
    const std::size_t total = items.size();
    return Response::json(
        {{"items", std::move(items)}, {"next_cursor", nullptr}, {"estimated_total", total}});
}

/// Ends a session of the caller's own; of others' it knows nothing.
Answer revoke(Request& request, db::Transaction& transaction, Sessions& sessions, SessionId id,
              AuditAction action) {
    const http::Caller& caller = request.caller();
    const db::Rows rows = transaction.query(sql::account::revokeSession, caller.tenant, caller.user, id);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    transaction.query(sql::account::insertAudit, caller.tenant, describe::nameOf(action), id, caller.user,
                      request.requestId, request.clientAddress);
    request.afterCommit(
        [&sessions, hash = rows.one().get<db::Bytes>("token_hash")] { sessions.forget(hash); });
    return Response::noContent();
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, Sessions& sessions, SignInDesk& desk) {
    routes.on("auth.login", [&desk](Request& request) { return signIn(request, desk); });
    routes.on("auth.me",
              [](Request& request) -> Answer { return Response::json(userJson(request.caller())); });
    routes.on("auth.sessions", [&database](Request& request) { return listSessions(request, database); });
    routes.onWrite("auth.logout", [&sessions](Request& request, db::Transaction& transaction) {
        return revoke(request, transaction, sessions, request.caller().session, AuditAction::SignOut);
    });
    routes.onWrite("auth.revoke_session",
                   [&sessions](Request& request, db::Transaction& transaction) -> Answer {
                       const auto id = request.requireId<SessionId>();
                       if (!id) {
                           return refuse(id.error());
                       }
                       return revoke(request, transaction, sessions, *id, AuditAction::SessionRevoke);
                   });
}

}  // namespace nextgen::account
