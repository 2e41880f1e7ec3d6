#include "server/settings/settings.h"

#include <QtTest>
#include <filesystem>
#include <fstream>

using namespace nextgen;

class SettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = m_folder.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(path) << text;
        return path;
    }

  private slots:
    void cleanup() { qunsetenv("NEXTGEN_PORT"); }

    void everySettingHasADefaultThatItTakes() {
        const LoadedSettings loaded = loadSettings({});
        QVERIFY2(loaded.problems.empty(), loaded.problems.empty() ? "" : loaded.problems[0].text.c_str());
        QCOMPARE(loaded.settings.port, 8640);
        for (const SettingLine& line : settingLines()) {
            QVERIFY(!line.explanation.empty());
            if (!line.fallback.empty()) {
                QCOMPARE(line.show(loaded.settings), std::string(line.fallback));
            }
        }
    }

    void optionsWinOverTheEnvironmentAndThatOverTheFile() {
        const std::string file = write("a.toml", "port = 1\nhost = \"::1\"\n[limits]\nbody_kib = 64\n");
        QCOMPARE(loadSettings({file, {}}).settings.port, 1);
        qputenv("NEXTGEN_PORT", "2");
        QCOMPARE(loadSettings({file, {}}).settings.port, 2);
        const LoadedSettings loaded = loadSettings({file, {{"port", "3"}}});
        QCOMPARE(loaded.settings.port, 3);
        QCOMPARE(loaded.settings.host, std::string("::1"));
        QCOMPARE(loaded.settings.bodyMaxKib, 64);
        QVERIFY(loaded.problems.empty());
    }

    void otherMachinesAreServedUnderTlsOnly_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("this machine") << "host = \"127.0.0.1\"" << true;
        QTest::newRow("this machine by name") << "host = \"localhost\"" << true;
        QTest::newRow("this machine, IPv6") << "host = \"::1\"" << true;
        QTest::newRow("everybody") << "host = \"0.0.0.0\"" << false;
        QTest::newRow("everybody, IPv6") << "host = \"::\"" << false;
        QTest::newRow("an address") << "host = \"192.0.2.1\"" << false;
        QTest::newRow("a name that begins alike") << "host = \"localhost.example.ir\"" << false;
        QTest::newRow("a name of digits") << "host = \"127.example.ir\"" << false;
        QTest::newRow("a proxy") << "host = \"0.0.0.0\"\ntls.proxy = \"yes\"" << true;
        QTest::newRow("a proxy, perhaps") << "host = \"0.0.0.0\"\ntls.proxy = \"maybe\"" << false;
        QTest::newRow("a certificate")
            << "host = \"0.0.0.0\"\n[tls]\ncertificate = \"/c\"\nkey = \"/k\"" << true;
        QTest::newRow("half of it") << "[tls]\nkey = \"/k\"" << false;
    }
    void otherMachinesAreServedUnderTlsOnly() {
        QFETCH(QString, file);
        QFETCH(bool, isFine);
        const LoadedSettings loaded = loadSettings({write("cover.toml", file.toStdString()), {}});
        QCOMPARE(loaded.problems.empty(), isFine);
    }

    void whatIsShownHoldsNoSecret() {
        const LoadedSettings loaded =
            loadSettings({{},
                          {{"secret", "hush"},
                           {"redis.url", "redis://:hush@cache:6379"},
                           {"database.url", "postgresql://app:hush@db/nextgen"},
                           {"database.reader_url", "host=db user=reader password=hush"},
                           {"database.owner_url", "postgresql://owner:hush@db/nextgen"}}});
        QVERIFY2(loaded.problems.empty(), loaded.problems.empty() ? "" : loaded.problems[0].text.c_str());
        for (const SettingLine& line : settingLines()) {
            const std::string shown = line.show(loaded.settings);
            QVERIFY2(shown.find("hush") == std::string::npos, shown.c_str());
        }
        QCOMPARE(loaded.settings.secret, std::string("hush"));
    }

    void theFileOfTheDataFolderIsFound() {
        write("nextgen.toml", "threads = 7\n");
        const LoadedSettings loaded = loadSettings({{}, {{"data", m_folder.path().toStdString()}}});
        QCOMPARE(loaded.settings.threads, 7);
        QVERIFY(!loaded.file.empty());
    }

    void everyProblemIsNamedAtOnce() {
        const std::string file =
            write("b.toml",
                  "port = 70000\nprot = 1\nthreads = 1.5\n[log]\nlevel = \"loud\"\n[redis]\nurl = \"x\"\n");
        const LoadedSettings loaded = loadSettings({file, {{"database.url", "host=/x"}}});
        QCOMPARE(loaded.problems.size(), std::size_t(6));
        QCOMPARE(loaded.settings.port, 8640);
    }

    void aFileThatIsNotTomlIsAProblem() {
        QCOMPARE(loadSettings({write("c.toml", "port = = 1\n"), {}}).problems.size(), std::size_t(1));
        QCOMPARE(loadSettings({m_folder.filePath("missing.toml").toStdString(), {}}).problems.size(),
                 std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(SettingsTest)
#include "settings_test.moc"
