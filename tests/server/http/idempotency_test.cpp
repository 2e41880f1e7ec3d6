#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <thread>

using namespace nextgen;
using testing::freshKey;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// Idempotency keys over HTTP, against the real server and database.
class IdempotencyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::string m_dealer;
    std::int64_t m_nextSayadId = 2'000'000'000'000'000;

    Json newCheque() {
        return {{"dealer_id", m_dealer},
                {"sayad_id", std::to_string(++m_nextSayadId)},
                {"amount", 5'000},
                {"due_on", "2026-12-06"}};
    }

    std::int64_t cheques(const Json& cheque) {
        return m_stack->owner()
            .script("SELECT count(*) FROM app.cheques WHERE sayad_id = '" +
                    cheque["sayad_id"].get<std::string>() + "'")
            .one()
            .get<std::int64_t>(0);
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_admin = std::make_unique<HttpClient>(m_server->url());
        QCOMPARE(m_admin->signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
        m_dealer = m_admin->get("/api/v1/dealers").body["items"][0]["id"].get<std::string>();
    }

    void theSameRequestAgainIsAnsweredTheSame() {
        const Json cheque = newCheque();
        const auto key = freshKey();
        const HttpAnswer first = m_admin->post("/api/v1/cheques", cheque, key);
        QCOMPARE(first.status, 201);
        QVERIFY(first.header("Idempotency-Replayed").empty());
        const HttpAnswer again = m_admin->post("/api/v1/cheques", cheque, key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.text, first.text);
        QCOMPARE(again.header("Idempotency-Replayed"), std::string("true"));
        QCOMPARE(again.header("Content-Type"), first.header("Content-Type"));
        QCOMPARE(again.header("Location"), first.header("Location"));
        QCOMPARE(again.header("ETag"), first.header("ETag"));
        QCOMPARE(again.headers.count("ETag"), first.headers.count("ETag"));
        QVERIFY(again.header("X-Request-Id") != first.header("X-Request-Id"));
        QCOMPARE(cheques(cheque), std::int64_t{1});
    }

    void anotherRequestUnderTheKeyIsRefused() {
        const auto key = freshKey();
        QCOMPARE(m_admin->post("/api/v1/cheques", newCheque(), key).status, 201);
        const Json other = newCheque();
        const HttpAnswer answer = m_admin->post("/api/v1/cheques", other, key);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), std::string("idempotency_key_reused"));
        QCOMPARE(cheques(other), std::int64_t{0});
    }

    void aKeyMeansSomethingForItsCallerAndCallOnly() {
        const auto key = freshKey();
        const HttpAnswer made = m_admin->post("/api/v1/cheques", newCheque(), key);
        QCOMPARE(made.status, 201);
        const std::string path = "/api/v1/cheques/" + made.body["id"].get<std::string>();
        QCOMPARE(m_admin->post(path + "/deposit", Json::object(), key).status, 200);
        m_stack->makeUser("nextgen", "second@nextgen.local", "ADMIN");
        HttpClient second(m_server->url());
        second.signIn("nextgen", "second@nextgen.local", std::string(testing::TestStack::password));
        const HttpAnswer other = second.post("/api/v1/cheques", newCheque(), key);
        QCOMPARE(other.status, 201);
        QVERIFY(other.header("Idempotency-Replayed").empty());
    }

    void aRefusalIsNotKept() {
        const auto key = freshKey();
        Json cheque = newCheque();
        cheque["amount"] = 0;
        QCOMPARE(m_admin->post("/api/v1/cheques", cheque, key).status, 422);
        cheque["amount"] = 7'000;
        QCOMPARE(m_admin->post("/api/v1/cheques", cheque, key).status, 201);
    }

    void aMoveThatIsSentTwiceIsMadeOnce() {
        const HttpAnswer made = m_admin->post("/api/v1/cheques", newCheque(), freshKey());
        const std::string path = "/api/v1/cheques/" + made.body["id"].get<std::string>();
        const auto key = freshKey();
        QCOMPARE(m_admin->post(path + "/deposit", Json::object(), key).status, 200);
        QCOMPARE(m_admin->post(path + "/deposit", Json::object(), key).header("Idempotency-Replayed"),
                 std::string("true"));
        QCOMPARE(m_admin->post(path + "/deposit", Json::object(), freshKey()).status, 409);
        QCOMPARE(m_admin->get(path + "/events").body["items"].size(), std::size_t{2});
    }

    void anUploadIsTheSameByItsContent() {
        const std::string csv = "شناسه صیادی,مبلغ,سررسید\n1111222233334444,1000,1405/09/15\n";
        const httplib::Headers fields{{"dealer_id", m_dealer}};
        const auto key = freshKey();
        const HttpAnswer first = m_admin->upload("/api/v1/cheque_imports", "a.csv", csv, fields, key);
        QCOMPARE(first.status, 201);
        // httplib draws a new boundary each time: the bytes differ, what they say does not.
        const HttpAnswer again = m_admin->upload("/api/v1/cheque_imports", "a.csv", csv, fields, key);
        QCOMPARE(again.header("Idempotency-Replayed"), std::string("true"));
        QCOMPARE(again.text, first.text);
        QCOMPARE(m_admin->upload("/api/v1/cheque_imports", "a.csv", csv + "\n", fields, key).code(),
                 std::string("idempotency_key_reused"));
    }

    void atOnceFromManyItIsDoneOnce() {
        const Json cheque = newCheque();
        const auto key = freshKey();
        std::atomic<int> made = 0;
        std::atomic<int> replayed = 0;
        std::atomic<int> told = 0;
        std::atomic<int> other = 0;
        std::vector<std::thread> callers;
        for (int i = 0; i < 12; ++i) {
            callers.emplace_back([&] {
                HttpClient client(m_server->url());
                client.setToken(m_admin->token());
                for (bool isAnswered = false; !isAnswered;) {
                    const HttpAnswer answer = client.post("/api/v1/cheques", cheque, key);
                    isAnswered = answer.code() != "idempotency_in_progress";
                    if (!isAnswered) {
                        told += answer.status == 409 && !answer.header("Retry-After").empty() ? 0 : 1;
                        std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    } else if (answer.status != 201) {
                        ++other;
                    } else {
                        ++(answer.header("Idempotency-Replayed").empty() ? made : replayed);
                    }
                }
            });
        }
        for (std::thread& caller : callers) {
            caller.join();
        }
        QCOMPARE(made.load(), 1);
        QCOMPARE(replayed.load(), 11);
        QCOMPARE(told.load() + other.load(), 0);
        QCOMPARE(cheques(cheque), std::int64_t{1});
    }

    void anOldKeyIsFreeAgain() {
        const auto key = freshKey();
        QCOMPARE(m_admin->post("/api/v1/cheques", newCheque(), key).status, 201);
        m_stack->owner().script(
            "UPDATE app.order_idempotencies SET created_at = now() - interval '73 hours'");
        const HttpAnswer later = m_admin->post("/api/v1/cheques", newCheque(), key);
        QCOMPARE(later.status, 201);
        QVERIFY(later.header("Idempotency-Replayed").empty());
    }
};

QTEST_GUILESS_MAIN(IdempotencyTest)
#include "idempotency_test.moc"
