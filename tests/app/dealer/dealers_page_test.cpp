#include "app/dealer/dealers_page.h"

#include "app/cheque/cheque_calls.h"
#include "app/client/page.h"
#include "app/dealer/dealer_calls.h"
#include "app/dealer/dealer_panel.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/stacked_bar.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
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
        const client::Place place{QUrl(QString::fromStdString(m_server->url())), "nextgen",
                                  "admin@nextgen.local"};
        const auto signedIn = QCoro::waitFor(m_office->session.signIn(place, "Admin123!", false));
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().text(Language::English)));
        const auto dealers = QCoro::waitFor(dealer::listDealers(m_office->api, {}));
        QVERIFY(dealers && !dealers->items.empty());
        m_dealer = dealers->items.front();
        for (int i = 0; i < 3; ++i) {
            cheque::Cheque cheque;
            cheque.dealerId = m_dealer.id;
            cheque.sayadId = "100000000000000" + std::to_string(i);
            cheque.amount = Money::rials(250'000 * (i + 1));
            cheque.dueOn = m_office->context.today().plusDays(30 * (i + 1));
            const auto made =
                QCoro::waitFor(cheque::createCheque(m_office->api, cheque, client::newIdempotencyKey()));
            QVERIFY2(made, qPrintable(made ? QString() : made.error().text(Language::English)));
        }
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        m_page.reset(dealer::dealersPage().make(m_office->context));
        m_page->resize(1200, 700);
        m_page->show();
        m_page->open({});
        QTRY_VERIFY(grid("dealerGrid")->model()->count() > 0);
        QTRY_VERIFY(panel()->exposure().has_value());
    }

    void firstDealerIsShownWithTheSumOfTheParts() {
        const QAbstractItemModelTester tester(grid("dealerGrid")->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(panel()->dealerId(), m_dealer.id);
        const credit::Exposure& exposure = *panel()->exposure();
        QCOMPARE(exposure.chequesOnHand, Money::rials(1'500'000));
        QCOMPARE(m_page->findChild<ui::StackedBar*>("exposureBar")->total(), exposure.exposure);
        QVERIFY(m_page->findChild<ui::StackedBar*>("exposureBar")->isOverLimit());
        QVERIFY(!m_page->findChild<QLabel*>("clearsBelowLimit")->text().isEmpty());
        look(*m_page, "dealers.fa.light");
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
        QVERIFY(!wanted.at(0).at(1).toMap().value("cheque_id").toString().isEmpty());
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
        QTRY_COMPARE(grid("dealerGrid")->model()->count(), 0);
        emit grid("dealerGrid")->emptyActionTriggered();
        QTRY_VERIFY(grid("dealerGrid")->model()->count() > 0);
    }

    void wordsFollowTheLanguage() {
        const QString persian = m_page->findChild<QTabWidget*>("dealerTabs")->tabText(1);
        m_office->locale.setLanguage(Language::English);
        QTRY_VERIFY(m_page->findChild<QTabWidget*>("dealerTabs")->tabText(1) != persian);
        look(*m_page, "dealers.en.light");
        m_office->locale.setLanguage(Language::Persian);
    }

  private:
    ui::RecordGrid* grid(const char* name) const { return m_page->findChild<ui::RecordGrid*>(name); }
    dealer::DealerPanel* panel() const { return m_page->findChild<dealer::DealerPanel*>(); }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
    dealer::Dealer m_dealer;
};

QTEST_MAIN(DealersPageTest)
#include "dealers_page_test.moc"
