#include "server/cache/answer_cache.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <memory>

using namespace nextgen;
using testing::HttpClient;

/// GET /dealers/{id}, answered from the server's memory where that is right.
class DealerAnswersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::string m_path;
    std::int64_t m_dealer = 0;

    HttpClient signedIn(const std::string& email, const std::string& password) {
        HttpClient client(m_server->url());
        client.signIn("nextgen", email, password);
        return client;
    }
    HttpClient administrator() { return signedIn("admin@nextgen.local", "Admin123!"); }

    /// Past the program, as a person at psql would.
    void rename(const std::string& name) {
        m_stack->owner().runText("UPDATE dealer_profiles SET company_name = $1 WHERE id = $2",
                                 {name, std::to_string(m_dealer)});
    }

    static std::string nameIn(const testing::HttpAnswer& answer) {
        return answer.body.value("company_name", answer.text);
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_dealer = m_stack->owner()
                       .runText("SELECT id FROM dealer_profiles LIMIT 1", {})
                       .one()
                       .get<std::int64_t>("id");
        m_path = "/api/v1/dealers/" + std::to_string(m_dealer);
    }

    void whatIsRememberedIsForgottenWhenAnyServerSaysSo() {
        HttpClient client = administrator();
        rename("Before");
        QCOMPARE(nameIn(client.get(m_path, {{"Cache-Control", "no-cache"}})), std::string("Before"));
        rename("After");

        // Another server of the same Redis, which changed the dealer.
        cache::InvalidationBus bus(m_stack->stack().redisUrl());
        cache::AnswerCache other(10, std::chrono::hours(1), bus);
        const auto tenant = m_stack->tenant("nextgen").value();
        QTRY_COMPARE((other.forget({"dealers", tenant, m_dealer}), nameIn(client.get(m_path))),
                     std::string("After"));
    }

    void noCacheReadsAnewAndIsRemembered() {
        HttpClient client = administrator();
        rename("First");
        client.get(m_path, {{"Cache-Control", "no-cache"}});
        rename("Second");
        const auto anew = client.get(m_path, {{"Cache-Control", "max-age=0, no-cache"}});
        QCOMPARE(nameIn(anew), std::string("Second"));
        const auto again = client.get(m_path);
        QCOMPARE(nameIn(again), std::string("Second"));
        QCOMPARE(again.header("ETag"), anew.header("ETag"));
    }

    void whatOneMaySeeIsNotHandedToAnother() {
        QCOMPARE(administrator().get(m_path).status, 200);
        m_stack->makeTenant("strangers");
        m_stack->makeUser("strangers", "somebody@strangers.local", "ADMIN");
        HttpClient stranger(m_server->url());
        QCOMPARE(
            stranger
                .signIn("strangers", "somebody@strangers.local", std::string(testing::TestStack::password))
                .status,
            200);
        QCOMPARE(stranger.get(m_path).status, 404);
        QCOMPARE(signedIn("dealer@nextgen.local", "Dealer123!").get(m_path).status, 200);
        HttpClient nobody(m_server->url());
        QCOMPARE(nobody.get(m_path).status, 401);
    }

    void anotherDealersPeopleStillFindNothing() {
        m_stack->owner().runText(
            "INSERT INTO dealer_profiles (tenant_id, code, company_name, search_key) "
            "SELECT id, 'D-OTHER', 'Other', 'other' FROM tenants WHERE slug = 'nextgen'",
            {});
        m_stack->makeUser("nextgen", "other@nextgen.local", "DEALER", "D-OTHER");
        QCOMPARE(administrator().get(m_path).status, 200);
        QCOMPARE(
            signedIn("other@nextgen.local", std::string(testing::TestStack::password)).get(m_path).status,
            404);
    }
};

QTEST_GUILESS_MAIN(DealerAnswersTest)
#include "dealer_answers_test.moc"
