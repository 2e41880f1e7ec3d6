#include "server/audit/anchor_file.h"
#include "server/audit/chain_keeper.h"
#include "server/audit/verifier.h"
#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <fmt/format.h>

#include <QtTest>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

using namespace nextgen;
using audit::Fault;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What the chain of the audit trail makes of those who write past it, as the owner of the real database.
class AuditChainTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<secret::Vault> m_vault;
    std::filesystem::path m_anchors;
    std::unique_ptr<audit::ChainKeeper> m_keeper;
    Instant m_now = systemNow();
    TenantId m_tenant;
    int m_tenants = 0;

    db::Connection& owner() { return m_stack->owner(); }

    /// As one who is not kept from anything, and leaves no trace in triggers.
    void tamper(const std::string& statement) {
        owner().begin();
        owner().script("SET LOCAL session_replication_role = replica");
        const std::int64_t rows =
            owner().runText(fmt::format("{} ", statement), {db::toSql(m_tenant)}).affected();
        owner().commit();
        QVERIFY(rows > 0);
    }

    void write(int rows, std::int64_t from = 1) {
        db::Transaction transaction(m_stack->database().writers, {m_tenant, {}, {}, "test", "10.0.0.1"});
        for (int i = 0; i < rows; ++i) {
            transaction.runText(
                "INSERT INTO audit_logs (tenant_id, action, table_name, row_id, client_ip, new_values) "
                "VALUES ($1, 'update', 'products', $2, '10.0.0.1', jsonb_build_object('price', $2::bigint))",
                {db::toSql(m_tenant), db::toSql(from + i)});
        }
        transaction.commit();
    }

    /// The row of audit_logs with this row_id.
    std::int64_t logId(int row) {
        return owner()
            .runText(
                "SELECT id FROM audit_logs WHERE tenant_id = $1 AND table_name = 'products' AND row_id = $2",
                {db::toSql(m_tenant), db::toSql(row)})
            .one()
            .get<std::int64_t>("id");
    }

    audit::Verdict verdict() {
        return audit::verify(owner(), m_vault->forSealing(m_tenant), audit::readAnchors(m_anchors).anchors);
    }

    std::string faults() {
        std::string text;
        for (const audit::Finding& finding : verdict().findings) {
            text += (text.empty() ? "" : "; ") + finding.text;
        }
        return text;
    }

    static QString qt(const std::string& text) { return QString::fromStdString(text); }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>();
        const auto key = m_stack->stack().folder().masterKey();
        secret::prepareMasterKey(owner(), key);
        m_vault = std::make_unique<secret::Vault>(m_stack->database().outside, key);
        m_anchors = m_stack->stack().folder().root() / "anchors.jsonl";
    }

    void init() {
        m_tenant = m_stack->makeTenant(fmt::format("t{}", ++m_tenants));
        std::filesystem::remove(m_anchors);
        m_now = systemNow();
        m_keeper = std::make_unique<audit::ChainKeeper>(m_stack->database().writers, *m_vault, m_anchors,
                                                        [this] { return m_now; });
        m_keeper->sealAll();  // what making the tenant left
    }

    void whatIsWrittenIsSealedInOrderAndFitsTogether() {
        write(3);
        QCOMPARE(verdict().waiting, std::int64_t{3});
        m_keeper->sealAll();
        write(4, 4);
        m_keeper->sealAll();
        m_keeper->anchorAll(m_now);
        const audit::Verdict found = verdict();
        QCOMPARE(qt(faults()), QString());
        QCOMPARE(found.waiting, std::int64_t{0});
        QVERIFY(found.entries >= 7);
        QCOMPARE(found.anchors, std::int64_t{2});  // in the database and in the file
    }

    void longTrailsAreSealedInPieces() {
        owner().runText(
            "INSERT INTO audit_logs (tenant_id, action, table_name, row_id) SELECT $1, 'update', "
            "'products', n FROM generate_series(1, 2500) n",
            {db::toSql(m_tenant)});
        m_keeper->sealAll();
        const audit::Verdict found = verdict();
        QCOMPARE(qt(faults()), QString());
        QCOMPARE(found.waiting, std::int64_t{0});
        QVERIFY(found.entries >= 2500);
    }

    void tamperingIsNamedWithItsRow_data() {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("row");
        const auto on = [](const char* what) {
            return QString(what) + " WHERE tenant_id = $1 AND table_name = 'products' AND row_id = 3";
        };
        const auto edited = static_cast<int>(Fault::Edited);
        QTest::newRow("a changed value")
            << on("UPDATE app.audit_logs SET new_values = '{\"price\": 1}'") << edited << 3;
        QTest::newRow("another actor") << on("UPDATE app.audit_logs SET actor_id = 77") << edited << 3;
        QTest::newRow("no address") << on("UPDATE app.audit_logs SET client_ip = NULL") << edited << 3;
        QTest::newRow("an empty address for none")
            << on("UPDATE app.audit_logs SET request_id = ''") << edited << 3;
        QTest::newRow("a moved moment")
            << on("UPDATE app.audit_logs SET at = at + interval '1 microsecond'") << edited << 3;
        QTest::newRow("a removed row")
            << on("DELETE FROM app.audit_logs") << static_cast<int>(Fault::Removed) << 3;
        QTest::newRow("the last row removed")
            << "DELETE FROM app.audit_logs WHERE tenant_id = $1 AND table_name = 'products' AND row_id = 6"
            << static_cast<int>(Fault::Removed) << 6;
        QTest::newRow("an inserted row")
            << "INSERT INTO app.audit_logs (tenant_id, action, table_name, row_id) VALUES ($1, 'update', "
               "'products', 99)"
            << static_cast<int>(Fault::Inserted) << 99;
        QTest::newRow("two contents swapped") << "UPDATE app.audit_logs a SET row_id = b.row_id, new_values "
                                                 "= b.new_values FROM app.audit_logs b "
                                                 "WHERE a.tenant_id = $1 AND b.tenant_id = $1 AND a.row_id "
                                                 "IN (2, 3) AND b.row_id = 5 - a.row_id"
                                              << static_cast<int>(Fault::Swapped) << 3;
        QTest::newRow("two entries swapped in their seal")
            << "UPDATE app.audit_seals SET log_ids = log_ids[1:1] || log_ids[3] || log_ids[2] || log_ids[4:] "
               "WHERE tenant_id = $1 AND cardinality(log_ids) = 4"
            << edited << 2;
        QTest::newRow("a seal redated")
            << "UPDATE app.audit_seals SET sealed_at = sealed_at - interval '1 day' WHERE tenant_id = $1"
            << static_cast<int>(Fault::SealBroken) << 0;
        QTest::newRow("a seal removed")
            << "DELETE FROM app.audit_seals WHERE tenant_id = $1 AND cardinality(log_ids) = 4"
            << static_cast<int>(Fault::SealGone) << 0;
        QTest::newRow("an anchor lengthened")
            << "UPDATE app.audit_anchors SET entries = entries - 1 WHERE tenant_id = $1"
            << static_cast<int>(Fault::SealBroken) << 0;
    }
    void tamperingIsNamedWithItsRow() {
        QFETCH(QString, statement);
        QFETCH(int, fault);
        QFETCH(int, row);
        write(4);
        m_keeper->sealAll();
        write(2, 5);
        m_keeper->sealAll();
        m_keeper->anchorAll(m_now);
        std::map<int, std::int64_t> ids;
        for (int i = 1; i <= 6; ++i) {
            ids[i] = logId(i);
        }
        QCOMPARE(qt(faults()), QString());

        tamper(statement.toStdString());
        if (row > 6) {
            ids[row] = logId(row);
        }
        const audit::Verdict found = verdict();
        const auto isMeant = [&](const audit::Finding& one) {
            const bool isSwapped =
                one.fault == Fault::Swapped && one.text.find(std::to_string(ids[3])) != std::string::npos;
            return static_cast<int>(one.fault) == fault && (row == 0 || one.logId == ids[row] || isSwapped);
        };
        QVERIFY2(std::any_of(found.findings.begin(), found.findings.end(), isMeant), faults().c_str());
    }

    void aCutEndIsSeenByTheAnchorsAndByTheirCopy() {
        write(2);
        m_keeper->sealAll();
        m_keeper->anchorAll(m_now);
        write(3, 3);
        m_keeper->sealAll();
        m_keeper->anchorAll(m_now);
        const std::string seal = "(SELECT max(id) FROM app.audit_seals WHERE tenant_id = $1)";
        tamper("DELETE FROM app.audit_logs WHERE tenant_id = $1 AND table_name = 'products' AND row_id >= 3");
        tamper("DELETE FROM app.audit_seals WHERE tenant_id = $1 AND id = " + seal);
        QVERIFY(verdict().findings.size() == 2);
        QCOMPARE(verdict().findings[0].fault, Fault::Cut);
        // Whoever cuts the anchors in the database as well does not reach the file.
        tamper("DELETE FROM app.audit_anchors WHERE tenant_id = $1 AND entries > " + seal);
        QCOMPARE(verdict().findings.size(), std::size_t{1});
        QCOMPARE(verdict().findings[0].fault, Fault::Cut);
        std::filesystem::remove(m_anchors);
        QVERIFY(verdict().findings.empty());
    }

    void aChainWrittenAnewDoesNotFitItsAnchors() {
        write(3);
        m_keeper->sealAll();
        m_keeper->anchorAll(m_now);
        // By the very key: what an intruder on the server's machine could do, but for the copy of the
        // anchors.
        tamper(
            "UPDATE app.audit_logs SET actor_id = 9 WHERE tenant_id = $1 AND table_name = 'products' AND "
            "row_id = 1");
        tamper(
            "INSERT INTO app.audit_unsealed SELECT tenant_id, id FROM app.audit_logs WHERE tenant_id = $1");
        tamper("DELETE FROM app.audit_seals WHERE tenant_id = $1");
        tamper("DELETE FROM app.audit_anchors WHERE tenant_id = $1");
        audit::ChainKeeper(m_stack->database().writers, *m_vault, m_anchors, systemNow).sealAll();
        const audit::Verdict found = verdict();
        QCOMPARE(found.findings.size(), std::size_t{1});
        QCOMPARE(found.findings[0].fault, Fault::Cut);
    }

    void aRowThatClaimsToBeOlderThanTheTrailIsNamed() {
        write(1);
        m_keeper->sealAll();
        owner().runText(
            "INSERT INTO audit_logs (tenant_id, action, table_name, row_id, at) VALUES ($1, 'update', "
            "'products', 50, now() - interval '3 days')",
            {db::toSql(m_tenant)});
        m_keeper->sealAll();
        const audit::Verdict found = verdict();
        QCOMPARE(found.findings.size(), std::size_t{1});
        QCOMPARE(found.findings[0].fault, Fault::Backdated);
        QCOMPARE(found.findings[0].logId, logId(50));
    }

    void aRowRemovedBeforeItWasSealedIsNamed() {
        write(3);
        const std::int64_t id = logId(2);
        tamper("DELETE FROM app.audit_logs WHERE tenant_id = $1 AND table_name = 'products' AND row_id = 2");
        QCOMPARE(verdict().findings[0].logId, id);
        m_keeper->sealAll();
        QCOMPARE(verdict().findings.size(), std::size_t{1});
        QCOMPARE(verdict().findings[0].fault, Fault::Removed);
        QCOMPARE(verdict().findings[0].logId, id);
    }

    void anotherTenantsSealsProveNothing() {
        write(2);
        m_keeper->sealAll();
        const TenantId other = m_stack->makeTenant("other");
        m_keeper->sealAll();
        const secret::Keyring theirs = m_vault->forSealing(other);
        const secret::Keyring ours = m_vault->forSealing(m_tenant);
        const audit::Entry entry{1, "[1]"};
        const audit::Head none{};
        QVERIFY(audit::entryMac(*ours.key(secret::Purpose::Audit, 1), m_tenant, none, 1, entry) !=
                audit::entryMac(*theirs.key(secret::Purpose::Audit, 1), m_tenant, none, 1, entry));
        QVERIFY(audit::entryMac(*ours.key(secret::Purpose::Audit, 1), m_tenant, none, 1, entry) !=
                audit::entryMac(*ours.key(secret::Purpose::Audit, 1), other, none, 1, entry));
    }

    void manyWritersAtOnceLeaveNoGap() {
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i) {
            writers.emplace_back([this, i] {
                for (int n = 0; n < 50; ++n) {
                    write(1, 1000 * (i + 1) + n);
                }
            });
        }
        for (int i = 0; i < 20; ++i) {
            m_keeper->sealAll();
        }
        for (std::thread& writer : writers) {
            writer.join();
        }
        m_keeper->sealAll();
        QCOMPARE(qt(faults()), QString());
        QCOMPARE(verdict().waiting, std::int64_t{0});
    }

    void theServerSealsWhatItsRequestsWriteAndTheCommandsJudgeIt() {
        const testing::TestFolder folder;
        std::filesystem::path anchors;
        const auto run = [&](std::vector<std::string> command) {
            command.insert(command.begin(),
                           {NEXTGEN_BIN_DIR "/nextgen-server", "--data=" + folder.path().string()});
            embedded::ChildSettings settings{std::move(command)};
            settings.log = folder.path() / "command.out";
            std::filesystem::remove(settings.log);
            return embedded::runProgram(settings);
        };
        const auto output = [&] {
            std::ifstream file(folder.path() / "command.out");
            return std::string{std::istreambuf_iterator<char>(file), {}};
        };
        {
            const testing::ServerProcess server(folder);
            HttpClient admin(server.url());
            QCOMPARE(admin.signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
            QCOMPARE(admin.post("/api/v1/brands", {{"slug", "b"}, {"title_fa", "برند"}}).status, 201);
            // What is not sealed yet says so, until it is.
            QTRY_VERIFY_WITH_TIMEOUT(
                admin.get("/api/v1/audit_logs?limit=1").body["items"][0]["is_sealed"] == true, 10'000);
            QCOMPARE(run({"audit", "verify", "--tenant", "nextgen"}), 0);
            QCOMPARE(run({"audit", "anchor"}), 0);
            QCOMPARE(run({"audit", "verify"}), 0);
            QCOMPARE(run({"audit", "verify", "--tenant", "nowhere"}), 2);
            {
                const embedded::Stack stack(folder.settings(), embedded::Stack::Use::Visit, "test");
                db::Connection({stack.databaseOwnerUrl(), "test", 0})
                    .script(
                        "SET session_replication_role = replica; UPDATE app.audit_logs SET actor_id = 1 "
                        "WHERE "
                        "table_name = 'brands' AND action = 'insert' AND actor_id IS NOT NULL");
            }
            QCOMPARE(run({"audit", "verify"}), 1);
            QVERIFY2(output().find("(insert brands ") != std::string::npos, output().c_str());
            QVERIFY(output().find("is not what was sealed") != std::string::npos);
        }
        QVERIFY(std::filesystem::file_size(folder.path() / "audit-anchors.jsonl") > 0);
    }
};

QTEST_GUILESS_MAIN(AuditChainTest)
#include "audit_chain_test.moc"
