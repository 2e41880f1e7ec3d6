#include "app/entity/entity_page.h"

#include "app/entity/audit_page.h"
#include "app/entity/entity_calls.h"
#include "app/entity/history_cards.h"
#include "app/entity/history_list.h"
#include "app/entity/merge_dialog.h"
#include "app/entity/record_dialog.h"
#include "app/entity/record_panel.h"
#include "app/shell/lister.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/describe/setting_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/reference_edit.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>
#include <set>

using namespace nextgen;
using nextgen::entity::RecordPanel;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// The page of any entity against the real server, by way of brands and attributes.
class EntityPageTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        m_office->dialogs.questions.clear();
        m_office->dialogs.nextConfirmation = false;
    }

    void cleanup() { m_page.reset(); }

    void listIsShownAndEnterOpensARecord() {
        openPage("brands");
        const QAbstractItemModelTester tester(grid()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(panel()->isHidden());
        QVERIFY(grid()->view()->hasFocus());
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        QVERIFY(!panel()->isHidden());
        QCOMPARE(panel()->recordId(), rows()->at(0).id());
        QVERIFY(line("title_fa")->hasFocus());
        look(*m_page, "brands.fa.light");
        // The panel follows the list.
        grid()->selectRow(1);
        QCOMPARE(panel()->recordId(), rows()->at(1).id());
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QVERIFY(panel()->isHidden());
    }

    void searchNarrowsTheListAndOffersTheWayBack() {
        openPage("brands");
        auto* search = m_page->findChild<QLineEdit*>("search");
        QTest::keyClicks(search, "zzzz");
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(grid()->model()->count(), 0);
        emit grid() -> emptyActionTriggered();
        QTRY_VERIFY(grid()->model()->count() > 0);
    }

    void recordIsMadeByKeyboardAlone() {
        openPage("brands");
        const int before = grid()->model()->count();
        QTest::keyClick(m_page.get(), Qt::Key_Insert);
        QVERIFY(panel()->isNew() && line("title_fa")->hasFocus());
        // What is missing is said at its field without asking the server.
        QTest::keyClick(line("title_fa"), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!panel()->form()->error("slug").isEmpty());
        type("title_fa", "Alborz");
        QTest::keyClick(line("title_fa"), Qt::Key_Tab);
        type("slug", "alborz-test");
        QTest::keyClick(line("slug"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isNew());
        QCOMPARE(title(), QStringLiteral("Alborz"));
        QTRY_COMPARE(grid()->model()->count(), before + 1);
        QCOMPARE(rows()->at(grid()->currentRow()).id(), panel()->recordId());
        QVERIFY(!panel()->isDirty());
        m_made = panel()->recordId();
    }

    void whatTheServerRefusesIsSaidAtItsField() {
        openPage("brands");
        QTest::keyClick(m_page.get(), Qt::Key_Insert);
        type("title_fa", "Again");
        type("slug", "alborz-test");
        QTest::keyClick(line("slug"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->form()->error("slug").isEmpty());
        QVERIFY(panel()->isNew());
        QCOMPARE(line("title_fa")->text(), QStringLiteral("Again"));
        look(*m_page, "brands_refused.fa.light");
        m_office->dialogs.nextConfirmation = true;
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QVERIFY(panel()->isHidden());
    }

    void changeIsSavedAndStandsInTheListAndTheHistory() {
        openRecord("brands", m_made);
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        type("title_fa", "Damavand");
        QTest::keyClick(line("title_fa"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isDirty());
        QCOMPARE(title(), QStringLiteral("Damavand"));
        QCOMPARE(rows()->at(grid()->currentRow()).text("title_fa"), std::string_view("Damavand"));
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        auto* history = m_page->findChild<entity::HistoryList*>();
        tabs->setCurrentWidget(history);
        QTRY_COMPARE(history->count(), 2);
        QVERIFY(history->textOf(0).contains("Alborz") && history->textOf(0).contains("Damavand"));
        QVERIFY(history->textOf(0).contains(QStringLiteral("عنوان")));
        look(*m_page, "brands_history.fa.light");
    }

    void changeThatWasOvertakenKeepsWhatWasTyped() {
        openRecord("brands", m_made);
        // Somebody else.
        const api::Entity& brands = *api::findEntity("brands");
        const auto changed = QCoro::waitFor(entity::editRecord(
            m_office->api, brands, m_made, static_cast<int>(panel()->record().integer("version")),
            entity::bodyOf(brands, {{"title_fa", ui::FieldValue(std::string("Theirs"))},
                                    {"title_en", ui::FieldValue(std::string("New"))}})));
        QVERIFY(changed);
        type("title_fa", "Mine");
        QTest::keyClick(line("title_fa"), Qt::Key_S, Qt::ControlModifier);
        auto* banner = m_page->findChild<ui::Banner*>("troubleBanner");
        QTRY_VERIFY(!banner->isHidden());
        QCOMPARE(line("title_fa")->text(), QStringLiteral("Mine"));
        look(*m_page, "brands_conflict.fa.light");
        QTRY_VERIFY(m_page->findChild<entity::MergeDialog*>() != nullptr);
        QTest::keyClick(m_page->findChild<QTableWidget*>("mergeTable"), Qt::Key_Right);
        QTest::keyClick(m_page->findChild<QTableWidget*>("mergeTable"), Qt::Key_Return);
        QTRY_COMPARE(panel()->record().text("title_fa"), std::string_view("Mine"));
        QCOMPARE(panel()->record().text("title_en"), std::string_view("New"));
        QTRY_COMPARE(title(), QStringLiteral("Mine"));
    }

    void whatWasTypedIsNotLeftWithoutAsking() {
        openPage("brands");
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        const auto id = panel()->recordId();
        type("title_fa", "Half");
        grid()->selectRow(1);
        QCOMPARE(m_office->dialogs.questions.size(), std::size_t{1});
        QCOMPARE(panel()->recordId(), id);
        QCOMPARE(grid()->currentRow(), 0);
        QVERIFY(!m_page->mayLeave());
        m_page->reload();
        QTRY_VERIFY(m_page->isSettled());
        QCOMPARE(line("title_fa")->text(), QStringLiteral("Half"));
        m_office->dialogs.nextConfirmation = true;
        QVERIFY(m_page->mayLeave());
        QVERIFY(!panel()->isDirty());
    }

    void lostConnectionKeepsWhatWasTypedAndMakesOneRecord() {
        openPage("brands");
        const int before = grid()->model()->count();
        QTest::keyClick(m_page.get(), Qt::Key_Insert);
        type("title_fa", "Offline");
        type("slug", "offline-brand");
        const QUrl server = m_office->api.server();
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        QTest::keyClick(line("slug"), Qt::Key_S, Qt::ControlModifier);
        auto* banner = m_page->findChild<ui::Banner*>("troubleBanner");
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isHidden(), 20'000);
        QCOMPARE(line("title_fa")->text(), QStringLiteral("Offline"));
        m_office->api.setServer(server);
        emit banner->actionTriggered();
        QTRY_VERIFY(!panel()->isNew());
        QTRY_COMPARE(grid()->model()->count(), before + 1);
    }

    void recordIsDeactivatedAndActivatedAgain() {
        openRecord("brands", m_made);
        m_office->dialogs.nextConfirmation = true;
        auto* button = m_page->findChild<QPushButton*>("switchActiveButton");
        button->click();
        QTRY_COMPARE(*panel()->record().as<bool>("is_active"), false);
        QTRY_VERIFY(!panel()->isBusy());
        button->click();
        QTRY_COMPARE(*panel()->record().as<bool>("is_active"), true);
    }

    void partsAreMadeAndChangedWithinTheirWhole() {
        openPage("attributes");
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        tabs->setCurrentIndex(1);
        auto* choices = m_page->findChild<QWidget*>("related_attribute_choices");
        QVERIFY(choices != nullptr);
        QTRY_VERIFY(choices->isVisible());
        auto* list = choices->findChild<ui::RecordGrid*>();
        QTRY_VERIFY(!list->isBusy());
        look(*m_page, "attributes_choices.fa.light");
        const int before = list->model()->count();
        choices->findChild<QPushButton*>("newButton")->click();
        auto* dialog = m_page->window()->findChild<entity::RecordDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(dialog->findChild<QWidget*>("attribute_id") == nullptr);
        dialog->findChild<QLineEdit*>("title_fa")->setText("Matt");
        dialog->findChild<QLineEdit*>("code")->setText("matt_test");
        look(*dialog, "attribute_choice.fa.light");
        dialog->findChild<QPushButton*>("saveButton")->setEnabled(true);
        dialog->findChild<QPushButton*>("saveButton")->click();
        QTRY_COMPARE(list->model()->count(), before + 1);
        dialog->reject();
        QTRY_VERIFY(m_page->window()->findChild<entity::RecordDialog*>() == nullptr);
    }

    void partsAreRemovedWithinTheirWhole() {
        openPage("categories");
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        const api::Entity& parts = *api::findEntity("category_attributes");
        client::Listing all;
        all.limit = 1;
        const auto some = QCoro::waitFor(entity::listRecords(m_office->api, parts, all));
        if (!some || some->items.empty()) {
            QSKIP("the demo tenant has none");
        }
        m_page->open({{"id", QString::number(some->items.front().integer("category_id"))}});
        QTRY_COMPARE(panel()->recordId(), some->items.front().integer("category_id"));
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        for (int tab = 0; m_page->findChild<QWidget*>("related_category_attributes") == nullptr; ++tab) {
            tabs->setCurrentIndex(tab);
        }
        auto* related = m_page->findChild<QWidget*>("related_category_attributes");
        auto* list = related->findChild<ui::RecordGrid*>();
        QTRY_VERIFY(list->model()->count() > 0);
        const int before = list->model()->count();
        list->selectRow(0);
        m_office->dialogs.nextConfirmation = true;
        related->findChild<QPushButton*>("removeButton")->click();
        QTRY_COMPARE(list->model()->count(), before - 1);
        QVERIFY(m_office->dialogs.informed.isEmpty());
    }

    void whoMayOnlyReadSeesTexts() {
        openPage("orders");
        if (grid()->model()->count() == 0) {
            QSKIP("the demo tenant has none");
        }
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        QVERIFY(panel()->form()->firstEditor() == nullptr);
        QVERIFY(!m_page->findChild<QPushButton*>("newButton")->isVisible());
        look(*m_page, "orders.fa.light");
    }

    void whatAnotherRecordIsNamedByOpensThatRecord() {
        openPage("products");
        const int brand = rows()->columnOf("brand_name");
        int row = 0;
        while (!rows()->linkAt(row, brand)) {
            QVERIFY(++row < rows()->count());
        }
        const auto id = rows()->at(row).integer("brand_id");
        QSignalSpy wanted(m_page.get(), &shell::PageWidget::pageWanted);
        grid()->selectRow(row);
        grid()->view()->scrollTo(rows()->index(row, brand));
        const QPoint cell = grid()->view()->visualRect(rows()->index(row, brand)).center();
        QTest::mouseClick(grid()->view()->viewport(), Qt::LeftButton, Qt::ControlModifier, cell);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("brands"));
        QCOMPARE(wanted.at(0).at(1).toMap().value("id").toLongLong(), id);
        // And by the keyboard, from the table and from the form.
        grid()->view()->setCurrentIndex(rows()->index(row, brand));
        QTest::keyClick(grid()->view(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 2);
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        auto* edit = qobject_cast<ui::ReferenceEdit*>(panel()->form()->editor("brand_id"));
        QTest::keyClick(edit->lineEdit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted.at(2).at(1).toMap().value("id").toLongLong(), id);
        look(*m_page, "products_links.fa.light");
    }

    void whatOneMayNotReadIsNoLink() {
        openPage("products");
        rows()->setLinks([](std::string_view) { return false; });
        QVERIFY(!rows()->linkAt(0, rows()->columnOf("brand_name")));
        QVERIFY(
            !rows()->index(0, rows()->columnOf("brand_name")).data(ui::RecordModelBase::LinkRole).toBool());
    }

    void auditTrailIsInWordsAndLeadsToTheRecord() {
        const auto made = QCoro::waitFor(
            entity::createRecord(m_office->api, *api::findEntity("brands"),
                                 entity::bodyOf(*api::findEntity("brands"),
                                                {{"title_fa", ui::FieldValue(std::string("نشان پیگیری"))},
                                                 {"slug", ui::FieldValue(std::string("audited"))}}),
                                 client::newIdempotencyKey()));
        QVERIFY(made);
        m_page.reset(entity::auditPage().make(m_office->context, nullptr));
        m_page->resize(1200, 700);
        m_page->show();
        m_page->open({});
        QTRY_VERIFY(m_page->isSettled());
        QTRY_VERIFY(grid()->model()->count() > 0);
        const auto shown = [&](const char* column) {
            return rows()->index(0, rows()->columnOf(column)).data().toString();
        };
        QCOMPARE(shown("action"), QStringLiteral("ایجاد"));
        QCOMPARE(shown("table_name"), QStringLiteral("برندها"));
        QCOMPARE(rows()->linkAt(0, rows()->columnOf("row_id")), (ui::RecordLink{"brands", made->id()}));
        auto* cards = m_page->findChild<entity::HistoryCards*>();
        QTRY_COMPARE(cards->count(), 1);
        QTRY_VERIFY(cards->textOf(0).contains(QStringLiteral("نشان پیگیری")));
        QVERIFY(cards->textOf(0).contains(QStringLiteral("برندها")));
        QVERIFY(!cards->textOf(0).contains(QStringLiteral("insert")));
        look(*m_page, "audit.fa.light");
        m_office->locale.setLanguage(Language::English);
        QTRY_VERIFY(cards->textOf(0).contains(QStringLiteral("Brands")));
        m_office->locale.setLanguage(Language::Persian);
        QSignalSpy wanted(m_page.get(), &shell::PageWidget::pageWanted);
        emit cards->findChild<QLabel*>()->linkActivated(QStringLiteral("brands/%1").arg(made->id()));
        QCOMPARE(wanted.size(), 1);
    }

    void settingIsEditedByItsKind() {
        openSetting("order.return_days");
        auto* edit = qobject_cast<ui::SettingEdit*>(panel()->form()->editor("value"));
        QVERIFY(edit != nullptr);
        auto* number = edit->findChild<ui::LatinEdit*>();
        number->selectAll();
        number->insert(QStringLiteral("۴۰۰۰"));  // as a Persian keyboard does
        QTest::keyClick(number, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!panel()->form()->error("value").isEmpty());
        look(*m_page, "settings_refused.fa.light");
        number->selectAll();
        number->insert(QStringLiteral("۱۴"));
        QTest::keyClick(number, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isDirty());
        QCOMPARE(panel()->record().text("value"), std::string_view("14"));
        QCOMPARE(rows()->index(grid()->currentRow(), rows()->columnOf("value")).data().toString(),
                 QStringLiteral("۱۴ روز"));
    }

    void settingAmongChoicesIsChosen() {
        openSetting("dealer.credit_check");
        QVERIFY(!panel()->isDirty());
        auto* box = panel()->form()->editor("value")->findChild<QComboBox*>();
        QCOMPARE(box->currentIndex(), 0);
        box->setCurrentIndex(1);
        emit box->activated(1);
        QTest::keyClick(box, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isDirty());
        QCOMPARE(panel()->record().text("value"), std::string_view("\"warn\""));
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        auto* history = m_page->findChild<entity::HistoryList*>();
        tabs->setCurrentWidget(history);
        QTRY_COMPARE(history->count(), 2);
        QVERIFY(history->textOf(0).contains("warn") && !history->textOf(0).contains(u'"'));
    }

    void textOfASettingKeepsItsDigits() {
        openSetting("shop.title_fa");
        auto* text = panel()->form()->editor("value")->findChild<QLineEdit*>();
        text->selectAll();
        text->insert(QStringLiteral("فروشگاه ۲۴"));
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isDirty());
        QCOMPARE(panel()->record().text("value"), std::string_view("\"فروشگاه ۲۴\""));
        look(*m_page, "settings.fa.light");
    }

    void settingThatNobodyKnowsIsJson() {
        openPage("settings");
        QTest::keyClick(m_page.get(), Qt::Key_Insert);
        type("key", "shop.motto");
        auto* json = panel()->form()->editor("value")->findChild<QPlainTextEdit*>();
        QVERIFY(json->isVisible());
        json->setPlainText(QStringLiteral("{broken"));
        QTest::keyClick(line("key"), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!panel()->form()->error("value").isEmpty());
        json->setPlainText(QStringLiteral("[\"۱\", 2]"));
        QTest::keyClick(line("key"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!panel()->isNew());
        QCOMPARE(panel()->record().text("value"), std::string_view("[\"۱\", 2]"));
    }

    void columnsGiveWayToTheRecordBesideThem() {
        openPage("users");
        const auto shown = [&] {
            int count = 0;
            for (int column = 0; column < rows()->columnCount(); ++column) {
                count += grid()->view()->isColumnHidden(column) ? 0 : 1;
            }
            return count;
        };
        const int before = shown();
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        QTRY_VERIFY(shown() < before);
        QVERIFY(!grid()->view()->isColumnHidden(rows()->columnOf("display_name")));
        QVERIFY(!grid()->view()->isColumnHidden(rows()->columnOf("is_active")));
        look(*m_page, "users.fa.light");
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QTRY_COMPARE(shown(), before);
    }

    void wordsFollowTheLanguage() {
        openPage("brands");
        QTest::keyClick(grid()->view(), Qt::Key_Return);
        auto* tabs = m_page->findChild<QTabWidget*>("recordTabs");
        const QString persian = tabs->tabText(0);
        m_office->locale.setLanguage(Language::English);
        QTRY_VERIFY(tabs->tabText(0) != persian);
        QVERIFY(!panel()->isDirty());
        m_office->locale.setLanguage(Language::Persian);
    }

    void everyEntityHasAPageThatOpens_data() {
        QTest::addColumn<QString>("name");
        for (const api::Entity& entity : api::entities()) {
            const QByteArray name(entity.name.data(), static_cast<qsizetype>(entity.name.size()));
            QTest::newRow(name.constData()) << QString::fromUtf8(name);
        }
    }
    void everyEntityHasAPageThatOpens() {
        QFETCH(QString, name);
        openPage(name.toStdString());
        QTRY_VERIFY(m_page->isSettled());
        m_page->goToStop("record", {});
        QTRY_VERIFY(m_page->isSettled());
        QVERIFY(panel()->isHidden() == (grid()->model()->count() == 0));
        QVERIFY(!panel()->isDirty());
    }

    void aListOfThousandsIsReadToItsEndAndBack() {
        db::Connection& owner = m_stack->owner();
        owner.script(
            "SELECT set_config('app.tenant_id', id::text, false) FROM app.tenants WHERE slug = 'nextgen'");
        owner.script(
            "INSERT INTO app.brands (tenant_id, slug, title_fa) SELECT (SELECT id FROM app.tenants WHERE "
            "slug = "
            "'nextgen'), 'many-' || n, 'برند ' || n FROM generate_series(1, 5000) AS n");
        const auto total = static_cast<int>(
            owner
                .script("SELECT count(*) AS n FROM app.brands WHERE tenant_id = (SELECT id FROM app.tenants "
                        "WHERE slug = 'nextgen')")
                .one()
                .get<std::int64_t>("n"));
        openPage("brands");
        auto* bar = grid()->findChild<QScrollBar*>("listScrollBar");
        grid()->selectRow(1);
        const std::int64_t first = rows()->at(0).id();
        const std::int64_t chosen = rows()->at(1).id();
        std::set<std::int64_t> seen;
        for (int row = 0; row < total; row += 40) {
            bar->setValue(row * 32);
            QCoreApplication::processEvents();
            QTRY_VERIFY(!grid()->isBusy());
            for (int held = 0; held < rows()->count(); ++held) {
                seen.insert(rows()->at(held).id());
            }
            QVERIFY((rows()->count() <= shell::Lister<ui::Record, ui::RecordTable>::windowRowsMax));
        }
        QTRY_VERIFY(!rows()->hasMore());
        QCOMPARE(seen.size(), static_cast<std::size_t>(total));
        QCOMPARE(rows()->rowsBefore() + rows()->count(), qint64{total});
        QVERIFY(rows()->rowOf(chosen) < 0 && grid()->isSelectedAway(chosen));
        look(*m_page, "brands_many.fa.light");
        QTest::keyClick(grid()->view(), Qt::Key_Home);
        QTRY_COMPARE(grid()->currentRow(), 0);
        QCOMPARE(rows()->at(0).id(), first);
        QCOMPARE(rows()->rowsBefore(), qint64{0});
        QTest::keyClick(grid()->view(), Qt::Key_End);
        QTRY_VERIFY(!rows()->hasMore() && !grid()->isBusy());
        QCOMPARE(grid()->currentRow(), rows()->count() - 1);
        QCOMPARE(rows()->rowsBefore() + rows()->count(), qint64{total});
        const std::int64_t last = rows()->at(rows()->count() - 1).id();
        QVERIFY(seen.contains(last));
        // What is in view is asked for again where it stands.
        grid()->view()->setFocus();
        QTest::keyClick(grid()->view(), Qt::Key_F5);
        QTRY_VERIFY(!grid()->isBusy());
        QVERIFY(rows()->rowOf(last) >= 0);
    }

  private:
    void openPage(std::string_view name) {
        m_page.reset(entity::entityPage(*api::findEntity(name)).make(m_office->context, nullptr));
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setFocus();
        m_page->open({});
        QTRY_VERIFY(m_page->isSettled());
    }

    void openSetting(std::string_view key) {
        openPage("settings");
        int row = 0;
        while (rows()->at(row).text("key") != key) {
            QVERIFY(++row < rows()->count());
        }
        openRecord("settings", rows()->at(row).id());
    }

    void openRecord(std::string_view name, std::int64_t id) {
        openPage(name);
        m_page->open({{"id", QString::number(id)}});
        QTRY_COMPARE(panel()->recordId(), id);
    }

    ui::RecordGrid* grid() const { return m_page->findChild<ui::RecordGrid*>("recordGrid"); }
    ui::RecordTable* rows() const { return static_cast<ui::RecordTable*>(grid()->model()); }
    RecordPanel* panel() const { return m_page->findChild<RecordPanel*>("recordPanel"); }
    QString title() const { return m_page->findChild<QLabel*>("recordTitle")->text(); }
    QLineEdit* line(const char* name) const {
        return qobject_cast<QLineEdit*>(panel()->form()->editor(QLatin1String(name)));
    }
    void type(const char* name, const char* text) {
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClicks(line(name), QString::fromUtf8(text));
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
    std::int64_t m_made = 0;
};

QTEST_MAIN(EntityPageTest)
#include "entity_page_test.moc"
