#include "server/command/admin_command.h"

#include "server/account/password.h"
#include "server/account/password_reset.h"
#include "server/account/sessions.h"
#include "server/cache/redis.h"
#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "server/db/connection.h"
#include "server/db/error.h"
#include "server/sql.h"
#include "shared/account/password_rules.h"
#include "shared/core/error_code.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>

namespace nextgen::command {

namespace {

using embedded::Stack;

constexpr std::chrono::milliseconds redisPatience{500};

std::optional<std::string> environment(const char* name) {
    const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

/// The variable's value, or what a person at the terminal types; secrets are not shown.
std::string askFor(const char* variable, const std::string& question, bool isSecret) {
    if (const auto value = environment(variable)) {
        return *value;
    }
    if (::isatty(STDIN_FILENO) == 0) {
        throw BadSettings(fmt::format("Set {}: {}.", variable, question));
    }
    std::cerr << question << ": " << std::flush;
    termios shown{};
    ::tcgetattr(STDIN_FILENO, &shown);
    if (isSecret) {
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    std::string answer;
    std::getline(std::cin, answer);
    if (isSecret) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        std::cerr << '\n';
    }
    return answer;
}

std::string askForPassword(const std::vector<std::string>& context) {
    const std::string password = askFor("NEXTGEN_ADMIN_PASSWORD", "the new user's password", true);
    if (const auto error = account::judgePassword(password, context)) {
        throw BadSettings(errorSentence(*error, Language::English));
    }
    return password;
}

/// Turns what the database's rules refuse into a sentence.
[[noreturn]] void explain(const db::ConstraintViolation& refusal, const std::string& what) {
    const std::string& rule = refusal.constraint();
    if (rule == "tenants_slug_key" || rule == "users_email_key") {
        throw BadSettings(fmt::format("{} exists already.", what));
    }
    throw BadSettings(
        fmt::format("{} cannot be made so: the rule {} of the database refuses it.", what, rule));
}

void insertTenant(db::Connection& connection, const std::string& slug, const std::string& name) {
    try {
        connection.run(sql::admin::createTenant, {slug, name});
    } catch (const db::ConstraintViolation& refusal) {
        explain(refusal, "The tenant " + slug);
    }
}

void insertUser(db::Connection& connection, const NewUser& user, const std::string& password) {
    const std::optional<std::string> dealer =
        user.dealerCode.empty() ? std::nullopt : std::optional(user.dealerCode);
    try {
        const db::Rows rows =
            connection.run(sql::admin::insertUser,
                           {user.tenant, user.email, user.displayName, account::hashPassword(password),
                            user.role, dealer, db::toSql(user.mustChangePassword)});
        if (rows.empty()) {
            throw BadSettings(fmt::format("There is no tenant {}{}.", user.tenant,
                                          dealer ? " with a dealer " + *dealer : std::string()));
        }
    } catch (const db::ConstraintViolation& refusal) {
        explain(refusal, "The user " + user.email);
    }
}

/// Tells running servers; those that do not hear it notice within seconds.
void forgetSessions(const Stack& stack, const db::Rows& rows) {
    const auto redis = cache::RedisConnection::open(stack.redisUrl(), redisPatience);
    for (const db::Row row : rows) {
        const auto hash = row.get<std::optional<db::Bytes>>("token_hash");
        if (redis && hash) {
            account::announceEnded(*redis, *hash);
        }
    }
}

}  // namespace

int createTenant(const Settings& settings, const std::string& slug, const std::string& name) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "admin");
    db::Connection connection({stack.databaseOwnerUrl(), "nextgen admin"});
    insertTenant(connection, slug, name);
    return 0;
}

int createUser(const Settings& settings, const NewUser& user) {
    const std::string password = askForPassword({user.email, user.displayName, user.tenant});
    Stack stack(stackSettings(settings), Stack::Use::Visit, "admin");
    db::Connection connection({stack.databaseOwnerUrl(), "nextgen admin"});
    insertUser(connection, user, password);
    return 0;
}

int resetSecondFactor(const Settings& settings, const std::string& tenant, const std::string& email) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "admin");
    db::Connection connection({stack.databaseOwnerUrl(), "nextgen admin"});
    const db::Rows rows = connection.run(sql::admin::resetSecondFactor, {tenant, email});
    if (rows.empty()) {
        throw BadSettings(fmt::format("There is no user {} in a tenant {}.", email, tenant));
    }
    forgetSessions(stack, rows);
    fmt::print("{} signs in by password alone now; all sessions were ended.\n", email);
    return 0;
}

int resetPassword(const Settings& settings, const std::string& tenant, const std::string& email) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "admin");
    db::Connection connection({stack.databaseOwnerUrl(), "nextgen admin"});
    const std::string token = account::makeToken();
    if (connection
            .run(sql::admin::insertReset,
                 {tenant, email, db::toSql(account::tokenHash(token)), db::toSql(account::resetSeconds)})
            .empty()) {
        throw BadSettings(fmt::format("There is no active user {} in a tenant {}.", email, tenant));
    }
    fmt::print("{}\n", token);
    fmt::print(stderr,
               "With this token {} sets a new password within 30 minutes, once: POST "
               "/api/v1/auth/password/reset with token and new_password.\n",
               email);
    return 0;
}

void makeFirstAdministrator(const std::string& ownerUrl) {
    db::Connection connection({ownerUrl, "nextgen admin"});
    if (connection.run(sql::admin::countUsers, {}).one().get<std::int64_t>("users") != 0) {
        return;
    }
    const std::string email =
        askFor("NEXTGEN_ADMIN_EMAIL", "the e-mail address of the first administrator", false);
    const std::string tenant = environment("NEXTGEN_ADMIN_TENANT").value_or("nextgen");
    const std::string password = askForPassword({email, tenant});
    connection.begin();
    insertTenant(connection, tenant, tenant);
    insertUser(connection, {tenant, email, email, "SUPER_ADMIN", {}, false}, password);
    connection.commit();
}

}  // namespace nextgen::command
