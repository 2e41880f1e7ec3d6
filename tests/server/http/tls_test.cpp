#include "tests/server/http/raw_client.h"
#include "tests/support/certificate.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <openssl/ssl.h>

#include <QtTest>
#include <fstream>

using namespace nextgen;
using testing::Json;

/// TLS as the real server speaks it, by a certificate of the test's own, and what it does without one.
class TlsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;

    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    std::vector<std::string> settings() const {
        return {"tls.certificate=" + file("server.pem").string(), "tls.key=" + file("server.key").string()};
    }

    int port() const { return std::stoi(m_server->url().substr(m_server->url().rfind(':') + 1)); }

    httplib::Client client() const {
        httplib::Client made(m_server->url());
        made.set_ca_cert_path(file("server.pem").string());
        made.enable_server_certificate_verification(true);
        made.set_keep_alive(true);
        return made;
    }

    /// What the server says to a client that speaks no newer protocol than this.
    bool isWelcome(int newest) const {
        const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                                        SSL_CTX_free);
        SSL_CTX_set_security_level(context.get(), 0);
        SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context.get(), newest);
        SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
        test::RawClient raw(port());
        const std::unique_ptr<SSL, decltype(&SSL_free)> session(SSL_new(context.get()), SSL_free);
        SSL_set_fd(session.get(), raw.socket());
        return SSL_connect(session.get()) == 1;
    }

    /// The exit status of the command, and what it said.
    static std::pair<int, std::string> run(std::vector<std::string> command,
                                           const std::filesystem::path& folder) {
        command.insert(command.begin(), NEXTGEN_BIN_DIR "/nextgen-server");
        command.push_back("--data=" + folder.string());
        embedded::ChildSettings child{std::move(command)};
        child.log = folder / "command.out";
        std::filesystem::remove(child.log);
        const int status = embedded::runProgram(child);
        std::ifstream text(child.log);
        return {status, std::string{std::istreambuf_iterator<char>(text), {}}};
    }

  private slots:
    void initTestCase() {
        testing::makeCertificate(m_folder.path().toStdString());
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack, settings());
    }

    void aClientThatTrustsTheCertificateIsServed() {
        QVERIFY(m_server->url().starts_with("https://"));
        httplib::Client trusting = client();
        const auto alive = trusting.Get("/livez");
        QVERIFY2(alive, httplib::to_string(alive.error()).c_str());
        QCOMPARE(alive->status, 200);
        QCOMPARE(alive->get_header_value("Strict-Transport-Security"), std::string("max-age=31536000"));

        const Json asked{{"tenant", "nextgen"}, {"email", "admin@nextgen.local"}, {"password", "Admin123!"}};
        const auto signedIn = trusting.Post("/api/v1/auth/login", asked.dump(), "application/json");
        QCOMPARE(signedIn->status, 200);
        const httplib::Headers token{
            {"Authorization", "Bearer " + Json::parse(signedIn->body)["token"].get<std::string>()}};
        // More than one record of TLS, both ways.
        const auto document = trusting.Get("/api/v1/openapi.json");
        QCOMPARE(document->status, 200);
        QVERIFY(Json::parse(document->body).contains("paths"));
        QVERIFY(document->body.size() > 200'000);
        const httplib::MultipartFormDataItems parts{{"file", std::string(5 << 20, 'x'), "x.csv", "text/csv"}};
        httplib::Headers headers = token;
        headers.merge(testing::freshKey());
        const auto sent = trusting.Post("/api/v1/cheque_imports", headers, parts);
        QVERIFY(sent);
        QVERIFY(sent->status >= 201);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(trusting.Get("/api/v1/auth/me", token)->status, 200);
        }
    }

    void aClientThatDoesNotTrustItGoesAway() {
        httplib::Client wary(m_server->url());
        wary.enable_server_certificate_verification(true);
        QVERIFY(!wary.Get("/livez"));
    }

    void oldProtocolsAreNotSpoken() {
        QVERIFY(!isWelcome(TLS1_VERSION));
        QVERIFY(!isWelcome(TLS1_1_VERSION));
        QVERIFY(isWelcome(TLS1_2_VERSION));
        QVERIFY(isWelcome(TLS1_3_VERSION));
    }

    void nothingIsSaidInClear() {
        test::RawClient raw(port());
        QCOMPARE(raw.ask("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n").status, 0);
        QVERIFY(raw.isClosed());
        QCOMPARE(client().Get("/livez")->status, 200);
    }

    void manyClientsAtOnceAreServed() {
        std::vector<std::thread> threads;
        std::atomic<int> answered = 0;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&] {
                httplib::Client one = client();
                for (int n = 0; n < 20; ++n) {
                    const auto answer = one.Get("/livez");
                    answered += answer && answer->status == 200 ? 1 : 0;
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(answered.load(), 320);
    }

    void withoutACoverOnlyThisMachineIsServed_data() {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QString>("said");
        QTest::newRow("every address") << QStringList{"host=0.0.0.0"} << "tls.proxy";
        QTest::newRow("a name") << QStringList{"host=shop.example.ir"} << "tls.proxy";
        QTest::newRow("a certificate without its key")
            << QStringList{"tls.certificate=/x.pem"} << "tls.certificate and tls.key go together";
        QTest::newRow("a certificate that is not there")
            << QStringList{"tls.certificate=/nowhere.pem", "tls.key=/nowhere.key"}
            << "/nowhere.pem cannot be used";
    }
    void withoutACoverOnlyThisMachineIsServed() {
        QFETCH(QStringList, settings);
        QFETCH(QString, said);
        const testing::TestFolder folder;
        std::vector<std::string> command{"serve", "--demo", "--port=0"};
        for (const QString& setting : settings) {
            command.push_back("--set=" + setting.toStdString());
        }
        const auto [status, text] = run(command, folder.path());
        QVERIFY(status == 1 || status == 2);
        QVERIFY2(text.find(said.toStdString()) != std::string::npos, text.c_str());
        command[0] = "doctor";
        command.erase(command.begin() + 1, command.begin() + 3);
        const auto [judged, advice] = run(command, folder.path());
        QCOMPARE(judged, 1);
        QVERIFY2(advice.find(said.toStdString()) != std::string::npos, advice.c_str());
    }

    void aKeyThatEverybodyCanReadIsRefused() {
        std::filesystem::copy(file("server.key"), file("open.key"));
        std::filesystem::permissions(file("open.key"), std::filesystem::perms(0644));
        const testing::TestFolder folder;
        const auto [status, text] =
            run({"serve", "--demo", "--port=0", "--set=tls.certificate=" + file("server.pem").string(),
                 "--set=tls.key=" + file("open.key").string()},
                folder.path());
        QCOMPARE(status, 1);
        QVERIFY2(text.find("chmod 600") != std::string::npos, text.c_str());
    }

    void behindAProxyClearIsSpokenWhenItIsSaidSo() {
        const testing::ServerProcess server(*m_stack, {"host=0.0.0.0", "tls.proxy=yes"});
        httplib::Client one(server.url());
        const auto alive = one.Get("/livez");
        QCOMPARE(alive->status, 200);
        QVERIFY(alive->has_header("Strict-Transport-Security"));
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"
