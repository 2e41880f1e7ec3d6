#include "tests/server/http/raw_client.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QtTest>
#include <filesystem>
#include <memory>

using namespace nextgen;
using test::RawAnswer;
using test::RawClient;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What those who mean harm do to the real server, and that it goes on serving the others meanwhile.
class HttpAttackTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    int m_port = 0;

    std::string bearer() const { return "Authorization: Bearer " + m_admin->token() + "\r\n"; }

    RawAnswer ask(const std::string& bytes) const { return RawClient(m_port).ask(bytes); }

    void demandServing() { QCOMPARE(m_admin->get("/api/v1/auth/me").status, 200); }

    std::string one(const std::string& sql) {
        return m_stack->owner().script(sql).one().get<std::string>(std::size_t{0});
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_port = std::stoi(m_server->url().substr(m_server->url().rfind(':') + 1));
        m_admin = std::make_unique<HttpClient>(m_server->url());
        QCOMPARE(m_admin->signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
    }

    void everyAnswerIsDataForNobodyElsesPages_data() {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const std::string& asked, int status) {
            QTest::newRow(name) << QByteArray::fromStdString(asked) << status;
        };
        row("a page", "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n", 200);
        row("the document", "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n", 200);
        row("one's own", test::request("GET", "/auth/me", bearer()), 200);
        row("a list", test::request("GET", "/dealers", bearer()), 200);
        row("nobody's", test::request("GET", "/auth/me"), 401);
        row("nothing", test::request("GET", "/nothing"), 404);
        row("no HTTP", "\x16\x03\x01\r\n\r\n", 400);
        row("a long address", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n", 414);
    }
    void everyAnswerIsDataForNobodyElsesPages() {
        QFETCH(QByteArray, asked);
        QFETCH(int, status);
        const RawAnswer answer = ask(asked.toStdString());
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("x-content-type-options"), std::string("nosniff"));
        QCOMPARE(answer.header("content-security-policy"),
                 std::string("default-src 'none'; frame-ancestors 'none'"));
        QCOMPARE(answer.header("referrer-policy"), std::string("no-referrer"));
        QCOMPARE(answer.header("cache-control"), std::string("no-store"));
        QVERIFY(!answer.header("x-request-id").empty());
        // In clear there is nothing to insist on, and what serves is nobody's business.
        for (const char* absent : {"strict-transport-security", "server", "x-powered-by", "via"}) {
            QVERIFY2(!answer.headers.contains(absent), absent);
        }
    }

    void whatIsTooMuchIsRefused_data() {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const std::string& sent, int status) {
            QTest::newRow(name) << QByteArray::fromStdString(sent) << status;
        };
        const auto post = [&](const std::string& body) {
            return test::request("POST", "/brands", bearer() + "Idempotency-Key: k\r\n", body);
        };
        std::string headers;
        for (int i = 0; i < 200; ++i) {
            headers += "X-" + std::to_string(i) + ": x\r\n";
        }
        row("many headers", test::request("GET", "/auth/me", headers), 431);
        row("one large header", test::request("GET", "/auth/me", "X: " + std::string(40'000, 'x') + "\r\n"),
            431);
        row("a large cookie",
            test::request("GET", "/auth/me", "Cookie: " + std::string(33'000, 'x') + "\r\n"), 431);
        row("a long query", test::request("GET", "/dealers?q=" + std::string(9'000, 'x'), bearer()), 414);
        row("an announced giant",
            test::request("POST", "/brands",
                          bearer() + "Content-Type: application/json\r\nContent-Length: 99999999999\r\n"),
            413);
        row("a length beyond numbers",
            test::request("POST", "/brands", bearer() + "Content-Length: 99999999999999999999999\r\n"), 400);
        row("a negative length", test::request("POST", "/brands", bearer() + "Content-Length: -1\r\n"), 400);
        row("two lengths", test::request("POST", "/brands", "Content-Length: 1\r\nContent-Length: 2\r\n"),
            400);
        row("a length and chunks",
            test::request("POST", "/brands", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"), 400);
        row("chunks in disguise", test::request("POST", "/brands", "Transfer-Encoding: xchunked\r\n"), 400);
        row("chunks twice",
            test::request("POST", "/brands", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
            400);
        row("a folded header", test::request("GET", "/auth/me", "X: a\r\n b\r\n"), 400);
        row("a blank before the colon", test::request("GET", "/auth/me", "X : a\r\n"), 400);
        row("a bare line feed", test::request("GET", "/auth/me", "X: a\nY: b\r\n"), 400);
        row("a zero byte", test::request("GET", "/auth/me", std::string("X: a\0b\r\n", 8)), 400);
        row("deep JSON", post(std::string(200'000, '[')), 400);
        row("deep objects", post([] {
                std::string text;
                for (int i = 0; i < 50'000; ++i) {
                    text += "{\"a\":";
                }
                return text;
            }()),
            400);
        row("a number without end", post("{\"position\": " + std::string(100'000, '9') + "}"), 400);
        row("no UTF-8", post("{\"slug\": \"\xff\xfe\"}"), 400);
        row("a gzip bomb's header",
            test::request("POST", "/brands", bearer() + "Content-Encoding: gzip\r\n", "{}"), 415);
        row("a path upwards", test::request("GET", "/../../etc/passwd", bearer()), 404);
        row("an encoded path upwards", test::request("GET", "/%2e%2e/%2e%2e/etc/passwd", bearer()), 404);
        row("an encoded zero", test::request("GET", "/dealers/%00", bearer()), 404);
        row("SQL in an id", test::request("GET", "/dealers/1%27%20OR%201=1--", bearer()), 404);
        row("SQL in an order", test::request("GET", "/dealers?sort=id;DROP%20TABLE%20users", bearer()), 400);
        row("a method of its own", test::request("BREW", "/dealers", bearer()), 400);
        row("TRACE", test::request("TRACE", "/dealers", bearer()), 405);
    }
    void whatIsTooMuchIsRefused() {
        QFETCH(QByteArray, sent);
        QFETCH(int, status);
        const RawAnswer answer = ask(sent.toStdString());
        if (answer.status == 0) {
            QFAIL("no answer");
        }
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("content-type"), std::string("application/problem+json"));
        QVERIFY(!answer.code().empty());
        demandServing();
    }

    void slowSendersKeepNobodyWaiting() {
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 600; ++i) {  // more than there are threads
            slow.push_back(std::make_unique<RawClient>(m_port));
            QVERIFY(slow.back()->send(i % 2 == 0 ? "" : "G"));
        }
        for (int i = 0; i < 20; ++i) {
            HttpClient other(m_server->url());
            other.setToken(m_admin->token());
            QCOMPARE(other.get("/api/v1/auth/me").status, 200);
        }
        for (auto& client : slow) {
            QVERIFY(client->isClosed());
        }
        demandServing();
    }

    void manyRequestsInOnePieceAreAnsweredInTheirOrder() {
        RawClient client(m_port);
        std::string piece;
        for (int i = 0; i < 500; ++i) {
            piece +=
                test::request("GET", "/auth/me", bearer() + "X-Request-Id: r" + std::to_string(i) + "\r\n");
        }
        QVERIFY(client.send(piece));
        for (int i = 0; i < 500; ++i) {
            const RawAnswer answer = client.receive();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("x-request-id"), "r" + std::to_string(i));
        }
    }

    void aRequestHiddenInABodyIsNoRequest() {
        RawClient client(m_port);
        const std::string hidden = test::request("DELETE", "/auth/sessions/1", bearer());
        const RawAnswer first = client.ask(test::request("POST", "/auth/login", "", hidden));
        QCOMPARE(first.status, 400);
        QCOMPARE(client.ask(test::request("GET", "/auth/me", bearer())).status, 200);
    }

    void addressesAreBelievedOfOurProxiesOnly() {
        const auto signInFrom = [this](const std::string& url, const std::string& claimed) {
            HttpClient client(url);
            return client
                .post("/api/v1/auth/login",
                      {{"tenant", "nextgen"}, {"email", "dealer@nextgen.local"}, {"password", "Dealer123!"}},
                      {{"X-Forwarded-For", claimed}})
                .status;
        };
        const std::string newest =
            "SELECT client_ip FROM app.audit_logs WHERE action = 'sign_in' ORDER BY id DESC LIMIT 1";
        QCOMPARE(signInFrom(m_server->url(), "198.51.100.7"), 200);
        QCOMPARE(one(newest), std::string("127.0.0.1"));
        const testing::ServerProcess behind(*m_stack, {"proxies=127.0.0.1"});
        QCOMPARE(signInFrom(behind.url(), "203.0.113.9, 198.51.100.7"), 200);
        QCOMPARE(one(newest), std::string("198.51.100.7"));
    }

    void whatIsNotAllowedIsNotedOnceAMinute() {
        HttpClient dealer(m_server->url());
        QCOMPARE(dealer.signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
        for (int i = 0; i < 5; ++i) {
            const HttpAnswer refused = dealer.get("/api/v1/audit_logs");
            QCOMPARE(refused.status, 403);
        }
        QCOMPARE(dealer.post("/api/v1/brands", {{"slug", "x"}, {"title_fa", "x"}}).status, 403);
        QCOMPARE(dealer.get("/api/v1/vendors/4711").status, 403);
        const Json noted = m_admin->get("/api/v1/audit_logs?action=denied").body["items"];
        QCOMPARE(noted.size(), std::size_t{3});
        QCOMPARE(noted[0]["table_name"].get<std::string>(), std::string("vendors"));
        QCOMPARE(noted[0]["row_id"].get<std::string>(), std::string("4711"));
        QCOMPARE(noted[0]["client_ip"].get<std::string>(), std::string("127.0.0.1"));
        const Json told = noted[2]["new_values"].is_string()
                              ? Json::parse(noted[2]["new_values"].get<std::string>())
                              : noted[2]["new_values"];
        QCOMPARE(told["operation"].get<std::string>(), std::string("audit_logs.list"));
        QCOMPARE(told["permission"].get<std::string>(), std::string("audit.read"));
        // What is another's is not there for him: no attempt upon something, and counted as any other.
        QCOMPARE(dealer.get("/api/v1/dealers/4711").status, 404);
        QCOMPARE(m_admin->get("/api/v1/audit_logs?action=denied").body["items"].size(), std::size_t{3});
        QVERIFY(m_admin->get("/metrics").text.find("operation=\"dealers.get\",status=\"404\"") !=
                std::string::npos);
    }

    void passwordsThatEverybodyKnowsStartNoProduction() {
        const auto folder = m_stack->stack().folder().root() / "production";
        std::filesystem::create_directories(folder);
        const embedded::Stack& running = m_stack->stack();
        embedded::ChildSettings settings{{NEXTGEN_BIN_DIR "/nextgen-server", "serve", "--port=0",
                                          "--data=" + folder.string(),
                                          "--set=database.url=" + running.databaseUrl(),
                                          "--set=database.reader_url=" + running.databaseReaderUrl(),
                                          "--set=database.owner_url=" + running.databaseOwnerUrl(),
                                          "--set=redis.url=" + running.redisUrl(),
                                          "--set=keys.file=" + running.folder().masterKey().string()}};
        settings.log = folder / "out";
        QCOMPARE(embedded::runProgram(settings), 2);
    }

    void aFileThatLeavesIsNoted() {
        const std::string dealer = m_admin->get("/api/v1/dealers").body["items"][0]["id"];
        const HttpAnswer staged =
            m_admin->upload("/api/v1/cheque_imports", "x.csv", "شناسه صیادی,مبلغ,سررسید\n123,abc,x\n",
                            {{"dealer_id", dealer}}, testing::freshKey());
        QVERIFY2(staged.status == 201, staged.text.c_str());
        const std::string path = "/api/v1/cheque_imports/" + staged.body["id"].get<std::string>();
        QCOMPARE(m_admin->get(path + "/errors.xlsx").status, 200);
        const Json noted = m_admin->get("/api/v1/audit_logs?action=export").body["items"];
        QCOMPARE(noted.size(), std::size_t{1});
        QCOMPARE(noted[0]["row_id"], staged.body["id"]);
        QCOMPARE(noted[0]["table_name"].get<std::string>(), std::string("cheque_imports"));
    }
};

QTEST_GUILESS_MAIN(HttpAttackTest)
#include "http_attack_test.moc"
