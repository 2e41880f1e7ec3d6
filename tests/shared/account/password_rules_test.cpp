#include "shared/account/password_rules.h"

#include "shared/core/error_code.h"

#include <QtTest>

using namespace nextgen;

class PasswordRulesTest : public QObject {
    Q_OBJECT

    static QString verdict(const QString& password) {
        const auto error = account::judgePassword(password.toStdString(),
                                                  {"sara.moradi@example.ir", "سارا مرادی", "bazaar"});
        return error ? QString::fromStdString(std::string(errorName(error->code))) : QString("good");
    }

  private slots:
    void whatIsLongAndNotGuessedFirstIsTaken_data() {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("expected");
        const QString good("good");
        const QString common("password_too_common");
        QTest::newRow("words") << "correct horse" << good;
        QTest::newRow("Persian words") << "ابر آبی، نان تازه" << good;
        QTest::newRow("small letters only") << "vjqnpwkzhtxb" << good;
        QTest::newRow("made by a machine") << "k7#Vq2!pZ9x@" << good;
        QTest::newRow("four common words") << "house blue money summer" << good;
        QTest::newRow("blanks") << "two    blanks here" << good;
        QTest::newRow("128 characters") << QString("سبزه و گل ").repeated(13).left(128) << good;
        QTest::newRow("11 characters") << "k7#Vq2!pZ9x"
                                       << "password_too_short";
        QTest::newRow("11 Persian characters") << "ابرآبیناتاز"
                                               << "password_too_short";
        QTest::newRow("129 characters") << QString("x7").repeated(65).left(129) << "password_too_long";
        QTest::newRow("a common word") << "Password2026!" << common;
        QTest::newRow("in disguise") << "P@$$w0rd1234" << common;
        QTest::newRow("twice") << "passwordpassword" << common;
        QTest::newRow("one character") << "aaaaaaaaaaaaaa" << common;
        QTest::newRow("a row") << "123456789012" << common;
        QTest::newRow("rows") << "abcdefgh12345678" << common;
        QTest::newRow("the keyboard") << "qwertyuiop123!" << common;
        QTest::newRow("one's own name") << "Sara.Moradi.1404" << common;
        QTest::newRow("one's own address") << "sara.moradi@example.ir" << common;
        QTest::newRow("one's own name in Persian") << "سارا مرادی ۱۲۳۴" << common;
        QTest::newRow("a Persian password") << "رمزعبور۱۲۳۴۵" << common;
        QTest::newRow("the shop") << "Bazaar-Bazaar-2026" << common;
    }
    void whatIsLongAndNotGuessedFirstIsTaken() {
        QFETCH(QString, password);
        QFETCH(QString, expected);
        QCOMPARE(verdict(password), expected);
    }
};

QTEST_APPLESS_MAIN(PasswordRulesTest)
#include "password_rules_test.moc"
