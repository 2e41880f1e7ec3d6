#include "server/account/password.h"
#include "server/account/sessions.h"
#include "server/account/totp.h"

#include <sodium.h>

#include <QtTest>
#include <set>

using namespace nextgen;

/// What proves who somebody is: tokens, passwords, one-time codes.
class CredentialsTest : public QObject {
    Q_OBJECT

    const std::string m_secret = "12345678901234567890";  ///< of RFC 6238, appendix B

  private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void tokensAreLongAndNeverTheSame() {
        std::set<std::string> tokens;
        for (int i = 0; i < 1000; ++i) {
            const std::string token = account::makeToken();
            QCOMPARE(token.size(), std::size_t{43});
            tokens.insert(token);
        }
        QCOMPARE(tokens.size(), std::size_t{1000});
        QVERIFY(account::tokenHash("a") != account::tokenHash("b"));
        QCOMPARE(account::tokenHash("a").size(), std::size_t{32});
    }

    void aPasswordIsKnownByItsHashOnly() {
        const std::string hash = account::hashPassword("گذرواژه");
        QVERIFY(QByteArray::fromStdString(hash).startsWith("$argon2id$"));
        QVERIFY(account::passwordMatches(hash, "گذرواژه"));
        QVERIFY(!account::passwordMatches(hash, "گذرواژ"));
        QVERIFY(!account::passwordMatches("", "nobody"));
    }

    void aHashAtAnotherCostIsMadeAnew() {
        const std::string hash = account::hashPassword("a password", {3, 8});
        QVERIFY(QByteArray::fromStdString(hash).contains("m=8192,t=3,"));
        QVERIFY(account::passwordMatches(hash, "a password"));
        QVERIFY(!account::needsRehash(hash, {3, 8}));
        QVERIFY(account::needsRehash(hash, {3, 16}));
        QVERIFY(account::needsRehash(hash));
    }

    void codesAreThoseOfRfc6238_data() {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("code");
        QTest::newRow("1970") << qint64{59} << "94287082";
        QTest::newRow("2005") << qint64{1111111109} << "07081804";
        QTest::newRow("2005, a step later") << qint64{1111111111} << "14050471";
        QTest::newRow("2009") << qint64{1234567890} << "89005924";
        QTest::newRow("2033") << qint64{2000000000} << "69279037";
        QTest::newRow("2603") << qint64{20000000000} << "65353130";
    }
    void codesAreThoseOfRfc6238() {
        QFETCH(qint64, time);
        QFETCH(QString, code);
        const std::int64_t step = time / account::totpStepSeconds;
        QCOMPARE(account::totpCode(m_secret, step, 8), code.toStdString());
        const std::string six = account::totpCode(m_secret, step);
        QCOMPARE(six, code.right(6).toStdString());
        QVERIFY(account::totpStepOf(m_secret, six, Instant(time * 1'000'000)) == step);
    }

    void aClockMayBeOneStepOff() {
        const std::int64_t step = 1234567890 / 30;
        const std::string code = account::totpCode(m_secret, step);
        const auto at = [](std::int64_t seconds) { return Instant(seconds * 1'000'000); };
        QVERIFY(account::totpStepOf(m_secret, code, at((step - 1) * 30)) == step);
        QVERIFY(account::totpStepOf(m_secret, code, at((step + 1) * 30 + 29)) == step);
        QVERIFY(!account::totpStepOf(m_secret, code, at((step - 1) * 30 - 1)));
        QVERIFY(!account::totpStepOf(m_secret, code, at((step + 2) * 30)));
    }

    void codesAreTakenAsPeopleTypeThem() {
        const Instant now(std::int64_t{1111111109} * 1'000'000);
        QVERIFY(account::totpStepOf(m_secret, "081 804", now).has_value());
        QVERIFY(account::totpStepOf(m_secret, "۰۸۱۸۰۴", now).has_value());
        for (const char* wrong : {"", "81804", "0818041", "08180x", "081805"}) {
            QVERIFY2(!account::totpStepOf(m_secret, wrong, now), wrong);
        }
    }

    void anAppIsToldAllThatItNeeds() {
        QCOMPARE(account::base32(m_secret), std::string("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        QCOMPARE(
            account::otpauthUri("NextGen", "ali+1@example.ir", m_secret),
            std::string("otpauth://totp/NextGen:ali%2B1%40example.ir?secret="
                        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=NextGen&algorithm=SHA1&digits=6&period=30"));
        QCOMPARE(account::drawTotpSecret().size(), std::size_t{20});
        QVERIFY(account::drawTotpSecret() != account::drawTotpSecret());
    }

    void recoveryCodesAreKnownHoweverTheyAreTyped() {
        const std::string code = account::drawRecoveryCode();
        QVERIFY(QRegularExpression("^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$")
                    .match(QString::fromStdString(code))
                    .hasMatch());
        QString typed = QString::fromStdString(code).toLower().remove('-');
        QVERIFY(account::recoveryCodeHash(code) == account::recoveryCodeHash(typed.toStdString()));
        QVERIFY(account::recoveryCodeHash(code) != account::recoveryCodeHash(account::drawRecoveryCode()));
    }
};

QTEST_APPLESS_MAIN(CredentialsTest)
#include "credentials_test.moc"
