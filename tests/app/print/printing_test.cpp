#include "app/cheque/cheque_calls.h"
#include "app/dealer/credit_tab.h"
#include "app/dealer/dealer_calls.h"
#include "app/dealer/statement.h"
#include "app/entity/record_panel.h"
#include "app/pages.h"
#include "app/shell/list_print.h"
#include "app/shell/main_window.h"
#include "tests/app/support/backoffice.h"
#include "tests/app/support/cheques.h"
#include "tests/app/support/sheets.h"
#include "tests/support/test_stack.h"
#include "ui/print/preview_dialog.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_grid.h"

#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QtTest>
#include <algorithm>

using namespace nextgen;
using nextgen::test::Backoffice;
using nextgen::test::tableIn;
using nextgen::test::valuesIn;
using print::PreviewDialog;
using print::Sheet;

/// Ctrl+P in the real window, against the real server.
class PrintingTest : public QObject {
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
        QCOMPARE(test::recordThreeCheques(*m_office, m_dealer.id, "200000000000000", Money::rials(1'000'000)),
                 QString());
        m_stack->owner().script(R"(
            SET search_path = app, public;
            SELECT set_config('app.tenant_id', id::text, false) FROM tenants WHERE slug = 'nextgen';
            INSERT INTO brands (tenant_id, slug, title_fa, search_key)
            SELECT t.id, 'made-' || n, CASE WHEN n <= 600 THEN 'ساعت ' ELSE 'چراغ ' END || n,
                   CASE WHEN n <= 600 THEN 'ساعت ' ELSE 'چراغ ' END || n
              FROM tenants t, generate_series(1, 5300) n WHERE t.slug = 'nextgen';
        )");
        m_window = std::make_unique<shell::MainWindow>(m_office->context, allPages());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
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
    }

    void cleanup() {
        if (QDialog* dialog = preview()) {
            dialog->reject();
            QTRY_VERIFY(preview() == nullptr);
        }
    }

    void aListIsPrintedAsItStandsOnTheScreen() {
        ui::RecordGrid* grid = openList("cheques");
        auto* filters = page("cheques")->findChild<ui::FilterBar*>();
        const int all = grid->model()->count();
        filters->setFilters({{"amount", "gte", "2000000"}});
        QTRY_VERIFY(grid->model()->count() < all && grid->model()->count() > 0 && !grid->isBusy());
        grid->view()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(preview() != nullptr);
        const Sheet& sheet = preview()->layoutOfSheet().sheet();
        QVERIFY(!sheet.shop.isEmpty());
        QVERIFY(sheet.asOf.contains(ui::showDate(m_office->context.today())));
        QCOMPARE(static_cast<int>(tableIn(sheet)->rows.size()), grid->model()->count());
        QVERIFY(valuesIn(sheet).join(u' ').contains(ui::showNumber(2'000'000)));
        filters->clear();
    }

    void aListIsPrintedToItsEndThoughAPartOfItIsHeld() {
        ui::RecordGrid* grid = openList("brands");
        auto* filters = page("brands")->findChild<ui::FilterBar*>();
        filters->setFilters({{"q", {}, QStringLiteral("ساعت")}});
        QTRY_VERIFY(!grid->isBusy() && grid->model()->hasMore());
        grid->view()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(preview() != nullptr);
        QVERIFY(grid->model()->count() < watches);
        const Sheet& sheet = preview()->layoutOfSheet().sheet();
        QCOMPARE(tableIn(sheet)->rows.size(), std::size_t{watches});
        QVERIFY(valuesIn(sheet).contains(ui::showNumber(watches)));
        const client::Work& work = m_office->works.all().front();
        QVERIFY(work.state == client::Work::State::Done);
        QVERIFY2(work.outcome.contains(ui::showNumber(watches)), qPrintable(work.outcome));
        QCOMPARE(work.done, qint64{watches});
    }

    void aListThatIsTooLongSaysHowMuchOfItIsPrinted() {
        ui::RecordGrid* grid = openList("brands");
        page("brands")->findChild<ui::FilterBar*>()->clear();
        QTRY_VERIFY(!grid->isBusy() && grid->total().value_or(0) > shell::ListPrint::rowsMax);
        grid->selectRow(0);
        grid->view()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(choice() != nullptr);
        QVERIFY(!choice()->findChild<QRadioButton*>("chosenRows")->isEnabled());
        test::look(*choice(), "print_list.fa.light");
        choice()->findChild<QPushButton*>("submitButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(preview() != nullptr, 60'000);
        const Sheet& sheet = preview()->layoutOfSheet().sheet();
        QCOMPARE(tableIn(sheet)->rows.size(), std::size_t{shell::ListPrint::rowsMax});
        QVERIFY(valuesIn(sheet).join(u' ').contains(QStringLiteral("دیگر")));
        QVERIFY(m_office->works.all().front().outcome.contains(ui::showNumber(shell::ListPrint::rowsMax)));
        test::look(*preview(), "print_list_preview.fa.light");
    }

    void theChosenRowsArePrintedAlsoThoseThatAreNotHeldAnyMore() {
        ui::RecordGrid* grid = openList("brands");
        QTRY_VERIFY(!grid->isBusy() && grid->model()->count() > 3);
        grid->selectRow(0);
        grid->view()->selectionModel()->select(grid->model()->index(2, 0),
                                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
        grid->view()->setFocus();
        const QString second = grid->model()->index(2, grid->model()->columnOf("title_fa")).data().toString();
        // Page after page; answers only come while this waits.
        const auto isPast = [grid] {
            if (!grid->isBusy()) {
                grid->model()->fetchMore({});
            }
            return grid->model()->hasBefore();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isPast(), 60'000);
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(choice() != nullptr);
        QVERIFY(choice()->findChild<QRadioButton*>("chosenRows")->isChecked());
        choice()->findChild<QPushButton*>("submitButton")->click();
        QTRY_VERIFY(preview() != nullptr);
        const print::Table* table = tableIn(preview()->layoutOfSheet().sheet());
        QCOMPARE(table->rows.size(), std::size_t{2});
        QVERIFY(std::ranges::any_of(table->rows[1],
                                    [&](const print::Cell& cell) { return cell.text == second; }));
    }

    void aPrintThatIsStoppedShowsNothing() {
        ui::RecordGrid* grid = openList("brands");
        grid->view()->clearSelection();
        QTRY_VERIFY(!grid->isBusy());
        grid->view()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(choice() != nullptr);
        choice()->findChild<QPushButton*>("submitButton")->click();
        const int id = m_office->works.all().front().id;
        m_office->works.stop(id);
        QVERIFY(m_office->works.find(id)->state == client::Work::State::Stopped);
        QTRY_VERIFY(m_office->works.findChild<shell::ListPrint*>() == nullptr);
        QTest::qWait(300);
        QVERIFY(preview() == nullptr);
    }

    void theChosenChequesHaveAReceipt() {
        ui::RecordGrid* grid = openList("cheques");
        QTRY_VERIFY(!grid->isBusy() && grid->model()->count() >= 3);
        grid->view()->setFocus();
        grid->selectRow(0);
        grid->view()->selectionModel()->select(grid->model()->index(1, 0),
                                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(grid->view(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(preview() != nullptr);
        const Sheet& sheet = preview()->layoutOfSheet().sheet();
        QCOMPARE(sheet.kind, QStringLiteral("cheque_receipt"));
        const print::Table* table = tableIn(sheet);
        QCOMPARE(table->rows.size(), std::size_t{2});
        const Money sum = Money::rials(*table->rows[0].back().amount + *table->rows[1].back().amount);
        QVERIFY(valuesIn(sheet).contains(ui::showMoneyInWords(sum)));
    }

    void aDealersStatementHasTheWholeLedger() {
        const auto sheet = QCoro::waitFor(dealer::statementOf(m_office->context, m_dealer.id));
        QVERIFY(sheet);
        const auto lines = QCoro::waitFor(dealer::listLedger(m_office->api, m_dealer.id, {}));
        QVERIFY(lines && lines->nextCursor.isEmpty());
        QCOMPARE(tableIn(*sheet)->rows.size(), lines->items.size());
        const auto exposure = QCoro::waitFor(dealer::getExposure(m_office->api, m_dealer.id));
        QVERIFY(valuesIn(*sheet).contains(ui::showMoneyInWords(exposure->exposure)));
    }

    void theCreditOfADealerPrintsItsStatement() {
        openList("dealers");
        auto* credit = page("dealers")->findChild<dealer::CreditTab*>();
        QTRY_VERIFY(credit->exposure().has_value());
        credit->findChild<ui::RecordGrid*>("documentGrid")->view()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(preview() != nullptr);
        QCOMPARE(preview()->layoutOfSheet().sheet().kind, QStringLiteral("dealer_statement"));
    }

    void aRecordIsPrintedWithItsParts() {
        ui::RecordGrid* grid = openList("products");
        grid->selectRow(0);
        emit grid->activated(0);
        auto* panel = page("products")->findChild<entity::RecordPanel*>();
        QTRY_VERIFY(panel->isVisible() && panel->recordId() != 0);
        panel->focusForm();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(preview() != nullptr);
        const Sheet& sheet = preview()->layoutOfSheet().sheet();
        QCOMPARE(sheet.kind, QStringLiteral("products"));
        QVERIFY(!valuesIn(sheet).isEmpty());
    }

  private:
    static constexpr int watches = 600;

    shell::PrintListDialog* choice() const { return m_window->findChild<shell::PrintListDialog*>(); }

    shell::PageWidget* page(const char* id) { return m_window->pageWidget(QString::fromLatin1(id)); }

    ui::RecordGrid* openList(const char* id) {
        m_window->openPage(QString::fromLatin1(id));
        ui::RecordGrid* grid = nullptr;
        const auto hasRows = [&] {
            for (ui::RecordGrid* one : page(id)->findChildren<ui::RecordGrid*>()) {
                if (grid == nullptr && (one->objectName() == QLatin1String("recordGrid") ||
                                        one->objectName() == QLatin1String("chequeGrid"))) {
                    grid = one;
                }
            }
            return grid != nullptr && grid->model()->count() > 0;
        };
        [&] { QTRY_VERIFY(hasRows()); }();
        return grid;
    }

    PreviewDialog* preview() const { return m_window->findChild<PreviewDialog*>(); }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::MainWindow> m_window;
    dealer::Dealer m_dealer;
};

QTEST_MAIN(PrintingTest)
#include "printing_test.moc"
