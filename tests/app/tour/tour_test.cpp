#include "tests/support/test_stack.h"

#include <QDir>
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
    }

    void cleanupTestCase() {
        m_server.reset();
        m_stack.reset();
    }

    void everyPageIsPicturedInBothLanguagesAndThemes() {
        const QTemporaryDir folder;
        QCOMPARE(run(folder.path(), "Dealer123!", {"--tour-file", NEXTGEN_TEST_DATA "/cheques/messy.xlsx"}),
                 0);
        const QStringList files = QDir(folder.path()).entryList({"*.png"});
        for (const char* page : {"sign_in", "dealers", "cheques", "palette", "keys"}) {
            for (const char* look : {"fa.light", "fa.dark", "en.light", "en.dark"}) {
                const QString name = QStringLiteral("%1.%2.png").arg(page, look);
                QVERIFY2(files.contains(name), qPrintable(name));
            }
        }
        for (const QString& file : files) {
            const QImage image(folder.filePath(file));
            QVERIFY2(!image.isNull(), qPrintable(file));
            QVERIFY2(image.width() >= 300 && image.height() >= 200, qPrintable(file));
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
    int run(const QString& folder, const char* password, const QStringList& more) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("NEXTGEN_PASSWORD", password);
        program.setProcessEnvironment(environment);
        program.start(NEXTGEN_BIN_DIR "/nextgen-backoffice",
                      QStringList{"--tour", folder, "--server", QString::fromStdString(m_server->url()),
                                  "--user", "dealer@nextgen.local"} +
                          more);
        program.waitForFinished(240'000);
        m_said = program.readAllStandardError();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TourTest)
#include "tour_test.moc"
