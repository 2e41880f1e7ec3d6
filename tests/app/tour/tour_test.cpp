#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace nextgen;

/// The tour as people run it: the program, the real server, pictures in a folder.
class TourTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_dealer = std::make_unique<testing::HttpClient>(m_server->url());
        QCOMPARE(m_dealer->signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
    }

    void cleanupTestCase() {
        m_server.reset();
        m_stack.reset();
    }

    void everyPageIsPicturedInBothLanguagesAndThemes() {
        importAndUndo("windows-1256.csv");
        import("clean.xlsx");
        const QTemporaryDir folder;
        QCOMPARE(run(folder.path(), "Dealer123!", {"--tour-file", NEXTGEN_TEST_DATA "/cheques/messy.xlsx"}),
                 0);
        const QStringList files = QDir(folder.path()).entryList({"*.png"});
        for (const char* page :
             {"sign_in", "home", "dealers", "cheques", "cheques_quick_filters", "cheques_views",
              "cheque_imports", "cheque_imports_file", "cheque_imports_rows", "cheque_imports_post",
              "cheque_imports_result", "cheque_imports_undone", "tabs", "record_tab", "no_tab", "palette",
              "keys"}) {
            for (const char* look : {"fa.light", "fa.dark", "en.light", "en.dark"}) {
                const QString name = QStringLiteral("%1.%2.png").arg(page, look);
                QVERIFY2(files.contains(name), qPrintable(name));
            }
        }
        for (const QString& file : files) {
            const QImage image(folder.filePath(file));
            QVERIFY2(!image.isNull(), qPrintable(file));
            QVERIFY2(image.width() >= 250 && image.height() >= 200, qPrintable(file));
        }
        // The window is as large in every picture: no step of the wizard asks for a larger screen.
        const QSize size = QImage(folder.filePath("dealers.fa.light.png")).size();
        for (const char* step : {"file", "rows", "post", "result", "undone"}) {
            QCOMPARE(
                QImage(folder.filePath(QStringLiteral("cheque_imports_%1.fa.light.png").arg(step))).size(),
                size);
        }
        const QImage persian(folder.filePath("dealers.fa.light.png"));
        QVERIFY(persian != QImage(folder.filePath("dealers.en.light.png")));
        QVERIFY(persian != QImage(folder.filePath("dealers.fa.dark.png")));
    }

    void wrongPasswordEndsTheTourWithASentence() {
        const QTemporaryDir folder;
        QCOMPARE(run(folder.path(), "wrong", {}), 1);
        QVERIFY(m_said.contains("cannot sign in"));
    }

    void unwritableFolderEndsTheTour() {
        QCOMPARE(run("/proc/nowhere", "Dealer123!", {}), 1);
        QVERIFY(m_said.contains("/proc/nowhere"));
    }

  private:
    /// Posts what is ready in the file; the path of the import.
    std::string import(const char* name) {
        QFile file(QStringLiteral(NEXTGEN_TEST_DATA "/cheques/") + name);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", name);
        }
        const auto staged = m_dealer->upload("/api/v1/cheque_imports", name, file.readAll().toStdString(), {},
                                             testing::freshKey());
        const std::string path = "/api/v1/cheque_imports/" + staged.body["id"].get<std::string>();
        const auto posted = m_dealer->post(path + "/commit", {{"rows", "ready"}}, testing::freshKey());
        if (posted.status != 200) {
            qFatal("cannot post %s: %s", name, posted.text.c_str());
        }
        return path;
    }

    void importAndUndo(const char* name) { QCOMPARE(m_dealer->post(import(name) + "/undo").status, 200); }

    int run(const QString& folder, const char* password, const QStringList& more) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("NEXTGEN_PASSWORD", password);
        program.setProcessEnvironment(environment);
        program.start(NEXTGEN_BIN_DIR "/nextgen-backoffice",
                      QStringList{"--tour", folder, "--server", QString::fromStdString(m_server->url()),
                                  "--user", "dealer@nextgen.local"} +
                          more);
        program.waitForFinished(550'000);
        m_said = program.readAllStandardError();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<testing::HttpClient> m_dealer;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TourTest)
#include "tour_test.moc"
