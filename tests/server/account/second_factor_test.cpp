#include "server/account/sign_in.h"
#include "server/account/totp.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QProcess>
#include <QtTest>
#include <atomic>
#include <chrono>
#include <thread>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Signing in with a second factor, on two real servers of one database.
class SecondFactorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<testing::ServerProcess> m_second;

    const std::string m_password{testing::TestStack::password};

    static std::int64_t stepNow() {
        using namespace std::chrono;
        return duration_cast<seconds>(system_clock::now().time_since_epoch()).count() /
               account::totpStepSeconds;
    }

    static std::string secretOf(const std::string& base32) {
        QByteArray bytes;
        quint64 buffer = 0;
        int bits = 0;
        for (const char c : base32) {
            buffer = buffer << 5 | quint64(c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.append(char(buffer >> bits & 0xff));
            }
        }
        return bytes.toStdString();
    }

    Json credentials(const std::string& email) {
        return {{"tenant", "bazaar"}, {"email", email}, {"password", m_password}};
    }

    HttpAnswer attempt(const std::string& email, const std::string& key, const std::string& code,
                       const std::string& url = {}) {
        Json body = credentials(email);
        body[key] = code;
        return HttpClient(url.empty() ? m_server->url() : url).post("/api/v1/auth/login", body);
    }

    struct Enrolled {
        std::string secret;
        std::vector<std::string> codes;
    };

    /// A new person with a second factor, whose code of this very step is used up.
    Enrolled enrolled(const std::string& email, HttpClient& client) {
        m_stack->makeUser("bazaar", email, "ADMIN");
        client.signIn("bazaar", email, m_password);
        const HttpAnswer begun = client.post("/api/v1/auth/totp/enroll");
        Enrolled made{secretOf(begun.body["secret"]), {}};
        const HttpAnswer done =
            client.post("/api/v1/auth/totp/confirm", {{"totp", account::totpCode(made.secret, stepNow())}});
        for (const Json& code : done.body["recovery_codes"]) {
            made.codes.push_back(code.get<std::string>());
        }
        return made;
    }

    /// As if time had gone on: the step taken last lies before this one.
    void letAStepPass(const std::string& email) {
        m_stack->owner().run(
            {"test/step", "UPDATE users SET totp_last_step = totp_last_step - 2 WHERE email = $1"},
            {db::toSql(email)});
    }

    std::int64_t count(const std::string& condition) {
        return m_stack->owner().script("SELECT count(*) FROM app." + condition).one().get<std::int64_t>(0);
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_stack->makeTenant("bazaar");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_second = std::make_unique<testing::ServerProcess>(*m_stack);
    }

    void aFactorCountsOnceItIsConfirmed() {
        m_stack->makeUser("bazaar", "ali@x.ir", "ADMIN");
        HttpClient client(m_server->url());
        client.signIn("bazaar", "ali@x.ir", m_password);
        const HttpAnswer begun = client.post("/api/v1/auth/totp/enroll");
        QCOMPARE(begun.status, 200);
        const std::string base32 = begun.body["secret"];
        QCOMPARE(base32.size(), std::size_t{32});
        QVERIFY(begun.body["otpauth_uri"].get<std::string>().find("secret=" + base32) != std::string::npos);
        QVERIFY(begun.header("Cache-Control") == "no-store");
        QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "ali@x.ir", m_password).status, 200);

        QCOMPARE(client.post("/api/v1/auth/totp/confirm", {{"totp", "000000"}}).code(),
                 std::string("second_factor_invalid"));
        QCOMPARE(client.post("/api/v1/auth/totp/confirm").status, 422);
        const HttpAnswer done = client.post("/api/v1/auth/totp/confirm",
                                            {{"totp", account::totpCode(secretOf(base32), stepNow())}});
        QCOMPARE(done.status, 200);
        QCOMPARE(done.body["recovery_codes"].size(), std::size_t{10});
        const HttpAnswer refused = HttpClient(m_server->url()).signIn("bazaar", "ali@x.ir", m_password);
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.code(), std::string("second_factor_required"));
        QCOMPARE(client.post("/api/v1/auth/totp/enroll").code(), std::string("second_factor_active"));
    }

    void theSecretAndTheCodesLieNowhereInClear() {
        HttpClient client(m_server->url());
        const Enrolled made = enrolled("clear@x.ir", client);
        const std::string dump =
            m_stack->owner()
                .script(
                    "SELECT string_agg(u::text, '') || (SELECT string_agg(r::text, '') FROM "
                    "app.recovery_codes r) || "
                    "(SELECT string_agg(a::text, '') FROM app.audit_logs a) FROM app.users u")
                .one()
                .get<std::string>(0);
        const QByteArray secret = QByteArray::fromStdString(made.secret);
        QVERIFY(dump.find(secret.toHex().toStdString()) == std::string::npos);
        QVERIFY(dump.find(account::base32(made.secret)) == std::string::npos);
        QVERIFY(dump.find(made.codes[0]) == std::string::npos);
        QVERIFY(m_server->output().find(account::base32(made.secret)) == std::string::npos);
    }

    void aCodeWorksOnceOnWhicheverServer() {
        HttpClient client(m_server->url());
        const Enrolled made = enrolled("once@x.ir", client);
        const std::string used = account::totpCode(made.secret, stepNow());
        QCOMPARE(attempt("once@x.ir", "totp", used).status, 401);  // confirming took it
        letAStepPass("once@x.ir");
        const std::string code = account::totpCode(made.secret, stepNow());
        std::atomic<int> inside = 0;
        std::vector<std::thread> people;
        for (int i = 0; i < 4; ++i) {
            people.emplace_back([&, i] {
                inside += attempt("once@x.ir", "totp", code, i % 2 == 0 ? m_server->url() : m_second->url())
                                      .status == 200
                              ? 1
                              : 0;
            });
        }
        for (std::thread& one : people) {
            one.join();
        }
        QCOMPARE(inside.load(), 1);
    }

    void wrongCodesLockLikeWrongPasswords() {
        HttpClient client(m_server->url());
        const Enrolled made = enrolled("wrong@x.ir", client);
        for (int i = 0; i < 5; ++i) {
            const HttpAnswer answer = attempt("wrong@x.ir", i % 2 == 0 ? "totp" : "recovery_code", "000000");
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.code(), std::string("second_factor_invalid"));
        }
        letAStepPass("wrong@x.ir");
        const HttpAnswer locked =
            attempt("wrong@x.ir", "totp", account::totpCode(made.secret, stepNow()), m_second->url());
        QCOMPARE(locked.status, 423);
        QCOMPARE(count("notifications WHERE code = 'account_locked' AND user_id = (SELECT id FROM app.users "
                       "WHERE email = 'wrong@x.ir')"),
                 std::int64_t{1});
    }

    void theRightPasswordAloneForgetsNoWrongCodes() {
        HttpClient client(m_server->url());
        enrolled("alone@x.ir", client);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(attempt("alone@x.ir", "totp", "000000").status, 401);
            if (i < 4) {
                QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "alone@x.ir", m_password).code(),
                         std::string("second_factor_required"));
            }
        }
        QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "alone@x.ir", m_password).status, 423);
    }

    void eachRecoveryCodeWorksOnceAndIsTold() {
        HttpClient client(m_server->url());
        const Enrolled made = enrolled("lost@x.ir", client);
        QString typed = QString::fromStdString(made.codes[3]).toLower().remove('-');
        QCOMPARE(attempt("lost@x.ir", "recovery_code", typed.toStdString()).status, 200);
        QCOMPARE(attempt("lost@x.ir", "recovery_code", made.codes[3]).status, 401);
        QCOMPARE(count("notifications WHERE code = 'recovery_code_used' AND title = '9'"), std::int64_t{1});
        QCOMPARE(count("audit_logs WHERE action = 'recovery_code_use' AND actor_id = row_id"),
                 std::int64_t{1});
    }

    void newRecoveryCodesReplaceTheOldOnes() {
        HttpClient client(m_server->url());
        const Enrolled made = enrolled("renew@x.ir", client);
        QCOMPARE(client.post("/api/v1/auth/totp/recovery_codes", {{"recovery_code", made.codes[0]}}).status,
                 422);
        letAStepPass("renew@x.ir");
        const HttpAnswer renewed = client.post("/api/v1/auth/totp/recovery_codes",
                                               {{"totp", account::totpCode(made.secret, stepNow())}});
        QCOMPARE(renewed.status, 200);
        QCOMPARE(attempt("renew@x.ir", "recovery_code", made.codes[0]).status, 401);
        QCOMPARE(attempt("renew@x.ir", "recovery_code", renewed.body["recovery_codes"][0]).status, 200);
    }

    void changingItEndsTheOtherSessions() {
        HttpClient elsewhere(m_second->url());
        m_stack->makeUser("bazaar", "many@x.ir", "ADMIN");
        elsewhere.signIn("bazaar", "many@x.ir", m_password);
        HttpClient client(m_server->url());
        client.signIn("bazaar", "many@x.ir", m_password);
        QCOMPARE(elsewhere.get("/api/v1/auth/me").status, 200);
        const std::string secret = secretOf(client.post("/api/v1/auth/totp/enroll").body["secret"]);
        client.post("/api/v1/auth/totp/confirm", {{"totp", account::totpCode(secret, stepNow())}});
        QCOMPARE(client.get("/api/v1/auth/me").status, 200);
        QTRY_COMPARE(elsewhere.get("/api/v1/auth/me").status, 401);

        letAStepPass("many@x.ir");
        const HttpAnswer in =
            attempt("many@x.ir", "totp", account::totpCode(secret, stepNow()), m_second->url());
        QCOMPARE(in.status, 200);
        elsewhere.setToken(in.body["token"]);
        letAStepPass("many@x.ir");
        QCOMPARE(client.post("/api/v1/auth/totp/disable", {{"totp", "123123"}}).status, 401);
        QCOMPARE(
            client.post("/api/v1/auth/totp/disable", {{"totp", account::totpCode(secret, stepNow())}}).status,
            204);
        QTRY_COMPARE(elsewhere.get("/api/v1/auth/me").status, 401);
        QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "many@x.ir", m_password).status, 200);
        QCOMPARE(count("recovery_codes r JOIN app.users u ON u.id = r.user_id WHERE u.email = 'many@x.ir'"),
                 std::int64_t{0});
        QCOMPARE(client.post("/api/v1/auth/totp/disable", {{"totp", "123123"}}).code(),
                 std::string("second_factor_absent"));
    }

    void whoseRoleDemandsItMayOnlyEnrol() {
        m_stack->makeTenant("strict");
        m_stack->makeUser("strict", "boss@x.ir", "SUPER_ADMIN");
        m_stack->makeUser("strict", "buyer@x.ir", "CUSTOMER");
        m_stack->owner().script(
            "INSERT INTO app.settings (tenant_id, key, value) SELECT id, 'account.second_factor_roles', "
            "'\"ADMIN, SUPER_ADMIN\"' FROM app.tenants WHERE slug = 'strict'");
        HttpClient buyer(m_server->url());
        QVERIFY(buyer.signIn("strict", "buyer@x.ir", m_password).body["duty"].is_null());

        HttpClient boss(m_server->url());
        const HttpAnswer in = boss.signIn("strict", "boss@x.ir", m_password);
        QCOMPARE(in.status, 200);
        QCOMPARE(in.body["duty"].get<std::string>(), std::string("enroll_second_factor"));
        QVERIFY(in.body["user"]["permissions"].empty());
        QCOMPARE(boss.get("/api/v1/auth/me").status, 200);
        for (const char* path :
             {"/api/v1/cheques", "/api/v1/auth/sessions", "/api/v1/home", "/api/v1/users"}) {
            QCOMPARE(boss.get(path).code(), std::string("second_factor_enrollment_required"));
        }
        const std::string secret = secretOf(boss.post("/api/v1/auth/totp/enroll").body["secret"]);
        QCOMPARE(
            boss.post("/api/v1/auth/totp/confirm", {{"totp", account::totpCode(secret, stepNow())}}).status,
            200);
        QCOMPARE(boss.get("/api/v1/cheques").status, 200);
    }

    void theAdministratorOfTheMachineResetsIt() {
        HttpClient client(m_server->url());
        enrolled("reset@x.ir", client);
        const embedded::Stack& running = m_stack->stack();
        const auto reset = [&](const QString& email) {
            QProcess program;
            program.start(NEXTGEN_BIN_DIR "/nextgen-server",
                          {"admin", "reset-second-factor", "bazaar", email,
                           QString::fromStdString("--data=" + running.folder().root().string()),
                           QString::fromStdString("--set=database.url=" + running.databaseUrl()),
                           QString::fromStdString("--set=database.reader_url=" + running.databaseReaderUrl()),
                           QString::fromStdString("--set=database.owner_url=" + running.databaseOwnerUrl()),
                           QString::fromStdString("--set=redis.url=" + running.redisUrl())});
            program.waitForFinished(60'000);
            return program.exitCode();
        };
        QVERIFY(reset("nobody@x.ir") != 0);
        QCOMPARE(reset("reset@x.ir"), 0);
        QTRY_COMPARE(client.get("/api/v1/auth/me").status, 401);
        QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "reset@x.ir", m_password).status, 200);
        QCOMPARE(count("audit_logs WHERE action = 'second_factor_reset'"), std::int64_t{1});
    }
};

QTEST_GUILESS_MAIN(SecondFactorTest)
#include "second_factor_test.moc"
