#include "server/secret/master_key.h"

#include <sodium.h>
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

using namespace nextgen;
using secret::KeyProblem;
using secret::MasterKeys;

/// The file on which every secret of a database hangs.
class MasterKeyTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const { return m_folder.filePath(name).toStdString(); }

    static std::string problemOf(const std::filesystem::path& path) {
        try {
            MasterKeys::read(path);
            return {};
        } catch (const KeyProblem& problem) {
            return problem.what();
        }
    }

  private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void aNewFileIsClosedToOthersAndStaysWhatItIs() {
        MasterKeys::make(file("new"));
        struct stat status{};
        QCOMPARE(::stat(file("new").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        const std::string id = MasterKeys::read(file("new")).current().id;
        MasterKeys::make(file("new"));
        QCOMPARE(MasterKeys::read(file("new")).current().id, id);
        QCOMPARE(std::distance(std::filesystem::directory_iterator(m_folder.path().toStdString()), {}), 1);
    }

    void aFileThatOthersCanReadIsRefused_data() {
        QTest::addColumn<unsigned>("mode");
        QTest::newRow("the group") << 0640U;
        QTest::newRow("everybody") << 0604U;
        QTest::newRow("written by others") << 0620U;
    }
    void aFileThatOthersCanReadIsRefused() {
        QFETCH(unsigned, mode);
        MasterKeys::make(file("open"));
        ::chmod(file("open").c_str(), mode);
        const std::string problem = problemOf(file("open"));
        QVERIFY2(problem.find("chmod 600") != std::string::npos, problem.c_str());
        ::chmod(file("open").c_str(), 0400);  // as systemd hands out credentials
        QCOMPARE(problemOf(file("open")), std::string());
    }

    void whatIsNoMasterKeyFileIsRefused() {
        QVERIFY(problemOf(file("missing")).find("cannot be opened") != std::string::npos);
        MasterKeys::make(file("real"));
        std::filesystem::create_symlink(file("real"), file("link"));
        QVERIFY(problemOf(file("link")).find("it is a link") != std::string::npos);
        std::ofstream(file("nonsense")) << "# nothing\nQUJD\n";
        ::chmod(file("nonsense").c_str(), 0600);
        QVERIFY(problemOf(file("nonsense")).find("no master key") != std::string::npos);
        std::ofstream(file("nonsense")) << "# nothing\n";
        QVERIFY(problemOf(file("nonsense")).find("holds no master key") != std::string::npos);
        QVERIFY(!problemOf("/").empty());
    }

    void aNewKeyGoesFirstAndTheOldOneStaysUntilItIsForgotten() {
        MasterKeys::make(file("turn"));
        MasterKeys keys = MasterKeys::read(file("turn"));
        const std::string before = keys.current().id;
        keys.add(file("turn"));
        MasterKeys both = MasterKeys::read(file("turn"));
        QCOMPARE(both.all().size(), std::size_t{2});
        QVERIFY(both.current().id != before);
        QVERIFY(both.find(before) != nullptr);
        both.keepCurrent(file("turn"));
        QVERIFY(MasterKeys::read(file("turn")).find(before) == nullptr);
        QCOMPARE(problemOf(file("turn")), std::string());
    }
};

QTEST_GUILESS_MAIN(MasterKeyTest)
#include "master_key_test.moc"
