#include "app/cheque/cheques_page.h"

#include "app/cheque/bounce_dialog.h"
#include "app/cheque/cheque_calls.h"
#include "app/cheque/cheque_dialog.h"
#include "app/cheque/cheque_panel.h"
#include "app/cheque/move_dialog.h"
#include "app/cheque/move_result_dialog.h"
#include "app/client/page.h"
#include "app/dealer/dealer_calls.h"
#include "app/dealer/dealer_picker.h"
#include "app/shell/list_export.h"
#include "shared/cheque_import/batch.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/form.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/record_grid.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::cheque;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// The cheques page against the real server.
class ChequesPageTest : public QObject {
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
    }

    void cleanupTestCase() {
        m_page.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void init() {
        m_office->api.setServer(QUrl(QString::fromStdString(m_server->url())));
        for (int i = 0; i < 3; ++i) {
            m_made.push_back(makeCheque(Money::rials(1'000'000 * (i + 1))));
        }
        openPage();
    }

    void cleanup() {
        m_page.reset();
        m_made.clear();
        m_office->store.dropDraft("cheque", "new").waitForFinished();
    }

    void newestChequesComeFirst() {
        const QAbstractItemModelTester tester(grid()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model()->at(0).id, m_made.back().id);
        look(*m_page, "cheques.fa.light");
    }

    void whatIsExportedComesBackAsCheques_data() {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("a workbook in Persian") << "xlsx" << true;
        QTest::newRow("text in Persian") << "csv" << true;
        QTest::newRow("a workbook in English") << "xlsx" << false;
    }
    void whatIsExportedComesBackAsCheques() {
        QFETCH(QString, suffix);
        QFETCH(bool, isPersian);
        m_office->locale.setLanguage(isPersian ? Language::Persian : Language::English);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cheques.") + suffix);
        m_office->dialogs.nextFile = path;
        grid()->findChild<QToolButton*>("exportButton")->click();
        auto* dialog = m_page->findChild<shell::ExportDialog*>();
        QVERIFY(dialog != nullptr);
        look(*dialog, "cheque_export");
        dialog->findChild<QPushButton*>("submitButton")->click();
        if (suffix == QLatin1String("csv")) {
            m_page.reset();  // it goes on
        }
        const client::Work& work = m_office->works.all().front();
        QTRY_COMPARE(m_office->works.running(), 0);
        QVERIFY2(work.state == client::Work::State::Done, qPrintable(work.outcome));
        QCOMPARE(work.result, path);
        QVERIFY(QFile::exists(path));
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QFileInfo(path).fileName()});
        if (!m_page) {
            openPage();
        }
        m_office->locale.setLanguage(Language::Persian);

        struct Sink : cheque_import::RowSink {
            std::vector<cheque_import::ImportRow> rows;
            void row(cheque_import::ImportRow&& row) override { rows.push_back(std::move(row)); }
        } sink;
        const auto outcome =
            cheque_import::importWorkbook({path.toStdString(), m_office->context.today()}, sink);
        QVERIFY(outcome.has_value());
        QVERIFY(sink.rows.size() >= static_cast<std::size_t>(model()->count()));
        // Newest first, as they stand in the list.
        for (std::size_t row = 0; row < m_made.size(); ++row) {
            const Cheque& made = m_made[m_made.size() - 1 - row];
            QCOMPARE(sink.rows[row].values.sayadId, made.sayadId);
            QVERIFY(sink.rows[row].values.amount == made.amount);
            QVERIFY(sink.rows[row].values.dueOn == made.dueOn);
        }
    }

    void keysReachWhatTheySay() {
        QTest::keyClick(m_page.get(), Qt::Key_F, Qt::ControlModifier);
        auto* search = m_page->findChild<ui::FilterBar*>()->searchLine();
        QTRY_VERIFY(search->hasFocus());
        QSignalSpy refreshed(grid(), &ui::RecordGrid::refreshRequested);
        grid()->view()->setFocus();
        QTest::keyClick(grid()->view(), Qt::Key_F5);
        QCOMPARE(refreshed.size(), 1);
        QTest::keyClick(grid()->view(), Qt::Key_Insert);
        QVERIFY(m_page->findChild<ChequeDialog*>() != nullptr);
    }

    void furtherPagesComeBeforeOneReachesTheEnd() {
        for (int i = 0; i < 120; ++i) {
            makeCheque(Money::rials(5'000));
        }
        openPage();
        QTRY_VERIFY(model()->count() > 100);
        QCOMPARE(grid()->topRow(), 0);
    }

    void filtersNarrowTheList() {
        auto* filters = m_page->findChild<ui::FilterBar*>();
        filters->setFilters({{"amount", "gte", "3000000"}, {"amount", "lte", "3000000"}});
        const auto isThreeMillion = [](const Cheque& cheque) {
            return cheque.amount == Money::rials(3'000'000);
        };
        QTRY_VERIFY(model()->count() > 0 && std::ranges::all_of(model()->rows(), isThreeMillion));
        filters->setFilters({{"q", {}, QString::fromStdString(m_made.front().sayadId)}});
        QTRY_COMPARE(model()->count(), 1);
        QCOMPARE(model()->at(0).id, m_made.front().id);
    }

    void chosenChequeShowsItsHistoryAndWhatMayBeDone() {
        choose({0});
        QCOMPARE(m_page->findChild<ui::Chip*>("chequeStatus")->text(), titleOf(Status::OnHand));
        QTRY_VERIFY(m_page->findChild<QWidget*>("chequeHistory")->findChildren<QLabel*>().size() >= 2);
        QStringList offered;
        for (const Move move : allowedMoves(Status::OnHand)) {
            const QString name = QString::fromStdString(std::string(describe::nameOf(move))) + "Button";
            QVERIFY2(button(name) != nullptr, qPrintable(name));
        }
        QVERIFY(button("clearButton") == nullptr);
        look(*m_page, "cheques_one.fa.light");
    }

    void depositGoesThroughOneDialog() {
        choose({0});
        QTest::mouseClick(button("depositButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<MoveDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QLineEdit*>("note")->setText(QStringLiteral("شعبهٔ مرکزی"));
        look(*dialog, "cheques_move.fa.light");
        QTest::mouseClick(dialog->findChild<QPushButton*>("submitButton"), Qt::LeftButton);
        QTRY_COMPARE(model()->at(0).status, Status::Deposited);
        QTRY_COMPARE(m_page->findChild<ui::Chip*>("chequeStatus")->text(), titleOf(Status::Deposited));
        QTRY_VERIFY(button("clearButton") != nullptr);
        const auto events = QCoro::waitFor(listEvents(m_office->api, m_made.back().id));
        QCOMPARE(events->items.size(), std::size_t{2});
        QCOMPARE(events->items.back().note, std::string("شعبهٔ مرکزی"));
    }

    void typedNoteIsNotLostByEscape() {
        choose({0});
        QTest::mouseClick(button("depositButton"), Qt::LeftButton);
        const QPointer<MoveDialog> dialog = m_page->findChild<MoveDialog*>();
        QTest::keyClicks(dialog->findChild<QLineEdit*>("note"), QStringLiteral("note"));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        m_office->dialogs.nextConfirmation = true;
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QTRY_VERIFY(dialog.isNull());
        m_office->dialogs.nextConfirmation = false;
        QCOMPARE(model()->at(0).status, Status::OnHand);
    }

    void futureDateIsRefusedBesideItsField() {
        choose({0});
        QTest::mouseClick(button("depositButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<MoveDialog*>();
        dialog->findChild<ui::JalaliDateEdit*>()->setValue(m_office->context.today().plusDays(1));
        QTest::mouseClick(dialog->findChild<QPushButton*>("submitButton"), Qt::LeftButton);
        QVERIFY(!dialog->findChild<ui::Form*>()->error("occurred_on").isEmpty());
        QCOMPARE(model()->at(0).status, Status::OnHand);
        look(*dialog, "cheques_move_refused.fa.light");
    }

    void bounceIsOneDialogFromFieldToFieldByEnter() {
        choose({0});
        QTest::mouseClick(button("bounceButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<BounceDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(dialog->findChild<QComboBox*>("reason")->hasFocus());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("140512345678"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);  // the certificate's day is not known
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("50000"));
        const auto* words = dialog->findChild<QLabel*>("consequences");
        const QString asExpense = words->text();
        QVERIFY(asExpense.contains(QStringLiteral("۵۰٬۰۰۰")));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
        QVERIFY(words->text() != asExpense);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(dialog->findChild<QLineEdit*>("note")->hasFocus());
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("desk 3"));
        look(*dialog, "cheques_bounce.fa.light");
        QTest::keyClick(dialog->focusWidget(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(model()->at(0).status, Status::Bounced);
        const auto bounces = QCoro::waitFor(listBounces(m_office->api, m_made.back().id));
        QVERIFY(bounces && bounces->items.size() == 1);
        const Bounce& bounce = bounces->items.front();
        QCOMPARE(bounce.reason, std::optional(BounceReason::FundsShort));
        QCOMPARE(bounce.certificateNumber, std::string("140512345678"));
        QCOMPARE(bounce.feeAmount, Money::rials(50'000));
        QVERIFY(bounce.isFeeDealers);
        QTRY_VERIFY(historyText().contains(ui::showCode(QStringLiteral("140512345678"))));
        QVERIFY(historyText().contains(QStringLiteral("desk 3")));
        look(*m_page, "cheques_bounced.fa.light");
    }

    void bounceThatIsSentAgainKeepsItsKeyUntilSomethingElseIsTyped() {
        choose({0});
        QTest::mouseClick(button("bounceButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<BounceDialog*>();
        QTest::keyClicks(dialog->findChild<ui::CodeEdit*>("certificate_number"), QStringLiteral("77"));
        const QString key = dialog->idempotencyKey();
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        dialog->findChild<QPushButton*>("submitButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton*>("submitButton")->isEnabled(), 15'000);
        QCOMPARE(dialog->idempotencyKey(), key);
        QTest::keyClicks(dialog->findChild<ui::CodeEdit*>("certificate_number"), QStringLiteral("8"));
        QVERIFY(dialog->idempotencyKey() != key);
        m_office->api.setServer(QUrl(QString::fromStdString(m_server->url())));
        dialog->findChild<QPushButton*>("submitButton")->click();
        QTRY_COMPARE(model()->at(0).status, Status::Bounced);
        const auto bounces = QCoro::waitFor(listBounces(m_office->api, m_made.back().id));
        QCOMPARE(bounces->items.size(), std::size_t{1});
    }

    void certificateOfTomorrowOrWithoutItsNumberIsRefusedBesideItsField() {
        choose({0});
        QTest::mouseClick(button("bounceButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<BounceDialog*>();
        auto* form = dialog->findChild<ui::Form*>();
        auto* day = dialog->findChild<ui::JalaliDateEdit*>("certificate_on");
        day->setValue(m_office->context.today().plusDays(1));
        dialog->findChild<QPushButton*>("submitButton")->click();
        QVERIFY(!form->error("certificate_on").isEmpty());
        day->setValue(m_office->context.today());
        dialog->findChild<QPushButton*>("submitButton")->click();
        QVERIFY(form->error("certificate_on").isEmpty());
        QVERIFY(!form->error("certificate_number").isEmpty());
        QCOMPARE(model()->at(0).status, Status::OnHand);
    }

    void severalBounceTogetherWithoutACertificate() {
        choose({0, 1});
        QTest::mouseClick(button("bounceButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<BounceDialog*>();
        QVERIFY(dialog->findChild<ui::CodeEdit*>("certificate_number")->isHidden());
        dialog->findChild<QComboBox*>("reason")->setCurrentIndex(2);
        look(*dialog, "cheques_bounce_several.fa.light");
        dialog->findChild<QPushButton*>("submitButton")->click();
        QTRY_COMPARE(model()->at(0).status, Status::Bounced);
        QCOMPARE(model()->at(1).status, Status::Bounced);
        for (const int place : {1, 2}) {
            const auto bounces =
                QCoro::waitFor(listBounces(m_office->api, m_made[static_cast<std::size_t>(place)].id));
            QCOMPARE(bounces->items.front().reason, std::optional(BounceReason::NoFunds));
        }
    }

    void lastMoveIsTakenBackAndBothStayInTheHistory() {
        const ChequeId id = m_made.back().id;
        QVERIFY(QCoro::waitFor(
            moveCheque(m_office->api, id, Move::Bounce, BounceRequest{}, client::newIdempotencyKey())));
        openPage();
        choose({0});
        QTRY_VERIFY(button("undoButton") != nullptr);
        QTest::mouseClick(button("undoButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<MoveDialog*>();
        QVERIFY(dialog->findChild<QLabel*>("consequences")->text().contains(titleOf(Status::OnHand)));
        look(*dialog, "cheques_undo.fa.light");
        dialog->findChild<QPushButton*>("submitButton")->click();
        QTRY_COMPARE(model()->at(0).status, Status::OnHand);
        const auto events = QCoro::waitFor(listEvents(m_office->api, id));
        QCOMPARE(events->items.size(), std::size_t{3});
        QCOMPARE(events->items.back().undoesId, std::optional(events->items[1].id));
        QTRY_VERIFY(historyText().contains(QStringLiteral("برگردانده شد")));
        // What takes back is not taken back itself: the move is done again instead.
        QVERIFY(!QCoro::waitFor(getUndoableMove(m_office->api, id)).value().has_value());
        QVERIFY(button("undoButton") == nullptr);
        look(*m_page, "cheques_undone.fa.light");
    }

    void chequeThatWasOnlyRecordedHasNothingToTakeBack() {
        choose({0});
        // The panel asked the same before.
        QVERIFY(!QCoro::waitFor(getUndoableMove(m_office->api, m_made.back().id)).value().has_value());
        QVERIFY(button("undoButton") == nullptr);
        for (const QAction* action : m_page->findChild<ChequePanel*>()->moveActions()) {
            QCOMPARE(action->isEnabled() && action->objectName() == QLatin1String("move_undo"), false);
        }
    }

    void moveOfManySaysWhatDidNotMove() {
        choose({0, 1, 2});
        QVERIFY(m_page->findChild<QLabel*>("chequeAmount")->text().contains(QStringLiteral("۶٬۰۰۰٬۰۰۰")));
        QTest::mouseClick(button("depositButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<MoveDialog*>();
        // Somebody else was quicker with one of them.
        QVERIFY(QCoro::waitFor(
            moveCheque(m_office->api, m_made[1].id, Move::Return, {}, client::newIdempotencyKey())));
        look(*m_page, "cheques_several.fa.light");
        QTest::mouseClick(dialog->findChild<QPushButton*>("submitButton"), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<MoveResultDialog*>() != nullptr);
        auto* result = m_page->findChild<MoveResultDialog*>();
        QCOMPARE(result->findChild<ui::RecordGrid*>()->model()->count(), 1);
        QVERIFY(result->findChild<QLabel*>("resultHeading")->text().contains(QStringLiteral("۲")));
        look(*result, "cheques_move_result.fa.light");
        QTRY_COMPARE(model()->at(0).status, Status::Deposited);
        QCOMPARE(model()->at(1).status, Status::Returned);
        QCOMPARE(m_page->findChild<ChequePanel*>()->cheques().size(), std::size_t{3});
    }

    void moveThatGotNoAnswerIsNotLost() {
        choose({0});
        QTest::mouseClick(button("depositButton"), Qt::LeftButton);
        auto* dialog = m_page->findChild<MoveDialog*>();
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        QTest::mouseClick(dialog->findChild<QPushButton*>("submitButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton*>("submitButton")->isEnabled(), 15'000);
        QVERIFY(dialog->isVisible());
        m_office->api.setServer(QUrl(QString::fromStdString(m_server->url())));
        QTest::mouseClick(dialog->findChild<QPushButton*>("submitButton"), Qt::LeftButton);
        QTRY_COMPARE(model()->at(0).status, Status::Deposited);
    }

    void chequeIsRecordedByHand() {
        ChequeDialog* dialog = openDialog();
        QTest::mouseClick(dialog->findChild<QPushButton*>("saveButton"), Qt::LeftButton);
        auto* form = dialog->findChild<ui::Form*>();
        for (const char* field : {"dealer_id", "sayad_id", "amount", "due_on"}) {
            QVERIFY2(!form->error(field).isEmpty(), field);
        }
        look(*dialog, "cheques_record_refused.fa.light");
        fill(dialog);
        look(*dialog, "cheques_record.fa.light");
        QTest::mouseClick(dialog->findChild<QPushButton*>("saveButton"), Qt::LeftButton);
        QTRY_COMPARE(model()->at(0).sayadId, std::string("1234567890123452"));
        QCOMPARE(model()->at(0).amount, Money::rials(12'000'000));
        QVERIFY(!m_office->store.draft("cheque", "new").result().has_value());
    }

    void recordedTwiceIsRefusedInTheServersWords() {
        ChequeDialog* dialog = openDialog();
        fill(dialog);
        dialog->findChild<ui::CodeEdit*>("sayad_id")->setValue(m_made.front().sayadId);
        QTest::mouseClick(dialog->findChild<QPushButton*>("saveButton"), Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<QPushButton*>("saveButton")->isEnabled());
        const auto texts = dialog->findChildren<QLabel*>();
        QTRY_VERIFY(std::ranges::any_of(dialog->findChildren<QLabel*>(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("پیش‌تر ثبت شده"));
        }));
    }

    void typedChequeOutlivesALostConnection() {
        ChequeDialog* dialog = openDialog();
        fill(dialog);
        m_office->api.setServer(QUrl("http://127.0.0.1:9"));
        QTest::mouseClick(dialog->findChild<QPushButton*>("saveButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton*>("saveButton")->isEnabled(), 15'000);
        look(*dialog, "cheques_record_lost.fa.light");
        dialog->close();
        QTRY_VERIFY(m_page->findChild<ChequeDialog*>() == nullptr);

        m_office->api.setServer(QUrl(QString::fromStdString(m_server->url())));
        dialog = openDialog();
        QTRY_VERIFY(!dialog->findChild<ui::Banner*>("restoredBanner")->isHidden());
        QCOMPARE(dialog->findChild<ui::MoneyEdit*>("amount")->value(),
                 std::optional(Money::rials(12'000'000)));
        QCOMPARE(dialog->findChild<ui::CodeEdit*>("sayad_id")->value(),
                 std::optional<std::string>("1234567890123452"));
        QTRY_VERIFY(!dialog->findChild<dealer::DealerPicker*>()->lineEdit()->text().isEmpty());
        look(*dialog, "cheques_record_restored.fa.light");
    }

    void dealersOwnAccountantRecordsForThatDealerOnly() {
        QCOMPARE(m_office->signIn(m_server->url(), "dealer@nextgen.local", "Dealer123!"), QString());
        QVERIFY(m_office->session.user().dealerId.has_value());
        dealer::DealerPicker picker(m_office->context);
        QCOMPARE(picker.dealer(), m_office->session.user().dealerId);
        QVERIFY(!picker.lineEdit()->isEnabled());
        QTRY_VERIFY(!picker.lineEdit()->text().isEmpty());
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
    }

    void dealerIsFoundByTyping() {
        dealer::DealerPicker picker(m_office->context);
        picker.show();
        QTest::keyClicks(picker.lineEdit(), "tech");
        QTRY_VERIFY(picker.findChild<QStandardItemModel*>()->rowCount() > 0);
        QTest::keyClick(picker.lineEdit(), Qt::Key_Tab);
        emit picker.lineEdit()->editingFinished();
        QTRY_COMPARE(picker.dealer(), std::optional(m_dealer.id));
    }

  private:
    ui::RecordGrid* grid() const { return m_page->findChild<ui::RecordGrid*>("chequeGrid"); }
    ui::RecordModel<Cheque>* model() const { return static_cast<ui::RecordModel<Cheque>*>(grid()->model()); }

    QPushButton* button(const QString& name) const {
        for (auto* found : m_page->findChild<ChequePanel*>()->findChildren<QPushButton*>(name)) {
            if (!found->isHidden()) {
                return found;
            }
        }
        return nullptr;
    }

    QString historyText() const {
        QStringList lines;
        for (const QLabel* label : m_page->findChild<QWidget*>("chequeHistory")->findChildren<QLabel*>()) {
            if (!label->isHidden()) {
                lines << label->text();
            }
        }
        return lines.join(u'\n');
    }

    void openPage() {
        m_page.reset(chequesPage().make(m_office->context, nullptr));
        m_page->resize(1240, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->open({});
        QTRY_VERIFY(model()->count() >= 3);
    }

    Cheque makeCheque(Money amount) {
        Cheque cheque;
        cheque.dealerId = m_dealer.id;
        cheque.sayadId = std::to_string(2'000'000'000'000'000 + ++m_lastSayadId);
        cheque.amount = amount;
        cheque.dueOn = m_office->context.today().plusDays(60);
        cheque.bankName = "بانک ملت";
        cheque.drawerName = "پخش آسمان";
        auto made = QCoro::waitFor(createCheque(m_office->api, cheque, client::newIdempotencyKey()));
        if (!made) {
            qFatal("%s", qPrintable(made.error().text(Language::English)));
        }
        return *made;
    }

    void choose(std::initializer_list<int> rows) {
        QItemSelectionModel* selection = grid()->view()->selectionModel();
        selection->clearSelection();
        for (const int row : rows) {
            selection->select(model()->index(row, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        QTRY_COMPARE(m_page->findChild<ChequePanel*>()->cheques().size(), rows.size());
    }

    ChequeDialog* openDialog() {
        QTest::mouseClick(m_page->findChild<QPushButton*>("recordButton"), Qt::LeftButton);
        return m_page->findChild<ChequeDialog*>();
    }

    void fill(ChequeDialog* dialog) {
        dialog->findChild<dealer::DealerPicker*>()->setDealer(m_dealer.id);
        QTest::keyClicks(dialog->findChild<ui::CodeEdit*>("sayad_id"), "1234567890123452");
        QTest::keyClicks(dialog->findChild<ui::MoneyEdit*>("amount")->lineEdit(), "12000000");
        dialog->findChild<ui::JalaliDateEdit*>("due_on")->setValue(m_office->context.today().plusDays(90));
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<shell::PageWidget> m_page;
    dealer::Dealer m_dealer;
    std::vector<Cheque> m_made;
    std::int64_t m_lastSayadId = 0;
};

QTEST_MAIN(ChequesPageTest)
#include "cheques_page_test.moc"
