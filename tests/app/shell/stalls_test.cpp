#include "app/pages.h"
#include "app/shell/main_window.h"
#include "tests/app/support/backoffice.h"
#include "tests/app/support/stall_watch.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/record_grid.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QtTest>
#include <algorithm>

using namespace nextgen;
using nextgen::test::Backoffice;
using nextgen::test::WatchedApplication;

namespace {

// On a machine that makes the measure below in so many milliseconds; on a slower one it is more.
constexpr double stallMsUsually = 50;
constexpr double measureMsUsually = 11;
constexpr int settleMs = 150;
constexpr int attemptsMax = 3;
#ifdef __SANITIZE_ADDRESS__
constexpr bool isInstrumented = true;  // its checks are work as well
#else
constexpr bool isInstrumented = false;
#endif

WatchedApplication& watched() {
    return *static_cast<WatchedApplication*>(qApp);
}

/// What the thread works to make a form of sixty lines and take it away again, the best of several: much the
/// same as a page is made of.
double measureMs() {
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        const double before = watched().threadMs();
        {
            QWidget form;
            auto* layout = new QFormLayout(&form);
            for (int line = 0; line < 60; ++line) {
                layout->addRow(new QLabel(QStringLiteral("عنوان"), &form), new QLineEdit(&form));
            }
            form.show();
            form.grab();
        }
        best = std::min(best, watched().threadMs() - before);
    }
    return best;
}

}  // namespace

/// Nothing that a person does keeps the window from answering: neither work nor waiting for a disk, a server
/// or another thread.
class StallsTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        m_window = std::make_unique<shell::MainWindow>(m_office->context, allPages());
        m_window->show();
        QTest::qWait(300);
        m_stallMs = stallMsUsually * std::max(1.0, measureMs() / measureMsUsually);
    }

    void cleanupTestCase() {
        m_window.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        watched().longestWork();
        watched().longestWait();
    }

    void cleanup() {
        const auto work = watched().longestWork();
        const auto wait = watched().longestWait();
        const auto sentence = [](double milliseconds, const QString& event) {
            return QStringLiteral("%1 ms in %2").arg(milliseconds, 0, 'f', 1).arg(event);
        };
        QVERIFY2(wait.waitedMs < m_stallMs, qPrintable("waited " + sentence(wait.waitedMs, wait.event)));
        if (!isInstrumented) {
            QVERIFY2(work.workedMs < m_stallMs, qPrintable("worked " + sentence(work.workedMs, work.event)));
        }
    }

    void aPageOpens_data() {
        QTest::addColumn<QString>("page");
        for (const shell::Page& page : allPages()) {
            QTest::newRow(qPrintable(page.id)) << page.id;
        }
    }
    void aPageOpens() {
        QFETCH(QString, page);
        atHome([&] { act([&] { m_window->openPage(page); }); });
        QCOMPARE(m_window->currentPage(), page);
    }

    void aRecordOpensInATabOfItsOwn_data() {
        QTest::addColumn<QString>("page");
        for (const char* page : {"dealers", "products", "vendors", "brands", "users"}) {
            QTest::newRow(page) << QString::fromLatin1(page);
        }
    }
    void aRecordOpensInATabOfItsOwn() {
        QFETCH(QString, page);
        atHome([&] {
            act([&] { m_window->openPage(page); });
            QTRY_VERIFY(grid()->model()->count() > 0);
            act([&] { grid()->selectRow(0); });
            act([&] {
                QTest::keyClick(grid()->view(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
            });
        });
    }

    void wordsAreTypedIntoTheSearch() {
        act([&] { m_window->openPage("products"); });
        act([&] { QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier); });
        for (const char letter : std::string("gaming laptop")) {
            act([&] { QTest::keyClick(QApplication::focusWidget(), letter); });
        }
    }

    void aListIsScrolledAndSorted() {
        act([&] { m_window->openPage("audit_logs"); });
        for (int press = 0; press < 12; ++press) {
            act([&] { QTest::keyClick(grid()->view(), Qt::Key_PageDown); });
        }
        act([&] { QTest::keyClick(grid()->view(), Qt::Key_A, Qt::ControlModifier); });
    }

    void theLanguageChanges() {
        act([&] { m_office->locale.setLanguage(Language::English); });
        act([&] { m_office->locale.setLanguage(Language::Persian); });
    }

    void thePaletteAndTheKeysAreAskedFor() {
        act([&] { m_window->openPalette(); });
        act([&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); });
    }

    void theServerGoesWhileSomethingIsTyped() {
        act([&] { m_window->openPage("brands"); });
        act([&] { QTest::keyClick(m_window.get(), Qt::Key_Insert); });
        m_server->kill();
        for (const char letter : std::string("Typed work")) {
            act([&] { QTest::keyClick(QApplication::focusWidget(), letter); });
        }
        act([&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier); });
        act([&] { m_window->openPage("orders"); });
    }

  private:
    /// From within the event loop, as a person's act is, and what follows from it.
    void act(const std::function<void()>& run) {
        QMetaObject::invokeMethod(m_window.get(), run, Qt::QueuedConnection);
        QTest::qWait(settleMs);
    }

    /// From the home page. What stalls by itself does so each time; other work of the machine, which takes
    /// caches and half a core, does not.
    void atHome(const std::function<void()>& run) {
        for (int attempt = 0; attempt < attemptsMax; ++attempt) {
            act([&] {
                m_window->openPage(QStringLiteral("home"));
                m_window->documents()->closeOthers(m_window->documents()->currentIndex());
            });
            watched().longestWork();
            run();
            if (watched().worked() < m_stallMs) {
                return;
            }
        }
    }

    ui::RecordGrid* grid() const {
        return m_window->pageWidget(m_window->currentPage())
            ->findChild<ui::RecordGrid*>(QStringLiteral("recordGrid"));
    }

    double m_stallMs = stallMsUsually;
    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::MainWindow> m_window;
};

int main(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    StallsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "stalls_test.moc"
