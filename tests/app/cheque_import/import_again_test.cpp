#include "app/cheque_import/import_report.h"
#include "app/client/decode.h"
#include "tests/app/support/backoffice.h"
#include "tests/app/support/scripted_server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <map>

using namespace nextgen;
using cheque_import::ImportReport;
using cheque_import::ImportWork;
using client::Json;
using client::Work;
using nextgen::test::Backoffice;
using nextgen::test::Received;
using nextgen::test::Scripted;
using nextgen::test::ScriptedServer;

/// Trying again from among the long works, against a server that fails once.
class ImportAgainTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_office = std::make_unique<Backoffice>();
        m_office->api.setServer(m_server.url());
        m_office->api.setToken("token");
        m_server.received.clear();
        m_failures.clear();
        m_server.answer = [this](const Received& request) { return answer(request); };
        m_work = std::make_shared<ImportWork>(m_office->api, m_office->watch, m_office->store);
        new ImportReport(m_office->context, m_work);
    }

    void cleanup() {
        m_work.reset();
        m_office.reset();
    }

    void whatMayHaveArrivedIsSentUnderTheSameKey() {
        const QTemporaryDir folder;
        cheque_import::NewImport file;
        file.filePath = folder.filePath(QStringLiteral("azar.csv"));
        QFile csv(file.filePath);
        QVERIFY(csv.open(QIODevice::WriteOnly) && csv.write("a;b\n") > 0);
        csv.close();
        m_failures["/api/v1/cheque_imports"] = 503;
        m_work->send(file);
        QTRY_VERIFY_WITH_TIMEOUT(lastState() == Work::State::Failed, 15'000);
        m_work.reset();  // its page is closed
        tryAgain();
        QTRY_VERIFY_WITH_TIMEOUT(lastState() == Work::State::Done, 15'000);
        const QList<QByteArray> keys = keysOf("/api/v1/cheque_imports");
        QCOMPARE(keys.size(), 2);
        QVERIFY(!keys.first().isEmpty());
        QCOMPARE(keys.first(), keys.last());
        QCOMPARE(m_office->works.all().size(), std::size_t{1});
    }

    void aPostingWhoseAnswerWasLostIsPostedOnce() {
        m_work->open(ChequeImportId(7));
        QTRY_VERIFY(m_work->rows() != nullptr);
        m_failures["/api/v1/cheque_imports/7/commit"] = 500;
        m_work->commit({});
        QTRY_VERIFY_WITH_TIMEOUT(lastState() == Work::State::Failed, 15'000);
        tryAgain();
        QTRY_VERIFY_WITH_TIMEOUT(lastState() == Work::State::Done, 15'000);
        const QList<QByteArray> keys = keysOf("/api/v1/cheque_imports/7/commit");
        QCOMPARE(keys.size(), 2);
        QVERIFY(!keys.first().isEmpty());
        QCOMPARE(keys.first(), keys.last());
    }

    void aPostingThatWasRefusedIsNotOffered() {
        m_work->open(ChequeImportId(7));
        QTRY_VERIFY(m_work->rows() != nullptr);
        m_failures["/api/v1/cheque_imports/7/commit"] = 422;
        m_work->commit({});
        QTRY_VERIFY_WITH_TIMEOUT(lastState() == Work::State::Failed, 15'000);
        QVERIFY(!m_office->works.all().front().again);
    }

  private:
    Scripted answer(const Received& request) {
        const QByteArray path = request.target.split('?').first();
        const bool isStep = request.method == "POST";
        if (isStep) {
            // Longer than what is over in a moment, so that it is among the long works.
            QTest::qWait(1'000);
            if (const int status = std::exchange(m_failures[path], 0); status != 0) {
                return {status, bytes({{"code", "internal_error"}, {"title", "no"}})};
            }
        }
        if (path.endsWith("/rows")) {
            return {200, bytes({{"items", Json::array()}, {"next_cursor", nullptr}})};
        }
        return {isStep ? 201 : 200, bytes({{"id", "7"},
                                           {"file_name", "azar.csv"},
                                           {"state", path.endsWith("/commit") ? "committed" : "staged"},
                                           {"rows_total", 1},
                                           {"rows_ready", 1},
                                           {"rows_posted", 1},
                                           {"columns", Json::array()}})};
    }

    static QByteArray bytes(const Json& json) { return QByteArray::fromStdString(json.dump()); }

    QList<QByteArray> keysOf(const QByteArray& path) const {
        QList<QByteArray> keys;
        for (const Received& one : m_server.received) {
            if (one.method == "POST" && one.target == path) {
                keys << one.headers.value("idempotency-key");
            }
        }
        return keys;
    }

    std::optional<Work::State> lastState() const {
        const auto& works = m_office->works.all();
        return works.empty() ? std::nullopt : std::optional(works.front().state);
    }

    void tryAgain() { m_office->works.tryAgain(m_office->works.all().front().id); }

    ScriptedServer m_server;
    std::map<QByteArray, int> m_failures;  ///< the status of the next POST there
    std::unique_ptr<Backoffice> m_office;
    std::shared_ptr<ImportWork> m_work;
};

QTEST_MAIN(ImportAgainTest)
#include "import_again_test.moc"
