#include "server/cheque_import/seal_rows.h"
#include "server/db/error.h"
#include "server/db/migrator.h"
#include "server/secret/rotation.h"
#include "server/secret/vault.h"
#include "server/sql.h"
#include "shared/api/entity.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>
#include <set>
#include <thread>
#include <tuple>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What a national id or an IBAN goes through from the API to the disk and back, for every field that is one.
class SecretsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    int m_made = 0;

    struct Value {
        std::string typed;
        std::string stored;
        std::string shown;
        std::string query;  ///< percent-encoded
    };
    /// Two values of each kind, typed as people do.
    static std::vector<Value> valuesOf(describe::Secret kind) {
        if (kind == describe::Secret::Iban) {
            return {{"IR06 2960 0000 0010 0324 2000 01", "IR062960000000100324200001", "IR** … 0001",
                     "IR06%202960%200000%200010%200324%202000%2001"},
                    {"ir۵۸۰۵۴۰۱۰۵۱۸۰۰۲۱۲۷۳۱۱۳۰۰۷", "IR580540105180021273113007", "IR** … 3007",
                     "IR580540105180021273113007"}};
        }
        return {{"۰۰۱۲۳۴۵۶۷۹", "0012345679", "******5679",
                 "%DB%B0%DB%B0%DB%B1%DB%B2%DB%B3%DB%B4%DB%B5%DB%B6%DB%B7%DB%B9"},
                {"10380284790", "10380284790", "******4790", "10380284790"}};
    }

    /// What a new record needs beside its secrets.
    Json bodyOf(const std::string& entity) {
        const std::string number = std::to_string(++m_made);
        if (entity == "vendors") {
            return {{"code", "S" + number}, {"slug", "s" + number}, {"title_fa", "فروشنده"}};
        }
        if (entity == "users") {
            return {{"email", "s" + number + "@nextgen.local"}, {"display_name", "کسی"}};
        }
        if (entity == "executors") {
            return {{"code", "S" + number}, {"title_fa", "مجری"}};
        }
        if (entity == "vendor_bank_accounts") {
            const Json vendor = m_admin->post("/api/v1/vendors", bodyOf("vendors")).body;
            return {{"vendor_id", vendor["id"]}, {"holder_name", "صاحب حساب"}};
        }
        return nullptr;  // a new entity with secrets gets a line here
    }

    HttpAnswer make(const api::Entity& entity, const std::string& field, const std::string& typed) {
        Json body = bodyOf(std::string(entity.name));
        for (const describe::FieldInfo& other : entity.fields) {
            if (other.isSecret() && other.has(describe::Required) && other.name != field) {
                body[std::string(other.name)] = valuesOf(other.secret).front().typed;
            }
        }
        body[field] = typed;
        return m_admin->post(path(entity), body);
    }

    static std::string path(const api::Entity& entity) { return "/api/v1/" + std::string(entity.name); }

    static std::string faultOf(const HttpAnswer& answer) {
        if (!answer.body.contains("errors") || answer.body["errors"].size() != 1) {
            return answer.text;
        }
        const Json& error = answer.body["errors"][0];
        return error["code"].get<std::string>() + " at " + error["pointer"].get<std::string>();
    }

    std::int64_t number(const std::string& sql) {
        return m_stack->owner().runText(sql, {}).one().get<std::int64_t>(0);
    }

    /// Everything of the database as text, in rows of all tables.
    std::string dump() {
        std::string all;
        for (const db::Row table : m_stack->owner().script(
                 "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                 "WHERE n.nspname IN ('app', 'mv', 'archive') AND c.relkind IN ('r', 'm') ORDER BY 1")) {
            for (const db::Row row :
                 m_stack->owner().script("SELECT t::text FROM " + table.get<std::string>(0) + " t")) {
                all += row.get<std::string>(0) + '\n';
            }
        }
        return all;
    }

    static void addEveryField(bool isWritten) {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("field");
        for (const api::Entity& entity : api::entities()) {
            for (const describe::FieldInfo& field : entity.fields) {
                if (field.isSecret() && (!isWritten || entity.can(api::Create))) {
                    const QString entityName =
                        QString::fromUtf8(entity.name.data(), qsizetype(entity.name.size()));
                    const QString fieldName =
                        QString::fromUtf8(field.name.data(), qsizetype(field.name.size()));
                    QTest::newRow(qPrintable(entityName + '.' + fieldName)) << entityName << fieldName;
                }
            }
        }
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeUser("nextgen", "reader@nextgen.local", "READER");
        m_stack->owner().script(
            "INSERT INTO role_permissions (tenant_id, role, permission) SELECT id, 'READER', p FROM tenants, "
            "unnest(ARRAY['vendors.read', 'executors.read', 'users.read', 'invoices.read']) p WHERE slug = "
            "'nextgen'");
        m_stack->makeUser("nextgen", "revealer@nextgen.local", "REVEALER");
        m_stack->owner().script(
            "INSERT INTO role_permissions (tenant_id, role, permission) SELECT id, 'REVEALER', "
            "'secrets.reveal' "
            "FROM tenants WHERE slug = 'nextgen'");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = std::make_unique<HttpClient>(m_server->url());
        m_admin->signIn("nextgen", "admin@nextgen.local", "Admin123!");
    }
    /// Each test has the values to itself.
    void init() {
        m_stack->owner().script(
            "TRUNCATE vendor_bank_accounts CASCADE;"
            "UPDATE vendors SET national_id_cipher = NULL, national_id_index = NULL, national_id_last4 = '';"
            "UPDATE users SET national_id_cipher = NULL, national_id_index = NULL, national_id_last4 = '';"
            "UPDATE executor_profiles SET national_id_cipher = NULL, national_id_index = NULL, "
            "national_id_last4 = '',"
            " iban_cipher = NULL, iban_index = NULL, iban_last4 = ''");
    }

    void aSecretIsWrittenInAnyFormAndShownMasked_data() { addEveryField(true); }
    void aSecretIsWrittenInAnyFormAndShownMasked() {
        QFETCH(QString, entity);
        QFETCH(QString, field);
        const api::Entity& kind = *api::findEntity(entity.toStdString());
        const std::string name = field.toStdString();
        for (const Value& value : valuesOf(kind.field(name)->secret)) {
            const HttpAnswer made = make(kind, name, value.typed);
            QVERIFY2(made.status == 201, made.text.c_str());
            QCOMPARE(made.body[name], Json(value.shown));
            QCOMPARE(m_admin->get(made.header("Location")).body, made.body);
            const Json found = m_admin->get(path(kind) + '?' + name + '=' + value.query).body["items"];
            QCOMPARE(found, Json::array({made.body}));
            const HttpAnswer revealed = m_admin->post(made.header("Location") + "/reveal", {{"field", name}});
            QVERIFY2(revealed.status == 200, revealed.text.c_str());
            QCOMPARE(revealed.body, Json({{"field", name}, {"value", value.stored}}));
            QCOMPARE(revealed.header("Cache-Control"), std::string("no-store"));
        }
    }

    void aSecretThatIsNoneIsRefusedAtItsField_data() { addEveryField(true); }
    void aSecretThatIsNoneIsRefusedAtItsField() {
        QFETCH(QString, entity);
        QFETCH(QString, field);
        const api::Entity& kind = *api::findEntity(entity.toStdString());
        const std::string name = field.toStdString();
        const std::string code =
            kind.field(name)->secret == describe::Secret::Iban ? "iban_invalid" : "national_id_invalid";
        for (const std::string typed :
             {"0012345678", "10380284791", "IR062960000000100324200002", "******5679", "x"}) {
            QCOMPARE(faultOf(make(kind, name, typed)), code + " at /" + name);
        }
        QCOMPARE(faultOf(m_admin->get(path(kind) + '?' + name + "=12345")), code + " at /" + name);
    }

    void anEditLeavesChangesOrEmptiesIt_data() { addEveryField(true); }
    void anEditLeavesChangesOrEmptiesIt() {
        QFETCH(QString, entity);
        QFETCH(QString, field);
        const api::Entity& kind = *api::findEntity(entity.toStdString());
        if (!kind.can(api::Edit)) {
            QSKIP("it is never edited");
        }
        const std::string name = field.toStdString();
        const std::vector<Value> values = valuesOf(kind.field(name)->secret);
        HttpAnswer record = make(kind, name, values[0].typed);
        const std::string place = record.header("Location");
        const auto edit = [&](const Json& patch) {
            record = m_admin->patch(place, patch, {{"If-Match", record.header("ETag")}});
            return record.status;
        };
        const auto stored = [&] {
            return m_admin->post(place + "/reveal", {{"field", name}}).body["value"].get<std::string>();
        };
        QCOMPARE(edit({{std::string(kind.titleField().name), "نام دیگر"}}), 200);
        QCOMPARE(stored(), values[0].stored);
        QCOMPARE(edit({{name, values[0].shown}}), 200);  // as it was shown: left as it is
        QCOMPARE(stored(), values[0].stored);
        QCOMPARE(edit({{name, values[1].typed}}), 200);
        QCOMPARE(record.body[name], Json(values[1].shown));
        QCOMPARE(stored(), values[1].stored);
        QCOMPARE(m_admin->get(path(kind) + '?' + name + '=' + values[0].query).body["items"], Json::array());
        QCOMPARE(edit({{name, ""}}), 200);
        QCOMPARE(record.body[name], Json(""));
        QCOMPARE(stored(), std::string());
        QCOMPARE(m_admin->get(path(kind) + '?' + name + '=' + values[1].query).body["items"], Json::array());
    }

    void aSecondOneIsRefusedAtItsField() {
        for (const char* entity : {"vendors", "users", "executors"}) {
            const api::Entity& kind = *api::findEntity(entity);
            QCOMPARE(make(kind, "national_id", "0012345679").status, 201);
            QCOMPARE(faultOf(make(kind, "national_id", "۰۰۱۲۳۴۵۶۷۹")),
                     std::string("already_exists at /national_id"));
        }
        const api::Entity& accounts = *api::findEntity("vendor_bank_accounts");
        Json body = bodyOf("vendor_bank_accounts");
        body["iban"] = "IR062960000000100324200001";
        QCOMPARE(m_admin->post(path(accounts), body).status, 201);
        QCOMPARE(faultOf(m_admin->post(path(accounts), body)), std::string("already_exists at /iban"));
    }

    void anAccountIsAskedForByWhoWroteIt() {
        const HttpAnswer made =
            make(*api::findEntity("vendor_bank_accounts"), "iban", "IR062960000000100324200001");
        QCOMPARE(made.body["status"], Json("pending"));
        QCOMPARE(made.body["bank_code"], Json("296"));
        QCOMPARE(made.body["requested_by"], m_admin->get("/api/v1/auth/me").body["id"]);
        const std::string id = made.body["id"].get<std::string>();
        QVERIFY_EXCEPTION_THROWN(
            m_stack->owner().script(
                "UPDATE vendor_bank_accounts SET status = 'approved', approved_by = requested_by, "
                "approved_at = now(), usable_from = now() WHERE id = " +
                id),
            std::exception);
    }

    void readingOneInFullNeedsItsPermissionAndIsAudited() {
        const HttpAnswer made = make(*api::findEntity("vendors"), "national_id", "0012345679");
        const std::string reveal = made.header("Location") + "/reveal";
        const Json wanted{{"field", "national_id"}};
        const auto as = [&](const std::string& email) {
            HttpClient client(m_server->url());
            client.signIn("nextgen", email, std::string(testing::TestStack::password));
            return client.post(reveal, wanted);
        };
        QCOMPARE(as("reader@nextgen.local").body["permission"], Json("secrets.reveal"));
        QCOMPARE(as("revealer@nextgen.local").body["permission"], Json("vendors.read"));
        const auto audited = [&] {
            return number("SELECT count(*) FROM audit_logs WHERE action = 'reveal'");
        };
        const std::int64_t before = audited();
        QCOMPARE(faultOf(m_admin->post(reveal, {{"field", "code"}})),
                 std::string("value_not_allowed at /field"));
        QCOMPARE(faultOf(m_admin->post(reveal, Json::object())), std::string("field_required at /field"));
        QCOMPARE(m_admin->post("/api/v1/vendors/12345/reveal", wanted).status, 404);
        QCOMPARE(audited(), before);
        const HttpAnswer answer = m_admin->post(reveal, wanted);
        QCOMPARE(answer.body["value"], Json("0012345679"));
        QCOMPARE(audited(), before + 1);
        const Json entry = m_admin->get(made.header("Location") + "/history").body["items"][0];
        QCOMPARE(entry["action"], Json("reveal"));
        QCOMPARE(entry["new_values"], Json({{"field", "national_id"}}));
        QCOMPARE(entry["request_id"], Json(answer.header("X-Request-Id")));
        QVERIFY(!entry["actor_name"].get<std::string>().empty());
    }

    void theHistoryShowsThemMasked() {
        const HttpAnswer made = make(*api::findEntity("vendors"), "national_id", "0012345679");
        const std::string place = made.header("Location");
        QCOMPARE(m_admin->patch(place, {{"national_id", "10380284790"}}, {{"If-Match", "\"1\""}}).status,
                 200);
        QCOMPARE(m_admin->patch(place, {{"national_id", ""}}, {{"If-Match", "\"2\""}}).status, 200);
        const Json items = m_admin->get(place + "/history").body["items"];
        QCOMPARE(items[0]["old_values"], Json({{"national_id", "******4790"}}));
        QCOMPARE(items[0]["new_values"], Json({{"national_id", ""}}));
        QCOMPARE(items[1]["old_values"], Json({{"national_id", "******5679"}}));
        QCOMPARE(items[1]["new_values"], Json({{"national_id", "******4790"}}));
        QCOMPARE(items[2]["new_values"]["national_id"], Json("******5679"));
        QVERIFY(!items[2]["new_values"].contains("national_id_cipher"));
    }

    void nothingOfThemIsReadableInADump() {
        std::vector<std::string> plain;
        for (const api::Entity& entity : api::entities()) {
            for (const describe::FieldInfo& field : entity.fields) {
                if (field.isSecret() && entity.can(api::Create)) {
                    for (const Value& value : valuesOf(field.secret)) {
                        QCOMPARE(make(entity, std::string(field.name), value.typed).status, 201);
                        plain.insert(plain.end(), {value.stored, value.typed});
                    }
                }
            }
        }
        const std::string all = dump();
        QVERIFY(all.find("5679") != std::string::npos);  // the last four, for the eye
        for (const std::string& one : plain) {
            const QByteArray bytes = QByteArray::fromStdString(one);
            const std::string digits = one.starts_with("IR") ? one.substr(2) : one;
            for (const std::string& form :
                 {one, digits, bytes.toHex().toStdString(), bytes.toBase64().toStdString()}) {
                QVERIFY2(all.find(form) == std::string::npos, form.c_str());
            }
        }
        const std::string log = m_server->output();
        QVERIFY(log.find("0012345679") == std::string::npos);
    }

    void twoServersMakeOneKeyForANewTenant() {
        const TenantId tenant = m_stack->makeTenant("fresh");
        const auto file = m_stack->stack().folder().masterKey();
        constexpr int count = 4;
        std::vector<db::Bytes> indexes(count);
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                secret::Vault vault(m_stack->database().outside, file);  // as of another server
                indexes[static_cast<std::size_t>(i)] =
                    vault.forReading(tenant).blindIndex("0012345679").bytes;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(std::set(indexes.begin(), indexes.end()).size(), std::size_t{1});
        QCOMPARE(number("SELECT count(*) FROM tenant_keys WHERE purpose <> 'audit' AND tenant_id = " +
                        tenant.toString()),
                 std::int64_t{2});
    }

    void aChequeAndAnImportKeepTheirDrawersSecret() {
        const std::string iban = "IR062960000000100324200001";
        const std::string dealer = m_admin->get("/api/v1/dealers").body["items"][0]["id"].get<std::string>();
        const HttpAnswer made = m_admin->post("/api/v1/cheques",
                                              {{"dealer_id", dealer},
                                               {"sayad_id", "1234567890123456"},
                                               {"amount", 1000},
                                               {"due_on", "2027-01-01"},
                                               {"iban", "IR06 2960 0000 0010 0324 2000 01"},
                                               {"drawer_national_id", "۰۰۱۲۳۴۵۶۷۹"}},
                                              testing::freshKey());
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(made.body["iban"], Json("IR** … 0001"));
        QCOMPARE(made.body["drawer_national_id"], Json("******5679"));
        const auto revealed = [&](const std::string& place, const char* field) {
            return m_admin->post(place + "/reveal", {{"field", field}}).body["value"];
        };
        QCOMPARE(revealed(made.header("Location"), "iban"), Json(iban));

        const std::string csv =
            "شناسه صیادی,مبلغ,سررسید,بانک,شبا,کد ملی,ستون دیگر\n"
            "1234567890123401,1000000,1405/10/15,ملت,IR06 2960 0000 0010 0324 2000 "
            "01,۰۰۱۲۳۴۵۶۷۹,10380284790\n"
            "1234567890123402,1000000,1405/10/15,ملت,IR062960000000100324200002,0012345678,\n";
        const HttpAnswer import = m_admin->upload("/api/v1/cheque_imports", "drawers.csv", csv,
                                                  {{"dealer_id", dealer}}, testing::freshKey());
        QVERIFY2(import.status == 201, import.text.c_str());
        const std::string place = import.header("Location");
        const Json rows = m_admin->get(place + "/rows").body["items"];
        QCOMPARE(rows[0]["values"]["iban"], Json(iban));
        QCOMPARE(rows[0]["values"]["drawer_national_id"], Json("0012345679"));
        QCOMPARE(rows[0]["cells"][4]["text"], Json("IR06 2960 0000 0010 0324 2000 01"));
        QCOMPARE(rows[1]["errors"].size(), std::size_t{2});
        QCOMPARE(rows[1]["cells"][5]["text"], Json("0012345678"));
        const auto unreadable = [&] {
            const std::string all = dump();
            for (const std::string one :
                 {"2960000000100324", "۰۰۱۲۳۴۵۶۷۹", "0012345679", "0012345678", "10380284790"}) {
                const QByteArray bytes = QByteArray::fromStdString(one);
                for (const std::string& form :
                     {one, bytes.toHex().toStdString(), bytes.toBase64().toStdString()}) {
                    if (all.find(form) != std::string::npos) {
                        return form;
                    }
                }
            }
            return std::string();
        };
        QCOMPARE(unreadable(), std::string());
        // Staged rows are rewritten by a rotation as everything else, and mended and posted after it.
        const auto file = m_stack->stack().folder().masterKey();
        QVERIFY(secret::rotateDataKey(m_stack->owner(), file, m_stack->tenant("nextgen")).rewritten >= 6);
        QVERIFY(secret::rotateIndexKey(m_stack->owner(), file, m_stack->tenant("nextgen")).rewritten >= 2);
        const HttpAnswer mended =
            m_admin->patch(place + "/rows/3", {{"iban", iban}, {"drawer_national_id", "10380284790"}},
                           {{"If-Match", "\"1\""}});
        QVERIFY2(mended.body["state"] == "ready", mended.text.c_str());
        QCOMPARE(mended.body["corrections"]["drawer_national_id"], Json("10380284790"));
        QCOMPARE(m_admin->post(place + "/commit", {{"rows", "ready"}}, testing::freshKey()).status, 200);
        QCOMPARE(unreadable(), std::string());
        const Json found = m_admin->get("/api/v1/cheques?drawer_national_id=10380284790").body["items"];
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0]["sayad_id"], Json("1234567890123402"));
        QCOMPARE(found[0]["drawer_national_id"], Json("******4790"));
        QCOMPARE(revealed("/api/v1/cheques/" + found[0]["id"].get<std::string>(), "iban"), Json(iban));
        QCOMPARE(m_admin->get("/api/v1/cheques?drawer_national_id=0012345679").body["items"].size(),
                 std::size_t{2});
        QCOMPARE(faultOf(m_admin->get("/api/v1/cheques?drawer_national_id=1")),
                 std::string("national_id_invalid at /drawer_national_id"));
        QCOMPARE(faultOf(m_admin->post(made.header("Location") + "/reveal", {{"field", "amount"}})),
                 std::string("value_not_allowed at /field"));
    }

    void whatWasInClearBeforeIsEncryptedByTheMigration() {
        const auto file = m_stack->stack().folder().root() / "clear_text.key";
        const auto all = sql::migrations();
        const auto databaseInClear = [&](const std::string& name) {
            m_stack->owner().script("CREATE DATABASE " + name);
            const std::string url =
                embedded::EmbeddedPostgres::url(m_stack->stack().folder(), "nextgen_owner", name);
            db::migrate({url}, all.first(cheque_import::sealingMigration - 1));
            db::Connection({url}).script(
                "SELECT create_tenant('old', 'old');"
                "INSERT INTO dealer_profiles (tenant_id, code, company_name) SELECT id, 'D', 'D' FROM "
                "tenants;"
                "INSERT INTO cheques (tenant_id, dealer_id, sayad_id, amount, due_on, iban, "
                "drawer_national_id) SELECT tenant_id, "
                "id, '1234567890123456', 10, '2027-01-01', 'IR062960000000100324200001', '0012345679' FROM "
                "dealer_profiles;"
                "INSERT INTO cheque_imports (tenant_id, file_name, file_hash) SELECT id, 'f', '\\x01' FROM "
                "tenants;"
                "INSERT INTO cheque_import_rows (tenant_id, cheque_import_id, row, state, cells, "
                "corrections, repairs, "
                "drawer_national_id) SELECT tenant_id, id, 2, 'failed', "
                "'[{\"column\": 0, \"kind\": \"text\", \"text\": \"0012345679\"}]', "
                "'{\"drawer_national_id\": \"0012345679\"}', '[{\"before\": \"0012345679\"}]', '0012345679' "
                "FROM cheque_imports");
            return url;
        };
        // Without the program's step it stops before anything is lost.
        const std::string kept = databaseInClear("clear_kept");
        QVERIFY_EXCEPTION_THROWN(db::migrate({kept}, all), db::Failure);
        QCOMPARE(db::Connection({kept}).script("SELECT iban FROM cheques").one().get<std::string>(0),
                 std::string("IR062960000000100324200001"));

        const std::string url = databaseInClear("clear_text");
        db::migrate({url}, all, {{cheque_import::sealingMigration, [&](db::Connection& owner) {
                                      cheque_import::sealRows(owner, url, file);
                                  }}});
        db::Connection owner({url});
        db::Pool outside({{url}, 1});
        secret::Vault vault(outside, file);
        const db::Row cheque =
            owner
                .runText("SELECT tenant_id, id, version, iban_cipher, drawer_national_id_cipher FROM cheques",
                         {})
                .one();
        const auto id = cheque.get<std::int64_t>("id");
        const secret::Keyring keyring = vault.forReading(cheque.get<TenantId>("tenant_id"));
        const auto opened = [&](const db::Row& row, const char* field) {
            return keyring.decrypt({"cheques", field, row.get<std::int64_t>("id")},
                                   {row.get<db::Bytes>(std::string(field) + "_cipher")});
        };
        QVERIFY(id != 0);
        QCOMPARE(cheque.get<int>("version"), 1);
        QCOMPARE(opened(cheque, "iban"), std::string("IR062960000000100324200001"));
        QCOMPARE(opened(cheque, "drawer_national_id"), std::string("0012345679"));
        const db::Row row =
            owner.runText("SELECT id, raw_cipher, is_repaired FROM cheque_import_rows", {}).one();
        QVERIFY(row.get<bool>("is_repaired"));
        QVERIFY(opened(row, "raw").find("0012345679") != std::string::npos);
        std::string audit;
        for (const db::Row line : owner.script("SELECT a::text FROM audit_logs a")) {
            audit += line.get<std::string>(0);
        }
        QVERIFY(!audit.empty() && audit.find("0012345679") == std::string::npos);
    }

    void aRotationChangesEveryCiphertextAndNoValue_data() {
        QTest::addColumn<bool>("isIndex");
        QTest::addColumn<bool>("isInterrupted");
        QTest::newRow("data key") << false << false;
        QTest::newRow("data key, interrupted half way") << false << true;
        QTest::newRow("index key") << true << false;
        QTest::newRow("index key, interrupted before the change") << true << true;
    }
    void aRotationChangesEveryCiphertextAndNoValue() {
        QFETCH(bool, isIndex);
        QFETCH(bool, isInterrupted);
        const std::string purpose = isIndex ? "index" : "data";
        std::vector<std::tuple<std::string, std::string, std::string>> places;  // place, field, value
        for (const char* name : {"vendors", "users", "executors"}) {
            const HttpAnswer made = make(*api::findEntity(name), "national_id", "0012345679");
            places.emplace_back(made.header("Location"), "national_id", "0012345679");
        }
        const HttpAnswer account =
            make(*api::findEntity("vendor_bank_accounts"), "iban", "IR062960000000100324200001");
        places.emplace_back(account.header("Location"), "iban", "IR062960000000100324200001");
        const TenantId tenant = m_stack->tenant("nextgen");
        const auto file = m_stack->stack().folder().masterKey();
        if (isInterrupted) {
            // As a rotation leaves it that was killed after its first step, and before its second.
            secret::MasterKeys masters = secret::MasterKeys::read(file);
            const auto version =
                static_cast<int>(number("SELECT max(key_version) + 1 FROM tenant_keys WHERE purpose = '" +
                                        purpose + "' AND tenant_id = " + tenant.toString()));
            const auto which = isIndex ? secret::Purpose::Index : secret::Purpose::Data;
            if (!isIndex) {
                m_stack->owner().script(
                    "UPDATE tenant_keys SET state = 'readable' WHERE state = 'current' AND purpose = 'data' "
                    "AND tenant_id = " +
                    tenant.toString());
            }
            m_stack->owner().run(sql::secret::insertKey,
                                 {db::toSql(tenant), purpose, db::toSql(version),
                                  isIndex ? "coming" : "current", masters.current().id,
                                  db::toSql(secret::wrap(masters.current().key, tenant, which, version,
                                                         secret::Key::drawn()))});
            // The server goes on meanwhile, by both keys.
            QCOMPARE(m_admin->get("/api/v1/vendors?national_id=0012345679").body["items"].size(),
                     std::size_t{1});
            QCOMPARE(make(*api::findEntity("vendors"), "national_id", "10380284790").status, 201);
        }
        const std::string before = dump();
        const std::int64_t audited = number("SELECT count(*) FROM audit_logs");
        const std::string versions = "SELECT sum(version)::bigint FROM vendors";
        const std::int64_t versionsBefore = number(versions);
        const secret::Rotation done = isIndex ? secret::rotateIndexKey(m_stack->owner(), file, tenant)
                                              : secret::rotateDataKey(m_stack->owner(), file, tenant);
        QCOMPARE(done.unreadableCount, std::int64_t{0});
        QCOMPARE(done.wasResumed, isInterrupted);
        QVERIFY(done.rewritten >= 4);
        QCOMPARE(number("SELECT count(*) FROM audit_logs"), audited + 1);
        QCOMPARE(number(versions), versionsBefore);
        for (const auto& [place, field, value] : places) {
            QCOMPARE(m_admin->post(place + "/reveal", {{"field", field}}).body["value"], Json(value));
            const std::string list = place.substr(0, place.rfind('/'));
            QCOMPARE(m_admin->get(list + '?' + field + '=' + value).body["items"].size(), std::size_t{1});
        }
        QCOMPARE(faultOf(make(*api::findEntity("vendors"), "national_id", "0012345679")),
                 std::string("already_exists at /national_id"));
        QCOMPARE(number("SELECT count(*) FROM tenant_keys WHERE state NOT IN ('current', 'retired')"),
                 std::int64_t{0});
        const std::string column = isIndex ? "iban_index" : "iban_cipher";
        const std::string now =
            m_stack->owner()
                .runText("SELECT " + column + "::text FROM vendor_bank_accounts LIMIT 1", {})
                .one()
                .get<std::string>(0);
        QVERIFY(before.find(now.substr(2)) == std::string::npos);
        // Once more, with nothing in between: another key, the same values.
        QVERIFY((isIndex ? secret::rotateIndexKey(m_stack->owner(), file, tenant)
                         : secret::rotateDataKey(m_stack->owner(), file, tenant))
                    .rewritten >= 4);
    }

    void aValueThatDoesNotOpenIsNamedAndTheOldKeyKept() {
        const HttpAnswer made = make(*api::findEntity("vendors"), "national_id", "0012345679");
        const std::string id = made.body["id"].get<std::string>();
        m_stack->owner().script(
            "UPDATE vendors SET national_id_cipher = set_byte(national_id_cipher, 30, "
            "get_byte(national_id_cipher, 30) # 1) WHERE id = " +
            id);
        const TenantId tenant = m_stack->tenant("nextgen");
        const auto file = m_stack->stack().folder().masterKey();
        const secret::Rotation done = secret::rotateDataKey(m_stack->owner(), file, tenant);
        QCOMPARE(done.unreadable, std::vector<std::string>{"vendors.national_id of " + id});
        QCOMPARE(number("SELECT count(*) FROM tenant_keys WHERE state = 'readable'"), std::int64_t{1});
        QCOMPARE(m_admin->post(made.header("Location") + "/reveal", {{"field", "national_id"}}).code(),
                 std::string("internal_error"));
        QCOMPARE(
            m_admin->patch(made.header("Location"), {{"national_id", ""}}, {{"If-Match", "\"2\""}}).status,
            200);
        QCOMPARE(secret::rotateDataKey(m_stack->owner(), file, tenant).unreadableCount, std::int64_t{0});
    }

    void aNewMasterKeyWrapsTheSameKeys() {
        const HttpAnswer made = make(*api::findEntity("vendors"), "national_id", "0012345679");
        const auto file = m_stack->stack().folder().masterKey();
        const std::string before = secret::MasterKeys::read(file).current().id;
        QVERIFY(secret::rewrap(m_stack->owner(), file) >= 2);
        const secret::MasterKeys masters = secret::MasterKeys::read(file);
        QVERIFY(masters.find(before) == nullptr && masters.all().size() == 1);
        QCOMPARE(
            number("SELECT count(*) FROM tenant_keys WHERE master_key <> '" + masters.current().id + "'"),
            std::int64_t{0});
        const auto value = [&](HttpClient& client) {
            return client.post(made.header("Location") + "/reveal", {{"field", "national_id"}}).body["value"];
        };
        QCOMPARE(value(*m_admin), Json("0012345679"));
        // A server that knows nothing yet, and one whose tenant is new.
        const testing::ServerProcess second(*m_stack);
        HttpClient client(second.url());
        client.signIn("nextgen", "admin@nextgen.local", "Admin123!");
        QCOMPARE(value(client), Json("0012345679"));
        secret::Vault vault(m_stack->database().outside, file);
        vault.forReading(m_stack->makeTenant("later"));
        // Interrupted after the new key was put into the file: it goes on with that one.
        secret::MasterKeys::read(file).add(file);
        const std::string added = secret::MasterKeys::read(file).current().id;
        secret::rewrap(m_stack->owner(), file);
        QCOMPARE(secret::MasterKeys::read(file).current().id, added);
        QCOMPARE(value(*m_admin), Json("0012345679"));
    }

    void aDatabaseWhoseMasterKeyIsNotHereIsNotServed() {
        QCOMPARE(make(*api::findEntity("vendors"), "national_id", "0012345679").status, 201);
        const auto file = m_stack->stack().folder().root() / "another.key";
        QVERIFY_EXCEPTION_THROWN(secret::prepareMasterKey(m_stack->owner(), file), secret::KeyProblem);
        QVERIFY(!std::filesystem::exists(file));
        secret::MasterKeys::make(file);
        QVERIFY_EXCEPTION_THROWN(secret::prepareMasterKey(m_stack->owner(), file), secret::KeyProblem);
        secret::prepareMasterKey(m_stack->owner(), m_stack->stack().folder().masterKey());
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
