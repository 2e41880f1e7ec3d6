#include "server/sql.h"

#include "tests/support/test_stack.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace nextgen;

/// The pgTAP tests beside this file, each run by psql on a migrated database of its own tenants. To run one
/// by hand: `nextgen-server psql --data DIR -- -f tests/sql/scopes.sql`; it leaves nothing behind.
class SqlTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;

  private slots:
    void initTestCase() { m_stack = std::make_unique<testing::TestStack>(true); }

    void everyTestHolds_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(NEXTGEN_SOURCE_DIR "/tests/sql"));
        for (const QFileInfo& file : folder.entryInfoList({"*.sql"}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
        }
    }
    void everyTestHolds() {
        QFETCH(QString, path);
        QProcess psql;
        psql.setProcessChannelMode(QProcess::MergedChannels);
        psql.start("psql", {"-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", path,
                            QString::fromStdString(m_stack->stack().databaseOwnerUrl())});
        QVERIFY2(psql.waitForFinished(120'000), qPrintable(psql.errorString()));
        const QString output = QString::fromUtf8(psql.readAll());
        QStringList failures;
        int passed = 0;
        for (const QString& line : output.split('\n')) {
            if (line.startsWith("ok ")) {
                ++passed;
            } else if (!line.isEmpty() && !line.startsWith("1..")) {
                failures << line;
            }
        }
        QVERIFY2(failures.isEmpty() && psql.exitCode() == 0, qPrintable(failures.join('\n')));
        // A file that ends before its plan has proved nothing.
        static const QRegularExpression plan(QStringLiteral("^1\\.\\.(\\d+)$"),
                                             QRegularExpression::MultilineOption);
        const auto match = plan.match(output);
        QVERIFY2(match.hasMatch(), qPrintable(output));
        QCOMPARE(passed, match.captured(1).toInt());
        QVERIFY(passed > 0);
    }

    void theReferenceIsUpToDate() {
        QByteArray fresh;
        db::Connection& owner = m_stack->owner();
        for (const db::Row row : owner.run(sql::admin::describeSchema, {})) {
            fresh += QByteArray::fromStdString(row.get<std::string>("line")) + '\n';
        }
        QFile file(QStringLiteral(NEXTGEN_SOURCE_DIR "/sql/REFERENCE.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == fresh, "build/bin/nextgen-server schema > sql/REFERENCE.md");
    }
};

QTEST_GUILESS_MAIN(SqlTest)
#include "sql_test.moc"
