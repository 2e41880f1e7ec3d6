#include "app/account/account_calls.h"
#include "app/account/account_dialog.h"
#include "app/account/second_factor_panel.h"
#include "app/account/session_list.h"
#include "app/account/step_up_dialog.h"
#include "app/client/reveal.h"
#include "app/client/task.h"
#include "app/pages.h"
#include "app/program.h"
#include "app/shell/documents.h"
#include "server/account/totp.h"
#include "server/secret/vault.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/form.h"
#include "ui/widgets/qr_code.h"
#include "ui/widgets/tabs.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>
#include <chrono>

using namespace nextgen;
using nextgen::test::Backoffice;
using nextgen::test::look;
using testing::HttpClient;

/// The way in as a person meets it: the real client against the real server, from the first window on.
class AccountWindowsTest : public QObject {
    Q_OBJECT

    const QString m_password = QString::fromUtf8(testing::TestStack::password.data(),
                                                 qsizetype(testing::TestStack::password.size()));
    const QString m_better = QStringLiteral("orbit walnut ferry teapot");

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<Program> m_program;

    static std::int64_t stepNow() {
        using namespace std::chrono;
        return duration_cast<seconds>(system_clock::now().time_since_epoch()).count() /
               account::totpStepSeconds;
    }

    static std::string bytesOf(const QString& base32) {
        QByteArray bytes;
        quint64 buffer = 0;
        int bits = 0;
        for (const QChar letter : base32) {
            const char c = letter.toLatin1();
            buffer = buffer << 5 | quint64(c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.append(char(buffer >> bits & 0xff));
            }
        }
        return bytes.toStdString();
    }

    /// A code that was not used yet: those of this step and before are as if time had gone on.
    QString codeOf(const QString& secret, const char* email) {
        m_stack->owner().run(
            {"test/step", "UPDATE users SET totp_last_step = totp_last_step - 2 WHERE email = $1"},
            {db::toSql(std::string_view(email))});
        return QString::fromStdString(account::totpCode(bytesOf(secret), stepNow()));
    }

    void run(const std::string& sql) { m_stack->owner().script(sql); }

    account::SignInWindow* window() const { return m_program->signInWindow(); }
    template <class W>
    static W* in(QWidget* parent, const char* name) {
        return parent == nullptr ? nullptr : parent->findChild<W*>(QLatin1String(name));
    }
    /// The one that is seen, where several steps have one of that name.
    template <class W>
    W* seen(const char* name) const {
        const QList<W*> all = window() == nullptr ? QList<W*>() : window()->findChildren<W*>(QLatin1String(name));
        for (W* one : all) {
            if (one->isVisible()) {
                return one;
            }
        }
        return all.value(0);
    }
    QLineEdit* edit(const char* name) const { return seen<QLineEdit>(name); }
    QString errorOf(const char* name) const {
        const auto* error = seen<QLabel>((QByteArray(name) + "_error").constData());
        return error != nullptr && error->isVisible() ? error->text() : QString();
    }
    QString said() const { return in<ui::Banner>(window(), "message")->text(); }

    void begin(const char* email, const char* tenant = "bazaar") {
        m_office = std::make_unique<Backoffice>();
        m_program = std::make_unique<Program>(
            m_office->context, allPages(),
            client::Place{QUrl(QString::fromStdString(m_server->url())), QString::fromLatin1(tenant),
                          QString::fromLatin1(email)});
        m_program->start(false);
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }

    void enter(const QString& password) {
        edit("password")->setText(password);
        QTest::keyClick(edit("password"), Qt::Key_Return);
    }

    void submit(const char* last) {
        edit(last)->setFocus();
        QTest::keyClick(edit(last), Qt::Key_Return);
    }

    bool isIn() const { return m_program->mainWindow() != nullptr && window() == nullptr; }

    account::AccountDialog* openAccount() {
        m_program->mainWindow()->findChild<QAction*>(QStringLiteral("account"))->trigger();
        return m_program->mainWindow()->findChild<account::AccountDialog*>();
    }

    account::StepUpDialog* question() const {
        return m_program->mainWindow()->findChild<account::StepUpDialog*>();
    }

    void makeStale(const std::string& email) {
        run("UPDATE app.sessions SET fresh_until = now() - interval '1 second' WHERE user_id = "
            "(SELECT id FROM app.users WHERE email = '" + email + "')");
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        for (const char* tenant : {"bazaar", "strict"}) {
            m_stack->makeTenant(tenant);
        }
        for (const char* email : {"two@x.ir", "new@x.ir", "lost@x.ir", "guard@x.ir", "own@x.ir"}) {
            m_stack->makeUser("bazaar", email, "ADMIN");
        }
        m_stack->makeUser("strict", "boss@x.ir", "SUPER_ADMIN");
        run("INSERT INTO app.settings (tenant_id, key, value) SELECT id, 'account.second_factor_roles', "
            "'\"SUPER_ADMIN\"' FROM app.tenants WHERE slug = 'strict'");
        run("UPDATE app.users SET must_change_password = true WHERE email = 'new@x.ir'");
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
    }

    void cleanup() {
        m_program.reset();
        m_office.reset();
    }

    void whoHasASecondFactorIsAskedForItsCode() {
        begin("two@x.ir");
        enter(m_password);
        QTRY_VERIFY(isIn());
        account::AccountDialog* dialog = openAccount();
        auto* tabs = dialog->findChild<ui::Tabs*>();
        look(*dialog, "account_password.fa");
        tabs->setCurrentIndex(1);
        auto* act = in<QPushButton>(dialog, "factorButton");
        look(*dialog, "second_factor_off.fa");
        QTest::mouseClick(act, Qt::LeftButton);
        QTRY_VERIFY(in<QWidget>(dialog, "qrCode")->isVisible());
        look(*dialog, "second_factor_qr.fa");
        QString secret = in<QLabel>(dialog, "secret")->text();
        secret.removeIf([](QChar sign) { return sign.isSpace() || sign.unicode() > 0x7f; });
        auto* code = in<QLineEdit>(dialog, "code");
        code->setText("000000");
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(!in<QLabel>(dialog, "code_error")->text().isEmpty());
        look(*dialog, "second_factor_wrong.fa");
        // Persian digits are digits.
        QString persian = codeOf(secret, "two@x.ir");
        for (QChar& digit : persian) {
            digit = QChar(digit.unicode() - u'0' + 0x06f0);
        }
        code->setText(persian);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(in<QLabel>(dialog, "recoveryCodes")->isVisible());
        look(*dialog, "second_factor_codes.fa");
        QTest::mouseClick(in<QPushButton>(dialog, "factorOtherButton"), Qt::LeftButton);
        const QStringList codes = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(codes.size(), 10);
        QTest::mouseClick(act, Qt::LeftButton);
        QTRY_VERIFY(m_office->session.user().hasSecondFactor);
        // Codes that were seen are gone from the window.
        QVERIFY(in<QLabel>(dialog, "recoveryCodes")->text().isEmpty());
        look(*dialog, "second_factor_on.fa");
        dialog->close();
        cleanup();

        begin("two@x.ir");
        QVERIFY(!edit("code")->isVisible());
        enter(m_password);
        QTRY_VERIFY(edit("code")->isVisible());
        QVERIFY(!isIn());
        look(*window(), "sign_in_code.fa");
        edit("code")->setText("000000");
        QTest::keyClick(edit("code"), Qt::Key_Return);
        QTRY_VERIFY(said().contains(QStringLiteral("نادرست")));
        edit("code")->setText(codeOf(secret, "two@x.ir"));
        QTest::keyClick(edit("code"), Qt::Key_Return);
        QTRY_VERIFY(isIn());
        cleanup();

        // The phone is lost: one of the recovery codes will do, as it was written down.
        begin("two@x.ir");
        enter(m_password);
        QTRY_VERIFY(edit("code")->isVisible());
        edit("code")->setText(' ' + codes.first().toLower() + ' ');
        QTest::keyClick(edit("code"), Qt::Key_Return);
        QTRY_VERIFY(isIn());

        dialog = openAccount();
        dialog->findChild<ui::Tabs*>()->setCurrentIndex(1);
        in<QLineEdit>(dialog, "code")->setText(codes.at(1));
        QTest::mouseClick(in<QPushButton>(dialog, "factorOtherButton"), Qt::LeftButton);
        QTRY_VERIFY(!m_office->session.user().hasSecondFactor);
    }

    void whoMustChangeThePasswordDoesSoFirst() {
        begin("new@x.ir");
        enter(m_password);
        QTRY_VERIFY(edit("new_password")->isVisible());
        auto* chosen = edit("new_password");
        QVERIFY(!isIn());
        QVERIFY(!m_office->session.isSignedIn());
        // It was just typed.
        QVERIFY(!edit("old_password")->isVisible());
        QVERIFY(!said().isEmpty());
        chosen->setText("password1234");
        edit("again")->setText("password1234");
        submit("again");
        QVERIFY(!errorOf("new_password").isEmpty());
        look(*window(), "sign_in_new_password.fa");
        chosen->setText(m_better);
        edit("again")->setText(m_better + "x");
        submit("again");
        QVERIFY(!errorOf("again").isEmpty());
        edit("again")->setText(m_better);
        submit("again");
        QTRY_VERIFY(isIn());
        QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "new@x.ir", m_better.toStdString()).status, 200);
    }

    void whoNeedsASecondFactorSetsItUpFirst() {
        begin("boss@x.ir", "strict");
        enter(m_password);
        auto* qr = in<QWidget>(window(), "qrCode");
        QTRY_VERIFY(qr->isVisible());
        QVERIFY(!isIn());
        look(*window(), "sign_in_enroll.fa");
        QString secret = in<QLabel>(window(), "secret")->text();
        secret.removeIf([](QChar sign) { return sign.isSpace() || sign.unicode() > 0x7f; });
        auto* panel = window()->findChild<account::SecondFactorPanel*>();
        in<QLineEdit>(panel, "code")->setText(codeOf(secret, "boss@x.ir"));
        QTest::mouseClick(in<QPushButton>(panel, "factorButton"), Qt::LeftButton);
        QTRY_VERIFY(in<QLabel>(panel, "recoveryCodes")->isVisible());
        QVERIFY(!isIn());
        look(*window(), "sign_in_codes.fa");
        QTest::mouseClick(in<QPushButton>(panel, "factorButton"), Qt::LeftButton);
        QTRY_VERIFY(isIn());
    }

    void goingBackFromADutyEndsTheSession() {
        run("UPDATE app.users SET must_change_password = true WHERE email = 'lost@x.ir'");
        begin("lost@x.ir");
        enter(m_password);
        QTRY_VERIFY(edit("new_password")->isVisible());
        QTest::mouseClick(in<QPushButton>(window(), "backButton"), Qt::LeftButton);
        QTRY_VERIFY(edit("password")->isVisible());
        QTRY_VERIFY(!m_office->api.hasToken());
        run("UPDATE app.users SET must_change_password = false WHERE email = 'lost@x.ir'");
    }

    void aForgottenPasswordIsSetByAToken() {
        begin("lost@x.ir");
        QTest::mouseClick(in<QToolButton>(window(), "forgotButton"), Qt::LeftButton);
        QTRY_VERIFY(edit("token")->isVisible());
        QVERIFY(said().contains("lost@x.ir"));
        look(*window(), "sign_in_reset.fa");
        edit("token")->setText("nothing of the kind");
        const auto type = [&](const char* name, const QString& text) { edit(name)->setText(text); };
        type("new_password", m_better);
        type("again", m_better);
        submit("again");
        QTRY_VERIFY(!errorOf("token").isEmpty());
        look(*window(), "sign_in_reset_wrong.fa");

        QTRY_COMPARE(m_stack->owner()
                         .script("SELECT count(*) FROM app.password_resets r JOIN app.users u ON u.id = "
                                 "r.user_id WHERE u.email = 'lost@x.ir'")
                         .one()
                         .get<std::int64_t>(0),
                     std::int64_t{1});
        const db::Row row =
            m_stack->owner()
                .run({"test/reset", "SELECT tenant_id, id, token_cipher FROM password_resets"}, {})
                .one();
        secret::Vault vault(m_stack->database().outside, m_stack->stack().folder().masterKey());
        const std::string token = secret::open(vault.forReading(row.get<TenantId>("tenant_id")),
                                               {"password_resets", "token", row.get<std::int64_t>("id")},
                                               row.get<std::optional<db::Bytes>>("token_cipher"));
        type("token", QString::fromStdString(token));
        submit("again");
        QTRY_VERIFY(edit("password")->isVisible());
        enter(m_better);
        QTRY_VERIFY(isIn());
    }

    void whatIsGuardedAsksForAProofAndGoesOn() {
        const UserId guard = m_stack->makeUser("bazaar", "known@x.ir", "CUSTOMER");
        begin("guard@x.ir");
        enter(m_password);
        QTRY_VERIFY(isIn());
        makeStale("guard@x.ir");
        const auto reveal = [&] {
            return client::revealSecret(m_office->api, "users", guard.value(), "national_id");
        };
        // Servers remember for some seconds how fresh a session is.
        std::optional<client::Answer<QString>> first;
        std::optional<client::Answer<QString>> second;
        const QDeadlineTimer patience(20'000);
        while (question() == nullptr && !patience.hasExpired()) {
            first.reset();
            client::whenDone(reveal(), this, [&](client::Answer<QString> answer) { first = answer; });
            QTRY_VERIFY(first.has_value() || question() != nullptr);
            QTest::qWait(200);
        }
        QVERIFY(question() != nullptr);
        QVERIFY(!first.has_value());
        // All that want it wait for the one question.
        client::whenDone(reveal(), this, [&](client::Answer<QString> answer) { second = answer; });
        QTest::qWait(200);
        QCOMPARE(m_program->mainWindow()->findChildren<account::StepUpDialog*>().size(), 1);
        look(*question(), "step_up.fa");

        auto* proof = in<QLineEdit>(question(), "proof");
        QTest::keyClick(proof, Qt::Key_Return);
        QVERIFY(!in<QLabel>(question(), "proof_error")->text().isEmpty());
        proof->setText("wrong");
        QTest::keyClick(proof, Qt::Key_Return);
        QTRY_VERIFY(in<QLabel>(question(), "proof_error")->text().contains(QStringLiteral("نادرست")));
        look(*question(), "step_up_wrong.fa");
        proof->setText(m_password);
        QTest::keyClick(proof, Qt::Key_Return);
        QTRY_VERIFY(first.has_value() && second.has_value());
        // Let through: that person has no national id to show.
        for (const auto& answer : {first, second}) {
            QVERIFY((*answer).has_value() || (*answer).error().code != ErrorCode::StepUpRequired);
        }
        QTRY_VERIFY(question() == nullptr);

        // Who goes back has it refused, and nothing hangs.
        makeStale("guard@x.ir");
        const QDeadlineTimer again(20'000);
        while (question() == nullptr && !again.hasExpired()) {
            first.reset();
            client::whenDone(reveal(), this, [&](client::Answer<QString> answer) { first = answer; });
            QTRY_VERIFY(first.has_value() || question() != nullptr);
            QTest::qWait(200);
        }
        QVERIFY(question() != nullptr);
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(first.has_value());
        QVERIFY(!first->has_value());
        QCOMPARE(first->error().code, ErrorCode::StepUpRequired);
    }

    void aQuestionThatGoesWithItsWindowIsAnswered() {
        Backoffice office;
        QWidget window;
        const QFuture<bool> proved = account::StepUpDialog::ask(office.context, &window);
        QVERIFY(!proved.isFinished());
        delete window.findChild<account::StepUpDialog*>();
        QVERIFY(proved.isFinished());
        QVERIFY(!proved.result());
    }

    void sessionsAreSeenAndEndedByTheirOwner() {
        begin("own@x.ir");
        enter(m_password);
        QTRY_VERIFY(isIn());
        HttpClient elsewhere(m_server->url());
        elsewhere.signIn("bazaar", "own@x.ir", m_password.toStdString());
        account::AccountDialog* dialog = openAccount();
        dialog->findChild<ui::Tabs*>()->setCurrentIndex(2);
        auto* list = dialog->findChild<account::SessionList*>();
        QTRY_COMPARE(list->count(), 2);
        look(*dialog, "sessions.fa");
        // Not the one that is looked at from.
        QTRY_COMPARE(list->findChildren<QPushButton*>("endSession").size(), 1);
        QTest::mouseClick(list->findChild<QPushButton*>("endSession"), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(elsewhere.get("/api/v1/auth/me").status, 401);
        QVERIFY(m_office->session.isSignedIn());

        for (int i = 0; i < 2; ++i) {
            HttpClient(m_server->url()).signIn("bazaar", "own@x.ir", m_password.toStdString());
        }
        list->load();
        QTRY_COMPARE(list->count(), 3);
        QTest::mouseClick(in<QPushButton>(list, "endAllSessions"), Qt::LeftButton);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QCOMPARE(list->count(), 3);
        m_office->dialogs.nextConfirmation = true;
        QTest::mouseClick(in<QPushButton>(list, "endAllSessions"), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 1);
    }

    void anAdministratorEndsSessionsAndUnlocks() {
        begin("own@x.ir");
        enter(m_password);
        QTRY_VERIFY(isIn());
        const UserId other = m_stack->makeUser("bazaar", "other@x.ir", "ADMIN");
        HttpClient elsewhere(m_server->url());
        elsewhere.signIn("bazaar", "other@x.ir", m_password.toStdString());
        run("UPDATE app.users SET locked_until = now() + interval '10 minutes', failed_sign_ins = 5 WHERE email "
            "= 'other@x.ir'");
        shell::MainWindow* main = m_program->mainWindow();
        main->openPage("users", {{"id", QString::number(other.value())}});
        QTRY_VERIFY(main->findChild<QWidget*>("signInsTab") != nullptr);
        auto* tab = main->findChild<QWidget*>("signInsTab");
        QTabWidget* tabs = nullptr;
        for (QWidget* up = tab; up != nullptr && tabs == nullptr; up = up->parentWidget()) {
            tabs = qobject_cast<QTabWidget*>(up);
        }
        QVERIFY(tabs != nullptr);
        auto* list = tab->findChild<account::SessionList*>();
        auto* lock = in<ui::Banner>(tab, "lockBanner");
        // A record that has just come begins with its details.
        QTRY_VERIFY((tabs->setCurrentWidget(tab), lock->isVisible()));
        QTRY_COMPARE(list->count(), 1);
        look(*main, "user_sign_ins.fa");
        emit lock->actionTriggered();
        QTRY_VERIFY(lock->isHidden());
        QTest::mouseClick(list->findChild<QPushButton*>("endSession"), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 0);
        QCOMPARE(elsewhere.get("/api/v1/auth/me").status, 401);
        QCOMPARE(HttpClient(m_server->url()).signIn("bazaar", "other@x.ir", m_password.toStdString()).status,
                 200);
    }
};

QTEST_MAIN(AccountWindowsTest)
#include "account_windows_test.moc"
