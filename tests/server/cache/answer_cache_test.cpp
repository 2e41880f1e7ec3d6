#include "server/cache/answer_cache.h"

#include <QtTest>

using namespace nextgen::cache;

class AnswerCacheTest : public QObject {
    Q_OBJECT

    InvalidationBus m_bus{""};

  private slots:
    void eachScopeFindsItsOwnAnswer() {
        AnswerCache answers(100, std::chrono::hours(1), m_bus);
        const RecordName record{"dealers", 3, 71};
        QVERIFY(!answers.find(record, ""));
        answers.put(answers.ticket(record), "", {"all of it", 4});
        QVERIFY(!answers.find(record, "71"));
        answers.put(answers.ticket(record), "71", {"their own", 4});
        QCOMPARE(answers.find(record, "")->json, std::string("all of it"));
        QCOMPARE(answers.find(record, "71")->json, std::string("their own"));
        QCOMPARE(answers.find(record, "71")->version, 4);
    }

    void recordsAreTheirTablesAndTenants() {
        AnswerCache answers(100, std::chrono::hours(1), m_bus);
        answers.put(answers.ticket({"dealers", 3, 71}), "", {"one", 1});
        QVERIFY(!answers.find({"dealers", 4, 71}, ""));
        QVERIFY(!answers.find({"vendors", 3, 71}, ""));
        QVERIFY(!answers.find({"dealers", 37, 1}, ""));
    }

    void aChangeIsForgottenForEveryScope() {
        AnswerCache answers(100, std::chrono::hours(1), m_bus);
        const RecordName record{"dealers", 3, 71};
        answers.put(answers.ticket(record), "", {"old", 1});
        answers.put(answers.ticket(record), "71", {"old", 1});
        answers.forget(record);
        QVERIFY(!answers.find(record, "") && !answers.find(record, "71"));
    }

    void anAnswerThatWasOvertakenIsNotKept() {
        AnswerCache answers(100, std::chrono::hours(1), m_bus);
        const RecordName record{"dealers", 3, 71};
        const auto ticket = answers.ticket(record);
        answers.forget(record);
        answers.put(ticket, "", {"old", 1});
        QVERIFY(!answers.find(record, ""));
    }

    void manyScopesOfOneRecordStayBounded() {
        AnswerCache answers(100, std::chrono::hours(1), m_bus);
        const RecordName record{"products", 3, 71};
        int kept = 0;
        for (int i = 0; i < 100; ++i) {
            answers.put(answers.ticket(record), std::to_string(i), {"x", 1});
        }
        for (int i = 0; i < 100; ++i) {
            kept += answers.find(record, std::to_string(i)) ? 1 : 0;
        }
        QVERIFY(kept > 0 && kept <= 8);
        QVERIFY(answers.find(record, "99"));
    }

    void nothingStaysLongerThanItsTime() {
        AnswerCache answers(100, std::chrono::milliseconds(-1), m_bus);
        const RecordName record{"dealers", 3, 71};
        answers.put(answers.ticket(record), "", {"old", 1});
        QVERIFY(!answers.find(record, ""));
    }
};

QTEST_APPLESS_MAIN(AnswerCacheTest)
#include "answer_cache_test.moc"
