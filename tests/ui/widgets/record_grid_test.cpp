#include "ui/widgets/record_grid.h"

#include "shared/cheque/cheque.h"
#include "ui/describe/record_model.h"
#include "ui/locale/language.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
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
        QSettings().clear();
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
    QTemporaryDir m_settings;
    Theme m_theme;
    Locale m_locale;
    std::unique_ptr<RecordModel<cheque::Cheque>> m_model;
    std::unique_ptr<RecordGrid> m_grid;
};

QTEST_MAIN(RecordGridTest)
#include "record_grid_test.moc"
