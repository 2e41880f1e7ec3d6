#include "app/pages.h"
#include "app/shell/inbox_button.h"
#include "app/shell/main_window.h"
#include "app/shell/works_button.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/wizard_frame.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace nextgen;
using namespace nextgen::shell;
using nextgen::test::Backoffice;
using nextgen::test::look;
using testing::HttpAnswer;
using testing::HttpClient;
using testing::Json;

/// What the real window tells its person: of what others did, and of what it is at itself.
class InboxWindowTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        m_admin = std::make_unique<HttpClient>(m_server->url());
        QCOMPARE(m_admin->signIn("nextgen", "admin@nextgen.local", "Admin123!").status, 200);
        m_office = std::make_unique<Backoffice>();
        m_office->changes.setPause(3'600'000);  // a test says when to ask
        QCOMPARE(m_office->signIn(m_server->url(), "dealer@nextgen.local", "Dealer123!"), QString());
    }

    void cleanupTestCase() {
        m_window.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        ui::forgetAll();
        m_office->dialogs.questions.clear();
        m_window = std::make_unique<MainWindow>(m_office->context, allPages());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(m_office->api.pendingCalls(), 0);
    }

    void cleanup() { m_window.reset(); }

    void whoWasToldNothingReadsWhatTheInboxIsFor() {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(panel()->isVisible() && m_office->api.pendingCalls() == 0);
        QVERIFY(!panel()->list()->isVisible());
        QVERIFY(!panel()->findChild<QPushButton*>("allReadButton")->isEnabled());
        look(*panel(), "inbox_empty.fa.light");
        QTest::keyClick(panel(), Qt::Key_Escape);
        QVERIFY(!panel()->isVisible());
    }

    void aNoticeIsCountedAndSaidAndOpensItsRecordByKeyboard() {
        const std::string cheque = deposited(1);
        bounce({cheque});
        auto* toast = m_window->centralWidget()->findChild<ui::Toast*>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(toast->isVisible());
        QVERIFY2(toast->text().contains(QStringLiteral("برگشت خورد")), qPrintable(toast->text()));
        QCOMPARE(bell()->inbox().unread(), 1);
        QVERIFY(bell()->accessibleName().contains(QStringLiteral("۱")));
        look(*m_window, "inbox_toast.fa.light");
        bell()->click();
        QTRY_COMPARE(panel()->list()->count(), 1);
        QVERIFY(panel()->list()->item(0)->font().bold());
        QTest::keyClick(panel()->list(), Qt::Key_Return);
        QVERIFY(!panel()->isVisible());
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("cheques"));
        QTRY_COMPARE(bell()->inbox().unread(), 0);
        QVERIFY(bell()->text().isEmpty());
    }

    void severalAtOnceOpenTheListOfThem() {
        bounce({deposited(2), deposited(3)});
        QTRY_COMPARE(bell()->inbox().unread(), 1);
        bell()->click();
        QTRY_VERIFY(panel()->list()->isVisible());
        QTest::keyClick(panel()->list(), Qt::Key_Return);
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("cheques"));
        auto* filters = m_window->pageWidget("cheques")->findChild<ui::FilterBar*>();
        QTRY_VERIFY(!filters->filters().isEmpty());
        QCOMPARE(filters->filters().first().value, QStringLiteral("bounced"));
    }

    void allAreMarkedAtOnce() {
        bounce({deposited(4)});
        bounce({deposited(5)});
        QTRY_COMPARE(bell()->inbox().unread(), 2);
        bell()->click();
        auto* all = panel()->findChild<QPushButton*>("allReadButton");
        QTRY_VERIFY(panel()->list()->count() >= 2 && all->isEnabled());
        all->click();
        QTRY_COMPARE(bell()->inbox().unread(), 0);
        QVERIFY(!panel()->list()->item(0)->font().bold());
        QVERIFY(!all->isEnabled());
    }

    void whatWasReadElsewhereIsNotCountedHere() {
        bounce({deposited(6)});
        QTRY_COMPARE(bell()->inbox().unread(), 1);
        HttpClient elsewhere(m_server->url());
        elsewhere.signIn("nextgen", "dealer@nextgen.local", "Dealer123!");
        const HttpAnswer inbox = elsewhere.get("/api/v1/inbox?limit=1");
        QCOMPARE(elsewhere.post("/api/v1/inbox/read", {{"until", inbox.body["items"].at(0)["id"]}}).status,
                 204);
        m_office->changes.ask();
        QTRY_COMPARE(bell()->inbox().unread(), 0);
    }

    void anImportGoesOnWhenItsPageIsClosedAndIsFoundAgain() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("large.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("شناسه صیادی,مبلغ,سررسید,بانک\n");
        for (int i = 0; i < 6'000; ++i) {
            file.write(QByteArray::number(5'000'000'000'000'000 + i) + ",1500000,1405/10/15,ملت\n");
        }
        file.close();
        m_window->openPage("cheque_imports", {{"file", file.fileName()}});
        auto* frame = m_window->pageWidget("cheque_imports")->findChild<ui::WizardFrame*>();
        QTRY_VERIFY(frame != nullptr && frame->nextButton()->isEnabled());
        // However fast this machine is, the server takes its time.
        ::kill(m_server->pid(), SIGSTOP);
        frame->nextButton()->click();
        QVERIFY(m_window->documents()->close({"cheque_imports"}));
        client::Works& works = m_office->works;
        QTRY_COMPARE(works.running(), 1);
        auto* button = m_window->findChild<WorksButton*>();
        QVERIFY(button->isVisible());
        // Leaving would stop it, so it is asked about.
        m_office->dialogs.nextConfirmation = false;
        QVERIFY(!m_window->close());
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        ::kill(m_server->pid(), SIGCONT);
        // The same import, not another one, when its page is opened again.
        m_window->openPage("cheque_imports");
        QTRY_COMPARE_WITH_TIMEOUT(works.running(), 0, 60'000);
        QCOMPARE(works.all().size(), std::size_t{1});
        const client::Work& work = works.all().front();
        QVERIFY2(work.state == client::Work::State::Done, qPrintable(work.outcome));
        m_window->documents()->close({"cheque_imports"});
        button->openPanel();
        look(*button->panel(), "works_import.fa.light");
        button->panel()->findChild<QPushButton*>("showButton")->click();
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("cheque_imports"));
        QTRY_VERIFY(m_window->pageWidget("cheque_imports")->findChild<QWidget*>("importWizard") != nullptr);
        const HttpAnswer imports = m_admin->get("/api/v1/cheque_imports");
        QCOMPARE(imports.body["items"].size(), std::size_t{1});
    }

  private:
    InboxButton* bell() const { return m_window->findChild<InboxButton*>(); }
    InboxPanel* panel() const { return bell()->panel(); }

    std::string deposited(int number) {
        const HttpAnswer dealers = m_admin->get("/api/v1/dealers");
        const HttpAnswer made = m_admin->post("/api/v1/cheques",
                                              {{"dealer_id", dealers.body["items"].at(0)["id"]},
                                               {"amount", 1'000'000},
                                               {"due_on", "2026-01-01"},
                                               {"sayad_id", std::to_string(4'000'000'000'000'000 + number)}},
                                              testing::freshKey());
        const auto id = made.body["id"].get<std::string>();
        m_admin->post("/api/v1/cheques/" + id + "/deposit");
        return id;
    }
    void bounce(const std::vector<std::string>& ids) {
        const HttpAnswer answer = m_admin->post("/api/v1/cheques/bulk", {{"move", "bounce"}, {"ids", ids}});
        QCOMPARE(answer.body["moved"], Json(ids.size()));
        m_office->changes.ask();
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(InboxWindowTest)
#include "inbox_window_test.moc"
