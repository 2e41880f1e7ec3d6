#include "server/db/error.h"
#include "server/sql.h"
#include "tests/support/test_stack.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace nextgen;

class QueriesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;

  private slots:
    void initTestCase() { m_stack = std::make_unique<testing::TestStack>(); }

    void everyFileIsEmbeddedByteForByte() {
        for (const db::Migration& migration : sql::migrations()) {
            QFile file(QString("%1/sql/migrations/%2.sql")
                           .arg(NEXTGEN_SOURCE_DIR,
                                QString::fromUtf8(migration.name.data(), qsizetype(migration.name.size()))));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes == QByteArray(migration.text.data(), qsizetype(migration.text.size())));
            QCOMPARE(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(),
                     QByteArray(migration.sha256.data(), qsizetype(migration.sha256.size())));
        }
        for (const db::Query* query : sql::all()) {
            QFile file(QString("%1/sql/queries/%2.sql")
                           .arg(NEXTGEN_SOURCE_DIR,
                                QString::fromUtf8(query->name.data(), qsizetype(query->name.size()))));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY(file.readAll() == QByteArray(query->text.data(), qsizetype(query->text.size())));
        }
    }

    void everyQueryPrepares_data() {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < sql::all().size(); ++i) {
            QTest::newRow(std::string(sql::all()[i]->name).c_str()) << int(i);
        }
    }

    /// As the server's role, so that a table or a column that it cannot reach shows. A statement that makes a
    /// temporary table is run first, for those that use it.
    void everyQueryPrepares() {
        QFETCH(int, number);
        const db::Query& query = *sql::all()[std::size_t(number)];
        db::Connection connection({m_stack->stack().databaseUrl()});
        for (const db::Query* other : sql::all()) {
            if (other->text.find("CREATE TEMP") != std::string_view::npos) {
                connection.begin();
                connection.script(other->text);
                if (other == &query) {
                    return;
                }
            }
        }
        try {
            connection.script("PREPARE checked AS " + std::string(query.text));
        } catch (const db::Failure& failure) {
            QFAIL(failure.what());
        }
    }
};

QTEST_GUILESS_MAIN(QueriesTest)
#include "queries_test.moc"
