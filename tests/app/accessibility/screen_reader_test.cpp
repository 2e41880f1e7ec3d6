#include "tests/app/accessibility/screen_reader.h"

#include "app/pages.h"
#include "app/tour/tour.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"

#include <QAccessible>
#include <QFile>
#include <QtTest>

using namespace nextgen;
using nextgen::test::Backoffice;

/// Everything that the tour comes to, as a screen reader hears it.
class ScreenReaderTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QAccessible::setActive(true);
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        testing::HttpClient dealer(m_server->url());
        QCOMPARE(dealer.signIn("nextgen", "dealer@nextgen.local", "Dealer123!").status, 200);
        // A result and an undone one.
        for (const char* name : {"windows-1256.csv", "clean.xlsx"}) {
            QFile file(QStringLiteral(NEXTGEN_TEST_DATA "/cheques/") + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto staged = dealer.upload("/api/v1/cheque_imports", name, file.readAll().toStdString(),
                                              {}, testing::freshKey());
            const std::string path = "/api/v1/cheque_imports/" + staged.body["id"].get<std::string>();
            QCOMPARE(dealer.post(path + "/commit", {{"rows", "ready"}}, testing::freshKey()).status, 200);
            if (name == std::string_view("windows-1256.csv")) {
                QCOMPARE(dealer.post(path + "/undo").status, 200);
            }
        }
    }

    void everythingIsNamedReadAndReached_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("Persian") << true;
        QTest::newRow("English") << false;
    }
    void everythingIsNamedReadAndReached() {
        QFETCH(bool, isPersian);
        const Language language = isPersian ? Language::Persian : Language::English;
        Backoffice office(language);
        const client::Place place{QUrl(QString::fromStdString(m_server->url())), "nextgen",
                                  "admin@nextgen.local"};
        QMap<QString, QStringList> faults;  // and where
        int stops = 0;
        tour::Tour tour(office.context, allPages(), place, NEXTGEN_TEST_DATA "/cheques/messy.xlsx",
                        {{language, ui::Scheme::Light}},
                        [&](QWidget& shown, const QString& name, tour::Look look) {
                            ++stops;
                            for (const QString& fault : test::listen(shown, look.language)) {
                                faults[fault] << name;
                            }
                        });
        QVERIFY(QCoro::waitFor(tour.run("Admin123!")));
        QVERIFY(stops > 60);
        for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault) {
            qWarning("%s (%lld: %s)", qPrintable(fault.key()), static_cast<long long>(fault->size()),
                     qPrintable(fault->mid(0, 3).join(u' ')));
        }
        QCOMPARE(faults.size(), 0);
    }

  private:
    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
};

QTEST_MAIN(ScreenReaderTest)
#include "screen_reader_test.moc"
