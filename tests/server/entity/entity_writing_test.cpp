#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What a person does with records that a description is enough for.
class EntityWritingTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;

    std::unique_ptr<HttpClient> signedIn(const std::string& email, std::string_view password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signIn("nextgen", email, std::string(password));
        return client;
    }

    HttpAnswer makeBrand(const std::string& slug, const std::string& title) {
        return m_admin->post("/api/v1/brands", {{"slug", slug}, {"title_fa", title}});
    }

    /// The one fault of an answer: "code at pointer".
    static std::string faultOf(const HttpAnswer& answer) {
        if (!answer.body.contains("errors") || answer.body["errors"].size() != 1) {
            return answer.text;
        }
        const Json& error = answer.body["errors"][0];
        return error["code"].get<std::string>() + " at " + error["pointer"].get<std::string>();
    }

    static std::string path(const HttpAnswer& made) { return made.header("Location"); }

    std::string idOf(const std::string& sql) {
        return std::to_string(m_stack->owner().runText(sql, {}).one().get<std::int64_t>(0));
    }

    Json newProduct(const std::string& slug, const std::string& vendor, const std::string& title) {
        return {{"vendor_id", vendor}, {"category_id", idOf("SELECT id FROM categories ORDER BY id LIMIT 1")},
                {"slug", slug},        {"sku", "SKU-" + slug},
                {"title_fa", title},   {"price", 1'500'000}};
    }

    std::string vendor(const std::string& code) {
        return idOf(
            "WITH made AS (INSERT INTO vendors (tenant_id, code, slug, title_fa, search_key) SELECT id, '" +
            code + "', lower('" + code + "'), 'فروشندهٔ " + code +
            "', 'x' FROM tenants WHERE slug = 'nextgen' RETURNING id) SELECT id FROM made");
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = signedIn("admin@nextgen.local", "Admin123!");
    }

    void aNewRecordIsAnsweredWithItsPlaceAndVersion() {
        const HttpAnswer made = makeBrand("snowa", "اسنوا");
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(made.header("ETag"), std::string("\"1\""));
        QCOMPARE(made.body["title_fa"], Json("اسنوا"));
        QCOMPARE(made.body["country"], Json(""));
        QCOMPARE(made.body["is_active"], Json(true));
        QCOMPARE(m_admin->get(path(made)).body, made.body);
    }

    void theSameKeyMakesOneRecord() {
        const auto key = testing::freshKey();
        const Json body{{"slug", "once"}, {"title_fa", "یک بار"}};
        const HttpAnswer first = m_admin->post("/api/v1/brands", body, key);
        const HttpAnswer again = m_admin->post("/api/v1/brands", body, key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.header("Idempotency-Replayed"), std::string("true"));
        QCOMPARE(again.body["id"], first.body["id"]);
    }

    void whatTheSchemaRefusesNamesTheField() {
        makeBrand("taken", "گرفته");
        const HttpAnswer twice = makeBrand("taken", "دوباره");
        QCOMPARE(faultOf(twice), std::string("already_exists at /slug"));
        QCOMPARE(faultOf(makeBrand("Not A Slug", "بد")), std::string("value_refused at /slug"));
        QCOMPARE(faultOf(makeBrand("long", std::string(201, 'x'))),
                 std::string("field_too_long at /title_fa"));
        QCOMPARE(faultOf(makeBrand("empty", "")), std::string("field_required at /title_fa"));
        Json product = newProduct("lost", "12345", "کالا");
        QCOMPARE(faultOf(m_admin->post("/api/v1/products", product)),
                 std::string("reference_unknown at /vendor_id"));
        product = newProduct("cheap", vendor("V-CHEAP"), "کالا");
        product["price"] = -5;
        QCOMPARE(faultOf(m_admin->post("/api/v1/products", product)), std::string("value_refused at /price"));
    }

    void aProductGoesOnSaleAndItsFirstDayIsKept() {
        const HttpAnswer made =
            m_admin->post("/api/v1/products", newProduct("fresh", vendor("V-FRESH"), "کالا"));
        QVERIFY2(made.status == 201, made.text.c_str());
        QVERIFY(made.body["published_at"].is_null());
        const auto become = [&](const char* status, const char* version) {
            return m_admin->patch(path(made), {{"status", status}}, {{"If-Match", version}});
        };
        const HttpAnswer active = become("active", "\"1\"");
        QVERIFY2(active.status == 200, active.text.c_str());
        QVERIFY(active.body["published_at"].is_string());
        QCOMPARE(become("archived", "\"2\"").status, 200);
        QCOMPARE(become("active", "\"3\"").body["published_at"], active.body["published_at"]);
    }

    void whatTheRulesOfSeveralFieldsRefuseIsSaidAtTheFieldToMend() {
        Json product = newProduct("dear", vendor("V-DEAR"), "کالا");
        product["compare_at_price"] = 1'500'000;
        QCOMPARE(faultOf(m_admin->post("/api/v1/products", product)),
                 std::string("compare_price_too_low at /compare_at_price"));
        product["compare_at_price"] = nullptr;
        product["minimum_quantity"] = 5;
        product["maximum_quantity"] = 4;
        QCOMPARE(faultOf(m_admin->post("/api/v1/products", product)),
                 std::string("range_reversed at /maximum_quantity"));
        product["maximum_quantity"] = nullptr;
        product["status"] = "rejected";
        QCOMPARE(faultOf(m_admin->post("/api/v1/products", product)),
                 std::string("reason_missing at /status_reason"));

        const std::string category = idOf("SELECT id FROM categories ORDER BY id LIMIT 1");
        const HttpAnswer tree = m_admin->patch("/api/v1/categories/" + category, {{"parent_id", category}},
                                               {{"If-Match", "\"1\""}});
        QCOMPARE(faultOf(tree), std::string("category_misplaced at /parent_id"));

        Json discount{{"title_fa", "تخفیف"},
                      {"kind", "percent"},
                      {"percent_bp", 1000},
                      {"starts_at", "2026-11-22T00:00:00Z"},
                      {"ends_at", "2026-11-21T00:00:00Z"}};
        QCOMPARE(faultOf(m_admin->post("/api/v1/discounts", discount)),
                 std::string("period_reversed at /ends_at"));
        discount["ends_at"] = nullptr;
        discount["percent_bp"] = nullptr;
        QCOMPARE(faultOf(m_admin->post("/api/v1/discounts", discount)),
                 std::string("discount_value_mismatch at /kind"));

        Json address{{"user_id", idOf("SELECT min(id) FROM users")},
                     {"recipient_name", "x"},
                     {"mobile", "09120000000"},
                     {"province", "x"},
                     {"city", "x"},
                     {"address", "x"},
                     {"is_default", true}};
        const HttpAnswer home = m_admin->post("/api/v1/addresses", address);
        QVERIFY2(home.status == 201, home.text.c_str());
        QCOMPARE(faultOf(m_admin->post("/api/v1/addresses", address)),
                 std::string("default_taken at /is_default"));
        QCOMPARE(faultOf(m_admin->remove(path(home), {{"If-Match", "\"1\""}})),
                 std::string("default_inactive at /is_default"));
    }

    void aChangeNeedsTheVersionItIsMadeOn() {
        const HttpAnswer made = makeBrand("versions", "نسخه");
        QCOMPARE(m_admin->patch(path(made), {{"title_en", "Versions"}}).code(),
                 std::string("precondition_required"));
        const HttpAnswer changed =
            m_admin->patch(path(made), {{"title_en", "Versions"}}, {{"If-Match", "\"1\""}});
        QVERIFY2(changed.status == 200, changed.text.c_str());
        QCOMPARE(changed.header("ETag"), std::string("\"2\""));
        const HttpAnswer stale = m_admin->patch(path(made), {{"title_en", "Other"}}, {{"If-Match", "\"1\""}});
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.body["current_version"], Json(2));
        QCOMPARE(m_admin->get(path(made)).body["title_en"], Json("Versions"));
    }

    void searchFollowsTheWords() {
        const HttpAnswer made = makeBrand("pakshoma", "پاك‌شوما");
        const auto found = [&](const std::string& words) {
            return m_admin->get("/api/v1/brands?q=" + words).body["items"].size();
        };
        QCOMPARE(found("%D9%BE%D8%A7%DA%A9%20%D8%B4%D9%88%D9%85%D8%A7"), std::size_t{1});  // پاک شوما
        m_admin->patch(path(made), {{"title_fa", "آبسال"}}, {{"If-Match", "\"1\""}});
        QCOMPARE(found("%D9%BE%D8%A7%DA%A9%20%D8%B4%D9%88%D9%85%D8%A7"), std::size_t{0});
        QCOMPARE(found("%D8%A7%D8%A8%D8%B3%D8%A7%D9%84"), std::size_t{1});  // ابسال
    }

    void productsAreFoundByTheirBrandToo() {
        const HttpAnswer brand = makeBrand("zarrin", "زرین‌نشان");
        Json product = newProduct("kettle", vendor("V-KETTLE"), "کتری برقی");
        product["brand_id"] = brand.body["id"];
        const HttpAnswer made = m_admin->post("/api/v1/products", product);
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(made.body["brand_name"], Json("زرین‌نشان"));
        const Json items =
            m_admin
                ->get("/api/v1/products?q=%D8%B2%D8%B1%DB%8C%D9%86%20%DA%A9%D8%AA%D8%B1%DB%8C")  // زرین کتری
                .body["items"];
        QCOMPARE(items.size(), std::size_t{1});
        QCOMPARE(items[0]["id"], made.body["id"]);
    }

    void aPartTakesWhatItsWholeSays() {
        const std::string seller = vendor("V-PART");
        const HttpAnswer product = m_admin->post("/api/v1/products", newProduct("iron", seller, "اتو"));
        const HttpAnswer price =
            m_admin->post("/api/v1/product_tier_prices",
                          {{"product_id", product.body["id"]}, {"tier", "GOLD"}, {"price", 1'200'000}});
        QVERIFY2(price.status == 201, price.text.c_str());
        QCOMPARE(price.body["vendor_id"], Json(seller));
        QCOMPARE(faultOf(m_admin->patch(path(price), {{"product_id", "5"}}, {{"If-Match", "\"1\""}})),
                 std::string("field_read_only at /product_id"));
        const Json listed =
            m_admin->get("/api/v1/product_tier_prices?product_id=" + product.body["id"].get<std::string>())
                .body["items"];
        QCOMPARE(listed.size(), std::size_t{1});
    }

    void stockNeverFallsBelowNothing() {
        const HttpAnswer product =
            m_admin->post("/api/v1/products", newProduct("scarce", vendor("V-SCARCE"), "کمیاب"));
        const auto move = [&](const std::string& kind, int change) {
            return m_admin->post("/api/v1/inventory_logs", {{"product_id", product.body["id"]},
                                                            {"kind", kind},
                                                            {"quantity_change", change},
                                                            {"occurred_on", "2026-11-22"}});
        };
        const HttpAnswer opening = move("opening", 3);
        QVERIFY2(opening.status == 201, opening.text.c_str());
        QCOMPARE(faultOf(move("damage", -5)), std::string("stock_not_enough at /quantity_change"));
        QCOMPARE(move("damage", -1).status, 201);
        const Json stock =
            m_admin->get("/api/v1/product_stocks/" + product.body["id"].get<std::string>()).body;
        QCOMPARE(stock["on_hand"], Json(2));
    }

    void whatIsDeactivatedStaysAndComesBack() {
        const HttpAnswer made = makeBrand("sleepy", "خفته");
        const HttpAnswer gone = m_admin->remove(path(made), {{"If-Match", "\"1\""}});
        QVERIFY2(gone.status == 200, gone.text.c_str());
        QCOMPARE(gone.body["is_active"], Json(false));
        QCOMPARE(m_admin->get(path(made)).status, 200);
        const HttpAnswer back = m_admin->patch(path(made), {{"is_active", true}}, {{"If-Match", "\"2\""}});
        QCOMPARE(back.body["is_active"], Json(true));
    }

    void theHistorySaysWhoChangedWhat() {
        const HttpAnswer made = makeBrand("storied", "پیشینه");
        m_admin->patch(path(made), {{"country", "IR"}}, {{"If-Match", "\"1\""}});
        const Json history = m_admin->get(path(made) + "/history").body["items"];
        QCOMPARE(history.size(), std::size_t{2});
        QCOMPARE(history[0]["action"], Json("update"));
        QCOMPARE(history[0]["old_values"], Json({{"country", ""}}));
        QCOMPARE(history[0]["new_values"], Json({{"country", "IR"}}));
        QVERIFY(!history[0]["actor_name"].get<std::string>().empty());
        QCOMPARE(history[1]["action"], Json("insert"));
    }

    void aSettingHoldsJsonOrIsRefused() {
        const HttpAnswer made =
            m_admin->post("/api/v1/settings", {{"key", "shop.greeting"}, {"value", "\"سلام\""}});
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(made.body["value"], Json("\"سلام\""));
        QCOMPARE(faultOf(m_admin->patch(path(made), {{"value", "{broken"}}, {{"If-Match", "\"1\""}})),
                 std::string("field_type_invalid at /value"));
    }

    void aSettingThatIsKnownHoldsItsKindOfValue() {
        const auto faultOfValue = [&](const char* key, const char* json) {
            return faultOf(m_admin->post("/api/v1/settings", {{"key", key}, {"value", json}}));
        };
        QCOMPARE(faultOfValue("order.return_days", "\"7\""), std::string("field_type_invalid at /value"));
        QCOMPARE(faultOfValue("order.return_days", "366"), std::string("value_not_allowed at /value"));
        QCOMPARE(faultOfValue("dealer.credit_check", "\"sometimes\""),
                 std::string("value_not_allowed at /value"));
        QCOMPARE(faultOfValue("feature.reviews", "1"), std::string("field_type_invalid at /value"));
        QCOMPARE(faultOfValue("shop.title_fa", "\"\""), std::string("field_required at /value"));
        const Json known = m_admin->get("/api/v1/settings?key=order.return_days").body["items"].at(0);
        const std::string one = "/api/v1/settings/" + known["id"].get<std::string>();
        QCOMPARE(faultOf(m_admin->patch(one, {{"value", "true"}}, {{"If-Match", "\"1\""}})),
                 std::string("field_type_invalid at /value"));
        QCOMPARE(m_admin->patch(one, {{"value", "10"}}, {{"If-Match", "\"1\""}}).status, 200);
    }

    void aVendorsPeopleStayWithinTheVendor() {
        const std::string own = vendor("V-OWN");
        const std::string other = vendor("V-OTHER");
        m_stack->makeUser("nextgen", "seller@own.local", "VENDOR");
        m_stack->owner().runText(
            "UPDATE user_role_assignments SET vendor_id = $1 WHERE user_id = (SELECT id "
            "FROM users WHERE email = 'seller@own.local')",
            {own});
        const HttpAnswer foreign =
            m_admin->post("/api/v1/products", newProduct("theirs", other, "کالای دیگری"));
        const auto seller = signedIn("seller@own.local", testing::TestStack::password);
        const HttpAnswer mine = seller->post("/api/v1/products", newProduct("mine", own, "کالای من"));
        QVERIFY2(mine.status == 201, mine.text.c_str());
        const HttpAnswer refused = seller->post("/api/v1/products", newProduct("stolen", other, "کالای او"));
        QVERIFY2(refused.status == 403 && refused.code() == "out_of_scope", refused.text.c_str());
        const HttpAnswer vendors = seller->get("/api/v1/vendors");
        for (const Json& vendorSeen : vendors.body["items"]) {
            QCOMPARE(vendorSeen["id"], Json(own));
        }
        QVERIFY(seller->patch(path(foreign), {{"price", 1}}, {{"If-Match", "\"1\""}}).status >= 400);
        QCOMPARE(m_admin->get(path(foreign)).body["price"], Json(1'500'000));
    }
};

QTEST_GUILESS_MAIN(EntityWritingTest)
#include "entity_writing_test.moc"
