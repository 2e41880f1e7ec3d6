#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>
#include <thread>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Several records changed by one call.
class EntityEditManyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;

    std::unique_ptr<HttpClient> signedIn(const std::string& tenant, const std::string& email,
                                         std::string_view password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn(tenant, email, std::string(password));
        return client;
    }

    std::string makeBrand(const std::string& slug) {
        const HttpAnswer made = m_admin->post("/api/v1/brands", {{"slug", slug}, {"title_fa", slug}});
        return made.body.value("id", made.text);
    }

    Json brand(const std::string& id) { return m_admin->get("/api/v1/brands/" + id).body; }

    static Json change(const std::string& id, int version, Json values) {
        return {{"id", id}, {"version", version}, {"values", std::move(values)}};
    }

    HttpAnswer send(Json changes, const httplib::Headers& headers = {}) {
        return m_admin->patch("/api/v1/brands", {{"changes", std::move(changes)}}, headers);
    }

    /// The faults of an answer: "code at pointer; …".
    static std::string faultsOf(const HttpAnswer& answer) {
        std::string faults = answer.status == 422 ? "" : answer.text;
        for (const Json& error : answer.body.value("errors", Json::array())) {
            faults += (faults.empty() ? "" : "; ") + error["code"].get<std::string>() + " at " +
                      error["pointer"].get<std::string>();
        }
        return faults;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = signedIn("nextgen", "admin@nextgen.local", "Admin123!");
    }

    void everyRecordGetsItsValuesAndItsNextVersion() {
        const std::string one = makeBrand("many-one");
        const std::string two = makeBrand("many-two");
        QCOMPARE(brand(two)["title_en"], Json(""));  // kept in the server's memory from now on
        const HttpAnswer answer = send({change(two, 1, {{"title_en", "Two"}, {"country", "IR"}}),
                                        change(one, 1, {{"title_en", "One"}})});
        QVERIFY2(answer.status == 200, answer.text.c_str());
        QCOMPARE(
            answer.body,
            Json({{"changed", 2},
                  {"refused", 0},
                  {"results", Json::array({{{"id", two}, {"version", 2}}, {{"id", one}, {"version", 2}}})}}));
        QCOMPARE(brand(one)["title_en"], Json("One"));
        QCOMPARE(brand(two)["title_en"], Json("Two"));
        QCOMPARE(brand(two)["country"], Json("IR"));
        const Json history = m_admin->get("/api/v1/brands/" + two + "/history").body["items"];
        QCOMPARE(history[0]["new_values"], Json({{"country", "IR"}, {"title_en", "Two"}}));
        QVERIFY(!history[0]["actor_name"].get<std::string>().empty());
    }

    void whatIsRefusedUndoesOnlyItself() {
        const std::string good = makeBrand("refuse-good");
        const std::string taken = makeBrand("refuse-taken");
        const std::string bad = makeBrand("refuse-bad");
        const std::string stale = makeBrand("refuse-stale");
        const std::string last = makeBrand("refuse-last");
        m_admin->patch("/api/v1/brands/" + stale, {{"country", "DE"}}, {{"If-Match", "\"1\""}});
        const HttpAnswer answer =
            send({change(good, 1, {{"country", "IR"}}), change(taken, 1, {{"slug", "refuse-good"}}),
                  change(bad, 1, {{"title_fa", ""}, {"nonsense", 1}}), change(stale, 1, {{"country", "IR"}}),
                  change("999999999", 1, {{"country", "IR"}}), change(last, 1, {{"country", "IR"}})});
        QVERIFY2(answer.status == 200, answer.text.c_str());
        QCOMPARE(answer.body["changed"], Json(2));
        QCOMPARE(answer.body["refused"], Json(4));
        const Json& results = answer.body["results"];
        QCOMPARE(results[0]["version"], Json(2));
        QCOMPARE(results[5]["version"], Json(2));
        // Each as the PATCH of the one record would say it.
        QCOMPARE(results[1]["error"]["errors"][0]["code"], Json("already_exists"));
        QCOMPARE(results[1]["error"]["errors"][0]["pointer"], Json("/slug"));
        QCOMPARE(results[2]["error"]["errors"].size(), std::size_t{2});
        QCOMPARE(results[3]["error"]["code"], Json("precondition_failed"));
        QCOMPARE(results[3]["error"]["status"], Json(412));
        QCOMPARE(results[3]["error"]["current_version"], Json(2));
        QCOMPARE(results[4]["error"]["code"], Json("not_found"));
        QCOMPARE(brand(good)["country"], Json("IR"));
        QCOMPARE(brand(taken)["version"], Json(1));
        QCOMPARE(brand(stale)["country"], Json("DE"));
    }

    void rulesOfTheDatabaseAreSaidInTheLanguageOfTheCaller() {
        const std::string id = makeBrand("said");
        const Json answer = send({change(id, 1, {{"slug", "Not A Slug"}})}, {{"Accept-Language", "fa"}}).body;
        QCOMPARE(answer["results"][0]["error"]["errors"][0]["message"],
                 Json("این مقدار در اینجا ممکن نیست."));
    }

    void whatIsNoListOfChangesIsRefusedAsAWhole_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("faults");
        QTest::newRow("nothing") << "{}" << "field_type_invalid at /changes";
        QTest::newRow("no changes") << R"({"changes": []})" << "field_type_invalid at /changes";
        QTest::newRow("no list") << R"({"changes": {"id": "1"}})" << "field_type_invalid at /changes";
        QTest::newRow("more than that")
            << R"({"changes": [{"id": "1", "version": 1, "values": {}}], "all": true})"
            << "field_unknown at /all";
        QTest::newRow("no record") << R"({"changes": [7]})" << "field_type_invalid at /changes/0";
        QTest::newRow("all that is wrong at once")
            << R"({"changes": [{"id": 5, "values": {}}, {"id": "x", "version": 0, "values": [], "why": 1}]})"
            << "id_invalid at /changes/0/id; number_invalid at /changes/0/version; field_unknown at "
               "/changes/1/why; id_invalid at /changes/1/id; number_invalid at /changes/1/version; "
               "field_type_invalid at /changes/1/values";
        QTest::newRow("twice the same")
            << R"({"changes": [{"id": "1", "version": 1, "values": {}}, {"id": "1", "version": 2, "values": {}}]})"
            << "record_repeated at /changes/1/id";
    }

    void whatIsNoListOfChangesIsRefusedAsAWhole() {
        QFETCH(QString, body);
        QFETCH(QString, faults);
        const HttpAnswer answer = m_admin->patch("/api/v1/brands", Json::parse(body.toStdString()));
        QCOMPARE(answer.status, 422);
        QCOMPARE(QString::fromStdString(faultsOf(answer)), faults);
    }

    void moreRecordsThanTheBoundAreRefused() {
        Json changes = Json::array();
        for (int i = 1; i <= 201; ++i) {
            changes.push_back(change(std::to_string(i), 1, {{"country", "IR"}}));
        }
        QCOMPARE(faultsOf(send(changes)), std::string("too_many_records at /changes"));
        changes.erase(changes.end() - 1);
        QCOMPARE(send(changes).status, 200);
    }

    void theSameKeyChangesOnce() {
        const std::string id = makeBrand("replayed");
        const auto key = testing::freshKey();
        const HttpAnswer first = send({change(id, 1, {{"country", "IR"}})}, key);
        const HttpAnswer again = send({change(id, 1, {{"country", "IR"}})}, key);
        QCOMPARE(first.status, 200);
        QCOMPARE(again.header("Idempotency-Replayed"), std::string("true"));
        QCOMPARE(again.body, first.body);
        QCOMPARE(brand(id)["version"], Json(2));
        QCOMPARE(send({change(id, 2, {{"country", "DE"}})}, key).code(),
                 std::string("idempotency_key_reused"));
    }

    void twoCallsInOppositeOrderDoNotStandInEachOthersWay() {
        Json forth = Json::array();
        Json back = Json::array();
        for (int i = 0; i < 40; ++i) {
            const std::string id = makeBrand("crossing-" + std::to_string(i));
            forth.push_back(change(id, 1, {{"country", "IR"}}));
            back.insert(back.begin(), change(id, 1, {{"country", "DE"}}));
        }
        HttpAnswer other;
        std::thread second([&] {
            other = signedIn("nextgen", "admin@nextgen.local", "Admin123!")
                        ->patch("/api/v1/brands", {{"changes", back}});
        });
        const HttpAnswer answer = send(forth);
        second.join();
        QCOMPARE(answer.status, 200);
        QCOMPARE(other.status, 200);
        QCOMPARE(answer.body["changed"].get<int>() + other.body["changed"].get<int>(), 40);
    }

    void whoMayNotWriteMayNotWriteSeveral() {
        m_stack->makeUser("nextgen", "reader@many.local", "CUSTOMER");
        const auto reader = signedIn("nextgen", "reader@many.local", testing::TestStack::password);
        const HttpAnswer refused = reader->patch(
            "/api/v1/brands", {{"changes", Json::array({change("1", 1, {{"country", "IR"}})})}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), std::string("permission_missing"));
    }

    void recordsOfAnotherTenantAreNotThere() {
        const std::string id = makeBrand("elsewhere");
        m_stack->makeTenant("other-shop");
        m_stack->makeUser("other-shop", "admin@other.local", "ADMIN");
        const auto stranger = signedIn("other-shop", "admin@other.local", testing::TestStack::password);
        const HttpAnswer answer = stranger->patch(
            "/api/v1/brands", {{"changes", Json::array({change(id, 1, {{"country", "IR"}})})}});
        QVERIFY2(answer.status == 200, answer.text.c_str());
        QCOMPARE(answer.body["results"][0]["error"]["code"], Json("not_found"));
        QCOMPARE(brand(id)["version"], Json(1));
    }

    void othersAreToldOfEveryRecordThatChanged() {
        const std::string id = makeBrand("told");
        const std::string cursor = m_admin->get("/api/v1/changes").body["cursor"];
        send({change(id, 1, {{"country", "IR"}}), change("999999999", 1, {{"country", "IR"}})});
        const Json items = m_admin->get("/api/v1/changes?since=" + cursor).body["items"];
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(items[0]["id"], Json(id));
        QCOMPARE(items[0]["version"], Json(2));
    }

    void whatIsNeverChangedHasNoSuchCall() {
        QCOMPARE(m_admin->patch("/api/v1/orders", {{"changes", Json::array()}}).status, 405);
        QCOMPARE(m_admin->patch("/api/v1/inventory_logs", {{"changes", Json::array()}}).status, 405);
    }
};

QTEST_GUILESS_MAIN(EntityEditManyTest)
#include "entity_edit_many_test.moc"
