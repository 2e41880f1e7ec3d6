#include "shared/core/error_code.h"
#include "shared/core/money.h"
#include "shared/workbook/reader.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QFile>
#include <QtTest>
#include <fstream>

using namespace nextgen;
using testing::freshKey;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

namespace {

std::string fileOf(const std::string& name) {
    QFile file(QString::fromStdString(std::string(NEXTGEN_TEST_DATA "/cheques/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Json expectedOf(const std::string& name) {
    return Json::parse(fileOf(name + ".expected.json"));
}

/// A list of `count` cheques whose Sayad ids begin with `first`.
std::string csvOf(int count, std::int64_t first) {
    std::string csv = "شناسه صیادی,مبلغ,سررسید,بانک\n";
    for (int i = 0; i < count; ++i) {
        csv += std::to_string(first + i) + "," + std::to_string(1'000'000 + i) + ",1405/10/15,ملت\n";
    }
    return csv;
}

}  // namespace

/// Imports over HTTP against the real server, PostgreSQL and Redis: what an accountant's client does.
class ChequeImportTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_dealer;
    std::string m_dealerId;

    std::unique_ptr<HttpClient> signedIn(const std::string& email, const std::string& password) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        const auto answer = client->signIn("nextgen", email, password);
        if (answer.status != 200) {
            qFatal("cannot sign in: %s", answer.text.c_str());
        }
        return client;
    }

    HttpAnswer upload(HttpClient& client, const std::string& name, const std::string& content,
                      const httplib::Headers& fields = {}) {
        return client.upload("/api/v1/cheque_imports", name, content, fields, freshKey());
    }
    static std::string pathOf(const Json& import) {
        return "/api/v1/cheque_imports/" + import["id"].get<std::string>();
    }
    std::int64_t exposure() {
        return m_dealer->get("/api/v1/dealers/" + m_dealerId + "/exposure")
            .body["exposure"]
            .get<std::int64_t>();
    }
    /// Lets go of what a test posted, so that the next one begins at nothing.
    void undo(const Json& import) { QCOMPARE(m_dealer->post(pathOf(import) + "/undo").status, 200); }

    /// Waits for a file that is staged beside the requests; at the most a minute.
    Json staged(Json import) {
        for (int i = 0; i < 600 && import["state"] == "staging"; ++i) {
            QTest::qWait(100);
            import = m_dealer->get(pathOf(import)).body;
        }
        return import;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_dealer = signedIn("dealer@nextgen.local", "Dealer123!");
        m_dealerId = m_dealer->get("/api/v1/dealers").body["items"][0]["id"].get<std::string>();
    }

    void aFileIsUnderstoodAsItsAuthorMeantIt_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("clean") << "clean.xlsx";
        QTest::newRow("messy") << "messy.xlsx";
        QTest::newRow("code page 1256") << "windows-1256.csv";
    }
    void aFileIsUnderstoodAsItsAuthorMeantIt() {
        QFETCH(QString, name);
        const Json expected = expectedOf(name.toStdString());
        const auto answer = upload(*m_dealer, name.toStdString(), fileOf(name.toStdString()));
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body["state"].get<std::string>(), std::string("staged"));
        for (const auto& [key, value] : expected["summary"].items()) {
            QCOMPARE(key + " " + answer.body[key].dump(), key + " " + value.dump());
        }
        const auto rows = m_dealer->get(pathOf(answer.body) + "/rows?limit=200").body["items"];
        QCOMPARE(rows.size(), expected["rows"].size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Json& row = rows[i];
            const Json& wanted = expected["rows"][i];
            QCOMPARE(row["state"].get<std::string>(), wanted["state"].get<std::string>());
            for (const char* value : {"sayad_id", "amount", "due_on"}) {
                if (wanted.contains(value)) {
                    QCOMPARE(row["values"][value].dump(), wanted[value].dump());
                }
            }
            if (wanted.contains("code")) {
                QCOMPARE(row["errors"][0]["code"].get<std::string>(), wanted["code"].get<std::string>());
            }
            if (wanted["state"] == "duplicate") {
                QVERIFY(row["twin"]["row"].get<int>() < row["row"].get<int>());
            }
        }
        QCOMPARE(exposure(), 0);
    }

    void aMessyFileIsMendedPostedAndUndone() {
        Json import = upload(*m_dealer, "messy.xlsx", fileOf("messy.xlsx")).body;
        const std::string path = pathOf(import);

        // One row: the amount is missing.
        const auto failed = m_dealer->get(path + "/rows?state=failed").body["items"];
        QCOMPARE(failed.size(), std::size_t(9));
        const auto missing = std::find_if(failed.begin(), failed.end(), [](const Json& row) {
            return row["errors"][0]["code"] == "amount_missing";
        });
        const std::string row = path + "/rows/" + (*missing)["row"].dump();
        QCOMPARE(m_dealer->patch(row, {{"values", {{"amount", "۱۲٬۰۰۰٬۰۰۰"}}}}).status, 428);
        QCOMPARE(m_dealer->patch(row, {{"values", {{"amount", 1}}}}, {{"If-Match", "\"99\""}}).status, 412);
        const auto mended = m_dealer->patch(row, {{"values", {{"amount", "۱۲٬۰۰۰٬۰۰۰"}}}},
                                            {{"If-Match", m_dealer->get(row).header("ETag")}});
        QCOMPARE(mended.status, 200);
        QCOMPARE(mended.body["state"].get<std::string>(), std::string("ready"));
        QCOMPARE(mended.body["values"]["amount"].get<std::int64_t>(), 12'000'000);

        // All rows with the same fault.
        const auto fixed = m_dealer->post(path + "/fix", {{"code", "due_on_invalid"},
                                                          {"column", "due_on"},
                                                          {"before", "1405/13/40"},
                                                          {"value", "1405/12/29"}});
        QCOMPARE(fixed.status, 200);
        QCOMPARE(fixed.body["fixed"].get<int>(), 3);
        QCOMPARE(fixed.body["rows_ready"].get<int>(), 18 + 1 + 3);
        const std::int64_t sum = fixed.body["amount_total"].get<std::int64_t>();
        QCOMPARE(sum, 20'689'000'000 + 12'000'000 + 1'793'000'000 + 1'463'000'000 + 386'500'000);

        // The paper list says something else.
        const auto mismatch =
            m_dealer->post(path + "/commit", {{"rows", "ready"}, {"control_amount", sum + 1}}, freshKey());
        QCOMPARE(mismatch.status, 422);
        QCOMPARE(mismatch.code(), std::string("control_sum_mismatch"));
        QCOMPARE(exposure(), 0);

        QCOMPARE(m_dealer->post(path + "/commit", {{"rows", "ready"}}).code(),
                 std::string("idempotency_key_required"));
        const auto key = freshKey();
        const Json control{{"rows", "ready"}, {"control_count", 22}, {"control_amount", sum}};
        const auto committed = m_dealer->post(path + "/commit", control, key);
        QCOMPARE(committed.status, 200);
        QCOMPARE(committed.body["state"].get<std::string>(), std::string("committed"));
        QCOMPARE(committed.body["rows_posted"].get<int>(), 22);
        QCOMPARE(exposure(), sum);
        QCOMPARE(m_dealer->post(path + "/commit", control, key).header("Idempotency-Replayed"),
                 std::string("true"));
        QCOMPARE(m_dealer->post(path + "/commit", {{"rows", "ready"}}, freshKey()).status, 200);
        QCOMPARE(exposure(), sum);

        // Each part is the sum of the documents that it lists, and of the ledger.
        const auto part =
            m_dealer->get("/api/v1/dealers/" + m_dealerId + "/exposure/cheques_on_hand?limit=200").body;
        std::int64_t listed = 0;
        for (const Json& document : part["items"]) {
            listed += document["amount"].get<std::int64_t>();
        }
        QCOMPARE(listed, sum);
        QCOMPARE(part["total"].get<std::int64_t>(), sum);
        const auto statement = m_dealer->get("/api/v1/dealers/" + m_dealerId + "/statement").body;
        QCOMPARE(statement["closing"]["cheques_on_hand"].get<std::int64_t>(), sum);
        QCOMPARE(statement["closing"]["unapplied_receipts"].get<std::int64_t>(), -sum);

        // The same file again: everything that was posted is a duplicate of it.
        const Json again = upload(*m_dealer, "messy.xlsx", fileOf("messy.xlsx")).body;
        QCOMPARE(again["rows_ready"].get<int>(), 0);
        QCOMPARE(again["rows_duplicate"].get<int>(), 18 + 3);
        const auto twin =
            m_dealer->get(pathOf(again) + "/rows?state=duplicate&limit=1").body["items"][0]["twin"];
        QVERIFY(twin["cheque_id"].is_string());

        // One cheque moves on; the undo leaves it and says so.
        const auto admin = signedIn("admin@nextgen.local", "Admin123!");
        const std::string moved = part["items"][0]["id"].get<std::string>();
        const std::int64_t movedAmount = part["items"][0]["amount"].get<std::int64_t>();
        QCOMPARE(admin->post("/api/v1/cheques/" + moved + "/deposit").status, 200);
        const auto undone = m_dealer->post(path + "/undo");
        QCOMPARE(undone.status, 200);
        QCOMPARE(undone.body["undone"].get<int>(), 21);
        QCOMPARE(undone.body["kept"].size(), std::size_t(1));
        QCOMPARE(undone.body["kept"][0]["cheque_id"].get<std::string>(), moved);
        QCOMPARE(exposure(), movedAmount);
        QCOMPARE(m_dealer->post(path + "/undo").body["undone"].get<int>(), 0);

        QCOMPARE(admin->post("/api/v1/cheques/" + moved + "/recall").status, 200);
        QCOMPARE(admin->post("/api/v1/cheques/" + moved + "/void").status, 200);
        QCOMPARE(exposure(), 0);
        QCOMPARE(upload(*m_dealer, "messy.xlsx", fileOf("messy.xlsx")).body["rows_ready"].get<int>(), 18);
    }

    void theFailedRowsComeBackAsAFileThatCanBeImported() {
        const Json import = upload(*m_dealer, "messy.xlsx", fileOf("messy.xlsx")).body;
        const auto answer = m_dealer->get(pathOf(import) + "/errors.xlsx");
        QCOMPARE(answer.status, 200);
        const Json again = upload(*m_dealer, "errors.xlsx", answer.text).body;
        QCOMPARE(again["rows_total"].get<int>(), 9);
        // Ids that Excel had cut are left out of it: as text they would pass for whole ones.
        QCOMPARE(again["rows_ready"].get<int>(), 0);
    }

    void aBadFileIsRefusedAndLeavesNothing_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        const std::string messy = fileOf("messy.xlsx");
        QTest::newRow("empty") << QByteArray() << "file_empty";
        QTest::newRow("text") << QByteArray("hello, world\nnothing here\n") << "header_not_found";
        QTest::newRow("header only") << QByteArray("شناسه صیادی,مبلغ,سررسید\n") << "no_rows";
        QTest::newRow("truncated") << QByteArray(messy.data(), qsizetype(messy.size() / 2)) << "file_damaged";
        QTest::newRow("binary") << QByteArray(
                                       "\x7f"
                                       "ELF\0\0\0\1\2\3\4\5\6\7",
                                       14)
                                << "file_not_workbook";
    }
    void aBadFileIsRefusedAndLeavesNothing() {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        const auto before = m_dealer->get("/api/v1/cheque_imports?count=exact").body["estimated_total"];
        const auto answer = upload(*m_dealer, "file.xlsx", content.toStdString());
        QCOMPARE(QString::fromStdString(answer.code()), code);
        QCOMPARE(answer.status, 422);
        QCOMPARE(m_dealer->get("/api/v1/cheque_imports?count=exact").body["estimated_total"].dump(),
                 before.dump());
    }

    void aFileThatNamesItsDealersIsSplitAmongThem() {
        const auto admin = signedIn("admin@nextgen.local", "Admin123!");
        const std::string rows =
            "1111222233334444,1000,1405/10/01,D-1001\n1111222233334445,1000,1405/10/01,nobody\n";
        const auto answer = upload(*admin, "dealers.csv", "شناسه صیادی,مبلغ,سررسید,کد نماینده\n" + rows);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body["rows_ready"].get<int>(), 1);
        const auto failed = admin->get(pathOf(answer.body) + "/rows?state=failed").body["items"];
        QCOMPARE(failed[0]["errors"][0]["code"].get<std::string>(), std::string("dealer_unknown"));
        QCOMPARE(upload(*admin, "none.csv", csvOf(2, 3333222233334444)).code(),
                 std::string("dealer_required"));
        QCOMPARE(upload(*admin, "given.csv", csvOf(2, 3333222233334444), {{"dealer_id", m_dealerId}}).status,
                 201);
    }

    void amountsCanBeReadAsTomans() {
        const auto answer =
            upload(*m_dealer, "toman.csv", csvOf(1, 4444222233334444), {{"amount_unit", "toman"}});
        QCOMPARE(answer.body["amount_total"].get<std::int64_t>(), 10'000'000);
    }

    void aMappingSaysWhatTheHeadingsDoNot_data() {
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<int>("status");
        QTest::newRow("columns by letter")
            << R"({"header_row":1,"columns":{"A":"sayad_id","B":"amount","C":"due_on"}})" << 201;
        QTest::newRow("no such column") << R"({"columns":{"A":"nonsense"}})" << 422;
        QTest::newRow("no object") << "[]" << 422;
    }
    void aMappingSaysWhatTheHeadingsDoNot() {
        QFETCH(QString, mapping);
        QFETCH(int, status);
        const auto answer = upload(*m_dealer, "odd.csv", "x,y,z\n5555222233334444,1000,1405/10/01\n",
                                   {{"mapping", mapping.toStdString()}});
        QCOMPARE(answer.status, status);
    }

    void aLargeFileIsStagedBesideTheRequests() {
        const auto answer = upload(*m_dealer, "large.csv", csvOf(6'000, 6000000000000000));
        QCOMPARE(answer.status, 202);
        QCOMPARE(answer.body["state"].get<std::string>(), std::string("staging"));
        const Json import = staged(answer.body);
        QCOMPARE(import["state"].get<std::string>(), std::string("staged"));
        QCOMPARE(import["rows_ready"].get<int>(), 6'000);
        QCOMPARE(m_dealer->post(pathOf(import) + "/commit", {{"rows", "ready"}}, freshKey())
                     .body["rows_posted"]
                     .get<int>(),
                 6'000);
        QCOMPARE(exposure(), import["amount_total"].get<std::int64_t>());
        undo(import);
        QCOMPARE(exposure(), 0);
    }

    void twoImportsOfTheSameChequesPostThemOnce() {
        const Json first = upload(*m_dealer, "a.csv", csvOf(3, 7000000000000000)).body;
        const Json second = upload(*m_dealer, "b.csv", csvOf(4, 7000000000000000)).body;
        QCOMPARE(second["rows_ready"].get<int>(), 4);
        QCOMPARE(m_dealer->post(pathOf(first) + "/commit", {{"rows", "ready"}}, freshKey())
                     .body["rows_posted"]
                     .get<int>(),
                 3);
        const auto late = m_dealer->post(pathOf(second) + "/commit", {{"rows", "ready"}}, freshKey()).body;
        QCOMPARE(late["rows_posted"].get<int>(), 1);
        QCOMPARE(late["rows_duplicate"].get<int>(), 3);
        undo(first);
        undo(second);
    }

    void aMendThatRepeatsAnotherRowIsADuplicateAndBack() {
        const Json import = upload(*m_dealer, "a.csv", csvOf(3, 8000000000000000)).body;
        const std::string row = pathOf(import) + "/rows/4";
        const auto mend = [&](const std::string& sayadId) {
            return m_dealer
                ->patch(row, {{"values", {{"sayad_id", sayadId}}}},
                        {{"If-Match", m_dealer->get(row).header("ETag")}})
                .body;
        };
        const auto repeated = mend("8000000000000000");
        QCOMPARE(repeated["state"].get<std::string>(), std::string("duplicate"));
        QCOMPARE(repeated["twin"]["row"].get<int>(), 2);
        QCOMPARE(mend("8000000000009999")["state"].get<std::string>(), std::string("ready"));
        QCOMPARE(m_dealer->get(pathOf(import)).body["rows_ready"].get<int>(), 3);
    }

    void anImportOfAnotherDealerDoesNotExist() {
        m_stack->owner().runText(
            "INSERT INTO dealer_profiles (tenant_id, code, company_name) SELECT id, 'D-2', 'Other' FROM "
            "tenants WHERE slug = 'nextgen'",
            {});
        m_stack->makeUser("nextgen", "other@nextgen.local", "DEALER", "D-2");
        const auto other = signedIn("other@nextgen.local", std::string(testing::TestStack::password));
        const Json import = upload(*m_dealer, "a.csv", csvOf(2, 9000000000000000)).body;
        QCOMPARE(other->get(pathOf(import)).status, 404);
        QCOMPARE(other->get(pathOf(import) + "/rows").status, 404);
        QCOMPARE(other->post(pathOf(import) + "/commit", {{"rows", "ready"}}, freshKey()).status, 404);
        QCOMPARE(other->get("/api/v1/dealers/" + m_dealerId + "/exposure").status, 404);
        QCOMPARE(upload(*other, "b.csv", csvOf(2, 9100000000000000), {{"dealer_id", m_dealerId}}).code(),
                 std::string("validation_failed"));
        QCOMPARE(other->get("/api/v1/cheque_imports").body["items"].size(), std::size_t(0));
    }

    /// Runs last: whatever the tests did, the ledger balances and says what the documents say.
    void theLedgerAgreesWithTheDocuments() {
        auto& owner = m_stack->owner();
        QVERIFY(
            owner
                .runText(
                    "SELECT entry_id FROM ledger_lines GROUP BY tenant_id, entry_id HAVING sum(amount) <> 0",
                    {})
                .empty());
        QVERIFY(owner
                    .runText("SELECT 1 FROM (SELECT tenant_id, dealer_id, sum(amount) AS held FROM cheques "
                             "WHERE status = 'on_hand' "
                             "GROUP BY 1, 2) c FULL JOIN (SELECT l.tenant_id, l.dealer_id, sum(l.amount) AS "
                             "held FROM ledger_lines l "
                             "JOIN ledger_accounts a ON a.tenant_id = l.tenant_id AND a.id = l.account_id "
                             "AND a.name = "
                             "'cheques_on_hand' GROUP BY 1, 2 HAVING sum(l.amount) <> 0) l USING (tenant_id, "
                             "dealer_id) "
                             "WHERE c.held IS DISTINCT FROM l.held",
                             {})
                    .empty());
        QVERIFY(!owner.runText("SELECT 1 FROM audit_logs WHERE action = 'cheque_import_commit'", {}).empty());
    }
};

QTEST_GUILESS_MAIN(ChequeImportTest)
#include "cheque_import_test.moc"
