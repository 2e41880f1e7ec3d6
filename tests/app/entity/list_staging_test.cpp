#include "app/entity/list_staging.h"

#include "app/entity/change_sheet.h"
#include "app/entity/entity_page.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/http_client.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/reference_edit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QtTest>
#include <algorithm>
#include <set>

using namespace nextgen;
using nextgen::entity::BulkEditDialog;
using nextgen::entity::ChangeSheet;
using nextgen::entity::ChangeWriter;
using nextgen::entity::ListStaging;
using nextgen::test::Backoffice;
using nextgen::test::look;
using testing::Json;

/// Many edits of a list against the real server, by the prices of products.
class ListStagingTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_other = std::make_unique<testing::HttpClient>(m_server->url());
        m_other->signIn("nextgen", "admin@nextgen.local", "Admin123!");
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        const Json known = m_other->get("/api/v1/products?limit=1").body["items"][0];
        for (int i = 0; i < productsMade; ++i) {
            const std::string number = std::to_string(i);
            const auto made = m_other->post("/api/v1/products", {{"vendor_id", known["vendor_id"]},
                                                                 {"category_id", known["category_id"]},
                                                                 {"slug", "kettle-" + number},
                                                                 {"sku", "KETTLE-" + number},
                                                                 {"title_fa", "کتری برقی " + number},
                                                                 {"price", price}});
            QVERIFY2(made.status == 201, made.text.c_str());
            m_ids.push_back(made.body["id"].get<std::string>());
        }
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_other.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        m_office->dialogs.questions.clear();
        m_office->dialogs.nextConfirmation = false;
    }

    void cleanup() {
        if (m_page != nullptr && m_page->isDirty()) {
            m_office->dialogs.nextConfirmation = true;
            QVERIFY(m_page->mayLeave());
        }
        m_page.reset();
    }

    void aCellIsTypedIntoAndNothingIsSent() {
        openKettles();
        goTo(0, "price");
        const Json before = product(idAt(0));
        QTest::keyClick(view(), Qt::Key_F2);
        QTRY_VERIFY(cellLine() != nullptr);
        QTest::keyClicks(cellLine(), "12m");
        look(*m_page, "staging_cell.fa.light");
        QTest::keyClick(cellLine(), Qt::Key_Return);
        QTRY_VERIFY(cellLine() == nullptr);
        QCOMPARE(staged(idAt(0), "price"), 12'000'000);
        QCOMPARE(view()->currentIndex().row(), 1);
        QCOMPARE(shown(0, "price"), QStringLiteral("۱۲٬۰۰۰٬۰۰۰"));
        const QModelIndex cell = table()->index(0, table()->columnOf("price"));
        QCOMPARE(cell.data(ui::RecordModelBase::MarkRole).toInt(), int(ui::CellMark::Kind::Staged));
        QVERIFY(!cell.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("۱٬۰۰۰٬۰۰۰")));
        QVERIFY(m_page->isDirty());
        QVERIFY(!strip()->isHidden());
        QVERIFY(strip()->text().contains(QStringLiteral("۱")));
        QCOMPARE(product(idAt(0)), before);
        look(*m_page, "staging_marked.fa.light");
    }

    void typingBeginsWhereTheKeyboardIsAndTabGoesOn() {
        openKettles();
        goTo(0, "title_fa");
        QTest::keyClick(view(), Qt::Key_A);
        QTRY_VERIFY(cellLine() != nullptr);
        QCOMPARE(cellLine()->text(), QStringLiteral("a"));
        QTest::keyClicks(cellLine(), "bc");
        QTest::keyClick(cellLine(), Qt::Key_Tab);
        QTRY_VERIFY(cellLine() == nullptr);
        QCOMPARE(shown(0, "title_fa"), QStringLiteral("abc"));
        QVERIFY(view()->currentIndex().column() != table()->columnOf("title_fa"));
        QCOMPARE(view()->currentIndex().row(), 0);
        // Esc lets go of what was typed.
        goTo(1, "title_fa");
        QTest::keyClick(view(), Qt::Key_X);
        QTRY_VERIFY(cellLine() != nullptr);
        QTest::keyClick(cellLine(), Qt::Key_Escape);
        QTRY_VERIFY(cellLine() == nullptr);
        QVERIFY(edits().row(idAt(1)) == nullptr);
    }

    void referencesAndChoicesHaveTheEditorsOfTheForm() {
        openKettles();
        const auto id = idAt(9);
        Json other;
        const Json categories = m_other->get("/api/v1/categories").body["items"];
        for (const Json& category : categories) {
            if (category["id"] != product(id)["category_id"]) {
                other = category;
            }
        }
        goTo(9, "category_name");
        QTest::keyClick(view(), Qt::Key_F2);
        QTRY_VERIFY(cellLine() != nullptr);
        auto* reference = m_page->findChild<ui::ReferenceEdit*>("category_id");
        QVERIFY(reference != nullptr && reference->isVisible());
        const QString title = QString::fromStdString(other["title_fa"].get<std::string>());
        reference->setValue(ui::Reference{idOf(other["id"].get<std::string>()), title});
        QTest::keyClick(cellLine(), Qt::Key_Return);
        QTRY_COMPARE(shown(9, "category_name"), title);
        goTo(9, "status");
        QTest::keyClick(view(), Qt::Key_F2);
        QComboBox* status = nullptr;
        QTRY_VERIFY((status = m_page->findChild<QComboBox*>("status")) != nullptr && status->hasFocus());
        QTest::keyClick(status, Qt::Key_Down);
        QTest::keyClick(status, Qt::Key_Return);
        QTRY_COMPARE(edits().cellCount(), 2);
        look(*m_page, "staging_reference.fa.light");
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        look(*sheet(), "change_sheet_fields.fa.light");
        sheet()->write();
        QTRY_VERIFY(edits().isEmpty());
        QCOMPARE(product(id)["category_id"], other["id"]);
        QCOMPARE(product(id)["status"], Json("in_review"));
        look(*sheet(), "change_sheet_done.fa.light");
        button("takeBackButton")->click();
        QTRY_COMPARE(product(id)["status"], Json("draft"));
        QVERIFY(product(id)["category_id"] != other["id"]);
        sheet()->close();
    }

    void whatIsNoValueStaysOpenAndSaysWhy() {
        openKettles();
        goTo(0, "price");
        QTest::keyClick(view(), Qt::Key_F2);
        QTRY_VERIFY(cellLine() != nullptr);
        QTest::keyClicks(cellLine(), "abc");
        QTest::keyClick(cellLine(), Qt::Key_Return);
        QVERIFY(cellLine() != nullptr);
        QVERIFY(edits().isEmpty());
        look(*m_page, "staging_refused_cell.fa.light");
        QTest::keyClick(cellLine(), Qt::Key_Escape);
    }

    void editsAreUndoneAndDoneAgain() {
        openKettles();
        type(0, "price", "2000000");
        type(1, "price", "3000000");
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(edits().row(idAt(1)) == nullptr);
        QTest::keyClick(view(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(staged(idAt(1), "price"), 3'000'000);
        goTo(0, "price");
        action("revertCell")->trigger();
        QVERIFY(edits().row(idAt(0)) == nullptr);
        QCOMPARE(shown(0, "price"), QStringLiteral("۱٬۰۰۰٬۰۰۰"));
    }

    void aCellThatCannotBeWrittenOpensTheRecord() {
        openKettles();
        const int column = table()->columnOf("created_at");
        QVERIFY(column >= 0);
        QVERIFY(!table()->index(0, column).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!table()->index(0, table()->columnOf("vendor_name")).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(table()->index(0, table()->columnOf("category_name")).flags().testFlag(Qt::ItemIsEditable));
    }

    /// The clerk's task, by the keyboard alone; meanwhile somebody else changes one of the products.
    void fiftyPricesRiseByFivePerCent() {
        openKettles();
        choose(50);
        const std::string others = std::to_string(idAt(7));
        const Json theirs =
            m_other
                ->patch("/api/v1/products/" + others, {{"price", 1'234'000}}, {{"If-Match", etagOf(others)}})
                .body;
        QTest::keyClick(view(), Qt::Key_B, Qt::ControlModifier);
        auto* dialog = m_page->findChild<BulkEditDialog*>();
        QVERIFY(dialog != nullptr && QTest::qWaitForWindowActive(dialog));
        QVERIFY(dialog->findChild<QRadioButton*>("chosenRows")->isChecked());
        auto* field = dialog->findChild<QComboBox*>("bulkField");
        QTRY_VERIFY(field->hasFocus());
        QCOMPARE(field->currentText(), QStringLiteral("قیمت"));
        QTest::keyClick(field, Qt::Key_Tab);
        auto* way = dialog->findChild<QComboBox*>("bulkWay");
        QVERIFY(way->hasFocus());
        QTest::keyClick(way, Qt::Key_Tab);
        auto* percent = dialog->findChild<QLineEdit*>("bulkPercent");
        QVERIFY(percent->hasFocus());
        QTest::keyClicks(percent, "5");
        look(*dialog, "bulk_edit.fa.light");
        QTest::keyClick(percent, Qt::Key_Return);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        QCOMPARE(edits().rows().size(), std::size_t{50});
        QCOMPARE(staged(idAt(0), "price"), 1'050'000);
        QVERIFY2(
            groupText(0).contains(QStringLiteral("۵۰")) && groupText(0).contains(QStringLiteral("۲٬۵۰۰٬۰۰۰")),
            qPrintable(groupText(0)));
        look(*sheet(), "change_sheet.fa.light");
        QTest::keyClick(sheet(), Qt::Key_Return);
        QTRY_COMPARE(edits().rows().size(), std::size_t{1});
        QTRY_COMPARE(edits().refusedCount(), 1);
        QTRY_VERIFY(button("takeBackButton")->isVisible());
        look(*sheet(), "change_sheet_refused.fa.light");
        // The one that somebody else changed shows what stands there now, and why it was not written.
        const auto* row = edits().row(idOf(others));
        QVERIFY(row != nullptr && !row->reason.isEmpty());
        QCOMPARE(row->base.as<Money>("price")->rials(), 1'234'000);
        QCOMPARE(product(idOf(others))["price"], Json(1'234'000));
        int risen = 0;
        for (int i = 0; i < 50; ++i) {
            risen += product(idAt(i))["price"] == Json(1'050'000) ? 1 : 0;
        }
        QCOMPARE(risen, 49);

        // Back again: 49 records, of which one has moved on since.
        const std::string moved = std::to_string(idAt(3));
        m_other->patch("/api/v1/products/" + moved, {{"title_en", "Theirs"}}, {{"If-Match", etagOf(moved)}});
        button("takeBackButton")->click();
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible() &&
                    sheet()->findChild<QLabel*>("changeEnd")->isVisible());
        QTRY_COMPARE(product(idAt(0))["price"], Json(price));
        QCOMPARE(product(idOf(moved))["price"], Json(1'050'000));
        auto* tree = sheet()->findChild<QTreeWidget*>("changeTree");
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
        look(*sheet(), "change_sheet_back.fa.light");
        // Trying again writes over what the other has changed, which is seen as before.
        QTest::keyClick(sheet(), Qt::Key_Return);
        QTRY_COMPARE(product(idOf(moved))["price"], Json(price));
        QCOMPARE(product(idOf(moved))["title_en"], Json("Theirs"));
        sheet()->close();
    }

    void recordsAreTakenOutOfTheSheet() {
        openKettles();
        type(0, "price", "2000000");
        type(1, "price", "2000000");
        const auto in = idAt(0);
        const auto out = idAt(1);
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        auto* tree = sheet()->findChild<QTreeWidget*>("changeTree");
        QTreeWidgetItem* group = tree->topLevelItem(0);
        for (int i = 0; i < group->childCount(); ++i) {
            if (group->child(i)->data(0, Qt::UserRole + 1).toLongLong() == out) {
                tree->setCurrentItem(group->child(i));
            }
        }
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(sheet()->chosen(), std::set<std::int64_t>{in});
        sheet()->write();
        QTRY_COMPARE(product(in)["price"], Json(2'000'000));
        QVERIFY(edits().row(in) == nullptr && edits().row(out) != nullptr);
        QVERIFY(product(out)["price"] != Json(2'000'000));
        sheet()->close();
    }

    void cancelStopsBetweenPortions() {
        openKettles();
        choose(productsMade);
        QTest::keyClick(view(), Qt::Key_B, Qt::ControlModifier);
        auto* dialog = m_page->findChild<BulkEditDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QLineEdit*>("bulkPercent")->setFocus();
        QTest::keyClicks(dialog->findChild<QLineEdit*>("bulkPercent"), "10");
        dialog->accept();
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        auto* writer = staging()->findChild<ChangeWriter*>();
        connect(writer, &ChangeWriter::progressed, sheet(), [writer](int done, int /*total*/) {
            if (done > 0) {
                writer->cancel();
            }
        });
        sheet()->write();
        QTRY_VERIFY(!writer->isRunning());
        QCOMPARE(writer->written().size(), std::size_t{ChangeWriter::portionMax});
        QCOMPARE(edits().rows().size(), std::size_t(productsMade - ChangeWriter::portionMax));
        QCOMPARE(edits().refusedCount(), 0);
        sheet()->close();
        QVERIFY(strip()->isVisible());
    }

    void closingAsksAndTheEditsComeBackAfterACrash() {
        openKettles();
        type(2, "price", "7000000");
        const auto id = idAt(2);
        QVERIFY(!m_page->mayLeave());
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        keepDraft();
        m_page.reset();  // as though the program had gone
        openKettles();
        QTRY_COMPARE(staged(id, "price"), 7'000'000);
        QVERIFY(strip()->isVisible());
        m_office->dialogs.nextConfirmation = true;
        QVERIFY(m_page->mayLeave());
        m_page.reset();
        openKettles();
        QTest::qWait(50);
        QVERIFY(edits().isEmpty());
    }

    void aPortionWhoseAnswerWasLostIsWrittenOnce() {
        openKettles();
        type(4, "price", "8000000");
        const auto id = idAt(4);
        const int version = product(id)["version"];
        const QUrl server = m_office->api.server();
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        sheet()->write();
        auto* writer = staging()->findChild<ChangeWriter*>();
        QTRY_VERIFY_WITH_TIMEOUT(!writer->isRunning(), 20'000);
        QVERIFY(writer->unanswered());
        // It had arrived: only its answer was lost.
        const ChangeWriter::Portion lost = *writer->unanswered();
        const auto arrived = m_other->patch("/api/v1/products", Json::parse(lost.body.toStdString()),
                                            {{"Idempotency-Key", lost.key.toStdString()}});
        QCOMPARE(arrived.status, 200);
        keepDraft();
        m_page.reset();
        m_office->api.setServer(server);
        openKettles();
        QTRY_COMPARE(staged(id, "price"), 8'000'000);
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        sheet()->write();
        QTRY_VERIFY(edits().isEmpty());
        QCOMPARE(product(id)["version"], Json(version + 1));
        sheet()->close();
    }

    void whatWasDiscardedIsNotSentAgain() {
        openKettles();
        type(5, "price", "9000000");
        const auto id = idAt(5);
        const auto other = idAt(6);
        const Json before = product(id);
        const QUrl server = m_office->api.server();
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        sheet()->write();
        auto* writer = staging()->findChild<ChangeWriter*>();
        QTRY_VERIFY_WITH_TIMEOUT(!writer->isRunning(), 20'000);
        sheet()->close();
        m_page->activateWindow();
        QTRY_VERIFY(view()->hasFocus());
        m_office->api.setServer(server);
        action("discardEdits")->trigger();
        type(6, "price", "9500000");
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        sheet()->write();
        QTRY_VERIFY(edits().isEmpty());
        QCOMPARE(product(other)["price"], Json(9'500'000));
        QCOMPARE(product(id), before);
        sheet()->close();
    }

    void allRowsThatFitAreSetToAValue() {
        openKettles();
        view()->clearSelection();
        action("bulkEdit")->trigger();
        auto* dialog = m_page->findChild<BulkEditDialog*>();
        QVERIFY(dialog->findChild<QRadioButton*>("allRows")->isChecked());
        auto* field = dialog->findChild<QComboBox*>("bulkField");
        field->setCurrentIndex(field->findText(QStringLiteral("ضمانت (ماه)")));
        auto* way = dialog->findChild<QComboBox*>("bulkWay");
        way->setCurrentIndex(way->findData(int(BulkEditDialog::Way::Set)));
        auto* value = dialog->findChild<QLineEdit*>("warranty_months");
        QVERIFY(value != nullptr);
        value->setFocus();
        QTest::keyClicks(value, "18");
        look(*dialog, "bulk_set.fa.light");
        dialog->accept();
        QTRY_COMPARE(edits().rows().size(), std::size_t(productsMade));
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        QVERIFY(groupText(0).contains(QStringLiteral("۱۸")) || groupText(0).contains(QStringLiteral("۲٬")));
        sheet()->close();
        m_page->activateWindow();
        QTRY_VERIFY(view()->hasFocus());
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(edits().isEmpty());
    }

    void partsAreEditedInTheirTabAndWrittenInOneGo() {
        openKettles();
        const std::string product = std::to_string(idAt(0));
        QStringList ids;
        for (const char* tier : {"SILVER", "GOLD"}) {
            const auto made = m_other->post(
                "/api/v1/product_tier_prices",
                {{"product_id", product}, {"tier", tier}, {"minimum_quantity", 1}, {"price", 900'000}});
            QVERIFY2(made.status == 201, made.text.c_str());
            ids += QString::fromStdString(made.body["id"].get<std::string>());
        }
        openParts(0);
        QTRY_COMPARE(partGrid()->model()->count(), 2);
        auto* parts = static_cast<ui::RecordTable*>(partGrid()->model());
        QTableView* partView = partGrid()->view();
        const auto typePrice = [&](int row, const char* text) {
            partView->setFocus();
            partView->setCurrentIndex(parts->index(row, parts->columnOf("price")));
            QTest::keyClick(partView, Qt::Key_F2);
            QTRY_VERIFY(cellLine() != nullptr);
            QTest::keyClicks(cellLine(), QLatin1String(text));
            QTest::keyClick(cellLine(), Qt::Key_Return);
            QTRY_VERIFY(cellLine() == nullptr);
        };
        typePrice(0, "800000");
        typePrice(1, "700000");
        auto* partStaging = partTab()->findChild<ListStaging*>();
        QCOMPARE(partStaging->edits().cellCount(), 2);
        QVERIFY(edits().isEmpty());
        QVERIFY(m_page->isDirty());
        QVERIFY(!partTab()->findChild<ui::Banner*>("stagingStrip")->isHidden());
        look(*m_page, "staging_parts.fa.light");
        // The keys are of the list that the keyboard is in.
        partView->setFocus();
        QTest::keyClick(partView, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(partStaging->edits().cellCount(), 1);
        QTest::keyClick(partView, Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(partStaging->edits().cellCount(), 2);
        // Another record is not gone to without a question, and they are kept on the disk.
        grid()->selectRow(1);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QCOMPARE(partStaging->edits().cellCount(), 2);
        const QString key = QStringLiteral("product_tier_prices/of/%1").arg(QString::fromStdString(product));
        QTRY_VERIFY(m_office->store.draft("staging", key).result().has_value());
        m_page.reset();
        openKettles();
        openParts(0);
        partStaging = partTab()->findChild<ListStaging*>();
        QTRY_COMPARE(partStaging->edits().cellCount(), 2);
        partView = partGrid()->view();
        QTRY_COMPARE(partGrid()->model()->count(), 2);
        partView->setFocus();
        QTest::keyClick(partView, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        sheet()->write();
        QTRY_VERIFY(partStaging->edits().isEmpty());
        QList<qint64> prices;
        for (const QString& id : ids) {
            prices << m_other->get("/api/v1/product_tier_prices/" + id.toStdString())
                          .body["price"]
                          .get<qint64>();
        }
        std::ranges::sort(prices);
        QCOMPARE(prices, (QList<qint64>{700'000, 800'000}));
        sheet()->close();
        // Of another record nothing is staged.
        m_page->activateWindow();
        openParts(1);
        QTRY_COMPARE(partGrid()->model()->count(), 0);
        QVERIFY(partStaging->edits().isEmpty());
    }

    void whoMayOnlyLookHasNothingToType() {
        m_stack->makeUser("nextgen", "reader@staging.local", "CUSTOMER");
        Backoffice reader;
        QCOMPARE(reader.signIn(m_server->url(), "reader@staging.local",
                               QString::fromUtf8(testing::TestStack::password.data())),
                 QString());
        std::unique_ptr<shell::PageWidget> page(
            entity::entityPage(*api::findEntity("brands")).make(reader.context, nullptr));
        QVERIFY(page->findChild<ListStaging*>() == nullptr);
    }

  private:
    static constexpr int productsMade = 120;
    static constexpr int price = 1'000'000;

    void openKettles() {
        m_page.reset(entity::entityPage(*api::findEntity("products")).make(m_office->context, nullptr));
        m_page->resize(1280, 760);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setFocus();
        m_page->open({{"filter", QStringLiteral("q=کتری")}});
        QTRY_VERIFY(m_page->isSettled() && table()->count() > 0);
        // All of them, page after page.
        while (table()->canFetchMore({})) {
            table()->fetchMore({});
            QTRY_VERIFY(m_page->isSettled());
        }
        QCOMPARE(table()->count(), productsMade);
        view()->setFocus();
    }

    QWidget* partTab() const { return m_page->findChild<QWidget*>("related_product_tier_prices"); }
    ui::RecordGrid* partGrid() const { return partTab()->findChild<ui::RecordGrid*>("relatedGrid"); }
    void openParts(int row) {
        view()->setFocus();
        grid()->selectRow(row);
        emit grid()->activated(row);
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        for (int tab = 0; partTab() == nullptr || !partTab()->isVisible(); ++tab) {
            QVERIFY(tab < tabs->count());
            tabs->setCurrentIndex(tab);
        }
    }

    /// Until what is staged lies on the disk.
    void keepDraft() { QTRY_VERIFY(m_office->store.draft("staging", "products").result().has_value()); }

    ui::RecordGrid* grid() const { return m_page->findChild<ui::RecordGrid*>("recordGrid"); }
    QTableView* view() const { return grid()->view(); }
    ui::RecordTable* table() const { return static_cast<ui::RecordTable*>(grid()->model()); }
    ListStaging* staging() const { return m_page->findChild<ListStaging*>(); }
    const ui::StagedEdits& edits() const { return staging()->edits(); }
    ui::Banner* strip() const { return m_page->findChild<ui::Banner*>("stagingStrip"); }
    ChangeSheet* sheet() const { return m_page->findChild<ChangeSheet*>(); }
    QPushButton* button(const char* name) const {
        return sheet()->findChild<QPushButton*>(QLatin1String(name));
    }
    QAction* action(const char* name) const {
        for (QAction* one : m_page->actions()) {
            if (one->objectName() == QLatin1String(name)) {
                return one;
            }
        }
        return nullptr;
    }
    QString groupText(int group) const {
        return sheet()->findChild<QTreeWidget*>("changeTree")->topLevelItem(group)->text(0);
    }
    QLineEdit* cellLine() const {
        auto* editor = m_page->findChild<QWidget*>("cellEditor");
        return editor != nullptr && editor->isVisible() ? qobject_cast<QLineEdit*>(editor->focusProxy())
                                                        : nullptr;
    }
    std::int64_t idAt(int row) const { return table()->at(row).id(); }
    static std::int64_t idOf(const std::string& id) { return std::stoll(id); }
    QString shown(int row, std::string_view field) const {
        return table()->index(row, table()->columnOf(field)).data().toString();
    }
    std::int64_t staged(std::int64_t id, std::string_view field) const {
        const ui::FieldValue* value = edits().value(id, field);
        return value != nullptr ? std::get<Money>(*value).rials() : -1;
    }
    void goTo(int row, std::string_view field) const {
        view()->setFocus();
        view()->setCurrentIndex(table()->index(row, table()->columnOf(field)));
    }
    void type(int row, std::string_view field, const char* text) const {
        goTo(row, field);
        QTest::keyClick(view(), Qt::Key_F2);
        QTRY_VERIFY(cellLine() != nullptr);
        QTest::keyClicks(cellLine(), QString::fromUtf8(text));
        QTest::keyClick(cellLine(), Qt::Key_Return);
        QTRY_VERIFY(cellLine() == nullptr);
    }
    /// The first rows.
    void choose(int count) const {
        view()->setFocus();
        grid()->selectRow(0);
        view()->selectionModel()->select(
            QItemSelection(table()->index(0, 0), table()->index(count - 1, table()->columnCount() - 1)),
            QItemSelectionModel::ClearAndSelect);
        QCOMPARE(grid()->selectedCount(), count);
    }
    Json product(std::int64_t id) const {
        return m_other->get("/api/v1/products/" + std::to_string(id)).body;
    }
    std::string etagOf(const std::string& id) const {
        return m_other->get("/api/v1/products/" + id).header("ETag");
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<testing::HttpClient> m_other;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
    std::vector<std::string> m_ids;
};

QTEST_MAIN(ListStagingTest)
#include "list_staging_test.moc"
