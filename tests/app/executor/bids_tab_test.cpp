#include "app/executor/bids_tab.h"

#include "app/executor/bids_sheet.h"
#include "app/executor/projects_page.h"
#include "shared/api/entity.h"
#include "tests/app/support/backoffice.h"
#include "tests/app/support/sheets.h"
#include "tests/support/test_stack.h"
#include "ui/locale/format.h"
#include "ui/print/preview_dialog.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace nextgen;
using executor::Bid;
using executor::BidComparison;
using executor::BidsTab;
using executor::Line;
using nextgen::test::Backoffice;
using nextgen::test::look;

namespace {

struct Offer {
    const char* executor;
    std::optional<std::int64_t> price;
    std::optional<std::int64_t> days = {};
    std::int64_t warranty = 0;
    const char* status = "submitted";
    executor::PastJobs jobs = {};
};

Bid bidOf(const Offer& offer) {
    const api::Entity& entity = *api::findEntity("project_bids");
    Bid bid{ui::Record(entity.fields), offer.jobs};
    bid.record.set("executor_name", std::string(offer.executor));
    if (offer.price) {
        bid.record.set("amount", Money::rials(*offer.price));
    }
    if (offer.days) {
        bid.record.set("duration_days", *offer.days);
    }
    bid.record.set("warranty_months", offer.warranty);
    for (const describe::Choice& choice : entity.field("status")->choices) {
        if (choice.name == offer.status) {
            bid.record.set("status", choice);
        }
    }
    return bid;
}

BidComparison compare(const std::vector<Offer>& offers) {
    std::vector<Bid> bids;
    for (const Offer& offer : offers) {
        bids.push_back(bidOf(offer));
    }
    return BidComparison(std::move(bids));
}

QStringList orderOf(const BidComparison& bids) {
    QStringList names;
    for (std::size_t bid = 0; bid < bids.count(); ++bid) {
        names += bids.at(bid).executor();
    }
    return names;
}

}  // namespace

class BidsTabTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_stack->owner().script(R"(
            SET search_path = app, public;
            SELECT set_config('app.tenant_id', id::text, false) FROM tenants WHERE slug = 'nextgen';
            INSERT INTO executor_profiles (tenant_id, code, title_fa)
            SELECT t.id, 'X-' || n, (ARRAY['تأسیسات آریا', 'نیروی سبز البرز', 'برق‌گستر کویر', 'سازهٔ نوین', 'پیمان‌کار یزد'])[n]
              FROM tenants t, generate_series(1, 5) n WHERE t.slug = 'nextgen';
            INSERT INTO projects (tenant_id, project_number, title_fa, bidding, status, bids_close_at, search_key, executor_id)
            SELECT t.id, 'PX-' || n, 'نیروگاه بام ' || n, 'invited', CASE WHEN n = 1 THEN 'open' WHEN n < 5 THEN 'completed' ELSE 'disputed' END,
                   now() + interval '10 days', 'نیروگاه بام ' || n, CASE WHEN n > 1 THEN e.id END
              FROM tenants t, generate_series(1, 5) n, executor_profiles e
             WHERE t.slug = 'nextgen' AND e.tenant_id = t.id AND e.code = CASE WHEN n < 5 THEN 'X-1' ELSE 'X-2' END;
            INSERT INTO project_bids (tenant_id, project_id, executor_id, status, amount, duration_days, warranty_months, submitted_at)
            SELECT p.tenant_id, p.id, e.id, b.status, b.amount, b.days, b.warranty, CASE WHEN b.amount IS NULL THEN NULL ELSE now() END
              FROM projects p, executor_profiles e,
                   (VALUES ('X-1', 'submitted', 800000000, 20, 24), ('X-2', 'submitted', 700000000, 35, 12),
                           ('X-3', 'submitted', 900000000, 30, 24), ('X-4', 'withdrawn', 100000000, 5, 60),
                           ('X-5', 'invited', NULL, NULL, 0)) AS b(code, status, amount, days, warranty)
             WHERE p.project_number = 'PX-1' AND e.tenant_id = p.tenant_id AND e.code = b.code;
        )");
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void theBestOfALineIsAmongThoseThatStand() {
        const BidComparison bids = compare({{"a", 300, 10, 12},
                                            {"b", 200, 20, 24},
                                            {"gone", 100, 5, 60, "withdrawn"},
                                            {"asked", std::nullopt, {}, 0, "invited"},
                                            {"c", 400, std::nullopt, 12}});
        QCOMPARE(orderOf(bids), (QStringList{"b", "a", "c", "gone"}));
        QVERIFY(!bids.isBest(3, Line::Price) && !bids.behind(3, Line::Price));
        QVERIFY(bids.isBest(0, Line::Price) && !bids.isBest(1, Line::Price));
        QCOMPARE(bids.behind(2, Line::Price), std::optional<std::int64_t>(200));
        QVERIFY(bids.isBest(1, Line::Days));
        QCOMPARE(bids.behind(0, Line::Days), std::optional<std::int64_t>(10));
        QVERIFY(!bids.behind(2, Line::Days));  // it says nothing
        QVERIFY(bids.isBest(0, Line::Warranty));
        QCOMPARE(bids.behind(1, Line::Warranty), std::optional<std::int64_t>(12));
    }

    void whatIsTheSameForAllIsBestForNone() {
        const BidComparison bids = compare({{"a", 300, 10}, {"b", 300, 12}});
        QVERIFY(!bids.isBest(0, Line::Price) && !bids.isBest(1, Line::Price));
        QCOMPARE(bids.noteOf(0, Line::Price), QString());
        QVERIFY(!compare({{"a", 300, 10}}).isBest(0, Line::Days));
        const BidComparison shared = compare({{"a", 300}, {"b", 300}, {"c", 400}});
        QVERIFY(shared.isBest(0, Line::Price) && shared.isBest(1, Line::Price));
    }

    void pastJobsCountWhoeverHasMoreOfThemAndFewerDisputes() {
        const BidComparison bids =
            compare({{"a", 1, {}, 0, "submitted", {3, 1}}, {"b", 2, {}, 0, "submitted", {5, 2}}});
        QVERIFY(bids.isBest(1, Line::JobsDone) && bids.isBest(0, Line::JobsDisputed));
    }

    void whatDoesNotStandComesLastWhicheverWay() {
        BidComparison bids = compare({{"gone", 100, 5, 60, "withdrawn"}, {"refused", 900, 90, 1, "rejected"},
                                      {"a", 300, std::nullopt}, {"b", 200, 20}});
        QCOMPARE(orderOf(bids), (QStringList{"b", "a", "gone", "refused"}));
        bids.sortBy(Line::Price, Qt::DescendingOrder);
        QCOMPARE(orderOf(bids), (QStringList{"a", "b", "refused", "gone"}));
        bids.sortBy(Line::Days, Qt::AscendingOrder);
        QCOMPARE(orderOf(bids), (QStringList{"b", "a", "gone", "refused"}));
    }

    void bidsAreOrderedByAnyLineAndSilenceComesLast() {
        BidComparison bids = compare({{"a", 300, std::nullopt}, {"b", 200, 20}, {"c", 400, 10}});
        bids.sortBy(Line::Days, Qt::AscendingOrder);
        QCOMPARE(orderOf(bids), (QStringList{"c", "b", "a"}));
        bids.sortBy(Line::Days, Qt::DescendingOrder);
        QCOMPARE(orderOf(bids), (QStringList{"b", "c", "a"}));
    }

    void aProjectsBidsStandSideBySide_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("Persian") << true;
        QTest::newRow("English") << false;
    }
    void aProjectsBidsStandSideBySide() {
        QFETCH(bool, isPersian);
        m_office->locale.setLanguage(isPersian ? Language::Persian : Language::English);
        openTab();
        const QAbstractItemModel* model = view()->model();
        QCOMPARE(model->columnCount(), 4);
        QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), QStringLiteral("نیروی سبز البرز"));
        const bool isMirrored =
            view()->visualRect(model->index(0, 1)).left() > view()->visualRect(model->index(0, 2)).left();
        QCOMPARE(isMirrored, isPersian);
        const QString best = model->index(0, 0).data().toString();
        QVERIFY2(best.contains(u'★') && best.contains(ui::showNumber(700'000'000)), qPrintable(best));
        const QString other = model->index(0, 1).data().toString();
        QVERIFY2(other.contains(ui::showNumber(100'000'000)) && other.contains(ui::showNumber(14)),
                 qPrintable(other));
        QVERIFY(model->index(0, 0).data(Qt::BackgroundRole).isValid());
        QVERIFY(!model->index(0, 1).data(Qt::BackgroundRole).isValid());
        QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u'★'));
        // Three were completed by the one, one of the other's is in dispute.
        QVERIFY(model->index(3, 1).data().toString().startsWith(ui::showNumber(3)));
        QVERIFY(model->index(4, 0).data().toString().startsWith(ui::showNumber(1)));
        QVERIFY(m_page->findChild<QLabel*>("bidsNote")
                    ->text()
                    .contains(QStringLiteral("پیمان‌کار یزد")));
        look(*m_page, isPersian ? "bids.fa.light" : "bids.en.light");
    }

    void linesOrderTheBidsByKeysAndByMouse() {
        m_office->locale.setLanguage(Language::Persian);
        openTab();
        view()->setCurrentIndex(view()->model()->index(1, 0));
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view()->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("تأسیسات آریا"));
        QTest::keyClick(view(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view()->model()->headerData(0, Qt::Horizontal).toString(),
                 QStringLiteral("نیروی سبز البرز"));
        QHeaderView* header = view()->verticalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {20, header->sectionViewportPosition(0) + 10});
        QCOMPARE(view()->model()->headerData(3, Qt::Horizontal).toString(),
                 QStringLiteral("سازهٔ نوین"));
        QVERIFY(view()->model()->headerData(0, Qt::Vertical).toString().contains(u'▲'));
        QSignalSpy wanted(m_page.get(), &shell::PageWidget::pageWanted);
        view()->setCurrentIndex(view()->model()->index(0, 1));
        emit view()->activated(view()->currentIndex());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("project_bids"));
    }

    void theComparisonIsPrintedWithARowForEachBid() {
        m_office->locale.setLanguage(Language::Persian);
        openTab();
        m_page->findChild<BidsTab*>()->print();
        const auto preview = [&] { return m_page->window()->findChild<print::PreviewDialog*>(); };
        QTRY_VERIFY(preview() != nullptr);
        const print::Table* table = test::tableIn(preview()->layoutOfSheet().sheet());
        QVERIFY(table != nullptr);
        QCOMPARE(table->rows.size(), std::size_t{4});
        QVERIFY(table->rows[0][1].text.contains(u'★'));
        look(*preview(), "bids_print.fa.light");
        preview()->reject();
    }

  private:
    void openTab() {
        m_page.reset(executor::projectsPage().make(m_office->context, nullptr));
        m_page->resize(1500, 800);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        const auto id = m_stack->owner()
                            .script("SELECT id AS n FROM app.projects WHERE project_number = 'PX-1'")
                            .one()
                            .get<std::int64_t>("n");
        m_page->open({{"id", QString::number(id)}});
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        QTRY_VERIFY(m_page->isSettled() && tabs->isVisible());
        tabs->setCurrentWidget(m_page->findChild<BidsTab*>());
        QTRY_VERIFY(view()->isVisible() && view()->model()->columnCount() > 0);
    }
    QTableView* view() const { return m_page->findChild<QTableView*>("bidsView"); }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
};

QTEST_MAIN(BidsTabTest)
#include "bids_tab_test.moc"
