#include "app/client/api_client.h"

#include "app/client/connection_watch.h"
#include "app/client/decode.h"
#include "shared/dealer/dealer.h"
#include "tests/app/support/scripted_server.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::client;
using nextgen::test::Received;
using nextgen::test::Scripted;
using nextgen::test::ScriptedServer;

class ApiClientTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_server = std::make_unique<ScriptedServer>();
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("secret-token");
    }

    void cleanup() {
        m_api.reset();
        m_server.reset();
    }

    void callFillsInTheEndpointsPathAndSaysWhoAsks() {
        m_api->setLanguage(Language::English);
        Call call("dealers.get");
        call.at("id", "12/3");
        const auto answer = QCoro::waitFor(m_api->call(call));
        QVERIFY(answer.has_value());
        const Received& request = m_server->received.at(0);
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.target, QByteArray("/api/v1/dealers/12%2F3"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer secret-token"));
        QCOMPARE(request.headers.value("accept-language"), QByteArray("en"));
    }

    void queryKeepsPersianTextAndSigns() {
        Call call("dealers.list");
        call.where("q", QStringLiteral("آسمان + دریا & 1=1"));
        QCoro::waitFor(m_api->call(call));
        const QUrl seen(QString::fromLatin1(m_server->received.at(0).target));
        QCOMPARE(QUrlQuery(seen).queryItemValue("q", QUrl::FullyDecoded),
                 QStringLiteral("آسمان + دریا & 1=1"));
        QVERIFY(!m_server->received.at(0).target.contains('+'));
    }

    void pageIsReadIntoEntities() {
        m_server->answer = [](const Received&) {
            return Scripted{200, R"({"items":[{"id":"7","company_name":"الف","from_the_future":1}],
                                     "next_cursor":"abc","estimated_total":9})"};
        };
        const auto dealers = page<dealer::Dealer>(QCoro::waitFor(m_api->call(Call("dealers.list"))));
        QVERIFY(dealers.has_value());
        QCOMPARE(dealers->items.size(), std::size_t{1});
        QCOMPARE(dealers->items.front().id.value(), 7);
        QCOMPARE(dealers->items.front().companyName, std::string("الف"));
        QCOMPARE(dealers->nextCursor, QStringLiteral("abc"));
        QCOMPARE(dealers->estimatedTotal, std::optional<qint64>(9));
    }

    void refusalKeepsTheServersWordsAndEveryField() {
        m_server->answer = [](const Received&) {
            return Scripted{
                422,
                R"({"code":"validation_failed","detail":"چند فیلد نیاز به اصلاح دارد","request_id":"r1",
                                "errors":[{"pointer":"/amount","code":"amount_missing","message":"مبلغ را وارد کنید"},
                                          {"pointer":"/due_on","code":"date_invalid","message":"تاریخ نادرست"}]})"};
        };
        const auto answer = QCoro::waitFor(m_api->call(Call("cheques.create")));
        QVERIFY(!answer);
        const Failure& failure = answer.error();
        QCOMPARE(failure.code, ErrorCode::ValidationFailed);
        QCOMPARE(failure.text(Language::English), QStringLiteral("چند فیلد نیاز به اصلاح دارد"));
        QCOMPARE(failure.requestId, QStringLiteral("r1"));
        QCOMPARE(failure.messageFor("amount"), QStringLiteral("مبلغ را وارد کنید"));
        QCOMPARE(failure.messageFor("due_on"), QStringLiteral("تاریخ نادرست"));
        QCOMPARE(failure.messageFor("branch"), QString());
    }

    void answerThatIsNoProblemDocumentIsStillExplained_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("a proxy's page") << 502 << QByteArray("<html>Bad Gateway</html>")
                                        << static_cast<int>(ErrorCode::ServiceUnavailable);
        QTest::newRow("good status, no JSON")
            << 200 << QByteArray("<html>") << static_cast<int>(ErrorCode::AnswerNotUnderstood);
        QTest::newRow("a code of tomorrow")
            << 418 << QByteArray(R"({"code":"teapot","title":"I am a teapot"})")
            << static_cast<int>(ErrorCode::InternalError);
        QTest::newRow("nothing") << 404 << QByteArray() << static_cast<int>(ErrorCode::AnswerNotUnderstood);
    }
    void answerThatIsNoProblemDocumentIsStillExplained() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        m_server->answer = [&](const Received&) { return Scripted{status, body}; };
        const auto answer = QCoro::waitFor(m_api->call(Call("dealers.list")));
        QVERIFY(!answer);
        QCOMPARE(static_cast<int>(answer.error().code), code);
        QVERIFY(!answer.error().text(Language::Persian).isEmpty());
    }

    void readIsAskedAgainWhenTheConnectionBreaks() {
        m_server->answer = [this](const Received&) {
            return m_server->received.size() < 3 ? Scripted{0} : Scripted{200, R"({"items":[]})"};
        };
        QVERIFY(QCoro::waitFor(m_api->call(Call("dealers.list"))).has_value());
    }

    void creationIsSentAgainWithTheSameKeyAndBody() {
        m_server->answer = [this](const Received&) {
            return m_server->received.size() == 1 ? Scripted{503, "{}", {{"Retry-After", "1"}}}
                                                  : Scripted{201};
        };
        Call call("cheques.create");
        call.body = R"({"amount":1})";
        QVERIFY(QCoro::waitFor(m_api->call(call)).has_value());
        QCOMPARE(m_server->received.size(), 2);
        const QByteArray key = m_server->received.at(0).headers.value("idempotency-key");
        QVERIFY(!key.isEmpty());
        QCOMPARE(m_server->received.at(1).headers.value("idempotency-key"), key);
        QCOMPARE(m_server->received.at(1).body, call.body);
    }

    void writeWithoutAKeyIsNotSentTwice() {
        m_server->answer = [](const Received&) { return Scripted{503, "{}", {{"Retry-After", "1"}}}; };
        Call call("auth.login");
        call.body = "{}";
        QVERIFY(!QCoro::waitFor(m_api->call(call)));
        QCOMPARE(m_server->received.size(), 1);
        QVERIFY(m_server->received.at(0).headers.value("idempotency-key").isEmpty());
    }

    void unreachableServerIsSaidSo() {
        m_server->close();
        QSignalSpy lost(m_api.get(), &ApiClient::lostServer);
        const auto answer = QCoro::waitFor(m_api->call(Call("dealers.list")));
        QVERIFY(!answer);
        QVERIFY(answer.error().isLostConnection());
        QCOMPARE(answer.error().text(Language::Persian), QStringLiteral("سرور در دسترس نیست."));
        QVERIFY(lost.size() >= 1);
    }

    void silentServerIsGivenUp() {
        m_server->answer = [](const Received&) { return Scripted{-1}; };
        Call call("auth.logout");
        call.silenceMsMax = 50;
        const auto answer = QCoro::waitFor(m_api->call(call));
        QVERIFY(!answer);
        QVERIFY(answer.error().isLostConnection());
    }

    void cancelledCallEndsAtOnce() {
        m_server->answer = [](const Received&) { return Scripted{-1}; };
        Call call("dealers.list");
        call.cancellation = std::make_shared<Cancellation>();
        QTimer::singleShot(20, this, [&] { call.cancellation->cancel(); });
        QSignalSpy lost(m_api.get(), &ApiClient::lostServer);
        const auto answer = QCoro::waitFor(m_api->call(call));
        QVERIFY(!answer);
        QVERIFY(answer.error().isCancelled());
        QCOMPARE(lost.size(), 0);
    }

    void clientThatGoesAwayEndsItsCalls() {
        m_server->answer = [](const Received&) { return Scripted{-1}; };
        auto task = m_api->call(Call("dealers.list"));
        QTRY_COMPARE(m_server->received.size(), 1);
        m_api.reset();
        const auto answer = QCoro::waitFor(task);
        QVERIFY(!answer);
        QVERIFY(answer.error().isCancelled());
    }

    void refusedTokenIsForgottenAndSaid() {
        m_server->answer = [](const Received&) { return Scripted{401, R"({"code":"not_signed_in"})"}; };
        QSignalSpy refused(m_api.get(), &ApiClient::tokenRefused);
        QVERIFY(!QCoro::waitFor(m_api->call(Call("dealers.list"))));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!m_api->hasToken());
    }

    void fileIsSentAsAPartWithItsNameAndFields() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("چک‌های آبان.xlsx"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(300'000, 'x'));
        file.close();
        QList<std::pair<qint64, qint64>> steps;
        Call call("cheque_imports.create");
        call.progress = [&](qint64 bytes, qint64 total) { steps.append({bytes, total}); };
        QVERIFY(QCoro::waitFor(m_api->upload(call, {path, {{"amount_unit", "rial"}}})).has_value());
        const Received& request = m_server->received.at(0);
        QVERIFY(request.headers.value("content-type").startsWith("multipart/form-data"));
        QVERIFY(request.body.contains("name=\"file\"; filename=\"چک‌های آبان.xlsx\""));
        QVERIFY(request.body.contains("name=\"amount_unit\"\r\n"));
        QVERIFY(request.body.contains(QByteArray(300'000, 'x')));
        QVERIFY(!steps.isEmpty());
        QCOMPARE(steps.last().first, steps.last().second);
        QCOMPARE(steps.last().second, request.body.size());
    }

    void repeatedUploadIsTheSameToTheLastByte() {
        m_server->answer = [this](const Received&) {
            return m_server->received.size() == 1 ? Scripted{503, "{}", {{"Retry-After", "1"}}}
                                                  : Scripted{201};
        };
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("content");
        file.flush();
        QVERIFY(
            QCoro::waitFor(m_api->upload(Call("cheque_imports.create"), {file.fileName(), {}})).has_value());
        QCOMPARE(m_server->received.size(), 2);
        QCOMPARE(m_server->received.at(0).body, m_server->received.at(1).body);
    }

    void fileThatIsGoneIsSaidSo() {
        const auto answer =
            QCoro::waitFor(m_api->upload(Call("cheque_imports.create"), {"/nowhere/x.xlsx", {}}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::FileNotReadable);
        QCOMPARE(m_server->received.size(), 0);
    }

    void downloadAppearsOnlyWhenItIsWhole() {
        QTemporaryDir folder;
        const QString path = folder.filePath("errors.xlsx");
        m_server->answer = [](const Received&) { return Scripted{404, R"({"code":"not_found"})"}; };
        Call call("cheque_imports.errors");
        call.at("id", "1");
        QVERIFY(!QCoro::waitFor(m_api->download(call, path)));
        QVERIFY(!QFile::exists(path));
        m_server->answer = [](const Received&) { return Scripted{200, "PK..."}; };
        QVERIFY(QCoro::waitFor(m_api->download(call, path)).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("PK..."));
    }

    void watchNoticesThatTheServerIsBack() {
        ConnectionWatch watch(*m_api);
        watch.setPause(30);
        const quint16 port = m_server->serverPort();
        m_server->close();
        QSignalSpy changed(&watch, &ConnectionWatch::connectionChanged);
        watch.check();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!watch.isConnected());
        QVERIFY(!watch.reason().isEmpty());
        QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(watch.isConnected());
    }

  private:
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "api_client_test.moc"
