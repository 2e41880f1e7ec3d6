#include <unistd.h>

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

/// The Debian packages, made, installed into a folder that is a root of its own, run and removed. dpkg wants
/// to be root: an ordinary user is one in a user namespace.
class PackageTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        // The server's cluster runs as somebody who must be able to pass.
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther);
        QVERIFY2(run("cpack", {"--config", NEXTGEN_BUILD_DIR "/CPackConfig.cmake", "-B", path("made")}),
                 m_said.constData());
        for (const QFileInfo& file : QDir(path("made")).entryInfoList({"*.deb"})) {
            m_packages.insert(file.fileName().section('_', 0, 0), file.filePath());
        }
        QCOMPARE(m_packages.keys(), QStringList({"nextgen-backoffice", "nextgen-server"}));
    }

    void aPackageNamesWhatItNeeds_data() {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("needed");
        QTest::newRow("what the server links") << "nextgen-server" << "libpqxx";
        QTest::newRow("who runs the server") << "nextgen-server" << "adduser";
        QTest::newRow("what the client links") << "nextgen-backoffice" << "libqt6widgets6";
        QTest::newRow("what keeps drafts") << "nextgen-backoffice" << "libqt6sql6-sqlite";
        QTest::newRow("what draws icons") << "nextgen-backoffice" << "libqt6svg6";
    }
    void aPackageNamesWhatItNeeds() {
        QFETCH(QString, package);
        QFETCH(QString, needed);
        QVERIFY(run("dpkg-deb", {"-f", m_packages.value(package), "Depends"}));
        QVERIFY2(m_said.contains(needed.toUtf8()), m_said.constData());
    }

    void passwordsInTheSettingsAreNotForEverybody() {
        QVERIFY(run("dpkg-deb", {"-c", m_packages.value("nextgen-server")}));
        const QRegularExpression line("-rw-r----- .* \\./etc/nextgen/nextgen\\.toml");
        QVERIFY2(line.match(QString::fromUtf8(m_said)).hasMatch(), m_said.constData());
    }

    void anInstalledServerServesTheInstalledClient() {
        install();
        QProcess server;
        server.start(path("root/usr/bin/nextgen-server"),
                     {"--config", path("root/etc/nextgen/nextgen.toml"), "--data", path("data"), "serve",
                      "--demo", "--port", "0"});
        QByteArray said;
        const QRegularExpression ready("^NextGen is ready: (\\S+)$", QRegularExpression::MultilineOption);
        QTRY_VERIFY_WITH_TIMEOUT((said += server.readAllStandardOutput(), ready.match(said).hasMatch()),
                                 120'000);
        const QString url = ready.match(said).captured(1);

        // As on a desk: the entry's command, with nothing of the build folder.
        QProcess client;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("NEXTGEN_PASSWORD", "Executor123!");
        client.setProcessEnvironment(environment);
        client.setWorkingDirectory("/");
        client.start(path("root/usr/bin/nextgen-backoffice"),
                     {"--tour", path("pictures"), "--server", url, "--user", "executor@nextgen.local"});
        QVERIFY(client.waitForFinished(200'000));
        QVERIFY2(client.exitCode() == 0, client.readAllStandardError().constData());
        QVERIFY(QDir(path("pictures")).entryList({"*.fa.light.png"}).size() >= 2);

        server.terminate();
        QVERIFY(server.waitForFinished(60'000));
        QCOMPARE(server.exitCode(), 0);
    }

    void theDesktopEntryOpensLinksWithTheInstalledProgram() {
        QFile entry(path("root/usr/share/applications/nextgen-backoffice.desktop"));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QByteArray text = entry.readAll();
        QVERIFY(text.contains("\nExec=nextgen-backoffice %u\n"));
        QVERIFY(text.contains("\nMimeType=x-scheme-handler/nextgen;\n"));
        QVERIFY(text.contains("\nIcon=nextgen-backoffice\n"));
        QVERIFY(QFile::exists(path("root/usr/share/icons/hicolor/scalable/apps/nextgen-backoffice.svg")));
    }

    void aChangedSettingSurvivesAnUpgrade() {
        QFile settings(path("root/etc/nextgen/nextgen.toml"));
        QVERIFY(settings.open(QIODevice::Append));
        settings.write("threads = 7\n");
        settings.close();
        install();
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(settings.readAll().contains("threads = 7"));
    }

    void removingLeavesTheBooksAndNothingElse() {
        QVERIFY(QDir().mkpath(path("root/var/lib/nextgen")));
        QFile book(path("root/var/lib/nextgen/book"));
        QVERIFY(book.open(QIODevice::WriteOnly));
        book.close();
        QVERIFY2(dpkg({"--purge", "nextgen-server", "nextgen-backoffice"}), m_said.constData());
        QStringList left;
        for (QDirIterator files(path("root"), QDir::Files | QDir::Hidden | QDir::System,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            const QString file = files.next().mid(path("root").size());
            if (!file.startsWith("/var/lib/dpkg/") && !file.startsWith("/var/log/")) {
                left << file;
            }
        }
        QCOMPARE(left, QStringList("/var/lib/nextgen/book"));
        QVERIFY2(m_said.contains("/var/lib/nextgen"), m_said.constData());
    }

  private:
    QString path(const char* name) const { return m_folder.filePath(name); }

    bool run(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        const bool isDone = process.waitForFinished(240'000);
        m_said = process.readAll();
        return isDone && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    /// In a root without packages: what is needed is this machine's, and no script leaves it.
    bool dpkg(const QStringList& what) {
        const QStringList arguments = QStringList{"--root=" + path("root"), "--force-depends",
                                                  "--force-script-chrootless", "--force-confold"} +
                                      what;
        return geteuid() == 0 ? run("dpkg", arguments)
                              : run("unshare", QStringList{"--map-root-user", "dpkg"} + arguments);
    }

    void install() {
        QVERIFY(QDir().mkpath(path("root/var/lib/dpkg/updates")));
        QVERIFY(QDir().mkpath(path("root/var/lib/dpkg/info")));
        QFile status(path("root/var/lib/dpkg/status"));
        QVERIFY(status.open(QIODevice::Append));
        status.close();
        QVERIFY2(dpkg(QStringList{"--install"} + m_packages.values()), m_said.constData());
    }

    QTemporaryDir m_folder{"/var/tmp/nextgen-package-XXXXXX"};
    QMap<QString, QString> m_packages;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(PackageTest)
#include "package_test.moc"
