#include "server/cache/answer_cache.h"
#include "server/db/error.h"
#include "server/db/session.h"
#include "server/entity/entity_routes.h"
#include "server/http/routes.h"
#include "shared/api/entity.h"
#include "shared/api/permission.h"
#include "shared/cheque/bounce.h"
#include "shared/cheque/cheque.h"
#include "shared/cheque/exchange.h"
#include "shared/cheque/slip.h"
#include "shared/cheque_import/cheque_import_api.h"
#include "shared/credit/ledger.h"
#include "shared/dealer/dealer.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <set>

using namespace nextgen;

/// What every table, key, policy, role and statement of the database must keep, read off the catalogue of a
/// migrated one.
class SqlSchemaTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> stack;

    /// The first column of each row: the offenders, where there should be none.
    QString offenders(std::string_view sql) {
        db::Connection& owner = stack->owner();
        QStringList names;
        for (const db::Row row : owner.runText(sql, {})) {
            names << QString::fromStdString(row.get<std::string>(std::size_t{0}));
        }
        return names.join(", ");
    }

    template <class Runner>
    void refused(Runner& runner, const std::string& sql, const std::string& expectedState) {
        try {
            runner.runText(sql, {});
        } catch (const db::Failure& failure) {
            QCOMPARE(failure.sqlState(), expectedState);
            return;
        }
        QFAIL(("not refused: " + sql).c_str());
    }

    template <class E>
    void compareWithColumns(const char* table, const std::set<std::string>& joined) {
        db::Connection& owner = stack->owner();
        std::map<std::string, std::pair<std::string, bool>> columns;
        for (const db::Row row :
             owner.runText("SELECT column_name, data_type, is_nullable = 'YES' AS nullable FROM "
                           "information_schema.columns WHERE table_schema = 'app' AND table_name = $1",
                           {table})) {
            columns[row.get<std::string>("column_name")] = {row.get<std::string>("data_type"),
                                                            row.get<bool>("nullable")};
        }
        for (const describe::FieldInfo& field : describe::fieldsOf<E>()) {
            const std::string name(field.name);
            if (joined.contains(name)) {
                continue;
            }
            if (field.isSecret()) {
                QCOMPARE(name + columns[name + "_cipher"].first, name + "bytea");
                QCOMPARE(name + columns[name + "_last4"].first, name + "text");
                continue;
            }
            QVERIFY2(columns.contains(name),
                     qPrintable(QString("%1.%2 is no column").arg(table, name.c_str())));
            const std::map<describe::Kind, std::string> types{
                {describe::Kind::Text, "text"},    {describe::Kind::Money, "bigint"},
                {describe::Kind::Date, "date"},    {describe::Kind::Instant, "timestamp with time zone"},
                {describe::Kind::Id, "bigint"},    {describe::Kind::Integer, "integer"},
                {describe::Kind::Bool, "boolean"}, {describe::Kind::Choice, "text"},
            };
            QCOMPARE(name + " " + columns[name].first, name + " " + types.at(field.kind));
            QCOMPARE(name + (columns[name].second ? " may be null" : " has a value"),
                     name + (field.isOptional ? " may be null" : " has a value"));
        }
        describe::forEachField<E>([&](const auto& field) {
            using Value = typename std::remove_cvref_t<decltype(field)>::Value;
            for (const describe::Choice& choice : describe::choicesOfMember<Value>()) {
                const auto rows = owner.runText(
                    "SELECT 1 FROM pg_constraint WHERE conrelid = ('app.' || $1)::regclass AND contype = 'c' "
                    "AND "
                    "pg_get_constraintdef(oid) LIKE '%' || $2 || '%' AND pg_get_constraintdef(oid) LIKE "
                    "'%''' || $3 || '''%'",
                    {table, std::string(field.info.name), std::string(choice.name)});
                // Statuses of an event follow its cheque's; the table itself does not list them again.
                if (std::string_view(table) != "cheque_events" || field.info.name == "move") {
                    QVERIFY2(!rows.empty(), choice.name.data());
                }
            }
        });
    }

  private slots:
    void initTestCase() { stack = std::make_unique<testing::TestStack>(true); }

    void everyEntityAgreesWithItsTable_data() {
        QTest::addColumn<QString>("name");
        for (const api::Entity& entity : api::entities()) {
            QTest::newRow(std::string(entity.name).c_str())
                << QString::fromUtf8(entity.name.data(), static_cast<qsizetype>(entity.name.size()));
        }
    }
    void everyEntityAgreesWithItsTable() {
        QFETCH(QString, name);
        const api::Entity& entity = *api::findEntity(name.toStdString());
        const std::string table(entity.table);
        std::map<std::string, std::pair<std::string, bool>> columns;
        for (const db::Row row : stack->owner().runText(
                 "SELECT attname, format_type(atttypid, NULL), NOT attnotnull FROM pg_attribute "
                 "WHERE attrelid = ('app.' || $1)::regclass AND attnum > 0 AND NOT attisdropped",
                 {table})) {
            columns[row.get<std::string>(0)] = {row.get<std::string>(1), row.get<bool>(2)};
        }
        const bool isView =
            !stack->owner()
                 .runText("SELECT 1 FROM pg_class WHERE oid = ('app.' || $1)::regclass AND relkind = 'v'",
                          {table})
                 .empty();
        QVERIFY(!entity.titleField().name.empty());
        for (const describe::FieldInfo& field : entity.fields) {
            const std::string column(field.name);
            if (std::ranges::any_of(entity.fields, [&](const describe::FieldInfo& one) {
                    return !one.refersTo.empty() && api::wordsOf(one) == column;
                })) {
                continue;
            }
            if (field.isSecret()) {
                QVERIFY2(columns[column + "_cipher"].first == "bytea" &&
                             columns[column + "_last4"].first == "text",
                         (table + '.' + column + " is not stored as a secret").c_str());
                QVERIFY2((columns[column + "_index"].first == "bytea") == field.has(describe::Equal),
                         (table + '.' + column + " has an index to be found by, or not").c_str());
                continue;
            }
            QVERIFY2(columns.contains(column), (table + '.' + column + " is no column").c_str());
            const auto& [type, mayBeNull] = columns[column];
            const std::map<describe::Kind, std::set<std::string>> types{
                {describe::Kind::Text, {"text", "jsonb", "bigint"}},
                {describe::Kind::Money, {"bigint"}},
                {describe::Kind::Date, {"date"}},
                {describe::Kind::Instant, {"timestamp with time zone"}},
                {describe::Kind::Id, {"bigint"}},
                {describe::Kind::Integer, {"integer", "bigint"}},
                {describe::Kind::Bool, {"boolean"}},
                {describe::Kind::Choice, {"text"}},
            };
            QVERIFY2(types.at(field.kind).contains(type), (table + '.' + column + " is " + type).c_str());
            if (!isView) {
                QVERIFY2(field.isOptional == mayBeNull,
                         (table + '.' + column + (mayBeNull ? " may be null" : " is never null")).c_str());
            }
            if (!field.refersTo.empty()) {
                QVERIFY(!api::referredTable(field.refersTo).titleColumn.empty());
            }
        }
    }

    /// A constraint that a client can run into is answered at a field: by its name when it is one field's,
    /// by a line of server/entity/entity_routes.cpp when it is of several or a trigger's.
    void everyRuleOfWhatIsWrittenHasASentence() {
        cache::InvalidationBus bus("");
        cache::AnswerCache answers(1, std::chrono::seconds(1), bus);
        http::Routes routes;
        secret::Vault vault(stack->database().outside, stack->stack().folder().masterKey());
        entity::addRoutes(routes, stack->database(), answers, vault, {});
        QStringList wrong;
        for (const api::Entity& entity : api::entities()) {
            if (!entity.can(api::Create) && !entity.can(api::Edit)) {
                continue;
            }
            std::vector<std::string> written;
            for (const describe::FieldInfo& field : entity.fields) {
                if (!field.has(describe::Key | describe::ReadOnly)) {
                    written.emplace_back(field.name);
                }
            }
            if (entity.can(api::Deactivate)) {
                written.emplace_back("is_active");
            }
            // Constraints and unique indexes with how many columns besides the tenant; what triggers raise
            // has 0.
            for (const db::Row row : stack->owner().runText(
                     "SELECT r.name, r.kind, cardinality(r.columns) AS width FROM ("
                     "SELECT k.conname::text AS name, k.contype::text AS kind, ARRAY(SELECT attname::text "
                     "FROM "
                     "pg_attribute WHERE attrelid = k.conrelid AND attnum = ANY (k.conkey) AND attname <> "
                     "'tenant_id') AS columns FROM pg_constraint k "
                     "WHERE k.conrelid = ('app.' || $1)::regclass AND k.contype IN ('c', 'f', 'u') "
                     "UNION ALL SELECT i.relname::text, 'u', ARRAY(SELECT attname::text FROM pg_attribute "
                     "WHERE "
                     "attrelid = x.indrelid AND attnum = ANY (x.indkey::smallint[]) AND attname <> "
                     "'tenant_id') "
                     "FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "
                     "WHERE x.indrelid = ('app.' || $1)::regclass AND x.indisunique AND NOT x.indisprimary "
                     "AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid AND "
                     "k.contype = "
                     "'u') "
                     "UNION ALL SELECT m[1], 't', '{}'::text[] FROM pg_trigger t JOIN pg_proc p ON p.oid = "
                     "t.tgfoid, regexp_matches(p.prosrc, 'CONSTRAINT = ''([a-z_]+)''', 'g') m "
                     "WHERE t.tgrelid = ('app.' || $1)::regclass) r "
                     "WHERE r.kind = 't' OR r.columns && $2::text[]",
                     {db::toSql(entity.table), db::toSql(written)})) {
                const auto name = row.get<std::string>("name");
                const auto kind = row.get<std::string>("kind");
                const auto meaning = routes.meaningOf(name);
                const bool isOneFields = kind != "c" || row.get<int>("width") == 1;
                if (!meaning || meaning->code == ErrorCode::RuleBroken ||
                    (meaning->code == ErrorCode::ValueRefused && !isOneFields) ||
                    std::ranges::find(written, meaning->pointer.substr(std::min<std::size_t>(
                                                   1, meaning->pointer.size()))) == written.end()) {
                    wrong << QString::fromStdString(
                        name + " -> " +
                        (meaning ? std::string(errorName(meaning->code)) + " at " + meaning->pointer
                                 : std::string("nothing")));
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void everyTableIsServedOrItIsSaidWhyNot() {
        // Read and written by endpoints of their own, or by the program alone.
        const std::set<std::string> others{"audit_unsealed",
                                           "audit_seals",
                                           "audit_anchors",  // nextgen-server audit
                                           "audit_logs",     // audit_log_list
                                           "cheques",
                                           "cheque_events",
                                           "cheque_bounces",
                                           "issued_cheque_events",  // /issued_cheques/{id}/events
                                           "cheque_exchanges",
                                           "cheque_exchange_items",  // /cheque_exchanges
                                           "cheque_slips",
                                           "cheque_slip_items",  // /cheque_slips
                                           "drawer_histories",   // /cheque_forecast
                                           "drawer_colours",     // /cheques/{id}/drawer
                                           "cheque_imports",
                                           "cheque_import_rows",  // /cheques, /cheque_imports
                                           "ledger_entries",
                                           "ledger_lines",
                                           "ledger_balances",
                                           "ledger_reversals",  // /dealers/{id}/ledger
                                           "record_changes",    // /changes
                                           "record_notes",      // /{entity}/{id}/notes
                                           "record_files",
                                           "storage_leftovers",  // /{entity}/{id}/files
                                           "saved_views",
                                           "saved_view_uses",  // /saved_views
                                           "sessions",
                                           "recovery_codes",
                                           "password_resets",
                                           "sign_in_attempts",
                                           "tenants",         // /auth
                                           "tenant_keys",     // nextgen-server keys
                                           "permissions",     // the catalogue of shared/api
                                           "vendor_cards",    // names for vendor_id
                                           "product_stocks",  // product_stock_list
                                           "product_search",
                                           "order_numbers",
                                           "discount_counters",
                                           "document_counters",
                                           "order_idempotencies",
                                           "partition_anchors",
                                           "schema_migrations",  // what the program works with
                                           "system_events",
                                           "performance_metrics"};  // of no tenant: the doctor's
        std::set<std::string> served;
        for (const api::Entity& entity : api::entities()) {
            served.emplace(entity.table);
        }
        for (const db::Row row : stack->owner().script(
                 "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND "
                 "relkind IN ('r', 'p', 'v') AND NOT relispartition")) {
            const auto name = row.get<std::string>("relname");
            QVERIFY2(served.contains(name) != others.contains(name), name.c_str());
        }
    }

    void everyAuditedTableHasItsWords() {
        const auto choices = api::findEntity("audit_logs")->field("table_name")->choices;
        for (const db::Row row : stack->owner().runText(
                 "SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                 "WHERE t.tgname = 'audit' AND NOT c.relispartition",
                 {})) {
            const auto table = row.get<std::string>(0);
            QVERIFY2(std::ranges::find(choices, table, &describe::Choice::name) != choices.end(),
                     table.c_str());
        }
    }

    void everyTenantTableForcesRowLevelSecurity() {
        QCOMPARE(offenders("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND "
                           "a.attname = 'tenant_id'"
                           " WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p')"
                           "   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"),
                 QString());
        QCOMPARE(
            offenders(
                "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = "
                "'tenant_id'"
                // A partition has no policy of its own: named directly, it shows nothing.
                " WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT "
                "c.relispartition "
                "AND NOT EXISTS ("
                "  SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = c.relname AND "
                "p.permissive = "
                "  'RESTRICTIVE' AND p.cmd = 'ALL' AND p.qual LIKE '(tenant_id = ( SELECT %app.tenant_id%' "
                "AND p.with_check = "
                "  p.qual AND p.roles = '{public}')"),
            QString());
    }

    void tenantsSeeOnlyThemselves() {
        QCOMPARE(offenders("SELECT relname FROM pg_class WHERE oid = 'app.tenants'::regclass AND NOT "
                           "(relrowsecurity AND "
                           "relforcerowsecurity)"),
                 QString());
        db::SystemSession server(stack->database().writers);
        QVERIFY(server.runText("SELECT id FROM tenants", {}).empty());
    }

    void everyTenantTableIsKeyedByTenantAndId() {
        QCOMPARE(offenders("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND "
                           "a.attname = 'tenant_id'"
                           " WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT "
                           "EXISTS (SELECT FROM "
                           "pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND "
                           "pg_get_constraintdef(k.oid) = 'PRIMARY "
                           "KEY (tenant_id, id)')"),
                 QString());
    }

    void everyKeyAndForeignKeyHoldsTheTenant() {
        QCOMPARE(offenders("SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_attribute a ON a.attrelid "
                           "= i.indrelid AND "
                           "a.attname = 'tenant_id' JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace "
                           "= 'app'::regnamespace"
                           " WHERE i.indisunique AND NOT a.attnum = ANY (i.indkey::smallint[])"),
                 QString());
        QCOMPARE(offenders(
                     "SELECT k.conname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid "
                     "AND a.attname = "
                     "'tenant_id' JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attname = 'tenant_id'"
                     " WHERE k.contype = 'f' AND NOT a.attnum = ANY (k.conkey)"),
                 QString());
    }

    void everyTableSaysWhatItIs() {
        QCOMPARE(offenders("SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND "
                           "relkind IN ('r', 'p') AND "
                           "obj_description(oid, 'pg_class') IS NULL"),
                 QString());
    }

    void noIndexHoldsATypeThatRowLevelSecurityCannotUse() {
        QCOMPARE(
            offenders("SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
                      "AND c.relnamespace = "
                      "'app'::regnamespace JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY "
                      "(i.indkey::smallint[]) "
                      "JOIN pg_type t ON t.oid = a.atttypid WHERE t.typtype = 'e' OR t.typname = 'numeric'"),
            QString());
    }

    void theProgramsRolesAreHarmless() {
        QCOMPARE(offenders("SELECT rolname FROM pg_roles WHERE rolname IN ('nextgen_server', "
                           "'nextgen_reader') AND (rolsuper OR "
                           "rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"),
                 QString());
        QCOMPARE(offenders("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) IN "
                           "('nextgen_server', 'nextgen_reader')"),
                 QString());
        QCOMPARE(
            offenders(
                "SELECT table_name || ' ' || grantee || ' ' || privilege_type FROM "
                "information_schema.role_table_grants"
                " WHERE table_schema = 'app' AND ((grantee IN ('nextgen_server', 'nextgen_reader', 'PUBLIC') "
                "AND "
                "privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')) OR (grantee = 'nextgen_reader' AND "
                "privilege_type <> 'SELECT') OR (grantee = 'PUBLIC' AND table_name <> 'schema_migrations'))"),
            QString());
    }

    void functionsThatSeeMoreAreFencedIn() {
        QCOMPARE(
            offenders(
                "SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND prosecdef AND "
                "(proconfig IS NULL "
                "OR NOT EXISTS (SELECT FROM unnest(proconfig) c WHERE c LIKE 'search_path=pg_catalog%') OR "
                // Partitions can be made by their tables' owner only.
                "(pg_get_userbyid(proowner) <> 'nextgen_definer' AND proname <> 'ensure_partitions'))"),
            QString());
        QCOMPARE(offenders("SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND "
                           "has_function_privilege('public', "
                           "oid, 'execute')"),
                 QString());
    }

    void historyCannotBeEditedByAnybody_data() {
        QTest::addColumn<QString>("statement");
        for (const char* table : {"audit_logs", "ledger_entries", "ledger_lines", "cheque_events",
                                  "inventory_logs", "order_events"}) {
            QTest::newRow(qPrintable(QString("update %1").arg(table)))
                << QString("UPDATE %1 SET id = id").arg(table);
            QTest::newRow(qPrintable(QString("delete %1").arg(table)))
                << QString("DELETE FROM %1").arg(table);
            QTest::newRow(qPrintable(QString("truncate %1").arg(table)))
                << QString("TRUNCATE %1 CASCADE").arg(table);
        }
    }
    void historyCannotBeEditedByAnybody() {
        QFETCH(QString, statement);
        refused(stack->owner(), statement.toStdString(), "42501");
        db::SystemSession server(stack->database().writers);
        refused(server, statement.toStdString(), "42501");
    }

    void theCatalogueOfPermissionsIsTheProgramsOwn() {
        std::set<std::string> inCode;
        for (const PermissionText& line : permissionCatalogue()) {
            inCode.insert(std::string(line.name));
        }
        std::set<std::string> inDatabase;
        db::Connection& owner = stack->owner();
        for (const db::Row row : owner.runText("SELECT name FROM permissions", {})) {
            inDatabase.insert(row.get<std::string>("name"));
        }
        QVERIFY(inDatabase == inCode);
    }

    void aTenantBeginsWithTheProgramsChartOfAccounts() {
        db::Connection& owner = stack->owner();
        const auto rows = owner.runText(
            "SELECT name, code, title_en, title_fa FROM ledger_accounts WHERE tenant_id = (SELECT min(id) "
            "FROM tenants)",
            {});
        QCOMPARE(rows.size(), credit::chartOfAccounts.size());
        for (const db::Row row : rows) {
            const auto* found =
                std::find_if(credit::chartOfAccounts.begin(), credit::chartOfAccounts.end(),
                             [&](const auto& line) { return line.name == row.get<std::string>("name"); });
            QVERIFY(found != credit::chartOfAccounts.end());
            QCOMPARE(row.get<std::string>("code"), std::string(found->code));
            QCOMPARE(row.get<std::string>("title_en"), std::string(found->english));
            QCOMPARE(row.get<std::string>("title_fa"), std::string(found->persian));
        }
    }

    void descriptionsAgreeWithTheTables() {
        compareWithColumns<dealer::Dealer>("dealer_profiles", {});
        compareWithColumns<cheque::Cheque>("cheques", {"dealer_name"});
        compareWithColumns<cheque::Event>("cheque_events", {"actor_name", "slip_number"});
        compareWithColumns<cheque::Bounce>("cheque_bounces", {});
        compareWithColumns<cheque::Exchange>("cheque_exchanges", {"dealer_name"});
        compareWithColumns<cheque::Slip>("cheque_slips", {"bank_account_name", "cheque_count", "total_amount",
                                                          "unanswered_count"});
        compareWithColumns<cheque_import::ChequeImport>("cheque_imports", {"dealer_name", "actor_name"});
    }
};

QTEST_APPLESS_MAIN(SqlSchemaTest)
#include "sql_schema_test.moc"
