#include "server/db/migrator.h"

#include "server/db/error.h"
#include "server/sql.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <future>

using namespace nextgen;

class MigratorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    int m_count = 0;

    /// A new, empty database.
    db::ConnectionSettings freshDatabase() {
        const std::string name = "fresh_" + std::to_string(++m_count);
        m_stack->owner().script("CREATE DATABASE " + name);
        return {embedded::EmbeddedPostgres::url(m_stack->stack().folder(), "nextgen_owner", name)};
    }

    static std::string ask(const db::ConnectionSettings& settings, const std::string& text) {
        return db::Connection(settings).runText(text, {}).one().get<std::string>(std::size_t(0));
    }

    static db::SchemaState stateOf(const db::ConnectionSettings& settings,
                                   std::span<const db::Migration> migrations) {
        db::Pool pool({settings, 1});
        db::SystemSession session(pool);
        return db::schemaState(session, migrations);
    }

    const std::vector<db::Migration> m_two{
        {1, "0001_one", "CREATE TABLE one (a int); INSERT INTO one VALUES (1)", "aa"},
        {2, "0002_two", "CREATE TABLE two (a int)", "bb"}};

  private slots:
    void initTestCase() { m_stack = std::make_unique<testing::TestStack>(); }

    void eachMigrationIsAppliedOnce() {
        const auto settings = freshDatabase();
        QCOMPARE(stateOf(settings, m_two), db::SchemaState::Behind);
        QCOMPARE(db::migrate(settings, std::span(m_two).first(1)).size(), std::size_t(1));
        QCOMPARE(stateOf(settings, m_two), db::SchemaState::Behind);
        QCOMPARE(db::migrate(settings, m_two), std::vector<std::string>{"0002_two"});
        QVERIFY(db::migrate(settings, m_two).empty());
        QCOMPARE(stateOf(settings, m_two), db::SchemaState::Current);
        QCOMPARE(ask(settings, "SELECT count(*) FROM one"), std::string("1"));
    }

    void aChangedMigrationIsRefused() {
        const auto settings = freshDatabase();
        db::migrate(settings, m_two);
        auto changed = m_two;
        changed[0].sha256 = "cc";
        QVERIFY_EXCEPTION_THROWN(db::migrate(settings, changed), db::MigrationRefused);
        QCOMPARE(stateOf(settings, changed), db::SchemaState::Different);
    }

    void aNewerDatabaseIsRefused() {
        const auto settings = freshDatabase();
        db::migrate(settings, m_two);
        QVERIFY_EXCEPTION_THROWN(db::migrate(settings, std::span(m_two).first(1)), db::MigrationRefused);
        QCOMPARE(stateOf(settings, std::span(m_two).first(1)), db::SchemaState::Ahead);
    }

    void anOrderThatIsTurnedAroundIsRefused() {
        const auto settings = freshDatabase();
        auto turned = m_two;
        std::swap(turned[0], turned[1]);
        QVERIFY_EXCEPTION_THROWN(db::migrate(settings, turned), db::MigrationRefused);
    }

    /// Its number may be set aside for a change that is still to come elsewhere.
    void aNumberMayBeLeftOut() {
        const auto settings = freshDatabase();
        auto apart = m_two;
        apart[1].number = 7;
        QCOMPARE(db::migrate(settings, apart).size(), std::size_t(2));
        QCOMPARE(stateOf(settings, apart), db::SchemaState::Current);
    }

    void aFailingMigrationLeavesNothing() {
        const auto settings = freshDatabase();
        auto failing = m_two;
        failing[1].text = "CREATE TABLE two (a int); SELECT 1 / 0";
        QVERIFY_EXCEPTION_THROWN(db::migrate(settings, failing), db::Failure);
        QCOMPARE(ask(settings, "SELECT coalesce(to_regclass('two')::text, '')"), std::string());
        QCOMPARE(stateOf(settings, failing), db::SchemaState::Behind);
        QCOMPARE(db::migrate(settings, m_two).size(), std::size_t(1));
    }

    void aStatementThatBearsNoTransactionIsRunWithoutOne() {
        const auto settings = freshDatabase();
        auto more = m_two;
        more.push_back({3, "0003_index",
                        "-- no-transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS one_a ON one (a)", "dd"});
        QCOMPARE(db::migrate(settings, more).size(), std::size_t(3));
        QCOMPARE(ask(settings, "SELECT to_regclass('one_a')::text"), std::string("one_a"));
    }

    void ofManyProgramsOneMigrates() {
        const auto settings = freshDatabase();
        std::vector<std::future<std::size_t>> programs;
        for (int i = 0; i < 4; ++i) {
            programs.push_back(
                std::async(std::launch::async, [&] { return db::migrate(settings, m_two).size(); }));
        }
        std::size_t applied = 0;
        for (auto& program : programs) {
            applied += program.get();
        }
        QCOMPARE(applied, m_two.size());
    }

    void theProjectsOwnSchemaIsCurrentForEveryRole() {
        QCOMPARE(stateOf({m_stack->stack().databaseUrl()}, sql::migrations()), db::SchemaState::Current);
        QCOMPARE(stateOf({m_stack->stack().databaseReaderUrl()}, sql::migrations()),
                 db::SchemaState::Current);
    }
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "migrator_test.moc"
