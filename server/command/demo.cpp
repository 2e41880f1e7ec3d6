#include "server/command/demo.h"

#include "server/account/password.h"
#include "server/sql.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nextgen::command {

namespace {

struct DemoUser {
    std::string_view email;
    std::string_view password;
};

constexpr std::string_view demoTenant = "nextgen";
constexpr auto demoUsers = std::to_array<DemoUser>({
    {"admin@nextgen.local", "Admin123!"},
    {"customer@nextgen.local", "Customer123!"},
    {"dealer@nextgen.local", "Dealer123!"},
    {"vendor@nextgen.local", "Vendor123!"},
    {"executor@nextgen.local", "Executor123!"},
});

std::optional<std::string> hashOf(db::Connection& connection, const DemoUser& user) {
    const db::Rows rows =
        connection.run(sql::admin::selectPassword, {db::toSql(demoTenant), db::toSql(user.email)});
    return rows.empty() ? std::nullopt : rows[0].get<std::optional<std::string>>("password_hash");
}

}  // namespace

void loadDemo(const std::string& ownerUrl) {
    db::Connection connection({ownerUrl, "nextgen seed"});
    connection.begin();
    connection.script(sql::seeds::demo.text);
    for (const DemoUser& user : demoUsers) {
        if (!hashOf(connection, user)) {
            connection.run(sql::admin::setPassword, {db::toSql(demoTenant), db::toSql(user.email),
                                                     account::hashPassword(user.password)});
        }
    }
    connection.commit();
}

bool hasDemoPasswords(const std::string& ownerUrl) {
    db::Connection connection({ownerUrl, "nextgen serve"});
    return std::any_of(demoUsers.begin(), demoUsers.end(), [&](const DemoUser& user) {
        const std::optional<std::string> hash = hashOf(connection, user);
        return hash && account::passwordMatches(*hash, user.password);
    });
}

}  // namespace nextgen::command
