#include "app/cheque/worklists_page.h"

#include "app/cheque/cheque_calls.h"
#include "app/cheque/cheque_panel.h"
#include "app/cheque/move_dialog.h"
#include "app/dealer/dealer_calls.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/record_grid.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::cheque;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// The day's worklists against the real server.
class WorklistsPageTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        const auto dealers = QCoro::waitFor(dealer::listDealers(m_office->api, {}));
        QVERIFY(dealers && !dealers->items.empty());
        m_dealer = dealers->items.front().id;
        m_ofList["to_deposit"] = make(0);
        m_ofList["matured"] = make(-30);
        m_ofList["unanswered"] = moved(make(-30), Move::Deposit, MoveRequest{});
        m_ofList["to_follow"] = moved(make(-30), Move::Bounce, BounceRequest{});
        openPage();
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void eachListHoldsWhatIsToBeDone_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"to_deposit", "unanswered", "to_follow", "matured"}) {
            QTest::newRow(name) << name;
        }
    }
    void eachListHoldsWhatIsToBeDone() {
        QFETCH(QString, name);
        choose(name);
        const ChequeId expected = m_ofList.value(name);
        QTRY_VERIFY(model()->rowOf(expected.value()) >= 0);
        for (const auto& [other, id] : m_ofList.asKeyValueRange()) {
            QCOMPARE(model()->rowOf(id.value()) >= 0, other == name);
        }
        look(*m_page, QStringLiteral("worklists_%1.fa.light").arg(name));
    }

    void choiceSaysHowManyAndHowMuch() {
        client::Listing all;
        all.filters.emplace_back("count", "exact");
        all.limit = 200;
        const auto page = QCoro::waitFor(listWorklist(m_office->api, "cheques.matured", all));
        QVERIFY(page && page->nextCursor.isEmpty() && !page->items.empty());
        Money sum;
        for (const Cheque& cheque : page->items) {
            sum += cheque.amount;
        }
        QTRY_VERIFY(button("matured")->text().contains(ui::showMoneyWithUnit(sum)));
        QVERIFY(button("matured")->text().contains(ui::showNumber(*page->estimatedTotal)));
        QVERIFY(button("matured")->accessibleName().contains(ui::showMoneyWithUnit(sum)));
    }

    void arrowsGoFromListToList() {
        choose("to_deposit");
        button("to_deposit")->setFocus();
        QTest::keyClick(button("to_deposit"), Qt::Key_Left);  // onwards, in Persian
        QVERIFY(button("unanswered")->hasFocus());
        QVERIFY(button("unanswered")->isChecked());
        QTRY_VERIFY(model()->rowOf(m_ofList["unanswered"].value()) >= 0);
    }

    void enterOpensTheCheque() {
        choose("matured");
        QTRY_VERIFY(model()->count() > 0);
        QSignalSpy wanted(m_page.get(), &shell::PageWidget::pageWanted);
        grid()->selectRow(0);
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("cheques"));
        QCOMPARE(wanted[0][1].value<shell::PageTarget>().value("id").toString(),
                 QString::number(model()->at(0).id.value()));
    }

    void targetChoosesAList() {
        choose("to_deposit");
        m_page->open({{"worklist", "to_follow"}});
        QVERIFY(button("to_follow")->isChecked());
        QTRY_VERIFY(model()->rowOf(m_ofList["to_follow"].value()) >= 0);
    }

    void dealersWithoutOpenInvoicesAreSaidToHaveNone() {
        const auto page = QCoro::waitFor(listChequedInvoices(m_office->api, {}));
        QVERIFY(page && page->items.empty());
        choose("invoices");
        auto* invoices = m_page->findChild<ui::RecordGrid*>("invoiceGrid");
        QTRY_VERIFY(
            shows(*invoices, QStringLiteral("هیچ نماینده‌ای فاکتور باز ندارد")));
        QVERIFY(!grid()->isVisible());
        look(*m_page, "worklists_invoices.fa.light");
    }

    // Last, since it empties the list.
    void chosenOnesAreMovedAndTheEmptyListSaysWhatThatMeans() {
        const ChequeId second = make(0);
        choose("to_deposit");
        QTRY_VERIFY(model()->rowOf(second.value()) >= 0);
        grid()->view()->selectAll();
        const auto count = static_cast<std::size_t>(model()->count());
        QTRY_COMPARE(m_page->findChild<ChequePanel*>()->cheques().size(), count);
        QVERIFY(count >= 2);
        m_page->findChild<QPushButton*>("depositButton")->click();
        auto* dialog = m_page->findChild<MoveDialog*>();
        QVERIFY(dialog != nullptr);
        look(*m_page, "worklists_several.fa.light");
        dialog->findChild<QPushButton*>("submitButton")->click();
        QTRY_COMPARE(model()->count(), 0);
        QTRY_VERIFY(shows(*grid(), QStringLiteral("چیزی برای واگذاری نیست")));
        QTRY_VERIFY(button("to_deposit")->text().contains(QStringLiteral("هیچ")));
        QVERIFY(m_page->findChild<ChequePanel*>()->cheques().empty());
        const auto events = QCoro::waitFor(listEvents(m_office->api, second));
        QCOMPARE(events->items.back().move, Move::Deposit);
        look(*m_page, "worklists_empty.fa.light");
    }

    void listsThatCannotBeAskedSayWhyAndShowNoNumber() {
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        m_page->reload();
        QTRY_VERIFY_WITH_TIMEOUT(button("matured")->text().contains(u'—'), 15'000);
        m_office->api.setServer(QUrl(QString::fromStdString(m_server->url())));
        m_page->reload();
        QTRY_VERIFY(!button("matured")->text().contains(u'—'));
    }

  private:
    ui::RecordGrid* grid() const { return m_page->findChild<ui::RecordGrid*>("worklistGrid"); }
    ui::RecordModel<Cheque>* model() const { return static_cast<ui::RecordModel<Cheque>*>(grid()->model()); }
    QPushButton* button(const QString& name) const {
        return m_page->findChild<QPushButton*>(QStringLiteral("worklist_") + name);
    }
    void choose(const QString& name) { button(name)->click(); }

    bool shows(const ui::RecordGrid& list, const QString& words) const {
        const auto labels = list.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisibleTo(m_page.get()) && label->text().contains(words);
        });
    }

    void openPage() {
        m_page.reset(worklistsPage().make(m_office->context, nullptr));
        m_page->resize(1240, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->open({});
        QTRY_VERIFY(model()->count() > 0);
    }

    ChequeId make(int daysFromToday) {
        Cheque cheque;
        cheque.dealerId = m_dealer;
        cheque.sayadId = std::to_string(3'000'000'000'000'000 + ++m_lastSayadId);
        cheque.amount = Money::rials(1'500'000 * m_lastSayadId);
        cheque.dueOn = m_office->context.today().plusDays(daysFromToday);
        cheque.bankName = "بانک ملت";
        cheque.drawerName = "پخش آسمان";
        auto made = QCoro::waitFor(createCheque(m_office->api, cheque, client::newIdempotencyKey()));
        if (!made) {
            qFatal("%s", qPrintable(made.error().text(Language::English)));
        }
        return made->id;
    }

    ChequeId moved(ChequeId id, Move move, MoveDetails details) {
        auto answer = QCoro::waitFor(
            moveCheque(m_office->api, id, move, std::move(details), client::newIdempotencyKey()));
        if (!answer) {
            qFatal("%s", qPrintable(answer.error().text(Language::English)));
        }
        return id;
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
    DealerId m_dealer;
    QMap<QString, ChequeId> m_ofList;
    std::int64_t m_lastSayadId = 0;
};

QTEST_MAIN(WorklistsPageTest)
#include "worklists_page_test.moc"
