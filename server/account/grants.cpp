#include "server/account/grants.h"

#include "server/sql.h"
#include "shared/describe/json.h"

#include <algorithm>

namespace nextgen::account {

namespace {

using entity::Attempt;
using http::Json;
using http::Problem;
using http::Request;
using Refusal = std::optional<Problem>;

constexpr std::string_view superRole = "SUPER_ADMIN";
constexpr std::string_view activeField = "is_active";

/// A text of the body; empty where there is none, which is for others to judge.
std::string textIn(const Json& body, const char* name) {
    const auto found = body.is_object() ? body.find(name) : body.end();
    return body.is_object() && found != body.end() && found->is_string() ? found->get<std::string>()
                                                                         : std::string();
}

Problem exceeded(std::string_view right) {
    const std::string name(right);
    return Problem(Error{ErrorCode::GrantExceeded, {}, {{"permission", name}}}).with("permission", name);
}

/// Whose person somebody becomes goes with the role: a dealer's accountant has a dealer, and nobody else has.
Errors partyErrors(const Json& body, std::string_view role) {
    Errors errors;
    const bool isNamed = !textIn(body, "dealer_id").empty();
    if (role == "DEALER" && !isNamed) {
        errors.push_back({ErrorCode::FieldRequired, "/dealer_id", {}});
    } else if (role != "DEALER" && isNamed) {
        errors.push_back({ErrorCode::ValueRefused, "/dealer_id", {}});
    }
    if (role != "VENDOR" && !textIn(body, "vendor_id").empty()) {
        errors.push_back({ErrorCode::ValueRefused, "/vendor_id", {}});
    }
    if (role != "EXECUTOR" && !textIn(body, "executor_id").empty()) {
        errors.push_back({ErrorCode::ValueRefused, "/executor_id", {}});
    }
    return errors;
}

/// Whether the caller holds all of the roles' rights, and `right`, until then.
Refusal refuseMore(const Request& request, db::Transaction& transaction,
                   const std::vector<std::string>& roles, const std::optional<std::string>& right,
                   std::optional<Instant> until) {
    const http::Caller& caller = request.caller();
    const bool isSuper = std::ranges::find(caller.roles, superRole) != caller.roles.end();
    if (!isSuper && std::ranges::find(roles, superRole) != roles.end()) {
        return exceeded(superRole);
    }
    const db::Rows more =
        transaction.query(sql::account::findExceedingRight, caller.tenant, caller.user, roles, right, until);
    return more.empty() ? Refusal() : exceeded(more.one().get<std::string>("permission"));
}

/// Whether somebody else would still be there who can do everything.
template <class Stays>
Refusal refuseLast(const Request& request, db::Transaction& transaction, const Stays& stays) {
    for (const db::Row row : transaction.query(sql::account::lockAdministrators, request.caller().tenant)) {
        if (stays(row)) {
            return std::nullopt;
        }
    }
    return Problem(ErrorCode::LastAdministrator);
}

/// After the commit whatever is remembered of the person's sessions is untrue.
void knowAnew(Request& request, db::Transaction& transaction, Sessions& sessions, UserId person) {
    std::vector<db::Bytes> hashes;
    for (const db::Row row :
         transaction.query(sql::account::listSessionHashes, request.caller().tenant, person)) {
        hashes.push_back(row.get<db::Bytes>("token_hash"));
    }
    request.afterCommit([&sessions, hashes = std::move(hashes)] {
        for (const db::Bytes& hash : hashes) {
            sessions.forget(hash);
        }
    });
}

struct Assignment {
    UserId user;
    std::string role;
    std::optional<Instant> until;
};

std::optional<Assignment> assignmentOf(const Request& request, db::Transaction& transaction,
                                       std::int64_t id) {
    const db::Rows rows = transaction.query(sql::account::selectAssignment, request.caller().tenant, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    const db::Row row = rows.one();
    return Assignment{row.get<UserId>("user_id"), row.get<std::string>("role"),
                      row.get<std::optional<Instant>>("expires_at")};
}

Refusal guardAssignment(Request& request, db::Transaction& transaction, const Attempt& attempt,
                        Sessions& sessions, const Clock& clock) {
    std::optional<Assignment> wanted;
    if (attempt.id != 0) {
        wanted = assignmentOf(request, transaction, attempt.id);
    } else if (const auto user = UserId::parse(textIn(*attempt.body, "user_id"))) {
        wanted = Assignment{*user, textIn(*attempt.body, "role"), std::nullopt};
    }
    if (!wanted || wanted->role.empty()) {
        return std::nullopt;  // nothing that could be granted
    }
    const http::Caller& caller = request.caller();
    if (wanted->user == caller.user) {
        return Problem(ErrorCode::OwnRoles);
    }
    if (attempt.body != nullptr && attempt.body->is_object() && attempt.body->contains("expires_at")) {
        wanted->until = Instant::parse(textIn(*attempt.body, "expires_at"));
        if (wanted->until && *wanted->until <= clock()) {
            return Problem(Errors{{ErrorCode::InstantPassed, "/expires_at", {}}});
        }
    }
    if (attempt.id == 0 && !transaction.query(sql::account::roleExists, caller.tenant, wanted->role)
                                .one()
                                .get<bool>("is_there")) {
        return Problem(Errors{{ErrorCode::RoleUnknown, "/role", {}}});
    }
    if (attempt.id == 0) {
        if (Errors errors = partyErrors(*attempt.body, wanted->role); !errors.empty()) {
            return Problem(std::move(errors));
        }
    }
    // Taking a role away grants nothing, but what one does not hold is not one's to take either.
    const std::optional<Instant> until = attempt.body != nullptr ? wanted->until : clock();
    if (auto refusal = refuseMore(request, transaction, {wanted->role}, std::nullopt, until)) {
        return refusal;
    }
    if (attempt.id != 0 && wanted->role == superRole && (attempt.body == nullptr || wanted->until)) {
        const auto isAnother = [&](const db::Row& row) { return row.get<std::int64_t>("id") != attempt.id; };
        if (auto refusal = refuseLast(request, transaction, isAnother)) {
            return refusal;
        }
    }
    knowAnew(request, transaction, sessions, wanted->user);
    return std::nullopt;
}

Refusal guardRoleRight(Request& request, db::Transaction& transaction, const Attempt& attempt,
                       const Clock& clock) {
    std::string role;
    std::string right;
    if (attempt.id == 0) {
        role = textIn(*attempt.body, "role");
        right = textIn(*attempt.body, "permission");
    } else {
        const db::Rows rows =
            transaction.query(sql::account::selectRoleRight, request.caller().tenant, attempt.id);
        if (rows.empty()) {
            return std::nullopt;
        }
        role = rows.one().get<std::string>("role");
        right = rows.one().get<std::string>("permission");
    }
    if (role == superRole) {
        return Problem(ErrorCode::RoleFixed);
    }
    if (!permissionByName(right)) {
        return attempt.id == 0 && !right.empty()
                   ? Refusal(Problem(Errors{{ErrorCode::ReferenceUnknown, "/permission", {}}}))
                   : std::nullopt;
    }
    return refuseMore(request, transaction, {}, right,
                      attempt.body != nullptr ? std::nullopt : std::optional(clock()));
}

Refusal guardPerson(Request& request, db::Transaction& transaction, const Attempt& attempt,
                    Sessions& sessions, const Clock& clock) {
    if (attempt.id == 0) {
        return std::nullopt;  // without a role yet
    }
    const http::Caller& caller = request.caller();
    const UserId person(attempt.id);
    std::vector<std::string> roles;  // of the staff: what outsiders hold goes no further than their own rows
    for (const db::Row row : transaction.query(sql::account::listStaffRoles, caller.tenant, person)) {
        roles.push_back(row.get<std::string>("role"));
    }
    if (person != caller.user) {
        if (auto refusal = refuseMore(request, transaction, roles, std::nullopt, clock())) {
            return refusal;
        }
    }
    const bool isSwitchedOff =
        attempt.body == nullptr || (attempt.body->is_object() && attempt.body->contains(activeField) &&
                                    attempt.body->at(std::string(activeField)) == false);
    if (isSwitchedOff && std::ranges::find(roles, superRole) != roles.end()) {
        const auto isAnother = [&](const db::Row& row) { return row.get<UserId>("user_id") != person; };
        if (auto refusal = refuseLast(request, transaction, isAnother)) {
            return refusal;
        }
    }
    knowAnew(request, transaction, sessions, person);
    return std::nullopt;
}

}  // namespace

std::vector<std::string> granters(db::Database& database, TenantId tenant, std::string_view permission) {
    // As the program itself: outsiders do not see what roles hold.
    db::ReadSession session(database.readers, {tenant, {}, {}, {}, {}});
    std::vector<std::string> roles;
    const db::Rows rows = session.query(sql::account::listGranters, tenant, permission);
    for (const db::Row row : rows) {
        roles.push_back(row.get<std::string>("role"));
    }
    return roles;
}

entity::Guards grantGuards(Sessions& sessions, Clock clock) {
    entity::Guards guards;
    guards["user_role_assignments"] = [&sessions, clock](Request& request, db::Transaction& transaction,
                                                         const Attempt& attempt) {
        return guardAssignment(request, transaction, attempt, sessions, clock);
    };
    guards["role_permissions"] = [clock](Request& request, db::Transaction& transaction,
                                         const Attempt& attempt) {
        return guardRoleRight(request, transaction, attempt, clock);
    };
    guards["users"] = [&sessions, clock](Request& request, db::Transaction& transaction,
                                         const Attempt& attempt) {
        return guardPerson(request, transaction, attempt, sessions, clock);
    };
    return guards;
}

}  // namespace nextgen::account
