#include "server/cache/invalidation_bus.h"
#include "server/change/snapshot.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <functional>
#include <memory>
#include <set>

using namespace nextgen;
using change::Snapshot;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// GET /changes: what others did meanwhile.
class ChangesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<cache::InvalidationBus> m_bus;
    std::string m_tenant;
    const std::vector<std::string> m_settings{"secret=0123456789abcdef0123456789abcdef",
                                              "limits.requests_per_minute=0"};

    /// Somebody who asks for changes, from where he asked last.
    struct Watcher {
        HttpClient client;
        std::string cursor;
        std::function<void()> tellServers;

        HttpAnswer ask(const httplib::Headers& headers = {}) {
            HttpAnswer answer = client.get(
                "/api/v1/changes" + (cursor.empty() ? std::string() : "?since=" + cursor), headers);
            if (answer.status == 200) {
                cursor = answer.body["cursor"].get<std::string>();
            }
            return answer;
        }
        /// What has come since, as "entity/id", until `wanted` was among it or nothing came for a while.
        std::set<std::string> askFor(const std::string& wanted) {
            std::set<std::string> told;
            for (int round = 0; round < 80 && !told.contains(wanted); ++round) {
                tellServers();  // of what went past the program
                const HttpAnswer answer = ask();
                if (!answer.body.is_object() || !answer.body["is_complete"].get<bool>()) {
                    told.insert("incomplete: " + answer.text);
                    break;
                }
                for (const Json& item : answer.body["items"]) {
                    told.insert(item["entity"].get<std::string>() + '/' +
                                (item["id"].is_null() ? "*" : item["id"].get<std::string>()) +
                                (item["is_removed"] ? " gone" : ""));
                }
                QTest::qWait(100);
            }
            return told;
        }
    };

    Watcher watcher(const std::string& email, std::string_view password, const std::string& url = {},
                    const std::string& tenant = "nextgen") {
        Watcher one{HttpClient(url.empty() ? m_server->url() : url), {}, [this] {
                        m_bus->announce("change", m_tenant);
                    }};
        one.client.signIn(tenant, email, std::string(password));
        one.ask();
        return one;
    }
    Watcher staff(const std::string& url = {}) { return watcher("admin@nextgen.local", "Admin123!", url); }

    std::int64_t idOf(const std::string& sql) {
        return m_stack->owner().runText(sql, {}).one().get<std::int64_t>(0);
    }
    std::int64_t makeDealer(const std::string& code) {
        return idOf("INSERT INTO dealer_profiles (tenant_id, code, company_name, search_key) SELECT id, '" +
                    code + "', '" + code + "', 'x' FROM tenants WHERE slug = 'nextgen' RETURNING id");
    }
    /// Of the accountant dealer@nextgen.local.
    std::int64_t ownDealer() {
        return idOf(
            "SELECT a.dealer_id FROM user_role_assignments a JOIN users u ON u.id = a.user_id "
            "WHERE u.email = 'dealer@nextgen.local'");
    }
    std::string rename(std::int64_t dealer, const std::string& name) {
        m_stack->owner().script("UPDATE dealer_profiles SET company_name = '" + name +
                                "' WHERE id = " + std::to_string(dealer));
        return "dealers/" + std::to_string(dealer);
    }
    static Json brand(const std::string& slug) { return {{"slug", slug}, {"title_fa", slug}}; }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack, m_settings);
        m_bus = std::make_unique<cache::InvalidationBus>(m_stack->stack().redisUrl());
        m_tenant = m_stack->tenant("nextgen").toString();
    }

    void aSnapshotSeesWhatWasOver_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("transaction");
        QTest::addColumn<bool>("isSeen");
        QTest::newRow("before all") << "10:20:12,15" << 9 << true;
        QTest::newRow("the oldest that runs") << "12:20:12,15" << 12 << false;
        QTest::newRow("between two that run") << "12:20:12,15" << 13 << true;
        QTest::newRow("running") << "12:20:12,15" << 15 << false;
        QTest::newRow("not begun") << "12:20:12,15" << 20 << false;
        QTest::newRow("none runs") << "20:20:" << 19 << true;
        QTest::newRow("none runs, the next") << "20:20:" << 20 << false;
    }
    void aSnapshotSeesWhatWasOver() {
        QFETCH(QString, text);
        QFETCH(int, transaction);
        const auto snapshot = Snapshot::parse(text.toStdString());
        QVERIFY(snapshot);
        QTEST(snapshot->sees(static_cast<Snapshot::Xid>(transaction)), "isSeen");
    }

    void nonsenseIsNoSnapshot_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "1", "1:2", "2:1:", "a:b:", "1:2:x", "1:2:1,,2", "-1:2:", "1:2:1 "}) {
            QTest::newRow(text) << text;
        }
    }
    void nonsenseIsNoSnapshot() {
        QFETCH(QString, text);
        QVERIFY(!Snapshot::parse(text.toStdString()));
    }

    void whoAsksFirstIsToldWhereToBegin() {
        HttpClient client(m_server->url());
        QCOMPARE(client.get("/api/v1/changes").status, 401);
        client.signIn("nextgen", "admin@nextgen.local", "Admin123!");
        const HttpAnswer answer = client.get("/api/v1/changes");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["items"], Json::array());
        QCOMPARE(answer.body["is_complete"], Json(true));
        QVERIFY(!answer.body["cursor"].get<std::string>().empty());
    }

    void aChangeIsToldOnceWithItsVersionAndWhoMadeIt() {
        Watcher watching = staff();
        HttpClient other(m_server->url());
        other.signIn("nextgen", "admin@nextgen.local", "Admin123!");
        const HttpAnswer made = other.post("/api/v1/brands", brand("told"));
        QVERIFY2(made.status == 201, made.text.c_str());
        other.patch(made.header("Location"), {{"title_fa", "دوم"}}, {{"If-Match", "\"1\""}});

        const HttpAnswer answer = watching.ask();
        QCOMPARE(answer.body["items"].size(), std::size_t{1});
        const Json& change = answer.body["items"][0];
        QCOMPARE(change["entity"], Json("brands"));
        QCOMPARE(change["id"], made.body["id"]);
        QCOMPARE(change["version"], Json(2));
        QCOMPARE(change["is_removed"], Json(false));
        QVERIFY(!change["actor_name"].get<std::string>().empty());
        QVERIFY(change["changed_at"].is_string());
        QCOMPARE(watching.ask().body["items"], Json::array());
    }

    void whereNothingChangedTheAnswerIsTheSame() {
        Watcher watching = staff();
        watching.ask();
        const HttpAnswer quiet = watching.ask();
        const std::string cursor = watching.cursor;
        QVERIFY(!quiet.header("ETag").empty());
        // The library's client waits for the end of the connection where an answer of 304 says no length.
        QCOMPARE(watching.ask({{"If-None-Match", quiet.header("ETag")}, {"Connection", "close"}}).status,
                 304);
        QCOMPARE(watching.cursor, cursor);
    }

    void aTransactionThatCommitsLateIsTold() {
        Watcher watching = staff();
        const std::int64_t early = makeDealer("D-EARLY");
        const std::int64_t late = makeDealer("D-LATE");
        watching.askFor("dealers/" + std::to_string(late));

        // It begins first and is over last: its notes are older than what was told meanwhile.
        db::Connection slow({m_stack->stack().databaseOwnerUrl(), "slow", 0});
        slow.begin();
        slow.script("UPDATE dealer_profiles SET company_name = 'late' WHERE id = " + std::to_string(late));
        const std::string told = rename(early, "early");
        QCOMPARE(watching.askFor(told), std::set<std::string>{told});
        slow.commit();
        const std::string wanted = "dealers/" + std::to_string(late);
        QCOMPARE(watching.askFor(wanted), std::set<std::string>{wanted});
    }

    void whatWasRolledBackIsNotTold() {
        const std::int64_t dealer = makeDealer("D-ROLLED");
        Watcher watching = staff();
        watching.askFor("dealers/" + std::to_string(dealer));
        db::Connection undone({m_stack->stack().databaseOwnerUrl(), "undone", 0});
        undone.begin();
        undone.script("UPDATE dealer_profiles SET company_name = 'never' WHERE id = " +
                      std::to_string(dealer));
        undone.rollback();
        const std::int64_t other = makeDealer("D-AFTER");
        const std::string wanted = "dealers/" + std::to_string(other);
        QCOMPARE(watching.askFor(wanted), std::set<std::string>{wanted});
    }

    void anotherServerTells_data() {
        QTest::addColumn<std::string>("redis");
        QTest::newRow("through Redis") << std::string();
        QTest::newRow("without Redis") << std::string("redis.url=unix:/nowhere/redis.sock");
    }
    void anotherServerTells() {
        QFETCH(std::string, redis);
        auto settings = m_settings;
        if (!redis.empty()) {
            settings.push_back(redis);
        }
        const testing::ServerProcess second(*m_stack, settings);
        Watcher here = staff();
        Watcher there = staff(second.url());
        const HttpAnswer made = here.client.post("/api/v1/brands", brand(redis.empty() ? "both" : "lonely"));
        const std::string wanted = "brands/" + made.body["id"].get<std::string>();
        QVERIFY(there.askFor(wanted).contains(wanted));
        // A cursor goes on at the other server, whichever remembers more.
        std::swap(here.cursor, there.cursor);
        QVERIFY(there.askFor(wanted).contains(wanted));
        QCOMPARE(here.ask().body["is_complete"], Json(true));
    }

    void whoMayNotReadAnEntityIsNotTold() {
        Watcher dealer = watcher("dealer@nextgen.local", "Dealer123!");
        const auto user = m_stack->makeUser("nextgen", "new@nextgen.local", "ADMIN");
        const std::int64_t own = ownDealer();
        QVERIFY(staff().client.get("/api/v1/users/" + user.toString()).status == 200);
        const std::string wanted = rename(own, "own");
        QCOMPARE(dealer.askFor(wanted), std::set<std::string>{wanted});
    }

    void anotherDealersRecordsAreNotTold() {
        const std::int64_t foreign = makeDealer("D-FOREIGN");
        const std::int64_t own = ownDealer();
        Watcher dealer = watcher("dealer@nextgen.local", "Dealer123!");
        Watcher watching = staff();
        const std::string foreignTold = rename(foreign, "foreign");
        const std::string wanted = rename(own, "own again");
        QCOMPARE(dealer.askFor(wanted), std::set<std::string>{wanted});
        const auto told = watching.askFor(wanted);
        QVERIFY(told.contains(wanted) && told.contains(foreignTold));
        // Nor when nothing else happens: he keeps the very cursor that he had.
        const std::string cursor = dealer.cursor;
        rename(foreign, "foreign again");
        QVERIFY(watching.askFor(foreignTold).contains(foreignTold));
        QCOMPARE(dealer.ask().body["items"], Json::array());
        QCOMPARE(dealer.cursor, cursor);
    }

    void workInBulkIsToldAsOne() {
        m_stack->owner().script(
            "INSERT INTO dealer_profiles (tenant_id, code, company_name, search_key) SELECT t.id, 'BULK-' || "
            "g, 'b', 'b' "
            "FROM tenants t, generate_series(1, 250) g WHERE t.slug = 'nextgen'");
        Watcher watching = staff();
        Watcher dealer = watcher("dealer@nextgen.local", "Dealer123!");
        m_stack->owner().script("UPDATE dealer_profiles SET company_name = 'c' WHERE code LIKE 'BULK-%'");
        QCOMPARE(watching.askFor("dealers/*"), std::set<std::string>{"dealers/*"});
        // None of these is his; afterwards one is.
        const std::int64_t own = ownDealer();
        QCOMPARE(dealer.ask().body["items"], Json::array());
        m_stack->owner().script(
            "UPDATE dealer_profiles SET company_name = 'd' WHERE code LIKE 'BULK-%' OR id = " +
            std::to_string(own));
        QCOMPARE(dealer.askFor("dealers/*"), std::set<std::string>{"dealers/*"});
    }

    void whatIsGoneIsToldToStaff() {
        HttpClient admin = staff().client;
        const std::int64_t category = idOf("SELECT id FROM categories ORDER BY id LIMIT 1");
        const std::int64_t attribute = idOf("SELECT id FROM attributes ORDER BY id LIMIT 1");
        const HttpAnswer made = admin.post(
            "/api/v1/category_attributes",
            {{"category_id", std::to_string(category)}, {"attribute_id", std::to_string(attribute)}});
        QVERIFY2(made.status == 201, made.text.c_str());
        Watcher watching = staff();
        Watcher dealer = watcher("dealer@nextgen.local", "Dealer123!");
        QCOMPARE(admin.remove(made.header("Location"), {{"If-Match", made.header("ETag")}}).status, 204);
        const std::string wanted = "category_attributes/" + made.body["id"].get<std::string>() + " gone";
        QVERIFY(watching.askFor(wanted).contains(wanted));
        QCOMPARE(dealer.ask().body["items"], Json::array());
    }

    void aCursorThatCannotBeFollowedSaysSo_data() {
        QTest::addColumn<std::string>("cursor");
        QTest::newRow("nonsense") << std::string("nonsense");
        m_stack->makeTenant("strangers");
        m_stack->makeUser("strangers", "somebody@strangers.local", "ADMIN");
        QTest::newRow("another tenant's")
            << watcher("somebody@strangers.local", testing::TestStack::password, {}, "strangers").cursor;
        const testing::ServerProcess other(*m_stack, {"secret=another secret of another server, x"});
        QTest::newRow("sealed by another secret") << staff(other.url()).cursor;
        QTest::newRow("cut off") << staff().cursor.substr(0, 60);
    }
    void aCursorThatCannotBeFollowedSaysSo() {
        QFETCH(std::string, cursor);
        Watcher watching = staff();
        watching.cursor = cursor;
        const HttpAnswer answer = watching.ask();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["is_complete"], Json(false));
        QCOMPARE(answer.body["items"], Json::array());
        QCOMPARE(watching.ask().body["is_complete"], Json(true));
    }

    void tooMuchToTellSaysSo() {
        Watcher watching = staff();
        const std::int64_t dealer = makeDealer("D-BUSY");
        m_stack->owner().script(
            "DO $$ BEGIN FOR i IN 1..1100 LOOP UPDATE dealer_profiles SET company_name = i::text "
            "WHERE id = " +
            std::to_string(dealer) + "; END LOOP; END $$");
        m_bus->announce("change", m_tenant);
        QTest::qWait(500);
        QCOMPARE(watching.ask().body["is_complete"], Json(false));
        QCOMPARE(watching.ask().body["is_complete"], Json(true));
    }

    void oldNotesAreForgotten() {
        m_stack->owner().script("UPDATE record_changes SET at = now() - interval '3 hours'");
        QVERIFY(idOf("SELECT forget_changes()") > 0);
        QCOMPARE(idOf("SELECT count(*) FROM record_changes"), std::int64_t{0});
        QCOMPARE(staff().ask().body["is_complete"], Json(true));
    }
};

QTEST_GUILESS_MAIN(ChangesTest)
#include "changes_test.moc"
