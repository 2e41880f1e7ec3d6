#include "server/account/sign_in.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// How long sessions last, who ends them, and what needs a fresh proof of who is asking.
class SessionsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<testing::ServerProcess> m_second;

    const std::string m_password{testing::TestStack::password};

    HttpClient signedIn(const std::string& email, const std::string& url = {}) {
        HttpClient client(url.empty() ? m_server->url() : url);
        client.signIn("bazaar", email, m_password);
        return client;
    }

    void run(const std::string& sql) { m_stack->owner().script(sql); }
    std::int64_t count(const std::string& condition) {
        return m_stack->owner().script("SELECT count(*) FROM app." + condition).one().get<std::int64_t>(0);
    }

    std::string userId(const std::string& email) {
        return m_stack->owner()
            .run({"test/user", "SELECT id FROM users WHERE email = $1"}, {db::toSql(email)})
            .one()
            .get<std::string>("id");
    }

    /// As if the last proof lay long back, on every server.
    void makeStale(const std::string& email) {
        run("UPDATE app.sessions SET fresh_until = now() - interval '1 second' WHERE user_id = " +
            userId(email));
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_stack->makeTenant("bazaar");
        m_stack->makeTenant("other");
        for (const char* email : {"ali@x.ir", "sara@x.ir", "idle@x.ir", "fresh@x.ir", "stale@x.ir"}) {
            m_stack->makeUser("bazaar", email, "ADMIN");
        }
        m_stack->makeUser("bazaar", "buyer@x.ir", "CUSTOMER");
        m_stack->makeUser("other", "boss@y.ir", "SUPER_ADMIN");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_second = std::make_unique<testing::ServerProcess>(*m_stack);
    }

    void whatIsUnusedForTooLongIsOver() {
        const testing::ServerProcess strict(*m_stack, {"sessions.idle_minutes=10", "sessions.hours=2"});
        HttpClient client = signedIn("idle@x.ir", strict.url());
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        QCOMPARE(count("sessions WHERE user_id = " + userId("idle@x.ir") +
                       " AND idle_seconds = 600 AND expires_at = created_at + interval '2 hours'"),
                 std::int64_t{1});
        run("UPDATE app.sessions SET last_seen_at = now() - interval '11 minutes' WHERE user_id = " +
            userId("idle@x.ir"));
        QTRY_COMPARE_WITH_TIMEOUT(client.get("/api/v1/auth/me").status, 401, 15'000);
        QCOMPARE(signedIn("idle@x.ir").get("/api/v1/auth/sessions").body["items"].size(), std::size_t{1});
    }

    void onesOwnOtherSessionsEndAtOnceEverywhere() {
        HttpClient here = signedIn("sara@x.ir");
        HttpClient there = signedIn("sara@x.ir", m_second->url());
        HttpClient third = signedIn("sara@x.ir");
        QCOMPARE(there.get("/api/v1/auth/me").status, 200);
        const HttpAnswer answer = here.remove("/api/v1/auth/sessions");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["ended"].get<int>(), 2);
        QCOMPARE(third.get("/api/v1/auth/me").status, 401);
        QTRY_COMPARE(there.get("/api/v1/auth/me").status, 401);
        QCOMPARE(here.get("/api/v1/auth/me").status, 200);
        QCOMPARE(here.remove("/api/v1/auth/sessions").body["ended"].get<int>(), 0);
    }

    void anAdministratorSeesAndEndsThoseOfOthers() {
        HttpClient ali = signedIn("ali@x.ir");
        HttpClient lost = signedIn("buyer@x.ir", m_second->url());
        const std::string path = "/api/v1/users/" + userId("buyer@x.ir") + "/sessions";
        const Json items = ali.get(path).body["items"];
        QCOMPARE(items.size(), std::size_t{1});
        QVERIFY(items[0]["is_current"] == false);
        QCOMPARE(lost.get(path).status, 403);
        QCOMPARE(lost.remove(path).status, 403);
        QCOMPARE(ali.remove(path + "/" + items[0]["id"].get<std::string>()).status, 204);
        QTRY_COMPARE(lost.get("/api/v1/auth/me").status, 401);
        QCOMPARE(ali.remove(path + "/" + items[0]["id"].get<std::string>()).status, 404);

        HttpClient again = signedIn("buyer@x.ir", m_second->url());
        QCOMPARE(ali.remove(path).body["ended"].get<int>(), 1);
        QTRY_COMPARE(again.get("/api/v1/auth/me").status, 401);
        QVERIFY(count("audit_logs WHERE action = 'session_revoke' AND actor_id = " + userId("ali@x.ir")) >=
                2);

        HttpClient boss(m_server->url());
        boss.signIn("other", "boss@y.ir", m_password);
        for (const char* rest : {"", "/1"}) {
            QCOMPARE(boss.remove(path + rest).status, 404);
        }
        QCOMPARE(boss.get(path).status, 404);
        QCOMPARE(boss.post("/api/v1/users/" + userId("buyer@x.ir") + "/unlock").status, 404);
    }

    void anAdministratorUnlocks() {
        for (int i = 0; i < 5; ++i) {
            HttpClient(m_server->url()).signIn("bazaar", "buyer@x.ir", "wrong");
        }
        QCOMPARE(signedIn("buyer@x.ir").token(), std::string());
        HttpClient ali = signedIn("ali@x.ir");
        QCOMPARE(ali.post("/api/v1/users/" + userId("buyer@x.ir") + "/unlock").status, 204);
        HttpClient buyer = signedIn("buyer@x.ir");
        QCOMPARE(buyer.get("/api/v1/auth/me").status, 200);
        const Json notices = buyer.get("/api/v1/inbox").body["items"];
        QCOMPARE(notices[0]["code"].get<std::string>(), std::string("account_unlocked"));
        QCOMPARE(notices[1]["code"].get<std::string>(), std::string("account_locked"));
        QCOMPARE(count("audit_logs WHERE action = 'account_unlock' AND actor_id = " + userId("ali@x.ir")),
                 std::int64_t{1});
    }

    void whatCostsMoneyNeedsAFreshProof() {
        HttpClient client = signedIn("fresh@x.ir");
        HttpClient elsewhere(m_second->url());
        elsewhere.setToken(client.token());
        const auto bankAccount = [](HttpClient& one) {
            return one.post("/api/v1/vendor_bank_accounts", Json::object(), testing::freshKey());
        };
        QCOMPARE(bankAccount(client).status, 422);  // let through: a sign-in is a proof
        QCOMPARE(bankAccount(elsewhere).status, 422);
        makeStale("fresh@x.ir");
        QTRY_COMPARE_WITH_TIMEOUT(bankAccount(client).code(), std::string("step_up_required"), 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(bankAccount(elsewhere).status, 403, 15'000);
        QCOMPARE(client.get("/api/v1/cheques").status, 200);

        QCOMPARE(client.post("/api/v1/auth/step_up", Json::object()).status, 422);
        QCOMPARE(client.post("/api/v1/auth/step_up", {{"password", "wrong"}}).code(),
                 std::string("password_wrong"));
        QCOMPARE(client.post("/api/v1/auth/step_up", {{"totp", "123456"}}).code(),
                 std::string("second_factor_invalid"));
        const HttpAnswer answer = client.post("/api/v1/auth/step_up", {{"password", m_password}});
        QCOMPARE(answer.status, 200);
        QVERIFY(Instant::parse(answer.body["fresh_until"].get<std::string>()).has_value());
        QCOMPARE(bankAccount(client).status, 422);
        QTRY_COMPARE(bankAccount(elsewhere).status, 422);
    }

    void theMarkStandsOnTheEndpointsLine_data() {
        QTest::addColumn<QString>("operation");
        for (const api::Endpoint& line : api::endpoints()) {
            if (line.has(api::StepUp)) {
                QTest::newRow(std::string(line.operation).c_str())
                    << QString::fromStdString(std::string(line.operation));
            }
        }
    }
    void theMarkStandsOnTheEndpointsLine() {
        QFETCH(QString, operation);
        const api::Endpoint& line = api::endpoint(operation.toStdString());
        static HttpClient stale = [&] {
            HttpClient client = signedIn("stale@x.ir");
            makeStale("stale@x.ir");
            return client;
        }();
        const std::string path = "/api/v1" + QString::fromStdString(std::string(line.path))
                                                 .replace(QRegularExpression("\\{\\w+\\}"), "1")
                                                 .toStdString();
        const auto call = [&] {
            switch (line.method) {
                case api::Method::Post:
                    return stale.post(path, Json::object(), testing::freshKey());
                case api::Method::Patch:
                    return stale.patch(path, Json::object(), {{"If-Match", "\"1\""}});
                case api::Method::Delete:
                    return stale.remove(path, {{"If-Match", "\"1\""}});
                case api::Method::Get:
                    break;
            }
            return stale.get(path);
        };
        QTRY_COMPARE_WITH_TIMEOUT(call().code(), std::string("step_up_required"), 15'000);
    }

    void wrongProofsLockAlike() {
        HttpClient client = signedIn("idle@x.ir");
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(client.post("/api/v1/auth/step_up", {{"password", "wrong"}}).status, 401);
        }
        QCOMPARE(client.post("/api/v1/auth/step_up", {{"password", m_password}}).status, 423);
        QCOMPARE(signedIn("idle@x.ir").token(), std::string());
    }

    /// The database is asked each time, and says the same.
    void withoutRedisASessionIsAsGoodOrAsOver() {
        const testing::ServerProcess lonely(*m_stack, {"redis.url=unix:/nowhere/redis.sock"});
        HttpClient client = signedIn("sara@x.ir", lonely.url());
        HttpClient here = signedIn("sara@x.ir");
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        QCOMPARE(here.remove("/api/v1/auth/sessions").status, 200);
        QCOMPARE(client.get("/api/v1/auth/me").status, 401);  // at once: nothing is remembered there
        HttpClient fresh = signedIn("sara@x.ir", lonely.url());
        makeStale("sara@x.ir");
        QCOMPARE(fresh.post("/api/v1/vendor_bank_accounts", Json::object(), testing::freshKey()).code(),
                 std::string("step_up_required"));
        for (int i = 0; i < 3; ++i) {
            HttpClient(lonely.url()).signIn("bazaar", "ghost@x.ir", "wrong");
        }
        for (int i = 0; i < 2; ++i) {
            HttpClient(m_server->url()).signIn("bazaar", "ghost@x.ir", "wrong");
        }
        QCOMPARE(HttpClient(lonely.url()).signIn("bazaar", "ghost@x.ir", "wrong").status, 423);
        QCOMPARE(HttpClient(m_second->url()).signIn("bazaar", "ghost@x.ir", "wrong").status, 423);
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "sessions_test.moc"
