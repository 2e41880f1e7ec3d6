#include "app/dealer/dealers_page.h"

#include "app/cheque/cheque_calls.h"
#include "app/client/page.h"
#include "app/dealer/credit_tab.h"
#include "app/dealer/dealer_calls.h"
#include "app/entity/entity_calls.h"
#include "app/entity/merge_dialog.h"
#include "app/entity/record_panel.h"
#include "tests/app/support/backoffice.h"
#include "tests/app/support/cheques.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/stacked_bar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

using namespace nextgen;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// The dealers page against the real server.
class DealersPageTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        const auto dealers = QCoro::waitFor(dealer::listDealers(m_office->api, {}));
        QVERIFY(dealers && !dealers->items.empty());
        m_dealer = dealers->items.front();
        QCOMPARE(test::recordThreeCheques(*m_office, m_dealer.id, "100000000000000", Money::rials(250'000)),
                 QString());
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        m_office->dialogs.questions.clear();
        m_page.reset(dealer::dealersPage().make(m_office->context, nullptr));
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->open({});
        QTRY_VERIFY(grid("recordGrid")->model()->count() > 0);
        QTRY_VERIFY(credit()->exposure().has_value());
    }

    void firstDealerIsShownWithTheSumOfTheParts() {
        const QAbstractItemModelTester tester(grid("recordGrid")->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(credit()->dealerId(), m_dealer.id);
        const credit::Exposure& exposure = *credit()->exposure();
        QCOMPARE(exposure.chequesOnHand, Money::rials(1'500'000));
        QCOMPARE(m_page->findChild<ui::StackedBar*>("exposureBar")->total(), exposure.exposure);
        QVERIFY(m_page->findChild<ui::StackedBar*>("exposureBar")->isOverLimit());
        QVERIFY(!m_page->findChild<QLabel*>("clearsBelowLimit")->text().isEmpty());
        look(*m_page, "dealers.fa.light");
    }

    void limitsAreSeenBesideAnOpenDealer() {
        const auto* view = grid("recordGrid")->view();
        for (const char* column : {"code", "company_name", "status", "credit_limit"}) {
            QVERIFY2(!view->isColumnHidden(grid("recordGrid")->model()->columnOf(column)), column);
        }
    }

    void partOfTheBarOpensItsDocuments() {
        auto* bar = m_page->findChild<ui::StackedBar*>("exposureBar");
        ui::RecordGrid* documents = grid("documentGrid");
        // The largest part is open from the start: click it away from and back.
        QTRY_COMPARE(documents->model()->count(), 3);
        const auto rects = bar->canvas()->partRects();
        const auto part = static_cast<std::size_t>(
            std::ranges::find(credit::exposureParts, "cheques_on_hand") - credit::exposureParts.begin());
        QVERIFY(!rects.at(part).isEmpty());
        QTest::mouseClick(bar->canvas(), Qt::LeftButton, {}, rects.at(part).center());
        QTRY_COMPARE(documents->model()->count(), 3);
        std::int64_t sum = 0;
        const int amount = documents->model()->columnOf("amount");
        for (int row = 0; row < 3; ++row) {
            sum += documents->model()->index(row, amount).data(ui::RecordModelBase::RialsRole).toLongLong();
        }
        QCOMPARE(sum, 1'500'000);
    }

    void documentOpensItsCheque() {
        ui::RecordGrid* documents = grid("documentGrid");
        QTRY_COMPARE(documents->model()->count(), 3);
        QSignalSpy wanted(m_page.get(), &shell::PageWidget::pageWanted);
        emit documents->activated(0);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("cheques"));
        QVERIFY(!wanted.at(0).at(1).toMap().value("id").toString().isEmpty());
    }

    void ledgerBalancesToTheCheques() {
        m_page->findChild<QTabWidget*>("dealerTabs")->setCurrentIndex(1);
        ui::RecordGrid* ledger = grid("ledgerGrid");
        QTRY_COMPARE(ledger->model()->count(), 6);
        const auto column = [&](const char* name) { return ledger->model()->columnOf(name); };
        std::int64_t balance = 0;
        for (int row = 0; row < 6; ++row) {
            const auto rials = [&](const char* name) {
                return ledger->model()
                    ->index(row, column(name))
                    .data(ui::RecordModelBase::RialsRole)
                    .toLongLong();
            };
            balance += rials("debit") - rials("credit");
        }
        QCOMPARE(balance, 0);
        // Accounts by their titles, not their names.
        QVERIFY(!ledger->model()->index(0, column("account")).data().toString().contains(u'_'));
        look(*m_page, "dealers_ledger.fa.light");
    }

    void searchThatFindsNobodyOffersTheWayBack() {
        auto* search = m_page->findChild<QLineEdit*>("search");
        QVERIFY(search != nullptr);
        QTest::keyClicks(search, "zzzz");
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(grid("recordGrid")->model()->count(), 0);
        emit grid("recordGrid")->emptyActionTriggered();
        QTRY_VERIFY(grid("recordGrid")->model()->count() > 0);
    }

    void dealerIsMadeByKeyboardAndShownWithNoDebt() {
        QTest::keyClick(m_page.get(), Qt::Key_Insert);
        QVERIFY(panel()->isNew() && line("code")->hasFocus());
        type("code", "D-9001");
        type("company_name", "Zagros");
        choose("tier", 2);
        choose("status", 1);
        type("credit_limit", "5000000");
        look(*m_page, "dealers_new.fa.light");
        QTest::keyClick(line("company_name"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isNew());
        QTRY_VERIFY(credit()->exposure().has_value());
        QCOMPARE(credit()->dealerId().value(), panel()->recordId());
        QCOMPARE(*credit()->exposure()->creditLimit, Money::rials(5'000'000));
        QTRY_VERIFY(rows()->rowOf(panel()->recordId()) >= 0);
        m_made = panel()->recordId();
    }

    void newLimitIsSeenInWhatTheDealerOwes() {
        openMade();
        type("credit_limit", "7000000");
        QTest::keyClick(line("company_name"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(credit()->exposure() && credit()->exposure()->creditLimit == Money::rials(7'000'000));
        QVERIFY(!panel()->isDirty());
    }

    void dealerThatSomebodyElseChangedKeepsWhatWasTyped() {
        openMade();
        const api::Entity& dealers = *api::findEntity("dealers");
        const auto theirs = QCoro::waitFor(entity::editRecord(
            m_office->api, dealers, panel()->recordId(),
            static_cast<int>(panel()->record().integer("version")),
            entity::bodyOf(dealers, {{"company_name", ui::FieldValue(std::string("Zagros Ltd"))}})));
        QVERIFY(theirs);
        type("code", "D-9002");
        // It is not left by choosing another dealer.
        m_page->findChild<ui::RecordGrid*>("recordGrid")->selectRow(0);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QVERIFY(panel()->isDirty());
        QTest::keyClick(line("code"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_page->findChild<entity::MergeDialog*>() != nullptr);
        QTest::keyClick(m_page->findChild<QTableWidget*>("mergeTable"), Qt::Key_Return);
        QTRY_VERIFY(!panel()->isDirty());
        QVERIFY(m_page->findChild<ui::Banner*>("troubleBanner")->isHidden());
        QCOMPARE(line("code")->text(), QStringLiteral("D-9002"));
        QCOMPARE(line("company_name")->text(), QStringLiteral("Zagros Ltd"));
    }

    void dealerIsClosed() {
        openMade();
        choose("status", 2);
        QTest::keyClick(line("code"), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(panel()->record().as<describe::Choice>("status")->name, std::string_view("closed"));
    }

    void dealersOwnPeopleSeeTheirDealerAlone() {
        Backoffice theirs;
        QCOMPARE(theirs.signIn(m_server->url(), "dealer@nextgen.local", "Dealer123!"), QString());
        const std::unique_ptr<shell::PageWidget> page(dealer::dealersPage().make(theirs.context, nullptr));
        page->resize(1200, 700);
        page->show();
        page->open({});
        auto* tab = page->findChild<dealer::CreditTab*>();
        QTRY_VERIFY(tab->exposure().has_value());
        QCOMPARE(tab->dealerId(), *theirs.session.user().dealerId);
        QVERIFY(!page->findChild<ui::RecordGrid*>("recordGrid")->isVisible());
        QVERIFY(!page->findChild<QPushButton*>("newButton")->isVisible());
        look(*page, "dealers_own.fa.light");
    }

    void wordsFollowTheLanguage() {
        const QString persian = m_page->findChild<QTabWidget*>("dealerTabs")->tabText(1);
        m_office->locale.setLanguage(Language::English);
        QTRY_VERIFY(m_page->findChild<QTabWidget*>("dealerTabs")->tabText(1) != persian);
        look(*m_page, "dealers.en.light");
        m_office->locale.setLanguage(Language::Persian);
    }

  private:
    void openMade() {
        const int row = rows()->rowOf(m_made);
        QVERIFY(row >= 0);
        grid("recordGrid")->selectRow(row);
        QCOMPARE(panel()->recordId(), m_made);
        QTest::keyClick(grid("recordGrid")->view(), Qt::Key_Return);
        QVERIFY(line("code")->hasFocus());
    }

    ui::RecordTable* rows() const { return static_cast<ui::RecordTable*>(grid("recordGrid")->model()); }
    entity::RecordPanel* panel() const { return m_page->findChild<entity::RecordPanel*>("recordPanel"); }
    QLineEdit* line(const char* name) const {
        QWidget* editor = panel()->form()->editor(QLatin1String(name));
        auto* line = qobject_cast<QLineEdit*>(editor);
        return line != nullptr ? line : editor->findChild<QLineEdit*>();
    }
    void type(const char* name, const char* text) {
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClicks(line(name), QString::fromUtf8(text));
    }
    void choose(const char* name, int index) {
        auto* box = qobject_cast<QComboBox*>(panel()->form()->editor(QLatin1String(name)));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    ui::RecordGrid* grid(const char* name) const { return m_page->findChild<ui::RecordGrid*>(name); }
    dealer::CreditTab* credit() const { return m_page->findChild<dealer::CreditTab*>(); }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
    dealer::Dealer m_dealer;
    std::int64_t m_made = 0;
};

QTEST_MAIN(DealersPageTest)
#include "dealers_page_test.moc"
