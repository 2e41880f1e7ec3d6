#include "shared/api/entity.h"

#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <algorithm>
#include <memory>
#include <set>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What holds for every entity alike, since each is served by its description alone.
class EntityTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<HttpClient> m_foreigner;  ///< administrator of another tenant
    std::unique_ptr<HttpClient> m_powerless;  ///< signed in, without any right

    static std::string path(const api::Entity& entity) { return "/api/v1/" + std::string(entity.name); }

    static void addEveryEntity(unsigned calls = 0) {
        QTest::addColumn<QString>("name");
        for (const api::Entity& entity : api::entities()) {
            if ((entity.calls & calls) == calls) {
                QTest::newRow(std::string(entity.name).c_str())
                    << QString::fromUtf8(entity.name.data(), static_cast<qsizetype>(entity.name.size()));
            }
        }
    }

    static const api::Entity& fetched() {
        QFETCH(QString, name);
        return *api::findEntity(name.toStdString());
    }

    std::unique_ptr<HttpClient> signedIn(const std::string& tenant, const std::string& email,
                                         std::string_view password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn(tenant, email, std::string(password));
        return client;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("elsewhere");
        m_stack->makeUser("elsewhere", "admin@elsewhere.local", "ADMIN");
        m_stack->makeUser("nextgen", "nobody@nextgen.local", "EMPTY_ROLE");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = signedIn("nextgen", "admin@nextgen.local", "Admin123!");
        m_foreigner = signedIn("elsewhere", "admin@elsewhere.local", testing::TestStack::password);
        m_powerless = signedIn("nextgen", "nobody@nextgen.local", testing::TestStack::password);
    }

    void everyListIsAPageOfWhatIsDescribed_data() { addEveryEntity(); }
    void everyListIsAPageOfWhatIsDescribed() {
        const api::Entity& entity = fetched();
        const HttpAnswer answer = m_admin->get(path(entity) + "?count=exact&limit=5");
        QVERIFY2(answer.status == 200, answer.text.c_str());
        QVERIFY(answer.body["items"].is_array() && answer.body.contains("next_cursor"));
        for (const Json& item : answer.body["items"]) {
            QCOMPARE(item.size(), entity.fields.size());
            for (const describe::FieldInfo& field : entity.fields) {
                QVERIFY2(item.contains(std::string(field.name)), field.name.data());
            }
        }
    }

    void everyFilterAndOrderIsOneThatTheDatabaseTakes_data() { addEveryEntity(); }
    void everyFilterAndOrderIsOneThatTheDatabaseTakes() {
        const api::Entity& entity = fetched();
        for (const api::ListField& field : entity.list.fields) {
            std::string value = "1";
            if (field.kind == describe::Kind::Choice) {
                value = field.choices.front().name;
            } else if (field.secret != describe::Secret::No) {
                value = field.secret == describe::Secret::Iban ? "IR062960000000100324200001" : "0012345679";
            } else if (field.kind == describe::Kind::Date) {
                value = "2026-11-22";
            } else if (field.kind == describe::Kind::Instant) {
                value = "2026-11-22T10:00:00Z";
            } else if (field.kind == describe::Kind::Bool) {
                value = "true";
            }
            std::vector<std::string> queries;
            if ((field.traits & api::Equal) != 0) {
                queries.push_back(std::string(field.name) + '=' + value);
                if (field.secret == describe::Secret::No) {
                    queries.push_back("limit=1&" + std::string(field.name) + ".ne=" + value);
                }
            }
            if ((field.traits & api::Range) != 0) {
                queries.push_back(std::string(field.name) + ".gte=" + value);
            }
            if ((field.traits & api::Sort) != 0) {
                queries.push_back("limit=1&sort=-" + std::string(field.name));
                for (const api::ListField& second : entity.list.fields) {
                    if ((second.traits & api::Sort) != 0 && second.name != field.name) {
                        queries.push_back("limit=1&sort=" + std::string(field.name) + ",-" +
                                          std::string(second.name));
                    }
                }
            }
            for (const std::string& query : queries) {
                const HttpAnswer answer = m_admin->get(path(entity) + '?' + query);
                QVERIFY2(answer.status == 200, (query + ": " + answer.text).c_str());
                // A second page shows that the order has a cursor.
                if (answer.body["next_cursor"].is_string()) {
                    const HttpAnswer next = m_admin->get(path(entity) + '?' + query + "&cursor=" +
                                                         answer.body["next_cursor"].get<std::string>());
                    QVERIFY2(next.status == 200, (query + ": " + next.text).c_str());
                }
            }
        }
        if (entity.list.hasSearch) {
            const HttpAnswer answer = m_admin->get(path(entity) + "?q=%DA%A9%D8%A7%D9%84%D8%A7");
            QVERIFY2(answer.status == 200, answer.text.c_str());
        }
    }

    void aListIsWalkedToItsEndAndBack_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("opposite");
        QTest::newRow("by several fields") << "products" << "-price,title_fa" << "price,-title_fa";
        QTest::newRow("by a date that some have") << "invoices" << "issued_on" << "-issued_on";
        QTest::newRow("those without first") << "invoices" << "-issued_on" << "issued_on";
        QTest::newRow("by it and another one") << "invoices" << "issued_on,-id" << "-issued_on,id";
        // Invoices that are not issued have no date yet.
        m_stack->owner().script(R"(
            CREATE TEMPORARY TABLE buyer AS
                SELECT u.tenant_id, u.id AS customer_id, u.display_name
                  FROM app.users u JOIN app.tenants t ON t.id = u.tenant_id AND t.slug = 'nextgen' WHERE u.email LIKE 'admin@%';
            INSERT INTO app.invoices (tenant_id, customer_id, buyer_name, status)
                SELECT b.*, 'draft' FROM buyer b, generate_series(1, 3);
            INSERT INTO app.invoices (tenant_id, customer_id, buyer_name, status, number, fiscal_year, invoice_number, issued_on,
                                      issued_at, gross_amount, net_amount, vat_amount, total_amount)
                SELECT b.*, 'issued', n, 1405, 'W-' || n, date '2026-11-01' + n / 2, now(), 1000, 1000, 100, 1100
                  FROM buyer b, generate_series(1, 4) n)");
    }
    void aListIsWalkedToItsEndAndBack() {
        QFETCH(QString, list);
        QFETCH(QString, sort);
        QFETCH(QString, opposite);
        const auto walk = [&](const QString& order, std::string cursor) {
            std::vector<std::string> ids;
            std::string turn;
            do {
                const HttpAnswer page =
                    m_admin->get("/api/v1/" + list.toStdString() + "?limit=1&sort=" + order.toStdString() +
                                 (cursor.empty() ? "" : "&cursor=" + cursor));
                if (page.status != 200) {
                    return std::pair(std::vector<std::string>{page.text}, turn);
                }
                for (const Json& item : page.body["items"]) {
                    ids.push_back(item["id"].get<std::string>());
                }
                const auto text = [&](const char* name) {
                    return page.body[name].is_string() ? page.body[name].get<std::string>() : std::string();
                };
                cursor = text("next_cursor");
                turn = text("previous_cursor");
            } while (!cursor.empty());
            return std::pair(ids, turn);
        };
        const auto [there, turn] = walk(sort, {});
        QVERIFY2(there.size() > 2 && !turn.empty(), there.empty() ? "" : there.front().c_str());
        QVERIFY(list != "invoices" || there.size() >= 7);
        QCOMPARE(std::set<std::string>(there.begin(), there.end()).size(), there.size());
        auto [back, end] = walk(opposite, turn);
        QCOMPARE(back.size(), there.size() - 1);
        std::ranges::reverse(back);
        QVERIFY(std::equal(back.begin(), back.end(), there.begin()));
    }

    void everyRecordIsReadWithItsVersionAndItsHistory_data() { addEveryEntity(); }
    void everyRecordIsReadWithItsVersionAndItsHistory() {
        const api::Entity& entity = fetched();
        const Json items = m_admin->get(path(entity) + "?limit=1").body["items"];
        if (items.empty()) {
            QSKIP("the demo tenant has none");
        }
        const std::string one = path(entity) + '/' + items[0]["id"].get<std::string>();
        const HttpAnswer answer = m_admin->get(one);
        QVERIFY2(answer.status == 200, answer.text.c_str());
        QCOMPARE(answer.body, items[0]);
        if (!entity.can(api::History)) {
            QCOMPARE(answer.header("ETag"), '"' + std::to_string(items[0]["version"].get<int>()) + '"');
            QCOMPARE(m_admin->get(one + "/history").status, 200);
        }
    }

    void anotherTenantsRecordIsNotThere_data() { addEveryEntity(); }
    void anotherTenantsRecordIsNotThere() {
        const api::Entity& entity = fetched();
        const Json items = m_admin->get(path(entity) + "?limit=1").body["items"];
        const std::string id = items.empty() ? std::string("12345") : items[0]["id"].get<std::string>();
        const std::string one = path(entity) + '/' + id;
        QCOMPARE(m_admin->get(one).status, items.empty() ? 404 : 200);
        QCOMPARE(m_foreigner->get(one).status, 404);
        QCOMPARE(m_foreigner->get(path(entity) + '/' + "nonsense").status, 404);
        const HttpAnswer seen = m_foreigner->get(path(entity) + "?limit=200");
        for (const Json& item : seen.body["items"]) {
            QVERIFY2(item["id"] != id, "a foreign record is listed");
        }
        if (entity.can(api::Edit)) {
            QCOMPARE(m_foreigner->patch(one, Json::object(), {{"If-Match", "\"1\""}}).status, 404);
        }
        if (entity.can(api::Deactivate) || entity.can(api::Remove)) {
            QCOMPARE(m_foreigner->remove(one, {{"If-Match", "\"1\""}}).status, 404);
        }
    }

    void withoutThePermissionNothingIsShownOrDone_data() { addEveryEntity(); }
    void withoutThePermissionNothingIsShownOrDone() {
        const api::Entity& entity = fetched();
        const auto expectRefused = [](const HttpAnswer& answer) {
            QVERIFY2(answer.status == 403, answer.text.c_str());
            QCOMPARE(answer.code(), std::string("permission_missing"));
            QVERIFY(answer.body.contains("permission"));
        };
        expectRefused(m_powerless->get(path(entity)));
        expectRefused(m_powerless->get(path(entity) + "/1"));
        if (entity.can(api::Create)) {
            expectRefused(m_powerless->post(path(entity)));
        }
        if (entity.can(api::Edit)) {
            expectRefused(m_powerless->patch(path(entity) + "/1", Json::object()));
        }
    }

    void whatIsNotDescribedIsRefused_data() { addEveryEntity(); }
    void whatIsNotDescribedIsRefused() {
        const api::Entity& entity = fetched();
        QCOMPARE(m_admin->get(path(entity) + "?no_such_field=1").code(),
                 std::string("query_parameter_unknown"));
        if (!entity.can(api::Create)) {
            return;
        }
        const HttpAnswer answer =
            m_admin->post(path(entity), {{"no_such_field", 1}, {"id", "5"}, {"version", 7}});
        QCOMPARE(answer.status, 422);
        std::map<std::string, std::string> codes;
        for (const Json& error : answer.body["errors"]) {
            codes[error["pointer"].get<std::string>()] = error["code"].get<std::string>();
        }
        QCOMPARE(codes["/no_such_field"], std::string("field_unknown"));
        QCOMPARE(codes["/id"], std::string("field_read_only"));
        QCOMPARE(codes["/version"],
                 std::string(entity.can(api::History) ? "field_unknown" : "field_read_only"));
        for (const describe::FieldInfo& field : entity.fields) {
            if (field.has(describe::Required) && !field.has(describe::ReadOnly)) {
                QCOMPARE(codes['/' + std::string(field.name)], std::string("field_required"));
            }
        }
    }

    void aListThatTakesTooLongAsksToBeNarrowed() {
        m_stack->owner().script("ALTER ROLE nextgen_reader SET statement_timeout = '1s'");
        const testing::ServerProcess impatient(*m_stack);
        m_stack->owner().script("ALTER ROLE nextgen_reader SET statement_timeout = '10s'");
        HttpClient client(impatient.url());
        client.signIn("nextgen", "admin@nextgen.local", "Admin123!");
        QCOMPARE(client.get("/api/v1/brands").status, 200);

        m_stack->owner().begin();
        m_stack->owner().script("LOCK TABLE brands IN ACCESS EXCLUSIVE MODE");
        for (const char* path : {"/api/v1/brands", "/api/v1/brands?is_active=false"}) {
            const HttpAnswer answer = client.get(path);
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.code(), std::string("query_too_broad"));
        }
        m_stack->owner().rollback();
        QCOMPARE(client.get("/api/v1/brands").status, 200);
    }
};

QTEST_GUILESS_MAIN(EntityTest)
#include "entity_test.moc"
