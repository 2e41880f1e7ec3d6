#include "server/db/upkeep.h"

#include "tests/support/test_stack.h"

#include <QtTest>

using namespace nextgen;

class UpkeepTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::string m_lastMonth;

    static std::string nothing() { return "[]"; }

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
        const db::Upkeep upkeep(m_stack->database().writers, systemNow, nothing);
        QTRY_VERIFY_WITH_TIMEOUT(hasLastMonth(), 30'000);
    }

    void stoppingDoesNotWaitForTheNextLook() {
        for (int i = 0; i < 20; ++i) {
            const db::Upkeep upkeep(m_stack->database().writers, systemNow, nothing);
        }
    }

    void theDiaryTellsOfStartsAndStopsAndKeepsTheMeasurements() {
        db::Connection& owner = m_stack->owner();
        owner.script("DELETE FROM system_events; DELETE FROM performance_metrics");
        {
            const testing::ServerProcess server(*m_stack);
        }
        std::string told;
        for (const db::Row row :
             owner.script("SELECT kind || ' ' || level AS line FROM system_events ORDER BY id")) {
            told += row.get<std::string>("line") + '\n';
        }
        QCOMPARE(told, std::string("server.started info\nserver.stopped info\n"));
        QVERIFY(!owner
                     .script("SELECT FROM performance_metrics WHERE name = 'nextgen_db_writers_in_use' AND "
                             "labels = '{}'")
                     .empty());
    }

    void whatFailsIsNotedAndHarmsNothing() {
        db::Connection& owner = m_stack->owner();
        owner.script(
            "DELETE FROM system_events; REVOKE EXECUTE ON FUNCTION refresh_statistics() FROM nextgen_server");
        {
            const db::Upkeep upkeep(m_stack->database().writers, systemNow,
                                    [] { return std::string("not JSON"); });
            QTRY_VERIFY(!owner.script("SELECT FROM system_events WHERE level = 'warning'").empty());
        }
        owner.script("GRANT EXECUTE ON FUNCTION refresh_statistics() TO nextgen_server");
        const auto rows = owner.script(
            "SELECT details->>'statement' AS statement FROM system_events WHERE kind = 'upkeep.failed'");
        QCOMPARE(rows.one().get<std::string>("statement"), std::string("upkeep/refresh_statistics"));
    }
};

QTEST_GUILESS_MAIN(UpkeepTest)
#include "upkeep_test.moc"
