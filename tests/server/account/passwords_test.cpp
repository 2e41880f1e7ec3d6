#include "server/account/password.h"
#include "server/account/sessions.h"
#include "server/secret/vault.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QProcess>
#include <QtTest>
#include <atomic>
#include <thread>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Choosing, changing and forgetting passwords over HTTP.
class PasswordsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;

    const std::string m_password{testing::TestStack::password};
    const std::string m_better{"ابر آبی، نان تازه"};

    HttpAnswer attempt(const std::string& email, const std::string& password, const std::string& url = {}) {
        return HttpClient(url.empty() ? m_server->url() : url).signIn("bazaar", email, password);
    }
    void run(const std::string& sql) { m_stack->owner().script(sql); }
    std::int64_t count(const std::string& condition) {
        return m_stack->owner().script("SELECT count(*) FROM app." + condition).one().get<std::int64_t>(0);
    }
    std::string hashOf(const std::string& email) {
        return m_stack->owner()
            .run({"test/hash", "SELECT password_hash FROM users WHERE email = $1"}, {db::toSql(email)})
            .one()
            .get<std::string>("password_hash");
    }

    /// The token of the newest reset, as whoever sends the message reads it.
    std::string tokenOf(const std::string& email) {
        const db::Row row =
            m_stack->owner()
                .run({"test/reset",
                      "SELECT r.tenant_id, r.id, r.token_cipher FROM password_resets r JOIN users u "
                      "ON u.id = r.user_id WHERE u.email = $1 ORDER BY r.id DESC LIMIT 1"},
                     {db::toSql(email)})
                .one();
        secret::Vault vault(m_stack->database().outside, m_stack->stack().folder().masterKey());
        return secret::open(vault.forReading(row.get<TenantId>("tenant_id")),
                            {"password_resets", "token", row.get<std::int64_t>("id")},
                            row.get<std::optional<db::Bytes>>("token_cipher"));
    }

    HttpAnswer ask(const std::string& email, const std::string& tenant = "bazaar") {
        return HttpClient(m_server->url())
            .post("/api/v1/auth/password/reset_request", {{"tenant", tenant}, {"email", email}});
    }
    HttpAnswer reset(const std::string& token, const std::string& password) {
        return HttpClient(m_server->url())
            .post("/api/v1/auth/password/reset", {{"token", token}, {"new_password", password}});
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_stack->makeTenant("bazaar");
        for (const char* email :
             {"ali@x.ir", "sara@x.ir", "new@x.ir", "lost@x.ir", "often@x.ir", "hand@x.ir", "cost@x.ir"}) {
            m_stack->makeUser("bazaar", email, "ADMIN");
        }
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
    }

    void oneChangesOnesOwnAndTheOthersAreOut() {
        HttpClient client(m_server->url());
        client.signIn("bazaar", "ali@x.ir", m_password);
        HttpClient other(m_server->url());
        other.signIn("bazaar", "ali@x.ir", m_password);
        const auto change = [&](const std::string& before, const std::string& after) {
            return client.post("/api/v1/auth/password", {{"old_password", before}, {"new_password", after}});
        };
        QCOMPARE(change("wrong", m_better).code(), std::string("password_wrong"));
        QCOMPARE(change(m_password, m_password).body["errors"][0]["code"].get<std::string>(),
                 std::string("password_unchanged"));
        const HttpAnswer weak = change(m_password, "short");
        QCOMPARE(weak.status, 422);
        QCOMPARE(weak.body["errors"][0]["pointer"].get<std::string>(), std::string("/new_password"));
        QCOMPARE(change(m_password, "Bazaar2026!!!!").body["errors"][0]["code"].get<std::string>(),
                 std::string("password_too_common"));
        QCOMPARE(change(m_password, m_better).status, 204);
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        QCOMPARE(other.get("/api/v1/auth/me").status, 401);
        QCOMPARE(attempt("ali@x.ir", m_password).status, 401);
        QCOMPARE(attempt("ali@x.ir", m_better).status, 200);
        QCOMPARE(count("audit_logs WHERE action = 'password_change'"), std::int64_t{1});
        QCOMPARE(client.get("/api/v1/inbox").body["items"][0]["code"].get<std::string>(),
                 std::string("password_changed"));
    }

    void whoMustChangeItCanDoNothingElse() {
        run("UPDATE app.users SET must_change_password = true WHERE email = 'new@x.ir'");
        HttpClient client(m_server->url());
        const HttpAnswer in = client.signIn("bazaar", "new@x.ir", m_password);
        QCOMPARE(in.body["duty"].get<std::string>(), std::string("change_password"));
        for (const char* path :
             {"/api/v1/cheques", "/api/v1/users", "/api/v1/auth/sessions", "/api/v1/inbox"}) {
            QCOMPARE(client.get(path).code(), std::string("password_change_required"));
        }
        QCOMPARE(client.post("/api/v1/auth/totp/enroll").status, 403);
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        QCOMPARE(
            client.post("/api/v1/auth/password", {{"old_password", m_password}, {"new_password", m_better}})
                .status,
            204);
        QCOMPARE(client.get("/api/v1/cheques").status, 200);
        QVERIFY(attempt("new@x.ir", m_better).body["duty"].is_null());
    }

    void aForgottenOneIsSetOnceByToken() {
        HttpClient inside(m_server->url());
        inside.signIn("bazaar", "lost@x.ir", m_password);
        QCOMPARE(ask("lost@x.ir").status, 202);
        QTRY_COMPARE(
            count("notifications WHERE code = 'password_reset' AND channel = 'email' AND status = 'queued' "
                  "AND recipient = 'lost@x.ir' AND body LIKE '%{token}%'"),
            std::int64_t{1});
        const std::string first = tokenOf("lost@x.ir");
        QCOMPARE(first.size(), std::size_t{43});
        QCOMPARE(count("password_resets WHERE position('" + first + "' IN password_resets::text) > 0"),
                 std::int64_t{0});
        QCOMPARE(ask("lost@x.ir").status, 202);
        QTRY_COMPARE(count("password_resets"), std::int64_t{2});
        const std::string second = tokenOf("lost@x.ir");
        QCOMPARE(reset(first, m_better).code(), std::string("reset_token_invalid"));
        QCOMPARE(reset(second, "short").status, 422);
        QCOMPARE(reset(second, m_better).status, 204);
        QCOMPARE(reset(second, m_better).code(), std::string("reset_token_invalid"));
        QCOMPARE(inside.get("/api/v1/auth/me").status, 401);
        QCOMPARE(attempt("lost@x.ir", m_better).status, 200);
    }

    void anOldTokenIsWorthNothing() {
        ask("sara@x.ir");
        QTRY_VERIFY(
            count("password_resets r JOIN app.users u ON u.id = r.user_id WHERE u.email = 'sara@x.ir'") == 1);
        const std::string token = tokenOf("sara@x.ir");
        run("UPDATE app.password_resets SET expires_at = now() - interval '1 second'");
        QCOMPARE(reset(token, m_better).code(), std::string("reset_token_invalid"));
        QCOMPARE(reset(account::makeToken(), m_better).code(), std::string("reset_token_invalid"));
    }

    void nobodyLearnsWhoIsThere() {
        const HttpAnswer there = ask("sara@x.ir");
        for (const HttpAnswer& answer : {ask("stranger@x.ir"), ask("sara@x.ir", "nowhere")}) {
            QCOMPARE(answer.status, there.status);
            QCOMPARE(answer.text, there.text);
        }
    }

    void fiveAnHourAreEnough() {
        for (int i = 0; i < 7; ++i) {
            QCOMPARE(ask("often@x.ir").status, 202);
        }
        ask("hand@x.ir");  // which comes after them
        const std::string resets = "password_resets r JOIN app.users u ON u.id = r.user_id WHERE u.email = ";
        QTRY_COMPARE(count(resets + "'hand@x.ir'"), std::int64_t{1});
        QCOMPARE(count(resets + "'often@x.ir'"), std::int64_t{5});
    }

    void theAdministratorOfTheMachineHandsOneOver() {
        const embedded::Stack& running = m_stack->stack();
        QProcess program;
        program.start(NEXTGEN_BIN_DIR "/nextgen-server",
                      {"admin", "reset-password", "bazaar", "hand@x.ir",
                       QString::fromStdString("--data=" + running.folder().root().string()),
                       QString::fromStdString("--set=database.url=" + running.databaseUrl()),
                       QString::fromStdString("--set=database.reader_url=" + running.databaseReaderUrl()),
                       QString::fromStdString("--set=database.owner_url=" + running.databaseOwnerUrl()),
                       QString::fromStdString("--set=redis.url=" + running.redisUrl())});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 0);
        const std::string token = program.readAllStandardOutput().trimmed().toStdString();
        QCOMPARE(token.size(), std::size_t{43});
        QCOMPARE(reset(token, m_better).status, 204);
        QCOMPARE(attempt("hand@x.ir", m_better).status, 200);
    }

    void aHashFollowsTheSettingsAtTheNextSignIn() {
        QVERIFY(hashOf("cost@x.ir").find("m=19456,t=2") != std::string::npos);
        const testing::ServerProcess dearer(*m_stack, {"passwords.passes=3", "passwords.memory_mib=32"});
        QCOMPARE(attempt("cost@x.ir", m_password, dearer.url()).status, 200);
        QVERIFY(hashOf("cost@x.ir").find("m=32768,t=3") != std::string::npos);
        QCOMPARE(attempt("cost@x.ir", m_password, dearer.url()).status, 200);
        QCOMPARE(attempt("cost@x.ir", m_password).status, 200);
        QVERIFY(hashOf("cost@x.ir").find("m=19456,t=2") != std::string::npos);
    }

    void aFloodOfSignInsIsTurnedAwayAndTheRestIsServed() {
        const testing::ServerProcess narrow(*m_stack, {"passwords.passes=30", "passwords.memory_mib=64",
                                                       "passwords.at_once=1", "passwords.wait_ms=50"});
        HttpClient inside(narrow.url());
        inside.setToken(HttpClient(m_server->url())
                            .signIn("bazaar", "sara@x.ir", m_password)
                            .body["token"]
                            .get<std::string>());
        std::atomic<int> busy = 0;
        std::atomic<int> judged = 0;
        std::atomic<int> others = 0;
        std::vector<std::thread> people;
        for (int i = 0; i < 12; ++i) {
            people.emplace_back([&, i] {
                const HttpAnswer answer =
                    attempt("stranger" + std::to_string(i) + "@x.ir", "wrong", narrow.url());
                if (answer.status == 503 && answer.code() == "server_busy" &&
                    !answer.header("Retry-After").empty()) {
                    ++busy;
                } else if (answer.status == 401) {
                    ++judged;
                } else {
                    ++others;
                }
            });
        }
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(inside.get("/api/v1/auth/me").status, 200);
        }
        for (std::thread& one : people) {
            one.join();
        }
        QVERIFY(busy > 0);
        QVERIFY(judged > 0);
        QCOMPARE(others.load(), 0);
    }
};

QTEST_GUILESS_MAIN(PasswordsTest)
#include "passwords_test.moc"
