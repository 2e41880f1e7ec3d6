#include "server/account/sign_in.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <thread>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Signing in and out over HTTP, against the real server.
class AccountTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;

    const std::string m_password{testing::TestStack::password};

    std::int64_t count(const std::string& condition) {
        return m_stack->owner().script("SELECT count(*) FROM app." + condition).one().get<std::int64_t>(0);
    }

    HttpAnswer attempt(const std::string& email, const std::string& password,
                       const std::string& tenant = "bazaar") {
        return HttpClient(m_server->url()).signIn(tenant, email, password);
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("bazaar");
        for (const char* email :
             {"ali@example.ir", "sara@example.ir", "locked@example.ir", "off@example.ir"}) {
            m_stack->makeUser("bazaar", email, "ADMIN");
        }
        m_stack->makeUser("bazaar", "nobody@example.ir", "CUSTOMER");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
    }

    void whoKnowsThePasswordIsLetIn() {
        const HttpAnswer answer = attempt("Ali@Example.ir", m_password);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["token"].get<std::string>().size(), std::size_t{43});
        const Json& user = answer.body["user"];
        QCOMPARE(user["email"].get<std::string>(), std::string("ali@example.ir"));
        QVERIFY(user["roles"] == Json::array({"ADMIN"}));
        QVERIFY(user["permissions"].size() > 5);
        QVERIFY(Instant::parse(answer.body["expires_at"].get<std::string>()).has_value());
    }

    void theTokenIsNotKept() {
        const std::string token = attempt("ali@example.ir", m_password).body["token"];
        QCOMPARE(count("sessions WHERE encode(token_hash, 'escape') LIKE '%" + token + "%'"),
                 std::int64_t{0});
        QVERIFY(m_server->output().find(token) == std::string::npos);
    }

    void theDemoDealersAccountantSeesThatDealer() {
        HttpClient client(m_server->url());
        const HttpAnswer answer = client.signIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body["user"]["dealer_id"].is_string());
        QCOMPARE(client.get("/api/v1/dealers").body["items"].size(), std::size_t{1});
        QCOMPARE(client.get("/api/v1/auth/me").body["dealer_id"], answer.body["user"]["dealer_id"]);
    }

    void allThatIsWrongReadsTheSame_data() {
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::newRow("password") << "bazaar"
                                  << "ali@example.ir"
                                  << "wrong";
        QTest::newRow("person") << "bazaar"
                                << "stranger@example.ir"
                                << "correct horse";
        QTest::newRow("tenant") << "nowhere"
                                << "ali@example.ir"
                                << "correct horse";
        QTest::newRow("another tenant's person") << "nextgen"
                                                 << "ali@example.ir"
                                                 << "correct horse";
    }

    void allThatIsWrongReadsTheSame() {
        QFETCH(QString, tenant);
        QFETCH(QString, email);
        QFETCH(QString, password);
        const HttpAnswer answer = attempt(email.toStdString(), password.toStdString(), tenant.toStdString());
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), std::string("invalid_credentials"));
        QCOMPARE(answer.body["detail"].get<std::string>(),
                 std::string("Tenant, e-mail or password is wrong."));
        QCOMPARE(answer.body["title"].get<std::string>(), std::string("Not signed in"));
    }

    void whatIsMissingIsNamed() {
        HttpClient client(m_server->url());
        const HttpAnswer answer = client.post("/api/v1/auth/login", {{"email", 5}, {"colour", "red"}});
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.body["errors"].size(), std::size_t{4});
    }

    void fiveWrongPasswordsLockTheAccount() {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(attempt("locked@example.ir", "wrong").code(), std::string("invalid_credentials"));
        }
        const HttpAnswer answer = attempt("locked@example.ir", m_password);
        QCOMPARE(answer.status, 423);
        QCOMPARE(answer.code(), std::string("account_locked"));
        const int seconds = std::stoi(answer.header("Retry-After"));
        QVERIFY(seconds > 0 && seconds <= account::lockSeconds);
        QCOMPARE(count("audit_logs WHERE action = 'sign_in_refused' AND table_name = 'sessions' AND actor_id "
                       "IS NULL "
                       "AND request_id <> ''") >= 5,
                 true);
        // Once the time is over the count begins anew.
        m_stack->owner().script(
            "UPDATE app.users SET locked_until = now() - interval '1 second' WHERE email = "
            "'locked@example.ir'");
        QCOMPARE(attempt("locked@example.ir", "wrong").status, 401);
        QCOMPARE(attempt("locked@example.ir", m_password).status, 200);
        QCOMPARE(
            count("users WHERE email = 'locked@example.ir' AND failed_sign_ins = 0 AND locked_until IS NULL"),
            std::int64_t{1});
    }

    void aNameThatIsNobodysLocksAlike() {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(attempt("ghost@example.ir", "wrong").status, 401);
        }
        QCOMPARE(attempt("Ghost@example.ir", "wrong").status, 423);
    }

    void whatIsNobodysLocksOnEveryServer() {
        const testing::ServerProcess second(*m_stack);
        for (int i = 0; i < 5; ++i) {
            HttpClient(i % 2 == 0 ? second.url() : m_server->url()).signIn("bazaar", "phantom@x.ir", "wrong");
        }
        QCOMPARE(attempt("phantom@x.ir", "wrong").status, 423);
        QCOMPARE(HttpClient(second.url()).signIn("bazaar", "phantom@x.ir", "wrong").status, 423);
    }

    void anAddressThatGuessesIsClosedToForAWhile() {
        const testing::ServerProcess first(*m_stack, {"limits.wrong_sign_ins_per_address=3"});
        const testing::ServerProcess second(*m_stack, {"limits.wrong_sign_ins_per_address=3"});
        for (int i = 0; i < 3; ++i) {
            const std::string name = "guess" + std::to_string(i) + "@x.ir";
            QCOMPARE(HttpClient(first.url()).signIn("bazaar", name, "wrong").status, 401);
        }
        for (const testing::ServerProcess* server : {&first, &second}) {
            const HttpAnswer answer =
                HttpClient(server->url()).signIn("bazaar", "sara@example.ir", m_password);
            QCOMPARE(answer.code(), std::string("rate_limited"));
            QVERIFY(std::stoi(answer.header("Retry-After")) > 0);
        }
        m_stack->owner().script("DELETE FROM app.sign_in_attempts");
        QCOMPARE(HttpClient(second.url()).signIn("bazaar", "sara@example.ir", m_password).status, 200);
    }

    void wrongPasswordsCountInARowOnly() {
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(attempt("sara@example.ir", "wrong").status, 401);
        }
        QCOMPARE(attempt("sara@example.ir", m_password).status, 200);
        QCOMPARE(attempt("sara@example.ir", "wrong").status, 401);
        QCOMPARE(attempt("sara@example.ir", m_password).status, 200);
    }

    void anAccountThatIsSwitchedOffIsToldSoOnlyWithItsPassword() {
        m_stack->owner().script("UPDATE app.users SET is_active = false WHERE email = 'off@example.ir'");
        QCOMPARE(attempt("off@example.ir", "wrong").code(), std::string("invalid_credentials"));
        QCOMPARE(attempt("off@example.ir", m_password).code(), std::string("account_disabled"));
    }

    void signInsLeaveATrace() {
        const auto before = count("audit_logs WHERE action = 'sign_in' AND actor_id IS NOT NULL");
        attempt("ali@example.ir", m_password);
        QCOMPARE(count("audit_logs WHERE action = 'sign_in' AND actor_id IS NOT NULL"), before + 1);
    }

    void whoSignsOutIsOut() {
        HttpClient client(m_server->url());
        client.signIn("bazaar", "ali@example.ir", m_password);
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        QCOMPARE(client.post("/api/v1/auth/logout").status, 204);
        QCOMPARE(client.get("/api/v1/auth/me").code(), std::string("not_signed_in"));
        QCOMPARE(client.post("/api/v1/auth/logout").status, 401);
    }

    void aRevokedSessionIsRefusedAtOnceByEveryServer() {
        const testing::ServerProcess second(*m_stack);
        HttpClient here(m_server->url());
        here.signIn("bazaar", "ali@example.ir", m_password);
        HttpClient lost(m_server->url());
        lost.signIn("bazaar", "ali@example.ir", m_password);
        HttpClient lostElsewhere(second.url());
        lostElsewhere.setToken(lost.token());
        QCOMPARE(lost.get("/api/v1/auth/me").status, 200);
        QCOMPARE(lostElsewhere.get("/api/v1/auth/me").status, 200);

        std::string id;
        const Json sessions = lost.get("/api/v1/auth/sessions").body["items"];
        for (const Json& session : sessions) {
            if (session["is_current"].get<bool>()) {
                id = session["id"].get<std::string>();
            }
        }
        QCOMPARE(here.remove("/api/v1/auth/sessions/" + id).status, 204);
        QCOMPARE(lost.get("/api/v1/auth/me").status, 401);
        QTRY_COMPARE(lostElsewhere.get("/api/v1/auth/me").status, 401);
        QCOMPARE(here.get("/api/v1/auth/me").status, 200);
        QCOMPARE(here.remove("/api/v1/auth/sessions/" + id).status, 404);
    }

    void sessionsOfOthersDoNotExist() {
        HttpClient ali(m_server->url());
        ali.signIn("bazaar", "ali@example.ir", m_password);
        for (const auto& [tenant, email, password] :
             {std::tuple{"bazaar", "sara@example.ir", "correct horse"},
              std::tuple{"nextgen", "admin@nextgen.local", "Admin123!"}}) {
            HttpClient other(m_server->url());
            QCOMPARE(other.signIn(tenant, email, password).status, 200);
            const std::string id = other.get("/api/v1/auth/sessions").body["items"][0]["id"];
            QCOMPARE(ali.remove("/api/v1/auth/sessions/" + id).status, 404);
            QCOMPARE(other.get("/api/v1/auth/me").status, 200);
        }
        QCOMPARE(ali.remove("/api/v1/auth/sessions/nonsense").status, 404);
        const Json sessions = ali.get("/api/v1/auth/sessions").body["items"];
        for (const Json& session : sessions) {
            QVERIFY(session["id"].is_string() && session["address"] == "127.0.0.1");
        }
    }

    void anotherTenantsRecordsDoNotExist() {
        HttpClient admin(m_server->url());
        admin.signIn("nextgen", "admin@nextgen.local", "Admin123!");
        const std::string dealer = admin.get("/api/v1/dealers").body["items"][0]["id"];
        HttpClient ali(m_server->url());
        ali.signIn("bazaar", "ali@example.ir", m_password);
        QCOMPARE(admin.get("/api/v1/dealers/" + dealer).status, 200);
        QCOMPARE(ali.get("/api/v1/dealers/" + dealer).code(), std::string("not_found"));
        QCOMPARE(ali.get("/api/v1/dealers").body["estimated_total"].get<int>(), 0);
    }

    void whoMayNothingIsToldWhatIsMissing() {
        HttpClient client(m_server->url());
        client.signIn("bazaar", "nobody@example.ir", m_password);
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        const HttpAnswer answer = client.get("/api/v1/cheques");
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.body["permission"].get<std::string>(), std::string("cheques.read"));
    }

    void anEndedSessionIsOver() {
        HttpClient client(m_server->url());
        client.signIn("bazaar", "ali@example.ir", m_password);
        m_stack->owner().script(
            "UPDATE app.sessions SET created_at = now() - interval '2 days', expires_at = now() - interval "
            "'1 day'");
        QTRY_COMPARE_WITH_TIMEOUT(client.get("/api/v1/auth/me").status, 401, 15'000);
    }

    void withoutRedisTheServerIsSlowerButRight() {
        HttpClient client(m_server->url());
        client.signIn("bazaar", "ali@example.ir", m_password);
        const testing::ServerProcess lonely(*m_stack, {"redis.url=unix:/nowhere/redis.sock"});
        HttpClient there(lonely.url());
        there.setToken(client.token());
        QCOMPARE(there.get("/api/v1/auth/me").status, 200);
        QCOMPARE(there.get("/readyz").status, 200);
        QCOMPARE(there.get("/readyz").body["parts"]["cache"].get<std::string>(), std::string("degraded"));
        QCOMPARE(client.post("/api/v1/auth/logout").status, 204);
        QCOMPARE(there.get("/api/v1/auth/me").status, 401);
    }

    void manyMaySignInAtOnce() {
        std::atomic<int> inside = 0;
        std::vector<std::thread> people;
        for (int i = 0; i < 12; ++i) {
            people.emplace_back([&] {
                const HttpAnswer answer = attempt("sara@example.ir", m_password);
                inside += answer.status == 200 ? 1 : 0;
            });
        }
        for (std::thread& one : people) {
            one.join();
        }
        QCOMPARE(inside.load(), 12);
    }
};

QTEST_GUILESS_MAIN(AccountTest)
#include "account_test.moc"
