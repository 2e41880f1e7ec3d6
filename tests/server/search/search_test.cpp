#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QUrl>
#include <QtTest>
#include <algorithm>
#include <memory>

using namespace nextgen;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// GET /search: every kind of record at once, as far as the caller may see it.
class SearchTest : public QObject {
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

    static Json groupOf(const HttpAnswer& answer, std::string_view entity) {
        for (const Json& group : answer.body["groups"]) {
            if (group["entity"] == entity) {
                return group;
            }
        }
        return nullptr;
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeTenant("elsewhere");
        m_stack->makeUser("elsewhere", "admin@elsewhere.local", "ADMIN");
        m_stack->makeUser("nextgen", "nobody@nextgen.local", "EMPTY_ROLE");
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = signedIn("nextgen", "admin@nextgen.local", "Admin123!");
        const Json dealer = m_admin->get("/api/v1/dealers?limit=1").body["items"].at(0);
        const HttpAnswer cheque = m_admin->post("/api/v1/cheques",
                                                {{"dealer_id", dealer["id"]},
                                                 {"sayad_id", "4444444444440001"},
                                                 {"amount", 1'000'000},
                                                 {"due_on", "2027-01-10"},
                                                 {"bank_name", "بانک ملت"},
                                                 {"drawer_name", "صادرکننده"}},
                                                testing::freshKey());
        QVERIFY2(cheque.status == 201, cheque.text.c_str());
        for (int brand = 0; brand < 6; ++brand) {
            const std::string name = "many-" + std::to_string(brand);
            const HttpAnswer made =
                m_admin->post("/api/v1/brands", {{"slug", name}, {"title_fa", name}}, testing::freshKey());
            QVERIFY2(made.status == 201, made.text.c_str());
        }
    }

    void everyKindIsFoundByWhatNamesItsRecords_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("field");
        for (const char* list : {"brands", "categories", "vendors", "products"}) {
            QTest::newRow(list) << list << "title_fa";
        }
        QTest::newRow("dealers") << "dealers" << "company_name";
        QTest::newRow("cheques") << "cheques" << "sayad_id";
        QTest::newRow("users") << "users" << "display_name";
    }
    void everyKindIsFoundByWhatNamesItsRecords() {
        QFETCH(QString, list);
        QFETCH(QString, field);
        const Json record = m_admin->get("/api/v1/" + list.toStdString() + "?limit=1").body["items"].at(0);
        const auto words = record.at(field.toStdString()).get<std::string>();
        const HttpAnswer answer = m_admin->get(
            "/api/v1/search?q=" + QUrl::toPercentEncoding(QString::fromStdString(words)).toStdString());
        QVERIFY2(answer.status == 200, answer.text.c_str());
        const Json group = groupOf(answer, list.toStdString());
        QVERIFY2(group.is_object(), answer.text.c_str());
        QVERIFY(group["is_complete"].get<bool>());
        QVERIFY(group["items"].size() <= 5);
        const bool isFound = std::ranges::any_of(group["items"], [&](const Json& item) {
            return item["id"] == record["id"] && item["title"] == words;
        });
        QVERIFY2(isFound, answer.text.c_str());
    }

    void persianDigitsFindWhatLatinOnesDo() {
        const Json cheque = m_admin->get("/api/v1/cheques?limit=1").body["items"].at(0);
        QString digits = QString::fromStdString(cheque["sayad_id"].get<std::string>());
        for (QChar& digit : digits) {
            digit = QChar(0x06F0 + digit.digitValue());
        }
        const HttpAnswer answer =
            m_admin->get("/api/v1/search?q=" + QUrl::toPercentEncoding(digits).toStdString());
        const Json group = groupOf(answer, "cheques");
        QVERIFY2(group.is_object(), answer.text.c_str());
        QCOMPARE(group["items"].at(0)["id"], cheque["id"]);
    }

    void moreThanAFewSaysSo() {
        const HttpAnswer answer = m_admin->get("/api/v1/search?q=many-");
        const Json group = groupOf(answer, "brands");
        QVERIFY2(group.is_object(), answer.text.c_str());
        QCOMPARE(group["items"].size(), std::size_t{5});
        QVERIFY(group["has_more"].get<bool>());
    }

    void nobodyFindsWhatTheyMayNotRead() {
        const auto powerless = signedIn("nextgen", "nobody@nextgen.local", testing::TestStack::password);
        const HttpAnswer answer = powerless->get("/api/v1/search?q=nextgen");
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body["groups"].empty(), answer.text.c_str());
    }

    void anotherTenantsRecordsAreNotFound() {
        const auto foreigner = signedIn("elsewhere", "admin@elsewhere.local", testing::TestStack::password);
        const Json dealer = m_admin->get("/api/v1/dealers?limit=1").body["items"].at(0);
        const HttpAnswer answer = foreigner->get("/api/v1/search?q=" + dealer["code"].get<std::string>());
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body["groups"].empty(), answer.text.c_str());
    }

    void dealersOwnPeopleFindTheirDealerAlone() {
        const auto accountant = signedIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        const Json own = accountant->get("/api/v1/dealers").body["items"];
        QCOMPARE(own.size(), std::size_t{1});
        const HttpAnswer dealers = m_admin->get("/api/v1/dealers");
        for (const Json& dealer : dealers.body["items"]) {
            const HttpAnswer answer =
                accountant->get("/api/v1/search?q=" + dealer["code"].get<std::string>());
            const Json group = groupOf(answer, "dealers");
            QCOMPARE(group.is_object(), dealer["id"] == own.at(0)["id"]);
        }
    }

    void whatIsNoSearchIsRefused_data() {
        QTest::addColumn<QString>("query");
        QTest::newRow("nothing") << "";
        QTest::newRow("empty") << "?q=";
        QTest::newRow("one letter") << "?q=a";
        QTest::newRow("signs alone") << "?q=%20%20%20";
        QTest::newRow("too long") << "?q=" + QString(300, 'a');
        QTest::newRow("unknown") << "?q=abc&limit=3";
    }
    void whatIsNoSearchIsRefused() {
        QFETCH(QString, query);
        QCOMPARE(m_admin->get("/api/v1/search" + query.toStdString()).status, 400);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
