#include "tests/support/http_client.h"
#include "tests/support/smtp_sink.h"
#include "tests/support/test_stack.h"

#include <QRegularExpression>
#include <QtTest>

using namespace nextgen;
using nextgen::test::SmtpSink;
using testing::HttpClient;

/// E-mails from the outbox to their receivers, by the real server and an SMTP server.
class MailerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<SmtpSink> m_sink;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<testing::ServerProcess> m_second;

    static constexpr int patienceMs = 30'000;

    std::vector<std::string> settings() const {
        return {"mail.url=" + m_sink->url(), "mail.from=NextGen <office@bazaar.ir>",
                "limits.sign_ins_per_minute=0"};
    }
    void ask(const std::string& email) {
        QCOMPARE(HttpClient(m_server->url())
                     .post("/api/v1/auth/password/reset_request", {{"tenant", "bazaar"}, {"email", email}})
                     .status,
                 202);
    }
    std::string of(const std::string& email, const std::string& column) {
        const db::Rows rows = m_stack->owner().run(
            {"test/mail", "SELECT status, failure_code, attempts::text, body, (next_attempt_at > now())::text AS later FROM "
                          "notifications WHERE recipient = $1 ORDER BY id DESC LIMIT 1"},
            {db::toSql(email)});
        return rows.empty() ? std::string() : rows.one().get<std::optional<std::string>>(column.c_str()).value_or("");
    }
    /// As if the time to try again had come.
    void makeDue() { m_stack->owner().script("UPDATE app.notifications SET next_attempt_at = now() WHERE status = 'queued'"); }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_stack->makeTenant("bazaar");
        for (const char* email : {"lost@x.ir", "gone@x.ir", "busy@x.ir", "late@x.ir", "many@x.ir"}) {
            m_stack->makeUser("bazaar", email, "ADMIN");
        }
        m_sink = std::make_unique<SmtpSink>();
        m_server = std::make_unique<testing::ServerProcess>(*m_stack, settings());
        m_second = std::make_unique<testing::ServerProcess>(*m_stack, settings());
    }

    void init() {
        m_sink->letters.clear();
        m_sink->recipientAnswer = "250 OK";
    }

    void theTokenOfAForgottenPasswordArrivesAndCounts() {
        ask("lost@x.ir");
        QTRY_COMPARE_WITH_TIMEOUT(m_sink->letters.size(), 1, patienceMs);
        const SmtpSink::Letter& letter = m_sink->letters.first();
        QVERIFY(letter.to.contains("<lost@x.ir>"));
        QVERIFY(letter.from.contains("<office@bazaar.ir>"));
        QVERIFY(letter.header("Message-ID").endsWith("@bazaar.ir>"));
        const auto token = QRegularExpression(QStringLiteral("[A-Za-z0-9_-]{43}")).match(letter.body()).captured();
        QCOMPARE(token.size(), 43);
        QTRY_COMPARE(of("lost@x.ir", "status"), std::string("sent"));
        // Whoever may read messages reads no token.
        QVERIFY(of("lost@x.ir", "body").find(token.toStdString()) == std::string::npos);
        QCOMPARE(HttpClient(m_server->url())
                     .post("/api/v1/auth/password/reset",
                           {{"token", token.toStdString()}, {"new_password", "orbit walnut ferry teapot"}})
                     .status,
                 204);
    }

    void eachIsSentOnceHoweverManyServersThereAre() {
        m_stack->owner().script(
            "INSERT INTO app.notifications (tenant_id, user_id, channel, code, recipient, title, body) SELECT "
            "tenant_id, id, 'email', 'test', email, 'عنوان', 'متن ' || n FROM app.users, generate_series(1, 60) n "
            "WHERE email = 'many@x.ir'");
        QTRY_COMPARE_WITH_TIMEOUT(m_sink->letters.size(), 60, patienceMs);
        QTest::qWait(4'000);  // longer than a server looks
        QSet<QString> bodies;
        for (const SmtpSink::Letter& letter : m_sink->letters) {
            bodies << letter.body();
        }
        QCOMPARE(m_sink->letters.size(), 60);
        QCOMPARE(bodies.size(), 60);
    }

    void whatIsRefusedForGoodIsNotTriedAgain() {
        m_sink->recipientAnswer = "550 no such person";
        ask("gone@x.ir");
        QTRY_COMPARE_WITH_TIMEOUT(of("gone@x.ir", "status"), std::string("failed"), patienceMs);
        QCOMPARE(of("gone@x.ir", "failure_code"), std::string("smtp_550"));
        QCOMPARE(of("gone@x.ir", "attempts"), std::string("1"));
    }

    void whatCannotBeTakenNowIsTriedAgainLater() {
        m_sink->recipientAnswer = "451 come back";
        ask("busy@x.ir");
        QTRY_COMPARE_WITH_TIMEOUT(of("busy@x.ir", "failure_code"), std::string("smtp_451"), patienceMs);
        QCOMPARE(of("busy@x.ir", "status"), std::string("queued"));
        QCOMPARE(of("busy@x.ir", "later"), std::string("true"));
        m_sink->recipientAnswer = "250 OK";
        makeDue();
        QTRY_COMPARE_WITH_TIMEOUT(of("busy@x.ir", "status"), std::string("sent"), patienceMs);
        QCOMPARE(of("busy@x.ir", "attempts"), std::string("2"));
        QCOMPARE(m_sink->letters.size(), 1);
    }

    void aTokenThatIsOverIsNotSent() {
        m_sink->recipientAnswer = "451 come back";
        ask("late@x.ir");
        QTRY_COMPARE_WITH_TIMEOUT(of("late@x.ir", "status"), std::string("queued"), patienceMs);
        m_stack->owner().script("UPDATE app.password_resets SET expires_at = now()");
        m_sink->recipientAnswer = "250 OK";
        makeDue();
        QTRY_COMPARE_WITH_TIMEOUT(of("late@x.ir", "status"), std::string("cancelled"), patienceMs);
        QVERIFY(m_sink->letters.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MailerTest)
#include "mailer_test.moc"
