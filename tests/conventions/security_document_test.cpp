#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

/// SECURITY.md promises nothing whose test is not there.
class SecurityDocumentTest : public QObject {
    Q_OBJECT

    static QString contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

  private slots:
    void everyTestThatIsNamedIsThere() {
        const QDir top(NEXTGEN_SOURCE_DIR);
        QMap<QString, QString> tests;
        QDirIterator it(top.filePath("tests"), {"*_test.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            tests[QFileInfo(path).completeBaseName()] = contentOf(path);
        }
        const QString document = contentOf(top.filePath("SECURITY.md"));
        const QRegularExpression named("`([a-z0-9_]+_test):([A-Za-z0-9]+)`");
        QStringList missing;
        int count = 0;
        for (auto matches = named.globalMatch(document); matches.hasNext(); ++count) {
            const auto match = matches.next();
            if (!tests.value(match.captured(1)).contains(QString("void %1()").arg(match.captured(2)))) {
                missing << match.captured();
            }
        }
        QVERIFY(count > 50);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
    }

    void everyLineOfTheChecklistHasATestOrSaysThatItIsOpen() {
        const QString document = contentOf(QDir(NEXTGEN_SOURCE_DIR).filePath("SECURITY.md"));
        const QRegularExpression row("^\\| [0-9]+\\.[0-9].*$", QRegularExpression::MultilineOption);
        QStringList bare;
        for (auto matches = row.globalMatch(document); matches.hasNext();) {
            const QString line = matches.next().captured();
            if (!line.contains("_test:") && !line.contains("*open*")) {
                bare << line;
            }
        }
        QVERIFY2(bare.isEmpty(), qPrintable(bare.join('\n')));
    }
};

QTEST_APPLESS_MAIN(SecurityDocumentTest)
#include "security_document_test.moc"
