#include "app/cheque_import/import_row_model.h"
#include "app/dealer/dealer_calls.h"
#include "app/pages.h"
#include "app/program.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/record_grid.h"

#include <QCoroTask>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace nextgen;
using nextgen::cheque_import::Column;
using nextgen::cheque_import::ImportRowModel;
using nextgen::cheque_import::RowState;
using nextgen::test::Backoffice;
using nextgen::test::look;

/// The main job as a dealer's accountant does it, with the real client against the real server: an Excel file
/// with every kind of damage is dropped, understood, mended and posted, the dealer's exposure moves, and the
/// import is undone.
class MessyWorkbookBecomesCreditTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_server = std::make_unique<testing::ServerProcess>(*m_stack);
        m_office = std::make_unique<Backoffice>();
        m_program = std::make_unique<Program>(
            m_office->context, allPages(),
            client::Place{QUrl(QString::fromStdString(m_server->url())), QStringLiteral("nextgen"),
                          QStringLiteral("dealer@nextgen.local")});
        m_program->start(false);
    }

    void cleanupTestCase() {
        m_program.reset();
        m_office.reset();
        m_server.reset();
        m_stack.reset();
    }

    void accountantSignsInAndOpensTheImports() {
        type(m_program->signInWindow()->findChild<QLineEdit*>("password"), "Dealer123!");
        QTest::keyClick(m_program->signInWindow()->findChild<QLineEdit*>("password"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->mainWindow() != nullptr, 15'000);
        window()->resize(1440, 900);
        QTest::mouseClick(child<QAbstractButton>("nav_cheque_imports"), Qt::LeftButton);
        QCOMPARE(window()->currentPage(), QStringLiteral("cheque_imports"));
        m_before = exposure();
        look(*window(), "1_empty_list");
    }

    void fileIsDroppedOnTheWindowAndSent() {
        drop(QStringLiteral(NEXTGEN_TEST_DATA "/cheques/messy.xlsx"));
        QTRY_VERIFY(child<QPushButton>("nextButton") != nullptr);
        QVERIFY(child<QPushButton>("nextButton")->isEnabled());
        look(*window(), "2_file");
        click("nextButton");
        QTRY_VERIFY_WITH_TIMEOUT(rows() != nullptr && rows()->count() == 30, 20'000);
    }

    void whatWasUnderstoodIsCounted() {
        QTRY_COMPARE(chip("chip_all"), 30);
        QCOMPARE(chip("chip_ready"), 18);
        QCOMPARE(chip("chip_repaired"), 12);
        QCOMPARE(chip("chip_duplicate"), 3);
        QCOMPARE(chip("chip_failed"), 9);
        QVERIFY(child<QLabel>("readySum")->text().contains(ui::showMoney(Money::rials(20'689'000'000))));
        QVERIFY(!child<QLabel>("readySumInWords")->text().isEmpty());
        look(*window(), "3_rows");
    }

    void missingAmountIsTypedIntoItsCell() {
        click("chip_failed");
        QTRY_COMPARE(rows()->count(), 9);
        QVERIFY(!child<QLabel>("count")->text().contains(ui::showNumber(30)));
        int place = 0;
        while (rows()->at(place).faultOf(Column::Amount) == nullptr ||
               rows()->at(place).faultOf(Column::Amount)->code != "amount_missing") {
            ++place;
        }
        m_mendedRow = rows()->at(place).row;
        auto* view = grid()->view();
        view->setCurrentIndex(rows()->index(place, rows()->columnOf("amount")));
        view->setFocus();
        look(*window(), "4_failed");
        QTest::keyClick(view, Qt::Key_F2);
        auto* editor = view->findChild<QLineEdit*>("cellEditor");
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, "250000000");
        look(*window(), "5_typing");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(rows()->at(place).state, RowState::Ready, 10'000);
        QCOMPARE(rows()->at(place).values.amount, std::optional(Money::rials(250'000'000)));
        QTRY_COMPARE(chip("chip_ready"), 19);
        QCOMPARE(chip("chip_failed"), 8);
        QVERIFY(child<QLabel>("readySum")->text().contains(ui::showMoney(Money::rials(20'939'000'000))));
        look(*window(), "6_mended");
    }

    void wrongControlSumIsRefusedByTheServer() {
        QTRY_VERIFY(child<QPushButton>("nextButton")->isEnabled());
        click("nextButton");
        auto* amount = child<QWidget>("control_amount")->findChild<QLineEdit*>();
        type(child<QLineEdit>("control_count"), "19");
        type(amount, "20689000000");
        look(*window(), "7_control");
        click("nextButton");
        QTRY_VERIFY(child<QWidget>("commitError")->isVisible());
        const QString said = ui::plainDigits(child<QWidget>("commitError")->findChild<QLabel*>()->text());
        QVERIFY2(said.contains("20,939,000,000") && said.contains("20,689,000,000"), qPrintable(said));
        QCOMPARE(exposure(), m_before);
        QTRY_VERIFY(child<QLineEdit>("control_count")->hasFocus());
        look(*window(), "8_refused");
    }

    void rightControlSumPostsAndMovesTheExposure() {
        auto* amount = child<QWidget>("control_amount")->findChild<QLineEdit*>();
        amount->clear();
        type(amount, "20939000000");
        click("nextButton");
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("undoButton")->isVisible(), 20'000);
        QCOMPARE(exposure(), m_before + Money::rials(20'939'000'000));
        QTRY_VERIFY(exposureSentence().contains(ui::showMoney(exposure())));
        look(*window(), "9_posted");
    }

    void undoTakesTheExposureBack() {
        m_office->dialogs.nextConfirmation = true;
        click("undoButton");
        QTRY_VERIFY_WITH_TIMEOUT(!child<QPushButton>("undoButton")->isVisible(), 20'000);
        QCOMPARE(exposure(), m_before);
        QTRY_VERIFY(exposureSentence().contains(ui::showMoney(m_before)));
        look(*window(), "10_undone");
        click("cancelButton");
        QTRY_VERIFY(child<ui::RecordGrid>("importGrid")->isVisible());
        QTRY_COMPARE(child<ui::RecordGrid>("importGrid")->view()->model()->rowCount(), 1);
        look(*window(), "11_list");
    }

  private:
    shell::MainWindow* window() const { return m_program->mainWindow(); }

    /// The one that is on the screen.
    template <class T>
    T* child(const char* name) const {
        T* found = nullptr;
        for (T* candidate : window()->findChildren<T*>(QString::fromLatin1(name))) {
            if (found == nullptr || candidate->isVisible()) {
                found = candidate;
            }
        }
        return found;
    }

    void click(const char* name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }

    static void type(QLineEdit* line, const char* text) {
        QVERIFY(line != nullptr);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
    }

    void drop(const QString& path) const {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(700, 400), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window(), &event);
        QVERIFY(event.isAccepted());
    }

    ui::RecordGrid* grid() const { return child<ui::RecordGrid>("rowGrid"); }
    ImportRowModel* rows() const {
        return grid() == nullptr ? nullptr : qobject_cast<ImportRowModel*>(grid()->model());
    }
    int chip(const char* name) const {
        return ui::plainDigits(child<QAbstractButton>(name)->text()).section(QLatin1Char(' '), -1).toInt();
    }
    QString exposureSentence() const {
        return child<QWidget>("exposureAfter")->findChild<QLabel*>("exposureSentence")->text();
    }
    Money exposure() const {
        const auto dealer = m_office->session.user().dealerId;
        const auto answer = QCoro::waitFor(dealer::getExposure(m_office->api, *dealer));
        return answer ? answer->exposure : Money::rials(-1);
    }

    std::unique_ptr<testing::TestStack> m_stack;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<Program> m_program;
    Money m_before;
    int m_mendedRow = 0;
};

QTEST_MAIN(MessyWorkbookBecomesCreditTest)
#include "messy_workbook_becomes_credit_test.moc"
