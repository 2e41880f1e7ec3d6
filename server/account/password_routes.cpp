#include "server/account/password_routes.h"

#include "server/account/proving.h"
#include "server/sql.h"
#include "shared/account/password_rules.h"
#include "shared/describe/json.h"

namespace nextgen::account {

namespace {

using http::Answer;
using http::Problem;
using http::Request;
using http::Response;

/// A person as a new password sees it.
struct Chooser {
    std::string oldHash;
    std::vector<std::string> context;
};

std::optional<Chooser> chooserOf(db::Session& session, TenantId tenant, UserId user) {
    const db::Rows rows = session.query(sql::account::selectPasswordContext, tenant, user);
    if (rows.empty()) {
        return std::nullopt;
    }
    const db::Row row = rows.one();
    Chooser chooser{row.get<std::optional<std::string>>("password_hash").value_or(""), {}};
    for (const char* column : {"email", "display_name", "mobile", "slug", "name"}) {
        chooser.context.push_back(row.get<std::string>(column));
    }
    return chooser;
}

/// The hash of a new password; refused where it is none to have.
tl::expected<std::string, Problem> hashOfNew(Hasher& hasher, const std::string& password,
                                             const Chooser& chooser) {
    if (auto error = judgePassword(password, chooser.context)) {
        error->pointer = "/new_password";
        return tl::unexpected(Problem(Errors{std::move(*error)}));
    }
    return hasher.hash(password);
}

Answer change(Request& request, const Parts& parts) {
    PasswordChange asked;
    Errors errors = describe::fromRequest(request.json(), asked);
    if (errors.empty() && asked.newPassword == asked.oldPassword) {
        errors.push_back({ErrorCode::PasswordUnchanged, "/new_password", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const http::Caller& caller = request.caller();
    const auto chooser = [&] {
        db::ReadSession session(parts.database.readers, request.tenantContext());
        return chooserOf(session, caller.tenant, caller.user);
    }();
    if (!chooser) {
        return refuse(ErrorCode::NotSignedIn);
    }
    const auto verdict = parts.hasher.judge(chooser->oldHash, asked.oldPassword);
    if (!verdict) {
        return tl::unexpected(verdict.error());
    }
    std::string hash;
    if (verdict->isRight) {
        auto made = hashOfNew(parts.hasher, asked.newPassword, *chooser);
        if (!made) {
            return tl::unexpected(std::move(made.error()));
        }
        hash = std::move(*made);
    }
    return proving(
        request, parts, ErrorCode::PasswordWrong,
        [&](db::Transaction&, const Person& person) {
            return verdict->isRight && person.passwordHash == chooser->oldHash;
        },
        [&](db::Transaction& transaction, const Person& person, std::vector<db::Bytes>& ended) -> Answer {
            transaction.query(sql::account::setPassword, caller.tenant, person.id, hash);
            auditPerson(transaction, AuditAction::PasswordChange, person.id);
            tellPerson(transaction, person.id, "password_changed", person.email);
            endOthers(request, transaction, ended);
            return Response::noContent();
        });
}

Answer askForReset(Request& request, ResetDesk& desk) {
    PasswordResetRequest asked;
    if (Errors errors = describe::fromRequest(request.json(), asked); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    desk.ask(std::move(asked), request.requestId, request.clientAddress);
    return Response::json(202, http::Json::object());
}

Answer reset(Request& request, const Parts& parts) {
    PasswordReset asked;
    if (Errors errors = describe::fromRequest(request.json(), asked); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const db::Rows found = db::SystemSession(parts.database.readers)
                               .query(sql::account::findPasswordReset, tokenHash(asked.token));
    if (found.empty()) {
        return refuse(ErrorCode::ResetTokenInvalid);
    }
    const auto tenant = found.one().get<TenantId>("tenant_id");
    const auto user = found.one().get<UserId>("user_id");
    const db::TenantContext context{tenant, user, {}, request.requestId, request.clientAddress};
    const auto chooser = [&] {
        db::ReadSession session(parts.database.readers, context);
        return chooserOf(session, tenant, user);
    }();
    if (!chooser) {
        return refuse(ErrorCode::ResetTokenInvalid);
    }
    const auto hash = hashOfNew(parts.hasher, asked.newPassword, *chooser);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    std::vector<db::Bytes> ended;
    db::Transaction transaction(parts.database.writers, context);
    const Person person = lockPerson(transaction, user);
    if (transaction.query(sql::account::takePasswordReset, tenant, found.one().get<std::int64_t>("id"))
            .empty()) {
        return refuse(ErrorCode::ResetTokenInvalid);
    }
    transaction.query(sql::account::setPassword, tenant, user, *hash);
    auditPerson(transaction, AuditAction::PasswordReset, person.id);
    tellPerson(transaction, person.id, "password_changed", person.email);
    endSessions(transaction, user, std::nullopt, std::nullopt, ended);
    transaction.commit();
    for (const db::Bytes& one : ended) {
        parts.sessions.forget(one);
    }
    return Response::noContent();
}

}  // namespace

void addPasswordRoutes(http::Routes& routes, const Parts& parts) {
    routes.on("auth.password", [parts](Request& request) { return change(request, parts); });
    routes.on("auth.password_reset_request",
              [&desk = parts.resets](Request& request) { return askForReset(request, desk); });
    routes.on("auth.password_reset", [parts](Request& request) { return reset(request, parts); });
}

}  // namespace nextgen::account
