#include "server/seed/generator.h"

#include "server/seed/words.h"
#include "shared/api/entity.h"
#include "shared/core/text.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <map>

using namespace nextgen;

/// Generated tenants are what lists and searches are measured on: they must be such as the program itself
/// could have made, the same each time, and leave the database as the migrations made it.
class GeneratorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;

    db::Connection& owner() { return m_stack->owner(); }

    void generate(std::uint64_t seed, bool isBesideOthers = false) {
        seed::Plan plan;
        plan.scale = 0.0005;
        plan.seed = seed;
        plan.tenants = 5;
        plan.months = 14;
        plan.until = *Date::parse("2026-03-01");
        seed::generate(
            {m_stack->stack().databaseOwnerUrl(), plan, isBesideOthers, [](const std::string&) {}});
    }

    std::vector<std::string> column(const std::string& statement) {
        std::vector<std::string> cells;
        for (const db::Row row : owner().script(statement)) {
            cells.push_back(row.get<std::string>(0));
        }
        return cells;
    }

    std::string one(const std::string& statement) { return column(statement).at(0); }

    /// Rows and their sum for each table; the time of loading, and what follows from it, aside.
    std::map<std::string, std::string> checksums() {
        std::map<std::string, std::string> all;
        for (const std::string& table :
             column("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE "
                    "c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT "
                    "c.relispartition AND "
                    "a.attname = 'tenant_id' AND c.relname NOT IN ('role_permissions', 'ledger_accounts', "
                    "'record_changes')")) {
            all[table] = one(
                "SELECT count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'posted_xid')::text, "
                "0)::numeric), 0) FROM app." +
                table + " t WHERE tenant_id >= 1000000");
        }
        return all;
    }

    /// All that the migrations said of indexes, constraints and triggers.
    std::vector<std::string> schema() {
        return column(
            "SELECT pg_get_indexdef(c.oid) || ' ' || i.indisvalid || coalesce(obj_description(c.oid), '') || "
            "       coalesce((SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid), '') "
            "AS line "
            "  FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relnamespace = "
            "'app'::regnamespace "
            "UNION ALL "
            "SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated || pg_get_constraintdef(oid) "
            "  FROM pg_constraint WHERE connamespace = 'app'::regnamespace "
            "UNION ALL "
            "SELECT tgrelid::regclass || ' ' || tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger "
            "WHERE "
            "NOT tgisinternal "
            "UNION ALL "
            "SELECT relname || ' ' || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') "
            "FROM pg_class "
            " WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p') "
            " ORDER BY 1");
    }

  private slots:
    void initTestCase() { m_stack = std::make_unique<testing::TestStack>(); }

    void generationLeavesTheSchemaAsItWas() {
        owner().script("SELECT app.ensure_partitions(3, '2025-01-01')");
        const auto before = schema();
        generate(1);
        QCOMPARE(schema(), before);
        QCOMPARE(one("SELECT count(*)::text FROM app.orders_default"), std::string("0"));
        const auto made = m_stack->makeTenant("a-real-one").value();
        QVERIFY2(made < 1000, "the next tenant's number goes on where the others ended");
        owner().script(
            "DELETE FROM app.role_permissions WHERE tenant_id < 1000; "
            "DELETE FROM app.ledger_accounts WHERE tenant_id < 1000; DELETE FROM app.tenants WHERE id < "
            "1000");
    }

    void generatedSumsAgree_data() {
        QTest::addColumn<QString>("differing");
        const auto rule = [](const char* name, const char* statement) { QTest::newRow(name) << statement; };
        rule("an order is the sum of its items",
             "SELECT 1 FROM app.orders o JOIN (SELECT tenant_id, order_id, sum(quantity * unit_price) AS "
             "items, "
             "sum(discount_amount) AS discount, sum(tax_amount) AS tax, count(*) FROM app.order_items GROUP "
             "BY 1, 2) i "
             "ON i.tenant_id = o.tenant_id AND i.order_id = o.id "
             "WHERE (o.items_amount, o.discount_amount, o.tax_amount) <> (i.items, i.discount, i.tax)");
        rule(
            "every order has items, and its number",
            "SELECT 1 FROM app.orders o WHERE NOT EXISTS (SELECT FROM app.order_items i WHERE i.tenant_id = "
            "o.tenant_id "
            "AND i.order_id = o.id) OR NOT EXISTS (SELECT FROM app.order_numbers n WHERE (n.tenant_id, n.id, "
            "n.order_number, "
            "n.vendor_id, n.search_key) = (o.tenant_id, o.id, o.order_number, o.vendor_id, o.search_key) AND "
            "(n.customer_id, n.dealer_id) IS NOT DISTINCT FROM (o.customer_id, o.dealer_id))");
        rule("items name the order's buyer and vendor",
             "SELECT 1 FROM app.order_items i JOIN app.orders o ON o.tenant_id = i.tenant_id AND o.id = "
             "i.order_id "
             "WHERE (i.vendor_id, i.customer_id, i.dealer_id) IS DISTINCT FROM (o.vendor_id, o.customer_id, "
             "o.dealer_id)");
        rule("stock is the sum of its movements",
             "SELECT 1 FROM app.product_stocks s LEFT JOIN (SELECT tenant_id, product_id, "
             "sum(quantity_change) AS on_hand, "
             "sum(reserved_change) AS reserved FROM app.inventory_logs GROUP BY 1, 2) l ON l.tenant_id = "
             "s.tenant_id AND "
             "l.product_id = s.id WHERE (s.on_hand, s.reserved) IS DISTINCT FROM (l.on_hand, l.reserved)");
        rule("every product has stock and search text",
             "SELECT 1 FROM app.products p WHERE NOT EXISTS (SELECT FROM app.product_stocks s WHERE "
             "s.tenant_id = p.tenant_id "
             "AND s.id = p.id) OR NOT EXISTS (SELECT FROM app.product_search s WHERE s.tenant_id = "
             "p.tenant_id AND s.id = p.id)");
        rule("ledger entries add up to zero",
             "SELECT 1 FROM app.ledger_lines GROUP BY tenant_id, entry_id HAVING sum(amount) <> 0");
        rule("every ledger entry has lines of its dealer",
             "SELECT 1 FROM app.ledger_entries e WHERE NOT EXISTS (SELECT FROM app.ledger_lines l WHERE "
             "l.tenant_id = "
             "e.tenant_id AND l.entry_id = e.id AND l.dealer_id = e.dealer_id)");
        rule("balances are what the lines add up to", "SELECT 1 FROM app.ledger_differences()");
        rule("what is booked of cheques is what cheques there are",
             "SELECT 1 FROM (SELECT tenant_id, dealer_id, 'cheques_' || status AS account, sum(amount) AS "
             "amount FROM app.cheques "
             "WHERE status IN ('on_hand', 'deposited', 'bounced') GROUP BY 1, 2, 3) c FULL JOIN (SELECT "
             "l.tenant_id, l.dealer_id, "
             "a.name AS account, sum(l.amount) AS amount FROM app.ledger_lines l JOIN app.ledger_accounts a "
             "ON a.tenant_id = "
             "l.tenant_id AND a.id = l.account_id WHERE a.name IN ('cheques_on_hand', 'cheques_deposited', "
             "'cheques_bounced') "
             "GROUP BY 1, 2, 3 HAVING sum(l.amount) <> 0) b USING (tenant_id, dealer_id, account) "
             "WHERE c.amount IS DISTINCT FROM b.amount");
        rule("a cheque's status is its last event's",
             "SELECT 1 FROM app.cheques c JOIN LATERAL (SELECT to_status, count(*) OVER () AS moves FROM "
             "app.cheque_events e WHERE "
             "e.tenant_id = c.tenant_id AND e.cheque_id = c.id ORDER BY e.occurred_on DESC, e.id DESC LIMIT "
             "1) e ON true "
             "WHERE (c.status, c.version) <> (e.to_status, e.moves)");
        rule("a payment is allocated as its allocations say",
             "SELECT 1 FROM app.payments p LEFT JOIN (SELECT tenant_id, payment_id, sum(amount) AS amount "
             "FROM "
             "app.payment_allocations GROUP BY 1, 2) a ON a.tenant_id = p.tenant_id AND a.payment_id = p.id "
             "WHERE p.allocated_amount <> coalesce(a.amount, 0)");
        rule("an order is paid as the allocations say",
             "SELECT 1 FROM app.orders o LEFT JOIN (SELECT tenant_id, order_id, sum(amount) AS amount FROM "
             "app.payment_allocations GROUP BY 1, 2) a ON a.tenant_id = o.tenant_id AND a.order_id = o.id "
             "WHERE o.paid_amount <> coalesce(a.amount, 0)");
        rule("no secret is made up",
             "SELECT 1 FROM app.users WHERE password_hash IS NOT NULL OR national_id_cipher IS NOT NULL");
    }

    void generatedSumsAgree() {
        QFETCH(QString, differing);
        QCOMPARE(one("SELECT count(*)::text FROM (" + differing.toStdString() + ") d"), std::string("0"));
    }

    void everyListOfTheLargeTenantHasSomething_data() {
        QTest::addColumn<QString>("table");
        for (const char* table :
             {"users", "products", "orders", "order_items", "order_events", "payments", "cheques",
              "inventory_logs", "audit_logs", "reviews", "notifications", "product_tier_prices", "addresses",
              "vendors", "dealer_profiles", "categories", "brands"}) {
            QTest::newRow(table) << table;
        }
    }

    void everyListOfTheLargeTenantHasSomething() {
        QFETCH(QString, table);
        QVERIFY(one("SELECT count(*)::text FROM app." + table.toStdString() + " WHERE tenant_id = 1000000") !=
                "0");
    }

    void searchKeysAreWhatTheProgramWouldWrite_data() {
        QTest::addColumn<QString>("entity");
        for (const char* entity : {"users", "addresses", "vendors", "shipping_methods", "categories",
                                   "brands", "dealers", "products", "orders", "payments", "reviews"}) {
            QTest::newRow(entity) << entity;
        }
    }

    void searchKeysAreWhatTheProgramWouldWrite() {
        QFETCH(QString, entity);
        const api::Entity& described = *api::findEntity(entity.toStdString());
        const std::string table(described.table);
        const std::string keys(described.searchTable.empty() ? described.table : described.searchTable);
        std::string words;
        for (const describe::FieldInfo& field : described.fields) {
            if (!field.has(describe::Search)) {
                continue;
            }
            const auto other =
                field.refersTo.empty() ? api::ReferredTable{} : api::referredTable(field.refersTo);
            words += field.refersTo.empty()
                         ? "t." + std::string(field.name) + " || ' ' || "
                         : "coalesce((SELECT r." + std::string(other.titleColumn) + " FROM app." +
                               std::string(other.table) + " r WHERE r.tenant_id = t.tenant_id AND r.id = t." +
                               std::string(field.name) + ") || ' ', '') || ";
        }
        int compared = 0;
        for (const db::Row row : owner().script("SELECT " + words + "'' AS words, k.search_key FROM app." +
                                                table + " t JOIN app." + keys +
                                                " k ON k.tenant_id = t.tenant_id AND k.id = t.id "
                                                "WHERE t.tenant_id = 1000000 ORDER BY t.id DESC LIMIT 400")) {
            QCOMPARE(row.get<std::string>("search_key"), text::searchKey(row.get<std::string>("words")));
            ++compared;
        }
        QVERIFY(compared > 0);
    }

    void textsAreAsBadAsReality_data() {
        QTest::addColumn<QString>("condition");
        QTest::newRow("Arabic letters") << "title_fa LIKE '%ي%' OR title_fa LIKE '%ك%'";
        QTest::newRow("half-spaces") << "title_fa LIKE U&'%\\200C%'";
        QTest::newRow("marks of direction") << "title_fa LIKE U&'%\\202B%'";
        QTest::newRow("three kinds of digits") << "title_fa LIKE '%۱۲٣4%'";
        QTest::newRow("as long as may be") << "length(title_fa) = 300";
    }

    void textsAreAsBadAsReality() {
        QFETCH(QString, condition);
        QVERIFY(one("SELECT count(*)::text FROM app.products WHERE " + condition.toStdString()) != "0");
    }

    void theSameSeedGivesTheSameRowsWhateverElseThereIs() {
        const auto before = checksums();
        m_stack->makeTenant("another");
        generate(1, true);
        QCOMPARE(checksums(), before);
        generate(2, true);
        const auto others = checksums();
        for (const char* table :
             {"users", "products", "orders", "order_items", "payments", "cheques", "inventory_logs"}) {
            QVERIFY2(others.at(table) != before.at(table), table);
        }
    }

    void aDatabaseOfOtherTenantsIsLeftAlone() {
        const auto before = checksums();
        QVERIFY_EXCEPTION_THROWN(generate(3), seed::GenerationRefused);
        QCOMPARE(checksums(), before);
    }

    void anInterruptedRunLeavesEverythingAsItWas() {
        const auto rows = checksums();
        const auto before = schema();
        seed::Plan plan;
        plan.scale = 0.0005;
        plan.until = *Date::parse("2026-03-01");
        plan.months = 2;
        const auto interrupt = [](const std::string& step) {
            if (step.starts_with("order_items")) {
                throw std::runtime_error("the terminal was closed");
            }
        };
        QVERIFY_EXCEPTION_THROWN(seed::generate({m_stack->stack().databaseOwnerUrl(), plan, true, interrupt}),
                                 std::runtime_error);
        QCOMPARE(schema(), before);
        QCOMPARE(checksums(), rows);
    }
};

QTEST_GUILESS_MAIN(GeneratorTest)
#include "generator_test.moc"
