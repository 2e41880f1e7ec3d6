#include "app/client/session.h"

#include "app/client/decode.h"
#include "tests/app/support/scripted_server.h"
#include "ui/locale/memory.h"

#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::client;
using nextgen::test::Received;
using nextgen::test::Scripted;
using nextgen::test::ScriptedServer;

namespace {

const QByteArray user = R"({"id":"3","email":"a@b.c","display_name":"Ali","dealer_id":"5",
                            "roles":["DEALER"],"permissions":["cheques.read","not.known"]})";

/// A keychain in memory that says it lasts.
class LastingSecretStore : public MemorySecretStore {
  public:
    LastingSecretStore() { m_isPersistent = true; }
    const QHash<QString, QByteArray>& entries() const { return m_memory; }
};

}  // namespace

class SessionTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        QCoreApplication::setOrganizationName("nextgen-test");
        QStandardPaths::setTestModeEnabled(true);
        ui::forgetAll();
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer = [](const Received& request) {
            if (request.target.endsWith("/auth/login")) {
                return Scripted{200,
                                R"({"token":"t1","expires_at":"2030-01-01T00:00:00Z","user":)" + user + "}"};
            }
            return Scripted{200, user};
        };
        m_place = {m_server->url(), "nextgen", "a@b.c"};
    }

    void signingInTellsWhoAndWhatTheyMay() {
        ApiClient api;
        LastingSecretStore secrets;
        Session session(api, secrets);
        QSignalSpy signedIn(&session, &Session::signedIn);
        QVERIFY(QCoro::waitFor(session.signIn(m_place, {"pw"}, true)).has_value());
        QCOMPARE(signedIn.size(), 1);
        QCOMPARE(session.user().displayName, std::string("Ali"));
        QCOMPARE(session.user().dealerId, std::optional(DealerId(5)));
        QVERIFY(session.may(Permission::ChequesRead));
        QVERIFY(!session.may(Permission::ChequesMove));
        QCOMPARE(m_server->received.at(0).body,
                 QByteArray(R"({"tenant":"nextgen","email":"a@b.c","password":"pw","totp":null,"recovery_code":null})"));
        QCOMPARE(rememberedPlace(), m_place);
        QTRY_VERIFY(session.isKept());
        QCOMPARE(secrets.entries().size(), 1);
    }

    void passwordAndTokenAreInNoSettingsFile() {
        ApiClient api;
        MemorySecretStore secrets;
        Session session(api, secrets);
        QSignalSpy missing(&session, &Session::keychainMissing);
        QVERIFY(QCoro::waitFor(session.signIn(m_place, {"pw-secret"}, true)).has_value());
        QTRY_COMPARE(missing.size(), 1);
        QVERIFY(!session.isKept());
        ui::settleMemory();
        const QSettings settings;
        for (const QString& key : settings.allKeys()) {
            QVERIFY(!settings.value(key).toString().contains("pw-secret"));
            QVERIFY(settings.value(key).toString() != "t1");
        }
    }

    void machineWithoutAKeychainHoldsTheTokenInMemoryOnly() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        SecretStore secrets;
        QVERIFY(!QCoro::waitFor(secrets.read("somebody")).has_value());
        QCoro::waitFor(secrets.write("somebody", "t1"));
        QVERIFY(!secrets.isPersistent());
        QCOMPARE(QCoro::waitFor(secrets.read("somebody")), std::optional<QByteArray>("t1"));
        QCoro::waitFor(secrets.remove("somebody"));
        QVERIFY(!QCoro::waitFor(secrets.read("somebody")).has_value());
    }

    void nextStartGoesOnWithTheKeychainsToken() {
        LastingSecretStore secrets;
        {
            ApiClient api;
            Session session(api, secrets);
            QVERIFY(QCoro::waitFor(session.signIn(m_place, {"pw"}, true)).has_value());
        }
        ApiClient api;
        Session session(api, secrets);
        QVERIFY(QCoro::waitFor(session.resume(m_place)));
        QVERIFY(session.isSignedIn());
        QCOMPARE(m_server->received.last().headers.value("authorization"), QByteArray("Bearer t1"));
    }

    void unwishedKeepingLeavesNothingInTheKeychain() {
        ApiClient api;
        LastingSecretStore secrets;
        Session session(api, secrets);
        QVERIFY(QCoro::waitFor(session.signIn(m_place, {"pw"}, false)).has_value());
        QCOMPARE(secrets.entries().size(), 0);
        ApiClient fresh;
        Session next(fresh, secrets);
        QVERIFY(!QCoro::waitFor(next.resume(m_place)));
    }

    void wrongPasswordIsTheServersSentence() {
        m_server->answer = [](const Received&) {
            return Scripted{401, R"({"code":"invalid_credentials","detail":"نادرست است"})"};
        };
        ApiClient api;
        MemorySecretStore secrets;
        Session session(api, secrets);
        const auto answer = QCoro::waitFor(session.signIn(m_place, {"pw"}, true));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidCredentials);
        QVERIFY(!session.isSignedIn());
    }

    void revokedSessionSignsOutAndForgetsTheToken() {
        ApiClient api;
        LastingSecretStore secrets;
        Session session(api, secrets);
        QVERIFY(QCoro::waitFor(session.signIn(m_place, {"pw"}, true)).has_value());
        m_server->answer = [](const Received&) { return Scripted{401, R"({"code":"not_signed_in"})"}; };
        QSignalSpy signedOut(&session, &Session::signedOut);
        QCoro::waitFor(api.call(Call("cheques.list")));
        QCOMPARE(signedOut.size(), 1);
        QCOMPARE(signedOut.at(0).at(0).toBool(), true);
        QVERIFY(!session.may(Permission::ChequesRead));
        QCOMPARE(secrets.entries().size(), 0);
    }

    void signingOutWorksWithoutTheServer() {
        ApiClient api;
        LastingSecretStore secrets;
        Session session(api, secrets);
        QVERIFY(QCoro::waitFor(session.signIn(m_place, {"pw"}, true)).has_value());
        m_server.reset();
        QSignalSpy signedOut(&session, &Session::signedOut);
        QCoro::waitFor(session.signOut());
        QCOMPARE(signedOut.size(), 1);
        QCOMPARE(signedOut.at(0).at(0).toBool(), false);
        QCOMPARE(secrets.entries().size(), 0);
        QVERIFY(!api.hasToken());
    }

  private:
    std::unique_ptr<ScriptedServer> m_server;
    Place m_place;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
