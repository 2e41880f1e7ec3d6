#include "shared/view/saved_view.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Saved views: whose they are, who sees them, and what each person does with them.
class SavedViewsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<HttpClient> m_clerk;  ///< staff without views.share
    std::unique_ptr<HttpClient> m_dealer;
    std::unique_ptr<HttpClient> m_foreigner;

    std::unique_ptr<HttpClient> signedIn(const std::string& tenant, const std::string& email,
                                         std::string_view password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn(tenant, email, std::string(password));
        return client;
    }

    static Json body(const std::string& name, bool isShared = false) {
        return {{"page", "cheques"},
                {"name", name},
                {"filter", "status: bounced due_on: today..month_end"},
                {"layout", "{\"columns\": [\"amount\"]}"},
                {"is_shared", isShared}};
    }

    static Json make(HttpClient& who, const std::string& name, bool isShared = false) {
        const HttpAnswer made = who.post("/api/v1/saved_views", body(name, isShared));
        [&] { QVERIFY2(made.status == 201, made.text.c_str()); }();
        return made.body;
    }

    static httplib::Headers ifVersion(int version) {
        return {{"If-Match", '"' + std::to_string(version) + '"'}};
    }

    static std::string pathOf(const Json& view) {
        return "/api/v1/saved_views/" + view.at("id").get<std::string>();
    }

    static std::vector<std::string> namesFor(HttpClient& who) {
        std::vector<std::string> names;
        const HttpAnswer answer = who.get("/api/v1/saved_views");
        for (const Json& item : answer.body.at("items")) {
            names.push_back(item.at("name").get<std::string>());
        }
        return names;
    }

    static bool sees(HttpClient& who, const std::string& name) {
        const auto names = namesFor(who);
        return std::find(names.begin(), names.end(), name) != names.end();
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("elsewhere");
        m_stack->makeUser("elsewhere", "admin@elsewhere.local", "ADMIN");
        m_stack->makeUser("nextgen", "clerk@nextgen.local", "EMPTY_ROLE");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = signedIn("nextgen", "admin@nextgen.local", "Admin123!");
        m_clerk = signedIn("nextgen", "clerk@nextgen.local", testing::TestStack::password);
        m_dealer = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        m_foreigner = signedIn("elsewhere", "admin@elsewhere.local", testing::TestStack::password);
    }

    void aViewIsKeptAsItWasSaved() {
        const Json view = make(*m_admin, "kept");
        QCOMPARE(view.at("filter").get<std::string>(),
                 std::string("status: bounced due_on: today..month_end"));
        QCOMPARE(Json::parse(view.at("layout").get<std::string>()),
                 Json::parse("{\"columns\": [\"amount\"]}"));
        QVERIFY(view.at("is_mine").get<bool>());
        QVERIFY(!view.at("is_default").get<bool>());
        QVERIFY(view.at("pin_position").is_null());
        const HttpAnswer read = m_admin->get(pathOf(view));
        QCOMPARE(read.status, 200);
        QCOMPARE(read.body, view);
        QCOMPARE(read.header("ETag"), std::string("\"1\""));
    }

    void ownViewsAreOnesOwnAndSharedOnesTheStaffs() {
        const Json own = make(*m_admin, "own");
        const Json shared = make(*m_admin, "shared", true);
        QVERIFY(sees(*m_admin, "own") && sees(*m_admin, "shared"));
        QVERIFY(!sees(*m_clerk, "own") && sees(*m_clerk, "shared"));
        // Neither a dealer's people nor another tenant are staff.
        QVERIFY(!sees(*m_dealer, "own") && !sees(*m_dealer, "shared"));
        QVERIFY(!sees(*m_foreigner, "own") && !sees(*m_foreigner, "shared"));
        QCOMPARE(m_clerk->get(pathOf(own)).status, 404);
        QCOMPARE(m_clerk->get(pathOf(shared)).body.at("is_mine").get<bool>(), false);
        QCOMPARE(m_dealer->get(pathOf(shared)).status, 404);
        QCOMPARE(m_foreigner->get(pathOf(shared)).status, 404);
        make(*m_dealer, "a dealer's own");
        QVERIFY(sees(*m_dealer, "a dealer's own") && !sees(*m_admin, "a dealer's own"));
    }

    void sharingNeedsItsPermission() {
        const HttpAnswer refused = m_clerk->post("/api/v1/saved_views", body("mine for all", true));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.body.at("permission").get<std::string>(), std::string("views.share"));
        const Json own = make(*m_clerk, "mine");
        QCOMPARE(m_clerk->patch(pathOf(own), {{"is_shared", true}}, ifVersion(1)).status, 403);
        const Json shared = make(*m_admin, "theirs", true);
        QCOMPARE(m_clerk->patch(pathOf(shared), {{"name", "x"}}, ifVersion(1)).status, 403);
        QCOMPARE(m_clerk->remove(pathOf(shared), ifVersion(1)).status, 403);
        QVERIFY(sees(*m_admin, "theirs"));
    }

    void aChangeNamesTheVersionThatItChanges() {
        const Json view = make(*m_admin, "changing");
        QCOMPARE(m_admin->patch(pathOf(view), {{"name", "changed"}}).status, 428);
        const HttpAnswer changed =
            m_admin->patch(pathOf(view), {{"name", "changed"}, {"filter", ""}}, ifVersion(1));
        QVERIFY2(changed.status == 200, changed.text.c_str());
        QCOMPARE(changed.body.at("name").get<std::string>(), std::string("changed"));
        QCOMPARE(changed.body.at("version").get<int>(), 2);
        QCOMPARE(m_admin->patch(pathOf(view), {{"name", "again"}}, ifVersion(1)).status, 412);
        QCOMPARE(m_admin->remove(pathOf(view), ifVersion(1)).status, 412);
        QCOMPARE(m_admin->remove(pathOf(view), ifVersion(2)).status, 204);
        QCOMPARE(m_admin->get(pathOf(view)).status, 404);
    }

    void eachPersonUsesAViewInTheirOwnWay() {
        const Json shared = make(*m_admin, "for all", true);
        const Json other = make(*m_clerk, "clerk's");
        const HttpAnswer used =
            m_clerk->post(pathOf(shared) + "/use", {{"is_default", true}, {"pin_position", 3}});
        QVERIFY2(used.status == 200, used.text.c_str());
        QVERIFY(used.body.at("is_default").get<bool>());
        QCOMPARE(used.body.at("pin_position").get<int>(), 3);
        QCOMPARE(used.body.at("version").get<int>(), 1);
        QVERIFY(!m_admin->get(pathOf(shared)).body.at("is_default").get<bool>());
        // Of a list one view is the default; what is not named stays.
        QCOMPARE(m_clerk->post(pathOf(other) + "/use", {{"is_default", true}}).status, 200);
        const Json before = m_clerk->get(pathOf(shared)).body;
        QVERIFY(!before.at("is_default").get<bool>());
        QCOMPARE(before.at("pin_position").get<int>(), 3);
        QVERIFY(m_clerk->post(pathOf(shared) + "/use", {{"pin_position", nullptr}})
                    .body.at("pin_position")
                    .is_null());
        // A view that others use can be removed all the same.
        QCOMPARE(m_admin->remove(pathOf(shared), ifVersion(1)).status, 204);
        QVERIFY(!sees(*m_clerk, "for all"));
    }

    void whatCannotBeKeptIsRefused_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("no name") << "name" << "\"  \"" << "field_required";
        QTest::newRow("a long name") << "name" << '"' + QString(101, 'x') + '"' << "field_too_long";
        QTest::newRow("no such list") << "page" << "\"colours\"" << "value_refused";
        QTest::newRow("a long filter") << "filter" << '"' + QString(2001, 'x') + '"' << "field_too_long";
        QTest::newRow("a secret") << "filter" << "\"drawer_national_id: 0013542419\"" << "value_refused";
        QTest::newRow("no object") << "layout" << "\"[1]\"" << "value_refused";
        QTest::newRow("no JSON") << "layout" << "\"{\"" << "value_refused";
        QTest::newRow("nested") << "layout" << "\"{\\\"a\\\":" + QString(40, '[') + QString(40, ']') + "}\""
                                << "value_refused";
        QTest::newRow("a large layout")
            << "layout" << "\"{\\\"a\\\":\\\"" + QString(16384, 'x') + "\\\"}\"" << "field_too_long";
        QTest::newRow("somebody's") << "is_mine" << "false" << "field_read_only";
        QTest::newRow("unknown") << "colour" << "1" << "field_unknown";
    }
    void whatCannotBeKeptIsRefused() {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, code);
        Json wrong = body("wrong");
        wrong[field.toStdString()] = Json::parse(value.toStdString());
        const HttpAnswer refused = m_admin->post("/api/v1/saved_views", wrong);
        QVERIFY2(refused.status == 422, refused.text.c_str());
        QCOMPARE(QString::fromStdString(refused.body.at("errors").at(0).at("code").get<std::string>()), code);
        QCOMPARE(QString::fromStdString(refused.body.at("errors").at(0).at("pointer").get<std::string>()),
                 '/' + field);
    }

    void aNameStandsOnceForEachPersonAndList() {
        make(*m_clerk, "twice");
        const HttpAnswer again = m_clerk->post("/api/v1/saved_views", body("twice"));
        QCOMPARE(again.status, 409);
        QCOMPARE(again.body.at("code").get<std::string>(), std::string("already_exists"));
        make(*m_admin, "twice");
        const Json view = make(*m_clerk, "a page stays");
        QCOMPARE(m_clerk->patch(pathOf(view), {{"page", "dealers"}}, ifVersion(1)).status, 422);
        QCOMPARE(m_clerk->post(pathOf(view) + "/use", {{"pin_position", 100}}).status, 422);
    }

    void thereIsAnEndToThem() {
        const auto count = namesFor(*m_dealer).size();
        for (std::size_t i = count; i < static_cast<std::size_t>(view::viewsMax); ++i) {
            make(*m_dealer, "view " + std::to_string(i));
        }
        const HttpAnswer full = m_dealer->post("/api/v1/saved_views", body("one more"));
        QCOMPARE(full.status, 409);
        QCOMPARE(full.body.at("code").get<std::string>(), std::string("too_many_views"));
    }

    void changesAreInTheAuditTrail() {
        const Json view = make(*m_admin, "audited");
        QCOMPARE(m_admin->remove(pathOf(view), ifVersion(1)).status, 204);
        const HttpAnswer trail = m_admin->get("/api/v1/audit_logs?table_name=saved_views&limit=2");
        QVERIFY2(trail.status == 200, trail.text.c_str());
        QCOMPARE(trail.body.at("items").at(0).at("action").get<std::string>(), std::string("delete"));
        QCOMPARE(trail.body.at("items").at(1).at("row_id"), view.at("id"));
    }
};

QTEST_GUILESS_MAIN(SavedViewsTest)
#include "saved_views_test.moc"
