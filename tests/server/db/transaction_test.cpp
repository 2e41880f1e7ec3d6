#include "server/db/error.h"
#include "server/db/session.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <future>
#include <optional>
#include <stdexcept>
#include <thread>

using namespace nextgen;

namespace {

constexpr db::Query listDealers{"test/list_dealers", "SELECT code FROM dealer_profiles ORDER BY code"};
constexpr db::Query insertDealer{
    "test/insert_dealer",
    "INSERT INTO dealer_profiles (tenant_id, code, company_name, tier, credit_limit, search_key) "
    "VALUES ($1, $2, $2, 'GOLD', 1000, $2)"};
constexpr db::Query showContext{"test/show_context",
                                "SELECT coalesce(current_setting('app.tenant_id', true), '') || '/' ||"
                                " coalesce(current_setting('app.actor_id', true), '') || '/' ||"
                                " coalesce(current_setting('app.dealer_id', true), '') || '/' ||"
                                " coalesce(current_setting('app.request_id', true), '') || '/' ||"
                                " coalesce(current_setting('app.client_ip', true), '') AS context"};

std::string contextOf(db::Session& session) {
    return session.query(showContext).one().get<std::string>("context");
}

}  // namespace

class TransactionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    db::TenantContext m_first;
    db::TenantContext m_second;

    db::Database& database() { return m_stack->database(); }

    void addDealer(const db::TenantContext& context, const std::string& code) {
        db::Transaction transaction(database().writers, context);
        transaction.query(insertDealer, context.tenant, code);
        transaction.commit();
    }

    std::size_t dealersOf(const db::TenantContext& context) {
        db::ReadSession session(database().readers, context);
        return session.query(listDealers).size();
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        m_first = {m_stack->makeTenant("first"), UserId(11), {}, "request-1", "192.0.2.1"};
        m_second = {m_stack->makeTenant("second"), UserId(22), {}, "request-2", {}};
        addDealer(m_first, "A");
    }

    void aTenantSeesItsOwnRowsOnTheSameConnection() {
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(dealersOf(m_first), std::size_t(1));
            QCOMPARE(dealersOf(m_second), std::size_t(0));
        }
        QCOMPARE(database().readers.state().idle, std::size_t(1));
    }

    void aSessionWithoutATenantSeesNothing() {
        QCOMPARE(dealersOf(m_first), std::size_t(1));
        db::SystemSession session(database().readers);
        QCOMPARE(session.query(listDealers).size(), std::size_t(0));
        QCOMPARE(contextOf(session), std::string("////"));
    }

    void aTenantMustBeNamed() {
        QVERIFY_EXCEPTION_THROWN(db::ReadSession(database().readers, {}), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(db::Transaction(database().writers, {}), std::logic_error);
        QCOMPARE(database().writers.state().inUse, std::size_t(0));
    }

    void aTransactionKnowsForWhomItWorksAndForgetsIt() {
        {
            db::Transaction transaction(database().writers, m_first);
            QCOMPARE(contextOf(transaction), m_first.tenant.toString() + "/11//request-1/192.0.2.1");
            transaction.commit();
        }
        db::SystemSession session(database().writers);
        QCOMPARE(contextOf(session), std::string("////"));
    }

    void aDealersPeopleSeeThatDealerOnly() {
        addDealer(m_second, "X");
        addDealer(m_second, "Y");
        const auto dealer = m_stack->owner()
                                .runText("SELECT id FROM dealer_profiles WHERE code = 'Y'", {})
                                .one()
                                .get<DealerId>("id");
        db::TenantContext scoped = m_second;
        scoped.scope.dealer = dealer;
        QCOMPARE(dealersOf(scoped), std::size_t(1));
        QCOMPARE(dealersOf(m_second), std::size_t(2));
    }

    void whatIsNotCommittedIsGone() {
        {
            db::Transaction transaction(database().writers, m_first);
            transaction.query(insertDealer, m_first.tenant, "B");
        }
        QCOMPARE(dealersOf(m_first), std::size_t(1));
        QCOMPARE(database().writers.state().inUse, std::size_t(0));
    }

    void aForeignTenantsRowCannotBeWritten() {
        db::Transaction transaction(database().writers, m_first);
        try {
            transaction.query(insertDealer, m_second.tenant, "C");
            QFAIL("was written");
        } catch (const db::Failure& failure) {
            QCOMPARE(failure.sqlState(), std::string("42501"));
        }
    }

    void theReaderCannotWrite() {
        db::ReadSession session(database().readers, m_first);
        QVERIFY_EXCEPTION_THROWN(session.query(insertDealer, m_first.tenant, "D"), db::Failure);
    }

    void aViolationNamesItsConstraintAndNoValues() {
        db::Transaction transaction(database().writers, m_first);
        try {
            transaction.query(insertDealer, m_first.tenant, "A");
            QFAIL("was written twice");
        } catch (const db::ConstraintViolation& violation) {
            QCOMPARE(violation.constraint(), std::string("dealer_profiles_code_key"));
            QVERIFY(std::string(violation.what()).find("Key (") == std::string::npos);
        }
    }

    void theConnectionOfARefusedStatementIsUsedAgain() {
        const std::size_t before = database().writers.state().idle;
        aViolationNamesItsConstraintAndNoValues();
        QCOMPARE(database().writers.state().idle, before);
        QCOMPARE(dealersOf(m_first), std::size_t(1));
    }

    void aLockedRowIsALockTimeout() {
        constexpr db::Query lock{"test/lock", "SELECT code FROM dealer_profiles WHERE code = 'A' FOR UPDATE"};
        constexpr db::Query shorten{"test/shorten", "SELECT set_config('lock_timeout', '50ms', true)"};
        db::Transaction holder(database().writers, m_first);
        holder.query(lock);
        db::Transaction other(database().writers, m_first);
        other.query(shorten);
        QVERIFY_EXCEPTION_THROWN(other.query(lock), db::LockTimeout);
    }

    void aDeadlockMayBeTriedAgain() {
        addDealer(m_first, "DL1");
        addDealer(m_first, "DL2");
        constexpr db::Query lock{"test/lock_code", "SELECT FROM dealer_profiles WHERE code = $1 FOR UPDATE"};
        std::optional<db::Transaction> one(std::in_place, database().writers, m_first);
        std::optional<db::Transaction> two(std::in_place, database().writers, m_first);
        one->query(lock, "DL1");
        two->query(lock, "DL2");
        // Whoever is the victim ends its transaction, and with it its locks.
        const auto isVictim = [&](std::optional<db::Transaction>& transaction, const char* code) {
            try {
                transaction->query(lock, code);
                return false;
            } catch (const db::TryAgain&) {
                transaction.reset();
                return true;
            }
        };
        auto waiting = std::async(std::launch::async, [&] { return isVictim(one, "DL2"); });
        const bool isTwoVictim = isVictim(two, "DL1");
        QVERIFY(waiting.get() != isTwoVictim);
    }

    void aSlowStatementIsStopped() {
        constexpr db::Query shorten{"test/shorten_statement",
                                    "SELECT set_config('statement_timeout', '50ms', true)"};
        constexpr db::Query sleep{"test/sleep", "SELECT pg_sleep(10)"};
        db::Transaction transaction(database().writers, m_first);
        transaction.query(shorten);
        QVERIFY_EXCEPTION_THROWN(transaction.query(sleep), db::StatementTimeout);
    }

    void aLostConnectionIsReplaced() {
        QCOMPARE(dealersOf(m_second), std::size_t(2));
        m_stack->owner().script(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user");
        QTRY_COMPARE(
            m_stack->owner().script("SELECT FROM pg_stat_activity WHERE usename = 'nextgen_reader'").size(),
            std::size_t(0));
        QCOMPARE(dealersOf(m_second), std::size_t(2));
        QVERIFY(database().writers.isHealthy());
    }

    void aConnectionLostInTheMiddleIsSaidAndNotKept() {
        db::Transaction transaction(database().writers, m_first);
        const auto pid = transaction.runText("SELECT pg_backend_pid() AS pid", {}).one().get<int>("pid");
        m_stack->owner().runText("SELECT pg_terminate_backend($1)", {db::toSql(pid)});
        QVERIFY_EXCEPTION_THROWN(transaction.query(listDealers), db::Unavailable);
        QVERIFY_EXCEPTION_THROWN(transaction.query(listDealers), db::Unavailable);
    }

    void aFullPoolIsBusy() {
        db::Pool pool({{m_stack->stack().databaseUrl()}, 1, std::chrono::milliseconds(20)});
        {
            const db::SystemSession session(pool);
            QVERIFY_EXCEPTION_THROWN(db::SystemSession{pool}, db::Busy);
            QCOMPARE(pool.state().waiting, std::size_t(0));
        }
        const db::SystemSession session(pool);
    }

    void anUnreachableDatabaseIsUnavailable() {
        db::Pool pool(db::PoolSettings{{"host=/nowhere dbname=x"}});
        QVERIFY_EXCEPTION_THROWN(db::SystemSession{pool}, db::Unavailable);
        QVERIFY(!pool.isHealthy());
        QCOMPARE(pool.state().inUse, std::size_t(0));
    }

    void copiedRowsArriveAsTheyWere() {
        const std::string awkward = "tab\t line\n return\r slash\\ quote\" \\N فارسی";
        db::Transaction transaction(database().writers, m_first);
        transaction.runText("CREATE TEMP TABLE copied (a text, b bigint, c date) ON COMMIT DROP", {});
        transaction.copyInto("copied", {"a", "b", "c"}, [&](db::CopyWriter& to) {
            to.row(awkward, Money::rials(5), std::optional<Date>());
            to.row("", nullptr, *Date::of(2026, 12, 6));
        });
        const db::Rows rows = transaction.runText("SELECT a, b, c FROM copied", {});
        QCOMPARE(rows[0].get<std::string>("a"), awkward);
        QCOMPARE(rows[0].get<Money>("b").rials(), 5);
        QVERIFY(!rows[0].get<std::optional<Date>>("c"));
        QCOMPARE(rows[1].get<std::string>("a"), std::string());
        QVERIFY(!rows[1].get<std::optional<Money>>("b"));
    }

    void aFailingCopyLeavesTheConnectionUsable() {
        {
            db::Transaction transaction(database().writers, m_first);
            transaction.runText("CREATE TEMP TABLE copied (a bigint) ON COMMIT DROP", {});
            QVERIFY_EXCEPTION_THROWN(
                transaction.copyInto("copied", {"a"}, [](db::CopyWriter& to) { to.row("x"); }), db::Failure);
        }
        {
            db::Transaction transaction(database().writers, m_first);
            transaction.runText("CREATE TEMP TABLE copied (a bigint) ON COMMIT DROP", {});
            QVERIFY_EXCEPTION_THROWN(
                transaction.copyInto("copied", {"a"},
                                     [](db::CopyWriter&) { throw std::runtime_error("ours"); }),
                std::runtime_error);
        }
        QVERIFY(database().writers.isHealthy());
    }

    void textsMadeAtRunTimeAreNotKeptWithoutBound() {
        db::ReadSession session(database().readers, m_first);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(session.runText("SELECT $1::int + " + std::to_string(i) + " AS n", {db::toSql(i)})
                         .one()
                         .get<int>("n"),
                     2 * i);
        }
        const int kept =
            session.runText("SELECT count(*) AS n FROM pg_prepared_statements", {}).one().get<int>("n");
        QVERIFY(kept < 80);
    }

    void manyThreadsShareAFewConnections() {
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&, i] {
                for (int round = 0; round < 50; ++round) {
                    const bool isFirst = (i + round) % 2 == 0;
                    db::ReadSession session(database().readers, isFirst ? m_first : m_second);
                    const db::Rows rows = session.query(listDealers);
                    if (rows.empty() || (rows[0].get<std::string>(std::size_t(0)) == "A") != isFirst) {
                        ++wrong;
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(database().readers.state().idle <= 8);
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transaction_test.moc"
