#include "server/db/pool.h"
#include "server/http/listener.h"
#include "server/http/pipeline.h"
#include "tests/server/http/raw_client.h"

#include <QtTest>
#include <latch>
#include <memory>
#include <thread>

using namespace nextgen;
using http::Json;
using test::RawAnswer;
using test::RawClient;
using test::request;

namespace {

db::PoolSettings nowhere() {
    db::PoolSettings settings;
    settings.connection.url = "host=/nowhere connect_timeout=1";
    return settings;
}

const std::string good = "Authorization: Bearer good\r\n";

/// A server whose handlers tell what reached them. There is no database behind it.
class Server {
  public:
    explicit Server(const http::ListenerSettings& listening = settings(), int signInsPerMinute = 0,
                    int requestsPerMinute = 0)
        : m_writers(nowhere()) {
        const auto tell = [](http::Request& asked) -> http::Answer {
            Json told = Json::object();
            told["operation"] = asked.endpoint->operation;
            told["language"] = asked.language == Language::Persian ? "fa" : "en";
            told["json"] = asked.json();
            told["id"] = asked.pathParameter("id");
            return http::Response::json(told).withVersion(3);
        };
        for (const api::Endpoint& endpoint : api::endpoints()) {
            const std::string_view operation = endpoint.operation;
            if (operation == "dealers.list") {
                m_routes.on(operation, [](http::Request& asked) -> http::Answer {
                    const auto query = asked.listQuery();
                    if (!query) {
                        return tl::unexpected(query.error());
                    }
                    return http::Response::json(query->page({}, 0));
                });
            } else if (operation == "credit.aging") {
                m_routes.on(operation, [this](http::Request&) -> http::Answer {
                    blocked.arrive_and_wait();
                    released.wait();
                    return http::Response::noContent();
                });
            } else if (operation == "auth.sessions") {
                m_routes.on(operation, [](http::Request&) -> http::Answer {
                    return http::Response::json(Json(std::vector<std::string>(2000, "again and again")));
                });
            } else if (operation == "auth.me") {
                m_routes.on(operation, [](http::Request&) -> http::Answer {
                    throw std::runtime_error("SELECT secret FROM pg_catalog");
                });
            } else if (endpoint.idempotency == api::Idempotency::None) {
                m_routes.on(operation, tell);
            } else {
                m_routes.onWrite(operation, [](http::Request&, db::Transaction&) -> http::Answer {
                    return http::Response::noContent();
                });
            }
        }
        http::PipelineSettings pipeline;
        pipeline.uploads.folder = m_folder.path().toStdString();
        pipeline.uploads.bytesMax = 3 << 20;
        pipeline.signInsPerMinute = signInsPerMinute;
        pipeline.requestsPerMinute = requestsPerMinute;
        m_pipeline = std::make_unique<http::Pipeline>(
            pipeline, m_routes, m_writers, http::CursorSeal(std::string(32, 'k')),
            [](std::string_view token) -> std::shared_ptr<const http::Caller> {
                if (token != "good" && token != "poor") {
                    return nullptr;
                }
                auto caller = std::make_shared<http::Caller>();
                caller->tenant = TenantId(1);
                caller->user = UserId(2);
                caller->freshUntil = systemNow().plusSeconds(600);
                for (const PermissionText& line : permissionCatalogue()) {
                    if (token == "good") {
                        caller->grant(line.permission);
                    }
                }
                return caller;
            },
            [](TenantId, std::string_view) { return std::vector<std::string>{"ADMIN"}; }, [](TenantId) {},
            systemNow, m_metrics);
        m_pipeline->serve("/livez", [] { return http::Response::rendered("{}"); });
        m_listener = std::make_unique<http::Listener>(
            listening,
            [this](const httplib::Request& raw, httplib::Response& out, http::Connection& connection) {
                m_pipeline->exchange(raw, out, connection);
            },
            [this](const http::Problem& problem, std::string_view language) {
                return m_pipeline->refusal(problem, language);
            });
        m_thread = std::thread([this] { m_listener->run(); });
    }
    ~Server() { stop(); }

    void stop() {
        m_listener->stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    static http::ListenerSettings settings() {
        http::ListenerSettings settings;
        settings.port = 0;
        settings.threads = 16;
        return settings;
    }

    int port() const { return m_listener->port(); }
    http::ListenerState state() const { return m_listener->state(); }
    RawAnswer ask(std::string_view bytes) const { return RawClient(port()).ask(bytes); }
    bool hasNoUploadsLeft() const { return QDir(m_folder.path()).isEmpty(); }
    std::string metrics() const { return m_metrics.render(); }

    std::latch blocked{2};
    std::latch released{1};

  private:
    QTemporaryDir m_folder;
    db::Pool m_writers;
    http::Routes m_routes;
    http::Metrics m_metrics;
    std::unique_ptr<http::Pipeline> m_pipeline;
    std::unique_ptr<http::Listener> m_listener;
    std::thread m_thread;
};

std::string multipart(int parts, std::string_view content = "x") {
    std::string body;
    for (int i = 0; i < parts; ++i) {
        body += "--edge\r\nContent-Disposition: form-data; name=\"part" + std::to_string(i) + "\"\r\n\r\n" +
                std::string(content) + "\r\n";
    }
    return body + "--edge--\r\n";
}

const std::string uploadHeaders =
    good + "Idempotency-Key: k\r\nContent-Type: multipart/form-data; boundary=edge\r\n";

}  // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_server = std::make_unique<Server>(); }
    void cleanup() { m_server.reset(); }

    void aRequestReachesItsHandler() {
        const RawAnswer answer = m_server->ask(request("GET", "/dealers/12", good));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().at("operation").get<std::string>(), std::string("dealers.get"));
        QCOMPARE(answer.json().at("id").get<std::string>(), std::string("12"));
        QCOMPARE(answer.header("content-type"), std::string("application/json"));
        QVERIFY(!answer.header("x-request-id").empty());
        QVERIFY(!answer.header("date").empty());
    }

    void everyRefusalIsAProblem_data() {
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");

        const auto row = [](const char* name, const std::string& bytes, int status, const char* code) {
            QTest::newRow(name) << QString::fromLatin1(bytes.data(), qsizetype(bytes.size())) << status
                                << code;
        };
        const std::string json = good + "Content-Type: application/json\r\n";
        row("no such path", request("GET", "/nothing", good), 404, "route_not_found");
        row("outside the API", "GET / HTTP/1.1\r\n\r\n", 404, "route_not_found");
        row("no such method here", request("DELETE", "/dealers", good), 405, "method_not_allowed");
        row("no such method anywhere", request("PUT", "/dealers", good), 405, "method_not_allowed");
        row("unknown word for a method", "EAT / HTTP/1.1\r\n\r\n", 400, "request_malformed");
        row("not signed in", request("GET", "/dealers"), 401, "not_signed_in");
        row("a token of nobody", request("GET", "/dealers", "Authorization: Bearer bad\r\n"), 401,
            "not_signed_in");
        row("another scheme", request("GET", "/dealers", "Authorization: Basic good\r\n"), 401,
            "not_signed_in");
        row("not allowed", request("GET", "/dealers", "Authorization: Bearer poor\r\n"), 403,
            "permission_missing");
        row("unknown parameter", request("GET", "/dealers/1?colour=red", good), 400,
            "query_parameter_unknown");
        row("unknown parameter of a list", request("GET", "/dealers?colour=red", good), 400,
            "query_parameter_unknown");
        row("no body", request("POST", "/auth/login"), 400, "body_missing");
        row("body of another kind", request("POST", "/auth/login", "Content-Type: text/plain\r\n", "{}"), 415,
            "media_type_unsupported");
        row("body packed", request("POST", "/auth/login", "Content-Encoding: gzip\r\n", "{}"), 415,
            "media_type_unsupported");
        row("body that is no JSON", request("POST", "/auth/login", "", "{"), 400, "body_not_json");
        row("body with a tail", request("POST", "/auth/login", "", "{} {}"), 400, "body_not_json");
        row("a name twice", request("POST", "/auth/login", "", R"({"a":1,"a":2})"), 400, "body_not_json");
        row("not UTF-8", request("POST", "/auth/login", "", "{\"a\":\"\xff\"}"), 400, "body_not_json");
        row("a zero character", request("POST", "/auth/login", "", "{\"a\":\"\\u0000\"}"), 400,
            "body_not_json");
        row("nested too deeply",
            request("POST", "/auth/login", "", std::string(17, '[') + std::string(17, ']')), 400,
            "body_too_deep");
        row("body announced too large", request("POST", "/auth/login", "Content-Length: 2000000\r\n"), 413,
            "body_too_large");
        row("no idempotency key", request("POST", "/cheques", json, "{}"), 400, "idempotency_key_required");
        row("an odd idempotency key", request("POST", "/cheques", json + "Idempotency-Key: a b\r\n", "{}"),
            400, "idempotency_key_invalid");
        row("the database is away", request("POST", "/cheques", json + "Idempotency-Key: k\r\n", "{}"), 503,
            "service_unavailable");
        row("upload of another kind",
            request("POST", "/cheque_imports", json + "Idempotency-Key: k\r\n", "{}"), 415,
            "media_type_unsupported");
        row("upload without boundary",
            request("POST", "/cheque_imports",
                    good + "Idempotency-Key: k\r\nContent-Type: multipart/form-data\r\n", "x"),
            400, "upload_malformed");
        row("upload without its end", request("POST", "/cheque_imports", uploadHeaders, "--edge\r\n"), 400,
            "upload_malformed");
        row("too many parts", request("POST", "/cheque_imports", uploadHeaders, multipart(17)), 400,
            "too_many_parts");
        row("a text too long",
            request("POST", "/cheque_imports", uploadHeaders, multipart(1, std::string(5000, 'x'))), 422,
            "field_too_long");
        row("upload announced too large",
            request("POST", "/cheque_imports", uploadHeaders + "Content-Length: 5000000\r\n"), 413,
            "body_too_large");
        row("address too long", "GET /api/v1/" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n", 414,
            "url_too_long");
        row("header too long", request("GET", "/dealers", "X-Long: " + std::string(40000, 'a') + "\r\n"), 431,
            "headers_too_large");
        std::string many;
        for (int i = 0; i < 200; ++i) {
            many += "X-" + std::to_string(i) + ": 1\r\n";
        }
        row("too many headers", request("GET", "/dealers", many), 431, "headers_too_large");
        row("header without a name", "GET / HTTP/1.1\r\n: x\r\n\r\n", 400, "request_malformed");
        row("folded header", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400, "request_malformed");
        row("blank before the colon", "GET / HTTP/1.1\r\nA : b\r\n\r\n", 400, "request_malformed");
        row("line feed in a header", "GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", 400, "request_malformed");
        row("another version", "GET / HTTP/3.0\r\n\r\n", 400, "request_malformed");
        row("two lengths",
            "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400,
            "request_malformed");
        row("length and chunks",
            "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
            400, "request_malformed");
        row("negative length", "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: -2\r\n\r\n{}", 400,
            "request_malformed");
        row("unknown transfer encoding",
            "POST /api/v1/auth/login HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 400,
            "request_malformed");
        row("a bad chunk",
            "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            "chunked\r\n\r\nxyz\r\n",
            400, "request_malformed");
        row("our own fault", request("GET", "/auth/me", good), 500, "internal_error");
    }

    void everyRefusalIsAProblem() {
        QFETCH(QString, bytes);
        QFETCH(int, status);
        QFETCH(QString, code);
        const RawAnswer answer = m_server->ask(bytes.toLatin1().toStdString());
        QCOMPARE(answer.status, status);
        QCOMPARE(QString::fromStdString(answer.code()), code);
        QCOMPARE(answer.header("content-type"), std::string("application/problem+json"));
        QCOMPARE(answer.json().at("request_id").get<std::string>(), answer.header("x-request-id"));
        QCOMPARE(answer.json().at("status").get<int>(), status);
        QVERIFY(m_server->hasNoUploadsLeft());
    }

    void noDatabaseTextReachesTheCaller() {
        const RawAnswer answer = m_server->ask(request("GET", "/auth/me", good));
        QVERIFY(answer.body.find("SELECT") == std::string::npos);
    }

    void theMissingPermissionIsNamed() {
        const RawAnswer answer = m_server->ask(request("GET", "/dealers", "Authorization: Bearer poor\r\n"));
        QCOMPARE(answer.json().at("permission").get<std::string>(), std::string("dealers.read"));
        QCOMPARE(answer.json().at("missing_permission").get<std::string>(), std::string("dealers.read"));
        QCOMPARE(answer.json().at("granted_by").dump(), std::string(R"(["ADMIN"])"));
    }

    void sentencesFollowAcceptLanguage() {
        const RawAnswer persian =
            m_server->ask(request("GET", "/dealers", "Accept-Language: fa-IR,en;q=0.5\r\n"));
        QCOMPARE(persian.header("content-language"), std::string("fa"));
        QCOMPARE(persian.json().at("detail").get<std::string>(), std::string("نخست وارد شوید."));
        const RawAnswer early = m_server->ask("GET / HTTP/1.1\r\nAccept-Language: fa\r\nA : b\r\n\r\n");
        QCOMPARE(early.header("content-language"), std::string("fa"));
    }

    void aRequestIdIsTakenOrMade_data() {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("ours") << "Client-1.2_3" << true;
        QTest::newRow("with a blank") << "a b" << false;
        QTest::newRow("endless") << QString(65, 'a') << false;
        QTest::newRow("markup") << "<a>" << false;
    }

    void aRequestIdIsTakenOrMade() {
        QFETCH(QString, sent);
        QFETCH(bool, isTaken);
        const RawAnswer answer = m_server->ask(
            request("GET", "/dealers/1", good + "X-Request-Id: " + sent.toStdString() + "\r\n"));
        QCOMPARE(answer.header("x-request-id") == sent.toStdString(), isTaken);
    }

    void headAnswersLikeGetWithoutABody() {
        RawClient client(m_server->port());
        client.send(request("HEAD", "/dealers/1", good));
        const RawAnswer head = client.receive(true);
        QCOMPARE(head.status, 200);
        QVERIFY(head.header("content-length") != "0");
        QCOMPARE(client.ask(request("GET", "/dealers/1", good)).status, 200);
    }

    void optionsNamesWhatAPathOffers() {
        const RawAnswer answer = m_server->ask(request("OPTIONS", "/cheques"));
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("allow"), std::string("GET, HEAD, POST, OPTIONS"));
        QVERIFY(answer.header("content-length").empty());
        QCOMPARE(m_server->ask(request("PATCH", "/cheques", good)).header("allow"),
                 std::string("GET, HEAD, POST, OPTIONS"));
    }

    void anUnchangedRecordIsNotSentAgain() {
        QCOMPARE(m_server->ask(request("GET", "/dealers/1", good)).header("etag"), std::string("\"3\""));
        for (const char* tags : {"\"3\"", "\"1\", W/\"3\"", "*"}) {
            const RawAnswer answer =
                m_server->ask(request("GET", "/dealers/1", good + "If-None-Match: " + tags + "\r\n"));
            QCOMPARE(answer.status, 304);
            QVERIFY(answer.body.empty());
        }
        QCOMPARE(m_server->ask(request("GET", "/dealers/1", good + "If-None-Match: \"2\"\r\n")).status, 200);
    }

    void aConnectionServesMany() {
        RawClient client(m_server->port());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(client.ask(request("GET", "/dealers/1", good)).status, 200);
        }
        QCOMPARE(client.ask(request("POST", "/auth/login", "", R"({"a":1})")).json().at("json").dump(),
                 std::string(R"({"a":1})"));
        // A refusal before the body was wanted leaves the connection usable when the body is here already.
        QCOMPARE(client.ask(request("POST", "/cheques", "", "{}")).status, 401);
        QCOMPARE(client.ask(request("GET", "/dealers/1", good)).status, 200);
    }

    void requestsMayComeInOnePiece() {
        RawClient client(m_server->port());
        client.send(request("GET", "/dealers/1", good) + request("GET", "/dealers/2", good) +
                    request("GET", "/nothing", good));
        QCOMPARE(client.receive().json().at("id").get<std::string>(), std::string("1"));
        QCOMPARE(client.receive().json().at("id").get<std::string>(), std::string("2"));
        QCOMPARE(client.receive().status, 404);
    }

    void aConnectionIsClosedWhenAskedTo() {
        RawClient client(m_server->port());
        const RawAnswer answer = client.ask(request("GET", "/dealers/1", good + "Connection: Close\r\n"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("connection"), std::string("close"));
        QVERIFY(client.isClosed());
        RawClient old(m_server->port());
        QCOMPARE(old.ask("GET /livez HTTP/1.0\r\n\r\n").status, 200);
        QVERIFY(old.isClosed());
    }

    void aChunkedBodyIsPutTogether() {
        const RawAnswer answer = m_server->ask(
            "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            "chunked\r\n\r\n4;x=y\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\nTrailer: x\r\n\r\n");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().at("json").dump(), std::string(R"({"a":1})"));
    }

    void anEndlessChunkedBodyIsRefusedWhileItComes() {
        RawClient client(m_server->port());
        client.send(
            "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            "chunked\r\n\r\n");
        const std::string chunk = "10000\r\n" + std::string(65536, ' ') + "\r\n";
        for (int i = 0; i < 20; ++i) {
            client.send(chunk);
        }
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code(), std::string("body_too_large"));
        QVERIFY(client.isClosed());
    }

    void anUploadTooLargeIsRefusedWhileItComes() {
        RawClient client(m_server->port());
        client.send("POST /api/v1/cheque_imports HTTP/1.1\r\n" + uploadHeaders +
                    "Transfer-Encoding: chunked\r\n\r\n");
        const std::string head =
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n";
        client.send(QByteArray::number(static_cast<int>(head.size()), 16).toStdString() + "\r\n" + head +
                    "\r\n");
        const std::string chunk = "10000\r\n" + std::string(65536, 'x') + "\r\n";
        for (int i = 0; i < 60; ++i) {
            client.send(chunk);
        }
        QCOMPARE(client.receive().code(), std::string("body_too_large"));
        QVERIFY(m_server->hasNoUploadsLeft());
    }

    void aBodyIsInvitedOnlyWhenItIsWanted() {
        RawClient client(m_server->port());
        client.send(
            "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
            "2\r\nExpect: "
            "100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        QCOMPARE(client.ask("{}").status, 200);
        RawClient refused(m_server->port());
        QCOMPARE(
            refused
                .ask("POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                     "9000000\r\nExpect: 100-continue\r\n\r\n")
                .status,
            413);
    }

    void partsOfAnAnswerAreNotServed() {
        const std::string ranges = good + "Range: bytes=0-0," + std::string(7000, '0') + "-\r\n";
        const RawAnswer answer = m_server->ask(request("GET", "/dealers/1", ranges));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json().is_object());
    }

    void longAnswersArePackedForThoseWhoUnpack() {
        const RawAnswer plain = m_server->ask(request("GET", "/auth/sessions", good));
        QVERIFY(plain.header("content-encoding").empty());
        const RawAnswer packed =
            m_server->ask(request("GET", "/auth/sessions", good + "Accept-Encoding: gzip, deflate, br\r\n"));
        QCOMPARE(packed.header("content-encoding"), std::string("gzip"));
        QVERIFY(packed.body.size() < plain.body.size() / 10);
        QVERIFY(m_server->ask(request("GET", "/dealers/1", good + "Accept-Encoding: gzip\r\n"))
                    .header("content-encoding")
                    .empty());
    }

    void whoSendsTooSlowlyIsCutOff() {
        http::ListenerSettings settings = Server::settings();
        settings.limits.headTime = std::chrono::milliseconds(200);
        settings.limits.bodyTime = std::chrono::milliseconds(200);
        const Server server(settings);
        RawClient head(server.port());
        QCOMPARE(head.ask("GET /api/v1/dealers HTTP/1.1\r\nX: ").code(), std::string("request_timeout"));
        QVERIFY(head.isClosed());
        RawClient body(server.port());
        QCOMPARE(
            body.ask("POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                     "5\r\n\r\n{")
                .code(),
            std::string("request_timeout"));
        QVERIFY(body.isClosed());
    }

    void silentConnectionsCostNoThread() {
        http::ListenerSettings settings = Server::settings();
        settings.threads = 2;
        const Server server(settings);
        std::vector<std::unique_ptr<RawClient>> silent;
        for (int i = 0; i < 100; ++i) {
            silent.push_back(std::make_unique<RawClient>(server.port()));
            QCOMPARE(silent.back()->ask(request("GET", "/dealers/1", good)).status, 200);
        }
        QCOMPARE(server.ask(request("GET", "/dealers/1", good)).status, 200);
        QCOMPARE(silent.front()->ask(request("GET", "/dealers/1", good)).status, 200);
    }

    void aHeadThatComesInPiecesCostsNoThread() {
        http::ListenerSettings settings = Server::settings();
        settings.threads = 1;
        const Server server(settings);
        const std::string asked = request("GET", "/dealers/1", good);
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 50; ++i) {
            slow.push_back(std::make_unique<RawClient>(server.port()));
            if (i % 2 == 0) {  // also of those who were served before
                QCOMPARE(slow.back()->ask(asked).status, 200);
            }
            slow.back()->send(asked.substr(0, asked.size() - static_cast<std::size_t>(i) - 1));
        }
        QCOMPARE(server.ask(asked).status, 200);
        for (std::size_t i = 0; i < slow.size(); ++i) {
            QCOMPARE(slow[i]->ask(asked.substr(asked.size() - i - 1)).status, 200);
        }
    }

    void whenEveryThreadIsTakenTheAnswerIsBusyAtOnce() {
        http::ListenerSettings settings = Server::settings();
        settings.threads = 1;
        settings.queueMax = 0;
        Server server(settings);
        RawClient first(server.port());
        first.send(request("GET", "/dealers/1/aging", good));
        server.blocked.arrive_and_wait();
        const RawAnswer busy = server.ask(request("GET", "/dealers/1", good + "Accept-Language: fa\r\n"));
        QCOMPARE(busy.status, 503);
        QCOMPARE(busy.code(), std::string("server_busy"));
        QVERIFY(!busy.header("retry-after").empty());
        QCOMPARE(busy.header("content-language"), std::string("fa"));
        QCOMPARE(server.state().refusedBusy, std::uint64_t{1});
        server.released.count_down();
        QCOMPARE(first.receive().status, 204);
        QCOMPARE(first.ask(request("GET", "/dealers/1", good)).status, 200);
    }

    void tooManySignInsFromOneAddressAreSlowedDown() {
        const Server server(Server::settings(), 2);
        const std::string signIn = request("POST", "/auth/login", "", "{}");
        QCOMPARE(server.ask(signIn).status, 200);
        QCOMPARE(server.ask(signIn).header("ratelimit-remaining"), std::string("0"));
        const RawAnswer answer = server.ask(signIn);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.code(), std::string("rate_limited"));
        QCOMPARE(answer.header("ratelimit-limit"), std::string("2"));
        QVERIFY(std::stoi(answer.header("retry-after")) > 0);
        QVERIFY(std::stoi(answer.header("ratelimit-reset")) > 0);
        QCOMPARE(server.ask(request("GET", "/dealers/1", good)).status, 200);
    }

    void aUserWhoAsksWithoutEndIsSlowedDown() {
        const Server server(Server::settings(), 0, 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(server.ask(request("GET", "/dealers/1", good)).status, 200);
        }
        QCOMPARE(server.ask(request("GET", "/dealers/1", good)).status, 429);
    }

    void aCallMayHaveALimitOfItsOwn() {
        const Server server(Server::settings(), 0, 1'000);
        const api::Endpoint& line = api::endpoint("auth.step_up");
        const std::string call = request("POST", "/auth/step_up", good, "{}");
        for (int i = 0; i < line.perMinute; ++i) {
            const RawAnswer answer = server.ask(call);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("ratelimit-limit"), std::to_string(line.perMinute));
        }
        const RawAnswer refused = server.ask(call);
        QCOMPARE(refused.status, 429);
        QVERIFY(std::stoi(refused.header("retry-after")) > 0);
        QCOMPARE(server.ask(request("GET", "/dealers/1", good)).status, 200);
    }

    void whatHappensIsCounted() {
        m_server->ask(request("GET", "/dealers/1", good));
        m_server->ask(request("GET", "/dealers", ""));
        const std::string text = m_server->metrics();
        QVERIFY(text.find("nextgen_http_requests_total{operation=\"dealers.get\",status=\"200\"} 1") !=
                std::string::npos);
        QVERIFY(text.find("nextgen_http_requests_total{operation=\"dealers.list\",status=\"401\"} 1") !=
                std::string::npos);
        QVERIFY(text.find("nextgen_http_request_seconds_count{operation=\"dealers.get\"} 1") !=
                std::string::npos);
    }

    void aSecondServerOnThePortIsRefused() {
        http::ListenerSettings settings = Server::settings();
        settings.port = m_server->port();
        QVERIFY_EXCEPTION_THROWN(http::Listener(settings, {}, {}), std::runtime_error);
    }

    void whatIsUnderWayEndsBeforeTheServerDoes() {
        RawClient client(m_server->port());
        client.send(request("GET", "/dealers/1/aging", good));
        m_server->blocked.arrive_and_wait();
        std::thread stopping([&] { m_server->stop(); });
        m_server->released.count_down();
        stopping.join();
        QCOMPARE(client.receive().status, 204);
    }

  private:
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
