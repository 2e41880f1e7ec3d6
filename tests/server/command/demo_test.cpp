#include "server/command/demo.h"

#include "shared/core/text.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <map>

using namespace nextgen;

/// The demo tenant is what the README and the tests of everything else count on.
class DemoTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;

    db::Connection& owner() { return m_stack->owner(); }

    std::vector<std::string> tables(const std::string& column) {
        std::vector<std::string> names;
        for (const db::Row row : owner().runText(
                 "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE "
                 "c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition "
                 "AND a.attname = $1 ORDER BY 1",
                 {column})) {
            names.push_back(row.get<std::string>("relname"));
        }
        return names;
    }

    /// Every table of the tenant with the number of its rows and of their changes.
    std::map<std::string, std::string> contents() {
        std::map<std::string, std::string> all;
        for (const std::string& table : tables("tenant_id")) {
            all[table] = owner()
                             .script(
                                 "SELECT count(*) || ' ' || coalesce(sum((to_jsonb(t) ->> "
                                 "'version')::bigint), 0) AS rows FROM app." +
                                 table + " t")
                             .one()
                             .get<std::string>("rows");
        }
        return all;
    }

  private slots:
    void initTestCase() { m_stack = std::make_unique<testing::TestStack>(true); }

    void itHasWhatIsPromised_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("answer");
        const auto counts = [](const char* name, const char* from, const char* count) {
            QTest::newRow(name) << QString("SELECT count(*)::text AS answer FROM %1").arg(from) << count;
        };
        counts("vendors", "vendors WHERE status = 'approved'", "4");
        counts("categories", "categories WHERE parent_id IS NULL", "4");
        counts("subcategories", "categories WHERE parent_id IS NOT NULL", "3");
        counts("products on sale", "products WHERE status = 'active' AND title_fa <> '' AND title_en <> ''",
               "11");
        counts("products with stock", "product_stocks WHERE on_hand > 0", "11");
        counts("ways of sending", "shipping_methods WHERE is_active", "3");
        counts("campaigns", "discounts WHERE is_active", "3");
        counts("flags", "settings WHERE key LIKE 'feature.%'", "6");
        counts("people", "users WHERE password_hash IS NOT NULL", "5");
        QTest::newRow("prices")
            << "SELECT string_agg(title_en || ' ' || price, ', ' ORDER BY id) AS answer FROM products WHERE "
               "title_en IN ('iPhone 15 Pro', 'Samsung Galaxy S24', 'MacBook Pro 16\"', 'Dell XPS 15', "
               "'Wireless Charger', 'Cotton T-Shirt', 'LED Lamp', 'Coffee Maker')"
            << "iPhone 15 Pro 3999000, Samsung Galaxy S24 3299000, MacBook Pro 16\" 8999000, Dell XPS 15 "
               "6999000, Wireless Charger 299000, Cotton T-Shirt 199000, LED Lamp 349000, Coffee Maker "
               "799000";
        QTest::newRow("stock is the sum of movements")
            << "SELECT bool_and(on_hand = (SELECT sum(l.quantity_change) FROM inventory_logs l WHERE "
               "l.product_id = s.id))::text AS answer FROM product_stocks s"
            << "true";
        QTest::newRow("whose people")
            << "SELECT string_agg(a.role || ' ' || coalesce(v.title_en, e.title_en, d.company_name, ''), ', "
               "' ORDER BY a.role) AS answer FROM user_role_assignments a LEFT JOIN vendors v ON v.id = "
               "a.vendor_id LEFT JOIN executor_profiles e ON e.id = a.executor_id LEFT JOIN dealer_profiles "
               "d ON d.id = a.dealer_id WHERE a.role <> 'SUPER_ADMIN'"
            << "CUSTOMER , DEALER Tech Solutions Iran, EXECUTOR Arman Technical Group, VENDOR Digital Arya";
    }
    void itHasWhatIsPromised() {
        QFETCH(QString, query);
        QFETCH(QString, answer);
        QCOMPARE(QString::fromStdString(owner().script(query.toStdString()).one().get<std::string>("answer")),
                 answer);
    }

    void loadingItAgainChangesNothing() {
        const auto before = contents();
        command::loadDemo(m_stack->stack().databaseOwnerUrl());
        const auto after = contents();
        for (const auto& [table, rows] : before) {
            QCOMPARE(QString::fromStdString(table + ' ' + after.at(table)),
                     QString::fromStdString(table + ' ' + rows));
        }
    }

    void itsTextsAreFoldedAsTheProgramFolds() {
        int compared = 0;
        for (const std::string& table : tables("search_key")) {
            for (const db::Row row :
                 owner().script("SELECT search_key FROM app." + table + " WHERE search_key <> ''")) {
                const auto key = row.get<std::string>("search_key");
                QCOMPARE(QString::fromStdString(key), QString::fromStdString(text::searchKey(key)));
                ++compared;
            }
        }
        QVERIFY(compared > 30);
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
