#include "app/entity/entity_calls.h"
#include "app/entity/entity_page.h"
#include "app/entity/merge_dialog.h"
#include "app/entity/record_draft.h"
#include "app/entity/record_panel.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/grid_notice.h"
#include "ui/widgets/record_grid.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

using namespace nextgen;
using entity::MergeLine;
using entity::RecordPanel;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// Two people at the same records, and what becomes of typed work when things go wrong: two real clients and
/// the real server.
class TogetherTest : public QObject {
    Q_OBJECT

    struct Desk {
        explicit Desk(const std::string& server) : office(std::make_unique<Backoffice>()) {
            office->changes.setPause(3'600'000);  // a test says when to ask
            error = office->signIn(server, "admin@nextgen.local", "Admin123!");
        }
        std::unique_ptr<Backoffice> office;
        std::unique_ptr<shell::PageWidget> page;
        QString error;

        void open(std::string_view name) {
            page.reset();
            page.reset(entity::entityPage(*api::findEntity(name)).make(office->context, nullptr));
            page->resize(1200, 700);
            page->show();
            page->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(page.get()));
            page->open({});
            QTRY_VERIFY(page->isSettled());
        }
        void openRecord(std::int64_t id) {
            page->open({{"id", QString::number(id)}});
            QTRY_COMPARE(panel()->recordId(), id);
        }
        ui::RecordGrid* grid() const { return page->findChild<ui::RecordGrid*>("recordGrid"); }
        ui::RecordTable* rows() const { return static_cast<ui::RecordTable*>(grid()->model()); }
        RecordPanel* panel() const { return page->findChild<RecordPanel*>("recordPanel"); }
        ui::Banner* banner() const { return page->findChild<ui::Banner*>("troubleBanner"); }
        ui::GridNotice* notice() const { return grid()->findChild<ui::GridNotice*>(); }
        entity::MergeDialog* merge() const { return page->window()->findChild<entity::MergeDialog*>(); }
        QLineEdit* line(const char* name) const {
            return qobject_cast<QLineEdit*>(panel()->form()->editor(QLatin1String(name)));
        }
        void type(const char* name, const QString& text) const {
            line(name)->setFocus();
            line(name)->selectAll();
            QTest::keyClicks(line(name), text);
        }
        void save() const { panel()->save(); }
        /// As another client does it, at the version that the record has.
        void change(std::int64_t id, const ui::FieldChanges& changes) const {
            const api::Entity& brands = *api::findEntity("brands");
            const auto record = QCoro::waitFor(entity::getRecord(office->api, brands, id));
            QVERIFY(record);
            QVERIFY(QCoro::waitFor(entity::editRecord(office->api, brands, id,
                                                      static_cast<int>(record->integer("version")),
                                                      entity::bodyOf(brands, changes))));
        }
        std::int64_t make(const std::string& slug) const {
            const api::Entity& brands = *api::findEntity("brands");
            const auto made = QCoro::waitFor(entity::createRecord(
                office->api, brands,
                entity::bodyOf(brands, {{"slug", ui::FieldValue(slug)}, {"title_fa", ui::FieldValue(slug)}}),
                client::newIdempotencyKey()));
            return made ? made->id() : 0;
        }
    };

    static ui::FieldValue text(const char* words) { return {std::string(words)}; }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.requests_per_minute=0"});
        m_mine = std::make_unique<Desk>(m_server->url());
        m_theirs = std::make_unique<Desk>(m_server->url());
        QCOMPARE(m_mine->error, QString());
        QCOMPARE(m_theirs->error, QString());
    }
    void cleanupTestCase() {
        m_mine.reset();
        m_theirs.reset();
    }

    void aRowThatAnotherChangedIsTakenInPlace() {
        const std::int64_t id = m_theirs->make("in-place");
        m_mine->open("brands");
        const int row = m_mine->rows()->rowOf(id);
        QVERIFY(row >= 0);
        m_theirs->change(id, {{"title_fa", text("Changed elsewhere")}});
        m_mine->office->changes.ask();
        QTRY_COMPARE(m_mine->rows()->at(row).text("title_fa"), std::string_view("Changed elsewhere"));
        const QVariant mark = m_mine->rows()->index(row, 0).data(ui::RecordModelBase::MarkRole);
        QCOMPARE(mark.toInt(), static_cast<int>(ui::CellMark::Kind::Changed));
        QVERIFY(!m_mine->rows()->index(row, 0).data(Qt::ToolTipRole).toString().isEmpty());
        look(*m_mine->page, "together_row.fa");
    }

    void aNewRecordIsOfferedAndNothingMoves() {
        m_mine->open("brands");
        const int before = m_mine->rows()->count();
        const std::int64_t id = m_theirs->make("offered");
        m_mine->office->changes.ask();
        QTRY_VERIFY(m_mine->notice()->isVisible());
        QCOMPARE(m_mine->rows()->count(), before);
        look(*m_mine->page, "together_new.fa");
        QTest::mouseClick(m_mine->notice(), Qt::LeftButton);
        QTRY_VERIFY(m_mine->rows()->rowOf(id) >= 0);
        QVERIFY(!m_mine->notice()->isVisible());
    }

    void anOpenRecordFollowsWhileNothingIsTyped() {
        const std::int64_t id = m_theirs->make("follows");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_theirs->change(id, {{"title_en", text("Followed")}});
        m_mine->office->changes.ask();
        QTRY_COMPARE(m_mine->line("title_en")->text(), QStringLiteral("Followed"));
        QVERIFY(!m_mine->panel()->isDirty());
    }

    void whoIsTypingIsToldWhoChangedIt() {
        const std::int64_t id = m_theirs->make("told");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_mine->type("title_fa", "Typed");
        m_theirs->change(id, {{"title_en", text("Theirs")}});
        m_mine->office->changes.ask();
        QTRY_VERIFY(!m_mine->banner()->isHidden());
        QVERIFY(m_mine->banner()->text().contains(
            QString::fromStdString(m_mine->office->session.user().displayName)));
        QCOMPARE(m_mine->line("title_fa")->text(), QStringLiteral("Typed"));
        look(*m_mine->page, "together_banner.fa");
        leave(*m_mine);
    }

    void mergeAsksOnlyWhatBothChanged() {
        const std::int64_t id = m_theirs->make("merged");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_theirs->change(id, {{"title_fa", text("Theirs")}, {"country", text("IR")}});
        m_mine->type("title_fa", "Mine");
        m_mine->type("title_en", "Only mine");
        m_mine->save();
        QTRY_VERIFY(m_mine->merge() != nullptr);
        auto* dialog = m_mine->merge();
        QVERIFY(!dialog->isDecided());
        QMap<QString, MergeLine::Take> takes;
        for (const MergeLine& line : dialog->lines()) {
            takes.insert(ui::toQt(line.field->name), line.take);
        }
        QCOMPARE(takes.size(), 3);
        QCOMPARE(takes["title_fa"], MergeLine::Take::Undecided);
        QCOMPARE(takes["title_en"], MergeLine::Take::Mine);
        QCOMPARE(takes["country"], MergeLine::Take::Theirs);
        look(*dialog, "together_merge.fa");
        m_mine->office->locale.setLanguage(Language::English);
        look(*dialog, "together_merge.en");
        m_mine->office->locale.setLanguage(Language::Persian);
        // Enter does nothing before everything is decided; in Persian the column of the others is on the
        // left.
        auto* table = dialog->findChild<QTableWidget*>("mergeTable");
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(dialog->lines()[static_cast<std::size_t>(table->currentRow())].take,
                 MergeLine::Take::Theirs);
        QTest::keyClick(table, Qt::Key_Right);
        QVERIFY(dialog->isDecided());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(m_mine->panel()->record().text("title_fa"), std::string_view("Mine"));
        QCOMPARE(m_mine->panel()->record().text("title_en"), std::string_view("Only mine"));
        QCOMPARE(m_mine->panel()->record().text("country"), std::string_view("IR"));
        QVERIFY(!m_mine->panel()->isDirty());
    }

    void theirsCanBeTaken() {
        const std::int64_t id = m_theirs->make("given-up");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_theirs->change(id, {{"title_fa", text("Theirs")}});
        m_mine->type("title_fa", "Mine");
        m_mine->save();
        QTRY_VERIFY(m_mine->merge() != nullptr);
        m_mine->merge()->findChild<QPushButton*>("allTheirsButton")->click();
        m_mine->merge()->findChild<QPushButton*>("mergeSaveButton")->click();
        QTRY_COMPARE(m_mine->line("title_fa")->text(), QStringLiteral("Theirs"));
        QVERIFY(!m_mine->panel()->isDirty());
        QTRY_VERIFY(m_mine->banner()->isHidden());
    }

    void whoGoesBackKeepsWhatHeTyped() {
        const std::int64_t id = m_theirs->make("back");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_theirs->change(id, {{"title_fa", text("Theirs")}});
        m_mine->type("title_fa", "Mine");
        m_mine->save();
        QTRY_VERIFY(m_mine->merge() != nullptr);
        QTest::keyClick(m_mine->merge(), Qt::Key_Escape);
        QTRY_VERIFY(m_mine->merge() == nullptr);
        QCOMPARE(m_mine->line("title_fa")->text(), QStringLiteral("Mine"));
        QVERIFY(!m_mine->banner()->isHidden());
        leave(*m_mine);
    }

    void theSameChangeOfBothIsNoConflict() {
        const std::int64_t id = m_theirs->make("alike");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_theirs->change(id, {{"title_fa", text("Alike")}});
        m_mine->type("title_fa", "Alike");
        m_mine->save();
        QTRY_VERIFY(!m_mine->panel()->isDirty());
        QVERIFY(m_mine->merge() == nullptr);
        QTRY_VERIFY(m_mine->banner()->isHidden());
    }

    void whatWasTypedOutlivesTheProgram() {
        const std::int64_t id = m_theirs->make("outlives");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_mine->type("title_fa", "Half a word");
        QTRY_VERIFY(hasDraft("brands/" + QString::number(id)));
        // The page goes as it does when the program is killed: nobody asks.
        m_mine->page.reset();
        m_theirs->change(id, {{"title_en", text("Meanwhile")}});
        m_mine->open("brands");
        auto* unsaved = m_mine->page->findChild<ui::Banner*>("unsavedBanner");
        QTRY_VERIFY(!unsaved->isHidden());
        look(*m_mine->page, "together_unsaved_page.fa");
        emit unsaved->actionTriggered();
        QTRY_COMPARE(m_mine->panel()->recordId(), id);
        QTRY_VERIFY(!m_mine->banner()->isHidden());
        QVERIFY(!m_mine->panel()->form()->isEnabled());
        look(*m_mine->page, "together_unsaved.fa");
        emit m_mine->banner()->actionTriggered();
        QCOMPARE(m_mine->line("title_fa")->text(), QStringLiteral("Half a word"));
        QCOMPARE(m_mine->line("title_en")->text(), QStringLiteral("Meanwhile"));
        m_mine->save();
        QTRY_COMPARE(m_mine->panel()->record().text("title_fa"), std::string_view("Half a word"));
        QTRY_VERIFY(!hasDraft("brands/" + QString::number(id)));
    }

    void aDiscardedDraftIsGone() {
        const std::int64_t id = m_theirs->make("discarded");
        m_mine->open("brands");
        m_mine->openRecord(id);
        m_mine->type("title_fa", "Nothing");
        QTRY_VERIFY(hasDraft("brands/" + QString::number(id)));
        m_mine->page.reset();
        m_mine->open("brands");
        m_mine->openRecord(id);
        QTRY_VERIFY(!m_mine->banner()->isHidden());
        emit m_mine->banner()->otherActionTriggered();
        QVERIFY(m_mine->panel()->form()->isEnabled());
        QTRY_VERIFY(!hasDraft("brands/" + QString::number(id)));
        QVERIFY(!m_mine->panel()->isDirty());
    }

    /// The answer is lost with the program: sent again after the restart, it is the same record.
    void aNewRecordThatWasSentIsMadeOnce() {
        m_mine->open("brands");
        QTest::keyClick(m_mine->page.get(), Qt::Key_Insert);
        m_mine->panel()->startNew();
        m_mine->type("title_fa", "Once");
        m_mine->type("slug", "made-once");
        m_mine->save();
        m_mine->page.reset();  // before the answer came
        QTRY_COMPARE(countOf("made-once"), 1);
        m_mine->open("brands");
        m_mine->page->findChild<QPushButton*>("newButton")->click();
        QTRY_VERIFY(!m_mine->banner()->isHidden());
        emit m_mine->banner()->actionTriggered();
        QCOMPARE(m_mine->line("slug")->text(), QStringLiteral("made-once"));
        m_mine->save();
        QTRY_VERIFY(!m_mine->panel()->isNew());
        QCOMPARE(countOf("made-once"), 1);
        QTRY_VERIFY(!hasDraft("brands/new"));
    }

  private:
    static void leave(Desk& desk) {
        desk.office->dialogs.nextConfirmation = true;
        QVERIFY(desk.page->mayLeave());
        desk.office->dialogs.nextConfirmation = false;
    }
    bool hasDraft(const QString& key) const {
        return m_mine->office->store.draft(QLatin1String(entity::RecordDraft::kind), key)
            .result()
            .has_value();
    }
    int countOf(const std::string& slug) const {
        return static_cast<int>(m_stack->owner()
                                    .runText("SELECT count(*) AS n FROM brands WHERE slug = $1", {slug})
                                    .one()
                                    .get<std::int64_t>("n"));
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Desk> m_mine;
    std::unique_ptr<Desk> m_theirs;
};

QTEST_MAIN(TogetherTest)
#include "together_test.moc"
