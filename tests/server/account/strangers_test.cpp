#include "server/account/password.h"
#include "server/account/sign_in.h"

#include <sodium.h>

#include <QtTest>
#include <set>

using namespace nextgen;

class StrangersTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void theSixthAttemptFindsTheNameLocked() {
        account::Strangers strangers;
        const Instant now(1'000'000'000);
        for (int i = 0; i < account::wrongPasswordsMax; ++i) {
            QCOMPARE(strangers.countWrong("a", now), 0);
        }
        QCOMPARE(strangers.countWrong("a", now.plusSeconds(1)), account::lockSeconds - 1);
        QCOMPARE(strangers.countWrong("b", now), 0);
        QCOMPARE(strangers.countWrong("a", now.plusSeconds(account::lockSeconds)), 0);
        QCOMPARE(strangers.countWrong("a", now.plusSeconds(account::lockSeconds)), 0);
    }

    void theNamesTriedLongestAgoAreForgotten() {
        account::Strangers strangers;
        const Instant now(1'000'000'000);
        for (int i = 0; i < account::wrongPasswordsMax; ++i) {
            strangers.countWrong("first", now);
        }
        for (int i = 0; i < 20'000; ++i) {
            strangers.countWrong(std::to_string(i), now);
        }
        QCOMPARE(strangers.countWrong("first", now), 0);
    }

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
        QVERIFY(!account::needsRehash(hash));
        QVERIFY(
            account::needsRehash("$argon2id$v=19$m=8,t=1,p=1$MTIzNDU2Nzg5MDEyMzQ1Ng$"
                                 "cmVjb2duaXplZCBieSBpdHMgZm9ybSBvbmx5Li4uLi4"));
    }
};

QTEST_APPLESS_MAIN(StrangersTest)
#include "strangers_test.moc"
