#include "server/db/upkeep.h"

#include "tests/support/test_stack.h"

#include <QtTest>

using namespace nextgen;

class UpkeepTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::string m_lastMonth;

    bool hasLastMonth() {
        return m_stack->owner()
            .runText("SELECT to_regclass($1) IS NOT NULL", {m_lastMonth})
            .one()
            .get<bool>(std::size_t(0));
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_lastMonth = m_stack->owner()
                          .runText(
                              "SELECT 'app.orders_' || to_char(now() AT TIME ZONE 'UTC' + interval '3 "
                              "months', 'YYYY_MM')",
                              {})
                          .one()
                          .get<std::string>(std::size_t(0));
    }

    void theMonthsAheadAreMadeWhileTheServerRuns() {
        QVERIFY(hasLastMonth());
        db::Connection& owner = m_stack->owner();
        for (const char* table : {"app.order_items_", "app.orders_"}) {
            const std::string partition = table + m_lastMonth.substr(m_lastMonth.size() - 7);
            owner.script("DROP TABLE " + partition);
        }
        QVERIFY(!hasLastMonth());
        const db::Upkeep upkeep(m_stack->database().writers, systemNow);
        QTRY_VERIFY_WITH_TIMEOUT(hasLastMonth(), 30'000);
    }

    void stoppingDoesNotWaitForTheNextLook() {
        for (int i = 0; i < 20; ++i) {
            const db::Upkeep upkeep(m_stack->database().writers, systemNow);
        }
    }
};

QTEST_GUILESS_MAIN(UpkeepTest)
#include "upkeep_test.moc"
