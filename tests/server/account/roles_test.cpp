#include "server/clock.h"
#include "shared/core/instant.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Who may give which rights to whom.
class RolesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;

    const std::string m_password{testing::TestStack::password};

    HttpClient signedIn(const std::string& email) {
        HttpClient client(m_server->url());
        client.signIn("bazaar", email, m_password);
        return client;
    }

    std::string userId(const std::string& email) {
        return m_stack->owner()
            .run({"test/user", "SELECT id FROM users WHERE email = $1"}, {db::toSql(email)})
            .one()
            .get<std::string>("id");
    }
    std::string assignmentOf(const std::string& email) {
        return m_stack->owner()
            .run({"test/assignment",
                  "SELECT a.id FROM user_role_assignments a JOIN users u ON u.id = a.user_id WHERE u.email = "
                  "$1 "
                  "ORDER BY a.id DESC LIMIT 1"},
                 {db::toSql(email)})
            .one()
            .get<std::string>("id");
    }
    void grant(const std::string& role, const std::string& rights) {
        m_stack->owner().run({"test/grant",
                              "INSERT INTO role_permissions (tenant_id, role, permission) SELECT id, $1, "
                              "unnest(string_to_array($2, ' ')) FROM tenants WHERE slug = 'bazaar'"},
                             {db::toSql(role), db::toSql(rights)});
    }
    static HttpAnswer assign(HttpClient& client, const std::string& user, const std::string& role,
                             const Json& until = nullptr) {
        return client.post("/api/v1/user_role_assignments",
                           {{"user_id", user}, {"role", role}, {"expires_at", until}}, testing::freshKey());
    }
    static HttpAnswer addRight(HttpClient& client, const std::string& role, const std::string& right) {
        return client.post("/api/v1/role_permissions", {{"role", role}, {"permission", right}},
                           testing::freshKey());
    }
    static std::string in(std::int64_t seconds) { return systemNow().plusSeconds(seconds).toString(); }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_stack->makeTenant("bazaar");
        m_stack->makeTenant("other");
        grant("KEEPER", "roles.write users.read users.write cheques.read cheques.write");
        grant("CLERK", "cheques.read");
        grant("BOOKER", "cheques.read credit.read");
        for (const auto& [email, role] :
             {std::pair{"boss@x.ir", "SUPER_ADMIN"}, std::pair{"admin@x.ir", "ADMIN"},
              std::pair{"keeper@x.ir", "KEEPER"}, std::pair{"clerk@x.ir", "CLERK"},
              std::pair{"new@x.ir", "CUSTOMER"}, std::pair{"temp@x.ir", "CUSTOMER"},
              std::pair{"buyer@x.ir", "CUSTOMER"}}) {
            m_stack->makeUser("bazaar", email, role);
        }
        m_stack->makeUser("other", "stranger@y.ir", "ADMIN");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
    }

    void whoLacksARightIsToldWhoCanGiveIt() {
        HttpClient clerk = signedIn("clerk@x.ir");
        const HttpAnswer answer = clerk.get("/api/v1/users");
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.body["missing_permission"].get<std::string>(), std::string("users.read"));
        QVERIFY(answer.body["granted_by"] == Json::array({"ADMIN", "KEEPER", "SUPER_ADMIN"}));
        QVERIFY(clerk.get("/api/v1/audit_logs").body["granted_by"] == Json::array({"ADMIN", "SUPER_ADMIN"}));
    }

    void oneGivesWhatOneHolds() {
        HttpClient keeper = signedIn("keeper@x.ir");
        HttpClient person = signedIn("new@x.ir");
        QCOMPARE(person.get("/api/v1/cheques").status, 403);
        QCOMPARE(assign(keeper, userId("new@x.ir"), "CLERK").status, 201);
        QCOMPARE(person.get("/api/v1/cheques").status, 200);  // at once, in the same session
        const HttpAnswer more = assign(keeper, userId("new@x.ir"), "BOOKER");
        QCOMPARE(more.status, 403);
        QCOMPARE(more.code(), std::string("grant_exceeded"));
        QCOMPARE(more.body["permission"].get<std::string>(), std::string("credit.read"));
        QCOMPARE(assign(keeper, userId("new@x.ir"), "ADMIN").code(), std::string("grant_exceeded"));
        QCOMPARE(assign(keeper, userId("new@x.ir"), "NOBODY").body["errors"][0]["code"].get<std::string>(),
                 std::string("role_unknown"));
        QCOMPARE(assign(keeper, userId("keeper@x.ir"), "CLERK").code(), std::string("own_roles"));
        QCOMPARE(assign(keeper, userId("stranger@y.ir"), "CLERK").status, 422);
        HttpClient admin = signedIn("admin@x.ir");
        QCOMPARE(assign(admin, userId("new@x.ir"), "DEALER").body["errors"][0]["pointer"].get<std::string>(),
                 std::string("/dealer_id"));
        const std::string made = "/api/v1/user_role_assignments/" + assignmentOf("new@x.ir");
        QCOMPARE(keeper.remove(made, {{"If-Match", "\"1\""}}).status, 204);
        QCOMPARE(person.get("/api/v1/cheques").status, 403);
    }

    void whoHoldsMoreIsOutOfReach() {
        HttpClient keeper = signedIn("keeper@x.ir");
        for (const char* email : {"admin@x.ir", "boss@x.ir"}) {
            const std::string assignment = "/api/v1/user_role_assignments/" + assignmentOf(email);
            QCOMPARE(keeper.remove(assignment, {{"If-Match", "\"1\""}}).code(),
                     std::string("grant_exceeded"));
            const std::string user = "/api/v1/users/" + userId(email);
            const auto version = keeper.get(user).header("ETag");
            QCOMPARE(keeper.patch(user, {{"email", "mine@x.ir"}}, {{"If-Match", version}}).code(),
                     std::string("grant_exceeded"));
            QCOMPARE(keeper.remove(user, {{"If-Match", version}}).code(), std::string("grant_exceeded"));
        }
        const std::string user = "/api/v1/users/" + userId("buyer@x.ir");
        QCOMPARE(
            keeper.patch(user, {{"display_name", "خریدار"}}, {{"If-Match", keeper.get(user).header("ETag")}})
                .status,
            200);
    }

    void onlyItsLikeMakesASuperAdministrator() {
        HttpClient admin = signedIn("admin@x.ir");
        QCOMPARE(assign(admin, userId("new@x.ir"), "SUPER_ADMIN").code(), std::string("grant_exceeded"));
        QCOMPARE(
            admin
                .remove("/api/v1/user_role_assignments/" + assignmentOf("boss@x.ir"), {{"If-Match", "\"1\""}})
                .code(),
            std::string("grant_exceeded"));
        HttpClient boss = signedIn("boss@x.ir");
        QCOMPARE(
            boss.remove("/api/v1/user_role_assignments/" + assignmentOf("boss@x.ir"), {{"If-Match", "\"1\""}})
                .code(),
            std::string("own_roles"));
        const std::string self = "/api/v1/users/" + userId("boss@x.ir");
        QCOMPARE(boss.remove(self, {{"If-Match", boss.get(self).header("ETag")}}).code(),
                 std::string("last_administrator"));
        QCOMPARE(assign(boss, userId("buyer@x.ir"), "SUPER_ADMIN").status, 201);
        const std::string second = "/api/v1/user_role_assignments/" + assignmentOf("buyer@x.ir");
        QCOMPARE(boss.remove(second, {{"If-Match", "\"1\""}}).status, 204);
    }

    void aTenantMakesRolesOfItsOwn() {
        HttpClient keeper = signedIn("keeper@x.ir");
        QCOMPARE(addRight(keeper, "READER", "cheques.read").status, 201);
        QCOMPARE(addRight(keeper, "READER", "credit.read").code(), std::string("grant_exceeded"));
        QCOMPARE(addRight(keeper, "READER", "no.such").body["errors"][0]["code"].get<std::string>(),
                 std::string("reference_unknown"));
        QCOMPARE(addRight(keeper, "SUPER_ADMIN", "cheques.read").code(), std::string("role_fixed"));
        QCOMPARE(addRight(keeper, "reader", "cheques.read").status, 422);
        HttpClient clerk = signedIn("clerk@x.ir");
        QCOMPARE(addRight(clerk, "READER", "cheques.read").body["missing_permission"].get<std::string>(),
                 std::string("roles.write"));
        const Json rows = keeper.get("/api/v1/role_permissions?role=READER").body["items"];
        QCOMPARE(rows.size(), std::size_t{1});
        const std::string row = "/api/v1/role_permissions/" + rows[0]["id"].get<std::string>();
        QCOMPARE(keeper.remove(row, {{"If-Match", "\"1\""}}).status, 204);
    }

    void aRoleMayEndByItself() {
        HttpClient keeper = signedIn("keeper@x.ir");
        HttpClient person = signedIn("temp@x.ir");
        QCOMPARE(assign(keeper, userId("temp@x.ir"), "CLERK", in(-60))
                     .body["errors"][0]["code"]
                     .get<std::string>(),
                 std::string("instant_passed"));
        QCOMPARE(assign(keeper, userId("temp@x.ir"), "CLERK", in(3600)).status, 201);
        QCOMPARE(person.get("/api/v1/cheques").status, 200);
        m_stack->owner().script(
            "UPDATE app.user_role_assignments SET expires_at = now() - interval '1 second' WHERE expires_at "
            "IS NOT NULL");
        QTRY_COMPARE_WITH_TIMEOUT(person.get("/api/v1/cheques").status, 403, 15'000);
        QVERIFY(person.get("/api/v1/auth/me").body["roles"] == Json::array({"CUSTOMER"}));
    }

    void whatOneHasForATimeOneGivesForNoLonger() {
        m_stack->makeUser("bazaar", "guest@x.ir", "CUSTOMER");
        m_stack->owner().run({"test/temporary",
                              "INSERT INTO user_role_assignments (tenant_id, user_id, role, expires_at) "
                              "SELECT tenant_id, id, 'KEEPER', now() "
                              "+ interval '1 day' FROM users WHERE email = $1"},
                             {"guest@x.ir"});
        m_stack->makeUser("bazaar", "friend@x.ir", "CUSTOMER");
        HttpClient guest = signedIn("guest@x.ir");
        const std::string other = userId("friend@x.ir");
        QCOMPARE(assign(guest, other, "CLERK").code(), std::string("grant_exceeded"));
        QCOMPARE(assign(guest, other, "CLERK", in(2 * 24 * 3600)).code(), std::string("grant_exceeded"));
        QCOMPARE(addRight(guest, "READER", "cheques.read").code(), std::string("grant_exceeded"));
        QCOMPARE(assign(guest, other, "CLERK", in(3600)).status, 201);
        const std::string made = "/api/v1/user_role_assignments/" + assignmentOf("friend@x.ir");
        QCOMPARE(guest.patch(made, {{"expires_at", nullptr}}, {{"If-Match", "\"1\""}}).code(),
                 std::string("grant_exceeded"));
        QCOMPARE(guest.patch(made, {{"expires_at", in(7200)}}, {{"If-Match", "\"1\""}}).status, 200);
    }
};

QTEST_GUILESS_MAIN(RolesTest)
#include "roles_test.moc"
