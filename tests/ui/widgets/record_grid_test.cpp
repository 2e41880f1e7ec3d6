#include "ui/widgets/record_grid.h"

#include "shared/cheque/cheque.h"
#include "ui/describe/record_model.h"
#include "ui/describe/tone_rule.h"
#include "ui/locale/language.h"
#include "ui/locale/memory.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/grid_view.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <memory>

using namespace nextgen;
using namespace nextgen::ui;

namespace {

cheque::Cheque oneCheque(std::int64_t rials, const char* drawer = "علی") {
    cheque::Cheque c;
    c.sayadId = "0123456789012340";
    c.amount = Money::rials(rials);
    c.dueOn = *Date::of(2026, 11, 22);
    c.drawerName = drawer;
    return c;
}

}  // namespace

class RecordGridTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("nextgen-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void init() {
        m_locale.setLanguage(Language::Persian);
        ui::forgetAll();
        m_model = std::make_unique<RecordModel<cheque::Cheque>>(
            "Cheque", std::vector<std::string_view>{"sayad_id", "amount", "due_on", "drawer_name"});
        m_grid = std::make_unique<RecordGrid>(QStringLiteral("test"));
        m_grid->setModel(m_model.get());
        m_grid->resize(700, 400);
        m_grid->show();
        m_grid->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    }
    void cleanup() { m_grid.reset(); }

    void anEmptyListOffersTheNextStep() {
        m_grid->setEmptyState(Icon::Cheque, QStringLiteral("هنوز چکی نیست"), QStringLiteral("ورود از فایل"));
        QSignalSpy next(m_grid.get(), &RecordGrid::emptyActionTriggered);
        auto* button = m_grid->findChild<QPushButton*>(QStringLiteral("stateActionButton"));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(next.count(), 1);
        m_model->append({oneCheque(1)});
        QVERIFY(!button->isVisible());
        QVERIFY(m_grid->view()->isVisible());
        m_model->clear();
        QVERIFY(button->isVisible());
    }

    void aFailedLoadSaysWhyAndOffersAnotherTry() {
        m_grid->setError(QStringLiteral("سرور پاسخ نمی‌دهد"),
                         QStringLiteral("server_unreachable"));
        QSignalSpy retry(m_grid.get(), &RecordGrid::retryRequested);
        QTest::mouseClick(m_grid->findChild<QPushButton*>(QStringLiteral("stateActionButton")),
                          Qt::LeftButton);
        QCOMPARE(retry.count(), 1);
        QTest::mouseClick(m_grid->findChild<QPushButton*>(QStringLiteral("copyErrorButton")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("سرور پاسخ نمی‌دهد\nserver_unreachable"));
    }

    void anErrorBesideRowsKeepsTheRows() {
        m_model->append({oneCheque(1)});
        m_grid->setError(QStringLiteral("سرور پاسخ نمی‌دهد"),
                         QStringLiteral("server_unreachable"));
        QVERIFY(m_grid->view()->isVisible());
        QVERIFY(m_grid->findChild<Banner*>()->isVisible());
        m_grid->clearError();
        QVERIFY(!m_grid->findChild<Banner*>()->isVisible());
    }

    void theFooterAddsUpTheSelection() {
        m_model->append({oneCheque(1000), oneCheque(2000), oneCheque(4000)});
        auto* sums = m_grid->findChild<QLabel*>(QStringLiteral("sums"));
        QCOMPARE(sums->text(), QString());
        m_grid->view()->selectAll();
        QVERIFY2(sums->text().contains(QStringLiteral("جمع ۷٬۰۰۰، میانگین ۲٬۳۳۳")), qPrintable(sums->text()));
        m_grid->selectRow(1);
        QCOMPARE(m_grid->selectedRows(), QList<int>{1});
        QCOMPARE(m_grid->currentRow(), 1);
        QVERIFY(sums->text().contains(QStringLiteral("۱")) && !sums->text().contains(QStringLiteral("جمع")));
        m_grid->setTotal(1200);
        QVERIFY(
            m_grid->findChild<QLabel*>(QStringLiteral("count"))->text().contains(QStringLiteral("۱٬۲۰۰")));
    }

    void copyingGivesHeadingsTabsAndLatinDigits() {
        m_model->append({oneCheque(1000), oneCheque(25000, "=1+1\tx")});
        m_grid->view()->selectAll();
        m_grid->view()->setFocus();
        QTest::keyClick(m_grid->view(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(mime->text(), QStringLiteral("شناسهٔ صیادی\tمبلغ\tسررسید\tصادرکننده\n"
                                              "0123456789012340\t1000\t1405/09/01\tعلی\n"
                                              "0123456789012340\t25000\t1405/09/01\t'=1+1 x\n"));
        QVERIFY(mime->html().contains(QStringLiteral("mso-number-format:'\\@'\">0123456789012340")));
    }

    void enterOpensAndF5Reloads() {
        m_model->append({oneCheque(1000), oneCheque(2000)});
        m_grid->selectRow(1);
        m_grid->view()->setFocus();
        QSignalSpy opened(m_grid.get(), &RecordGrid::activated);
        QSignalSpy reload(m_grid.get(), &RecordGrid::refreshRequested);
        QTest::keyClick(m_grid->view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toInt(), 1);
        QTest::keyClick(m_grid->view(), Qt::Key_F5);
        QCOMPARE(reload.count(), 1);
    }

    void widthsOrderAndHiddenColumnsAreRemembered() {
        QHeaderView* header = m_grid->view()->horizontalHeader();
        header->resizeSection(1, 222);
        header->moveSection(0, 2);
        header->setSectionHidden(3, true);
        m_grid = std::make_unique<RecordGrid>(QStringLiteral("test"));
        m_grid->setModel(m_model.get());
        header = m_grid->view()->horizontalHeader();
        QCOMPARE(header->sectionSize(1), 222);
        QCOMPARE(header->visualIndex(0), 2);
        QVERIFY(header->isSectionHidden(3));

        RecordModel<cheque::Cheque> other("Cheque", {"amount", "due_on", "drawer_name", "sayad_id"});
        RecordGrid another(QStringLiteral("test"));
        another.setModel(&other);
        QVERIFY(!another.view()->horizontalHeader()->isSectionHidden(3));
    }

    void clickingAHeadingSortsAndAgainTurnsTheOrder() {
        m_model->append({oneCheque(3), oneCheque(1), oneCheque(2)});
        QHeaderView* header = m_grid->view()->horizontalHeader();
        const QPoint heading(header->sectionViewportPosition(1) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
        QCOMPARE(m_model->at(0).amount, Money::rials(1));
        // Elsewhere, or it would be the second half of a double click.
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading + QPoint(40, 0));
        QCOMPARE(m_model->at(0).amount, Money::rials(3));
    }

    void shiftAndAClickAddToTheOrder() {
        m_model->append({oneCheque(3, "ب"), oneCheque(1, "ب"), oneCheque(2, "ا")});
        QHeaderView* header = m_grid->view()->horizontalHeader();
        const auto click = [&](int column, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers,
                              {header->sectionViewportPosition(column) + 20, header->height() / 2});
        };
        QSignalSpy changed(m_grid.get(), &RecordGrid::layoutChanged);
        click(3, {});
        click(1, Qt::ShiftModifier);
        QCOMPARE(m_grid->order(), QStringLiteral("drawer_name,amount"));
        QCOMPARE(m_model->at(1).amount, Money::rials(1));
        click(0, Qt::ShiftModifier);
        click(2, Qt::ShiftModifier);
        QCOMPARE(m_grid->order(), QStringLiteral("drawer_name,amount,sayad_id"));
        click(1, Qt::ShiftModifier);
        QCOMPARE(m_grid->order(), QStringLiteral("drawer_name,-amount,sayad_id"));
        QCOMPARE(m_model->at(1).amount, Money::rials(3));
        click(2, {});
        QCOMPARE(m_grid->order(), QStringLiteral("due_on"));
        QCOMPARE(changed.count(), 5);
    }

    void aLayoutIsTakenAndGivenBackWhole() {
        m_model->append({oneCheque(3), oneCheque(1)});
        const QJsonObject first = m_grid->layout();
        const auto column = [](const char* name) {
            return QJsonObject{{QStringLiteral("name"), QLatin1String(name)}};
        };
        QJsonObject wide = column("due_on");
        wide.insert(QStringLiteral("width"), 199);
        QJsonObject hidden = column("sayad_id");
        hidden.insert(QStringLiteral("hidden"), true);
        const QJsonObject wanted{
            {QStringLiteral("columns"), QJsonArray{wide, column("amount"), hidden, column("drawer_name")}},
            {QStringLiteral("frozen"), QStringLiteral("amount")},
            {QStringLiteral("sort"), QStringLiteral("-due_on,amount")},
            {QStringLiteral("group"), QStringLiteral("drawer_name")},
            {QStringLiteral("rules"), QJsonArray{toJson({"amount", ToneRule::Comparison::Less,
                                                         QStringLiteral("2"), Tone::Bad, true})}}};
        m_grid->setLayout(wanted);
        QCOMPARE(m_grid->layout(), wanted);
        QCOMPARE(m_grid->order(), QStringLiteral("drawer_name,-due_on,amount"));
        QCOMPARE(m_grid->view()->columnWidth(2), 199);
        QVERIFY(m_grid->view()->isColumnHidden(0));
        QCOMPARE(m_model->at(0).amount, Money::rials(1));
        // It is kept, and strangers in it are passed over.
        QJsonObject odd = wanted;
        odd.insert(QStringLiteral("columns"),
                   QJsonArray{column("gone"), column("due_on"), column("due_on"), 7});
        odd.insert(QStringLiteral("sort"), QStringLiteral("gone,,amount"));
        odd.insert(QStringLiteral("rules"), QJsonArray{QJsonObject{}, 3});
        m_grid->setLayout(odd);
        QCOMPARE(m_grid->layout().value(QStringLiteral("sort")).toString(), QStringLiteral("amount"));
        m_grid->setLayout(wanted);
        m_grid = std::make_unique<RecordGrid>(QStringLiteral("test"));
        m_grid->setModel(m_model.get());
        QCOMPARE(m_grid->layout(), wanted);
        m_grid->setLayout({});
        QCOMPARE(m_grid->layout(), first);
    }

    void frozenColumnsStayAtTheReadingEdge_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("Persian") << true;
        QTest::newRow("English") << false;
    }
    void frozenColumnsStayAtTheReadingEdge() {
        QFETCH(bool, isPersian);
        m_locale.setLanguage(isPersian ? Language::Persian : Language::English);
        m_model->append({oneCheque(3), oneCheque(1)});
        m_grid->resize(420, 300);
        m_grid->setLayout({{QStringLiteral("frozen"), QStringLiteral("sayad_id")}});
        QCoreApplication::processEvents();
        auto* front = m_grid->findChild<GridView*>()->front();
        QVERIFY(front->isVisible() && !front->isColumnHidden(0) && front->isColumnHidden(1));
        const QRect before = front->geometry();
        QCOMPARE(before.width(), m_grid->view()->columnWidth(0));
        m_grid->view()->horizontalScrollBar()->setValue(m_grid->view()->horizontalScrollBar()->maximum());
        QVERIFY(m_grid->view()->horizontalScrollBar()->value() > 0);
        QCOMPARE(front->geometry(), before);
        const QRect room = m_grid->view()->viewport()->geometry();
        QCOMPARE(isPersian ? before.right() : before.left(), isPersian ? room.right() : room.left());
        // A click there chooses the row, and a column that is scrolled to does not stop beneath.
        QTest::mouseClick(front->viewport(), Qt::LeftButton, {},
                          front->visualRect(m_model->index(1, 0)).center());
        QCOMPARE(m_grid->selectedRows(), QList<int>{1});
        m_grid->view()->scrollTo(m_model->index(0, 1));
        const QRect cell =
            m_grid->view()->visualRect(m_model->index(0, 1)).translated(m_grid->view()->viewport()->pos());
        QVERIFY(!cell.intersects(QRect(before.left(), cell.top(), before.width(), cell.height())));
    }

    void groupsHaveBandsWithTheirTitleAndTheRestGoesOnAsBefore() {
        m_model->append({oneCheque(3, "ب"), oneCheque(1, "ا"), oneCheque(2, "ب")});
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")}});
        QCOMPARE(m_grid->order(), QStringLiteral("drawer_name"));
        QTableView* view = m_grid->view();
        QVERIFY(view->rowHeight(0) > view->rowHeight(2));
        QCOMPARE(view->rowHeight(0), view->rowHeight(1));
        m_model->remove(0);
        QVERIFY(view->rowHeight(0) > view->rowHeight(1));
        m_grid->setLayout({});
        QCOMPARE(view->rowHeight(0), view->rowHeight(1));
    }

    void lineOfFrozenColumnsIsBehindTheTitlesOfGroups_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("Persian") << true;
        QTest::newRow("English") << false;
    }
    void lineOfFrozenColumnsIsBehindTheTitlesOfGroups() {
        QFETCH(bool, isPersian);
        m_locale.setLanguage(isPersian ? Language::Persian : Language::English);
        m_model->append({oneCheque(3, "ب"), oneCheque(1, "ا")});
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")}});
        auto* view = m_grid->findChild<GridView*>();
        view->setFrozen(0);
        QTRY_VERIFY(view->front()->isVisible());
        const QImage seen = view->grab().toImage();
        const QRect front = view->front()->geometry();
        const int edge = view->layoutDirection() == Qt::RightToLeft ? front.left() : front.right();
        const auto at = [&](int y) {
            return seen.pixelColor(QPoint(edge, view->viewport()->y() + y) * seen.devicePixelRatio());
        };
        const Colours& colours = coloursIn(view->palette());
        const int row = view->rowViewportPosition(1);
        QCOMPARE(at(row + 4), colours.raised);
        QCOMPARE(at(row + view->rowHeight(1) - 4), colours.strongBorder);
        QCOMPARE(seen.pixelColor(QPoint(edge, view->horizontalHeader()->geometry().center().y()) * seen.devicePixelRatio()),
                 colours.strongBorder);
    }

    void aFoldedGroupShowsItsNumberAndSumAlone() {
        m_locale.setLanguage(Language::English);
        m_model->append({oneCheque(3, "ب"), oneCheque(1, "ا"), oneCheque(2, "ب"), oneCheque(7, "پ")});
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")}});
        auto* view = m_grid->findChild<GridView*>();
        const auto band = [&](int at) { return view->bands().at(static_cast<std::size_t>(at)); };
        QCOMPARE(band(1).title, QStringLiteral("Drawer: ب — rows: 2  ·  Amount: sum 5"));
        QSignalSpy changed(m_grid.get(), &RecordGrid::layoutChanged);
        int place = 0;
        const auto press = [&](int row) {
            // Elsewhere each time, or it would be the second half of a double click.
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                              {place += 60, view->rowViewportPosition(row) + 8});
        };
        const int open = view->rowHeight(1);
        press(1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(band(1).isFolded && view->isRowHidden(2) && !view->isRowHidden(1));
        QVERIFY(view->rowHeight(1) < open && view->rowHeight(3) == open);
        // What is current stays, and a press chose nothing.
        QCOMPARE(m_grid->selectedCount(), 0);
        // A row that comes to it is counted and not shown, one of another group opens nothing.
        m_model->insert(3, oneCheque(10, "ب"));
        QVERIFY(view->isRowHidden(3) && !view->isRowHidden(4));
        QCOMPARE(band(1).title, QStringLiteral("Drawer: ب — rows: 3  ·  Amount: sum 15"));
        m_model->update(3, oneCheque(20, "ب"));
        QTRY_COMPARE(band(1).title, QStringLiteral("Drawer: ب — rows: 3  ·  Amount: sum 25"));
        // Its first row goes: the next one has the band.
        m_model->remove(1);
        QVERIFY(!view->isRowHidden(1) && view->isRowHidden(2) && band(1).isFolded);
        press(1);
        QVERIFY(!band(1).isFolded && !view->isRowHidden(2));
        m_model->setHasMore(true);
        m_model->append({oneCheque(1, "پ")});
        m_model->setHasMore(true);
        m_grid->setLayout(m_grid->layout());
        QCOMPARE(band(2).title, QStringLiteral("Drawer: پ — rows loaded: 2  ·  Amount: sum 8"));
    }

    void groupsAreFoldedAndOpenedByTheArrows_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::newRow("Persian") << true;
        QTest::newRow("English") << false;
    }
    void groupsAreFoldedAndOpenedByTheArrows() {
        QFETCH(bool, isPersian);
        m_locale.setLanguage(isPersian ? Language::Persian : Language::English);
        const auto outwards = isPersian ? Qt::Key_Right : Qt::Key_Left;
        const auto inwards = isPersian ? Qt::Key_Left : Qt::Key_Right;
        m_model->append({oneCheque(1, "ا"), oneCheque(2, "ب"), oneCheque(3, "ب"), oneCheque(4, "پ")});
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")}});
        auto* view = m_grid->findChild<GridView*>();
        view->setFocus();
        m_grid->selectRow(2);
        QTest::keyClick(view, inwards);
        QTest::keyClick(view, outwards);
        QVERIFY2(!view->isRowHidden(2), "the arrow that leads to the first column folds nothing");
        QTest::keyClick(view, outwards);
        QVERIFY(view->isRowHidden(2));
        QCOMPARE(view->currentIndex().row(), 1);
        // Past the group from both sides; on it, its rows are chosen.
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(m_grid->selectedRows(), (QList<int>{1, 2}));
        QSignalSpy opened(m_grid.get(), &RecordGrid::activated);
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(m_grid->selectedRows(), QList<int>{3});
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(!view->isRowHidden(2));
        QCOMPARE(opened.count(), 0);
        QTest::keyClick(view, outwards);
        QVERIFY(view->isRowHidden(2));
        QTest::keyClick(view, inwards);
        QVERIFY(!view->isRowHidden(2));
        // A row that is chosen by the program is chosen alone.
        QTest::keyClick(view, outwards);
        m_grid->selectRow(1);
        QCOMPARE(m_grid->selectedRows(), QList<int>{1});
        QTest::keyClick(view, Qt::Key_Asterisk);
        QVERIFY(!view->isRowHidden(2));
    }

    void allGroupsAreFoldedFromTheMenuAlsoThoseThatComeLater() {
        m_model->append({oneCheque(1, "ا"), oneCheque(2, "ا"), oneCheque(3, "ب"), oneCheque(4, "ب")});
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")}});
        const auto choose = [&](const char* action) {
            QTimer::singleShot(0, this, [action] {
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                QVERIFY(menu != nullptr);
                menu->findChild<QAction*>(QLatin1String(action))->trigger();
                menu->close();
            });
            QTest::mouseClick(m_grid->findChild<QToolButton*>(QStringLiteral("columnsButton")), Qt::LeftButton);
        };
        choose("foldAll");
        QTableView* view = m_grid->view();
        m_model->append({oneCheque(5, "پ"), oneCheque(6, "پ")});
        QVERIFY(view->isRowHidden(1) && view->isRowHidden(3) && view->isRowHidden(5));
        QVERIFY(!view->isRowHidden(0) && !view->isRowHidden(2) && !view->isRowHidden(4));
        m_grid->goToEdge(true);
        QCOMPARE(m_grid->currentRow(), 4);
        QTest::keyClick(view, m_locale.language() == Language::Persian ? Qt::Key_Left : Qt::Key_Right);
        const QJsonObject layout = m_grid->layout();
        QCOMPARE(layout.value(QStringLiteral("unfolded")).toArray(), QJsonArray{QStringLiteral("پ")});
        // The layout brings it back, in whatever language; another group opens all.
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("due_on")}});
        QVERIFY(!view->isRowHidden(1) && !view->isRowHidden(5));
        m_locale.setLanguage(Language::English);
        m_grid->setLayout(layout);
        QVERIFY(view->isRowHidden(1) && view->isRowHidden(3) && !view->isRowHidden(5));
        choose("unfoldAll");
        QVERIFY(!view->isRowHidden(1));
        QVERIFY(!m_grid->layout().contains(QStringLiteral("unfolded")));
    }

    void aScreenReaderHearsOfAGroup() {
        m_locale.setLanguage(Language::English);
        m_model->append({oneCheque(1, "ا"), oneCheque(2, "ا")});
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")}});
        const auto spoken = [&](int row) {
            return m_model->index(row, 1).data(Qt::AccessibleTextRole).toString();
        };
        const QString title = QStringLiteral("Drawer: ا — rows: 2  ·  Amount: sum 3");
        QCOMPARE(spoken(0), title + QStringLiteral(", group open — 1"));
        QCOMPARE(spoken(1), QStringLiteral("2"));
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")},
                           {QStringLiteral("folded"), QJsonArray{QStringLiteral("ا")}}});
        QCOMPARE(spoken(0), title + QStringLiteral(", group folded"));
        m_grid->setLayout({});
        QCOMPARE(spoken(0), QStringLiteral("1"));
    }

    void foldedGroupsDoNotPullTheWholeListThroughTheWindow() {
        int asked = 0;
        showWindowOf(10'000, &asked);
        m_grid->setLayout({{QStringLiteral("group"), QStringLiteral("drawer_name")},
                           {QStringLiteral("unfolded"), QJsonArray{}}});
        for (int turn = 0; turn < 40; ++turn) {
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_model->count(), 400);
        QCOMPARE(asked, 7);
        QCOMPARE(m_model->rowsBefore(), 0);
        // Who wants further gets further, one page at a time.
        m_grid->view()->setFocus();
        m_grid->goToEdge(true);
        QTest::keyClick(m_grid->view(), Qt::Key_Down);
        QTRY_COMPARE(m_model->rowsBefore(), 50);
        for (int turn = 0; turn < 10; ++turn) {
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_model->rowsBefore(), 50);
        QTest::keyClick(m_grid->view(), Qt::Key_Up);
        QTRY_COMPARE(m_model->rowsBefore(), 0);
    }

    void textsTakeTheRoomThatIsLeftUntilSomebodySizesThem() {
        m_model->append({oneCheque(1)});
        m_grid->resize(900, 300);
        QCoreApplication::processEvents();
        const auto width = [&](int column) { return m_grid->view()->columnWidth(column); };
        int sum = 0;
        for (int column = 0; column < 4; ++column) {
            sum += width(column);
        }
        QCOMPARE(sum, m_grid->view()->viewport()->width());
        QCOMPARE(width(2), 110);
        QVERIFY(width(3) > 300);
        m_grid->view()->setColumnWidth(3, 200);
        m_grid->resize(910, 300);
        QCoreApplication::processEvents();
        QCOMPARE(width(3), 200);
    }

    void rowsInViewStayWhereTheyAreWhileOthersComeAndGo() {
        showWindowOf(10'000);
        QTableView* view = m_grid->view();
        view->verticalScrollBar()->setValue(40 * 32 + 7);
        const auto inView = [&] {
            return std::pair(m_model->at(view->rowAt(0)).id, view->rowViewportPosition(view->rowAt(0)));
        };
        const auto before = inView();
        m_model->insert(0, numbered(50'000));
        QCOMPARE(inView(), before);
        m_model->insert(view->rowAt(0) + 3, numbered(50'001));
        QCOMPARE(inView(), before);
        m_model->remove(2);
        QCOMPARE(inView(), before);
        for (int page = 0; page < 9; ++page) {
            m_model->fetchMore({});
            QVERIFY(m_model->rowOf(before.first.value()) < 0 || inView() == before);
        }
        QCOMPARE(m_model->count(), 400);
    }

    void scrollingFetchesBothWaysAndTheBarKnowsTheWholeList() {
        showWindowOf(10'000);
        auto* bar = m_grid->findChild<QScrollBar*>(QStringLiteral("listScrollBar"));
        QTableView* view = m_grid->view();
        const int whole = 10'000 * 32 - view->viewport()->height();
        QTRY_COMPARE(bar->maximum(), whole);
        const auto top = [&] { return m_model->at(view->rowAt(0)).id.value(); };
        for (int row = 0; row < 9'900; row += 20) {
            bar->setValue(row * 32);
            QCoreApplication::processEvents();
            QVERIFY2(top() == row + 1, qPrintable(QStringLiteral("%1 at %2").arg(top()).arg(row)));
            QCOMPARE(bar->value(), row * 32);
            QVERIFY(m_model->count() <= 400);
        }
        for (int row = 9'900; row >= 0; row -= 20) {
            bar->setValue(row * 32);
            QCoreApplication::processEvents();
            QCOMPARE(top(), row + 1);
        }
        QVERIFY(!m_model->hasBefore());
        QCOMPARE(m_grid->findChild<QLabel*>(QStringLiteral("count"))->text().contains(u'۱'), true);
    }

    void theSelectionAndTheCurrentRecordOutliveTheirPages() {
        showWindowOf(10'000);
        auto* bar = m_grid->findChild<QScrollBar*>(QStringLiteral("listScrollBar"));
        m_grid->selectRow(3);
        m_grid->view()->selectionModel()->select(m_model->index(5, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QSignalSpy chosen(m_grid.get(), &RecordGrid::selectionChanged);
        for (int row = 0; row < 2'000; row += 20) {
            bar->setValue(row * 32);
            QCoreApplication::processEvents();
        }
        QVERIFY(m_model->rowOf(4) < 0);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(m_grid->currentRow(), -1);
        QCOMPARE(m_grid->selectedCount(), 2);
        QVERIFY(m_grid->isSelectedAway(4) && m_grid->isSelectedAway(6));
        auto* sums = m_grid->findChild<QLabel*>(QStringLiteral("sums"));
        QVERIFY2(sums->text().contains(QStringLiteral("جمع ۱۰")), qPrintable(sums->text()));
        QCOMPARE(m_grid->selectionAsText().count(u'\n'), 3);
        for (int row = 2'000; row >= 0; row -= 20) {
            bar->setValue(row * 32);
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_grid->selectedRows(), (QList<int>{3, 5}));
        QCOMPARE(m_grid->currentRow(), 3);
        QCOMPARE(chosen.count(), 0);
        // Whoever chooses anew lets go of the others, wherever they are.
        bar->setValue(bar->maximum() / 2);
        m_grid->selectRow(m_grid->topRow());
        QCOMPARE(m_grid->selectedCount(), 1);
    }

    void aModelMayGoBeforeItsGrid() {
        showWindowOf(10'000);
        m_grid->view()->setColumnWidth(1, 222);
        m_model.reset();
        QCoreApplication::processEvents();
        QCOMPARE(m_grid->topRow(), -1);
        m_grid.reset();
    }

    void homeAndEndAskForTheEndsOfAListThatGoesOn() {
        showWindowOf(10'000);
        QSignalSpy asked(m_grid.get(), &RecordGrid::edgeWanted);
        QTest::keyClick(m_grid->view(), Qt::Key_Home);
        QCOMPARE(asked.count(), 0);
        QCOMPARE(m_grid->currentRow(), 0);
        QTest::keyClick(m_grid->view(), Qt::Key_End);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toBool(), true);
    }

    void theLineUnderAHeadingSaysWhatWasTyped() {
        m_model->append({oneCheque(3)});
        m_grid->setQuickFilters({"sayad_id", "due_on", "gone"});
        QVERIFY(m_grid->findChild<QLineEdit*>(QStringLiteral("quick_due_on")) == nullptr);
        m_grid->view()->setFocus();
        const int before = m_grid->view()->horizontalHeader()->height();
        QTest::keyClick(m_grid->view(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
        QVERIFY(m_grid->view()->horizontalHeader()->height() > before);
        auto* line = m_grid->findChild<QLineEdit*>(QStringLiteral("quick_due_on"));
        QVERIFY(line != nullptr && line->isVisible());
        const QHeaderView* header = m_grid->view()->horizontalHeader();
        QVERIFY(line->geometry().left() >= header->sectionViewportPosition(2) &&
                line->geometry().right() <= header->sectionViewportPosition(2) + header->sectionSize(2));
        QSignalSpy typed(m_grid.get(), &RecordGrid::quickFilterTyped);
        QTest::keyClicks(line, "1405");
        QCOMPARE(typed.count(), 4);
        QCOMPARE(m_grid->quickFilter("due_on"), QStringLiteral("1405"));
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(m_grid->quickFilter("due_on"), QString());
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(m_grid->view()->hasFocus());
    }

    void firstWidthsStandUntilColumnsAreSized() {
        const auto widths = [](const RecordGrid& grid) {
            return std::pair(grid.view()->columnWidth(0), grid.view()->columnWidth(1));
        };
        {
            RecordGrid grid(QStringLiteral("first"));
            grid.setFirstWidths({{"amount", 77}});
            grid.setModel(m_model.get());
            QCOMPARE(widths(grid).second, 77);
            QCOMPARE(widths(grid).first, m_grid->view()->columnWidth(0));
            grid.view()->setColumnWidth(1, 123);
        }
        RecordGrid later(QStringLiteral("first"));
        later.setFirstWidths({{"amount", 77}});
        later.setModel(m_model.get());
        QCOMPARE(widths(later).second, 123);
    }

    void theTableIsMirroredInPersian() {
        m_model->append({oneCheque(3)});
        QVERIFY(m_grid->view()->visualRect(m_model->index(0, 0)).left() >
                m_grid->view()->visualRect(m_model->index(0, 1)).left());
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QVERIFY(m_grid->view()->visualRect(m_model->index(0, 0)).left() <
                m_grid->view()->visualRect(m_model->index(0, 1)).left());
        QCOMPARE(m_grid->findChild<QLabel*>(QStringLiteral("count"))->text(), QStringLiteral("Rows: 1"));
    }

  private:
    static cheque::Cheque numbered(int number) {
        cheque::Cheque one = oneCheque(number);
        one.id = ChequeId(number);
        return one;
    }

    /// A list of cheques 1 … length, in pages of 50, of which 400 are held.
    void showWindowOf(int length, int* asked = nullptr) {
        const auto page = [length](int first) {
            RowPage<cheque::Cheque> one;
            for (int row = first; row < std::min(length, first + 50); ++row) {
                one.rows.push_back(numbered(row + 1));
            }
            one.before = first > 0 ? QString::number(first) : QString();
            one.after = first + 50 < length ? QString::number(first + 50) : QString();
            return one;
        };
        m_model->setRowsMax(400);
        m_model->setFetcher([this, page, asked] {
            m_model->appendPage(page(m_model->cursorAfter().toInt()));
            if (asked != nullptr) {
                ++*asked;
            }
        });
        m_model->setFetcherBefore(
            [this, page] { m_model->prependPage(page(m_model->cursorBefore().toInt() - 50)); });
        m_grid->setTotal(length);
        m_model->replace(page(0), 0);
        QCoreApplication::processEvents();
    }

    QTemporaryDir m_settings;
    Theme m_theme;
    Locale m_locale;
    std::unique_ptr<RecordModel<cheque::Cheque>> m_model;
    std::unique_ptr<RecordGrid> m_grid;
};

QTEST_MAIN(RecordGridTest)
#include "record_grid_test.moc"
