#include "server/command/admin_command.h"

#include "server/account/password.h"
#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "server/db/connection.h"
#include "server/db/error.h"
#include "server/sql.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>

namespace nextgen::command {

namespace {

using embedded::Stack;

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

std::string askForPassword() {
    constexpr std::size_t lengthMin = 10;
    const std::string password = askFor("NEXTGEN_ADMIN_PASSWORD", "the new user's password", true);
    if (password.size() < lengthMin || password.size() > 1024) {
        throw BadSettings(fmt::format("A password has {} to 1024 bytes.", lengthMin));
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
        const db::Rows rows = connection.run(
            sql::admin::insertUser,
            {user.tenant, user.email, user.displayName, account::hashPassword(password), user.role, dealer});
        if (rows.empty()) {
            throw BadSettings(fmt::format("There is no tenant {}{}.", user.tenant,
                                          dealer ? " with a dealer " + *dealer : std::string()));
        }
    } catch (const db::ConstraintViolation& refusal) {
        explain(refusal, "The user " + user.email);
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
    const std::string password = askForPassword();
    Stack stack(stackSettings(settings), Stack::Use::Visit, "admin");
    db::Connection connection({stack.databaseOwnerUrl(), "nextgen admin"});
    insertUser(connection, user, password);
    return 0;
}

void makeFirstAdministrator(const std::string& ownerUrl) {
    db::Connection connection({ownerUrl, "nextgen admin"});
    if (connection.run(sql::admin::countUsers, {}).one().get<std::int64_t>("users") != 0) {
        return;
    }
    const std::string email =
        askFor("NEXTGEN_ADMIN_EMAIL", "the e-mail address of the first administrator", false);
    const std::string password = askForPassword();
    const std::string tenant = environment("NEXTGEN_ADMIN_TENANT").value_or("nextgen");
    connection.begin();
    insertTenant(connection, tenant, tenant);
    insertUser(connection, {tenant, email, email, "SUPER_ADMIN", {}}, password);
    connection.commit();
}

}  // namespace nextgen::command
