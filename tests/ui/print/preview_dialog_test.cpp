#include "ui/print/preview_dialog.h"

#include "tests/support/scripted_dialogs.h"
#include "ui/locale/format.h"
#include "ui/locale/language.h"
#include "ui/locale/memory.h"
#include "ui/print/page_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nextgen;
using namespace nextgen::print;

namespace {

Sheet sheetOf(int rows) {
    Sheet sheet;
    sheet.kind = QStringLiteral("test_list");
    sheet.title = QStringLiteral("فهرست");
    Table table;
    table.columns = {{QStringLiteral("نام"), ColumnKind::Text}};
    for (int row = 0; row < rows; ++row) {
        table.rows.push_back({{ui::showNumber(row)}});
    }
    sheet.blocks.emplace_back(std::move(table));
    return sheet;
}

}  // namespace

class PreviewDialogTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QApplication::setOrganizationName(QStringLiteral("nextgen-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }
    void init() { ui::forgetAll(); }

    void thePaperIsRememberedForItsKindOfDocument() {
        {
            PreviewDialog dialog(sheetOf(3), m_dialogs);
            QCOMPARE(dialog.paper(), Paper());
            dialog.setPaper({PaperSize::A5, true});
        }
        PreviewDialog again(sheetOf(3), m_dialogs);
        QCOMPARE(again.paper(), (Paper{PaperSize::A5, true}));
        Sheet other = sheetOf(3);
        other.kind = QStringLiteral("other");
        PreviewDialog another(std::move(other), m_dialogs);
        QCOMPARE(another.paper(), Paper());
    }

    void aListTooWideForUprightPaperIsLaidLengthwise() {
        Sheet sheet = sheetOf(0);
        auto& table = std::get<Table>(sheet.blocks.front());
        for (int column = 0; column < 10; ++column) {
            table.columns.push_back({QStringLiteral("کد"), ColumnKind::Short});
        }
        std::vector<Cell> cells(11);
        for (Cell& cell : cells) {
            cell.text = QStringLiteral("IR06296000000010");
        }
        table.rows.push_back(cells);
        PreviewDialog dialog(std::move(sheet), m_dialogs);
        QVERIFY(dialog.paper().isLandscape);
    }

    void keysTurnThePages() {
        PreviewDialog dialog(sheetOf(150), m_dialogs);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* view = dialog.findChild<PageView*>();
        view->setFocus();
        QVERIFY(dialog.layoutOfSheet().pageCount() > 2);
        QTest::keyClick(view, Qt::Key_PageDown);
        for (int i = 0; i < 20 && dialog.currentPage() == 0; ++i) {
            QTest::keyClick(view, Qt::Key_PageDown);
        }
        QCOMPARE(dialog.currentPage(), 1);
        QTest::keyClick(view, Qt::Key_PageUp);
        QCOMPARE(dialog.currentPage(), 0);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(dialog.currentPage(), dialog.layoutOfSheet().pageCount() - 1);
        QTest::keyClick(view, Qt::Key_PageDown);
        QCOMPARE(dialog.currentPage(), dialog.layoutOfSheet().pageCount() - 1);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(dialog.currentPage(), 0);
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("pageNumber"))
                    ->text()
                    .contains(ui::showNumber(dialog.layoutOfSheet().pageCount())));
        const int before = view->zoomPercent();
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(view->zoomPercent() > before);
    }

    void itIsSavedAndPrintedByKeys_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("Ctrl+S") << static_cast<int>(Qt::Key_S);
        QTest::newRow("Ctrl+P") << static_cast<int>(Qt::Key_P);
    }
    void itIsSavedAndPrintedByKeys() {
        QFETCH(int, key);
        PreviewDialog dialog(sheetOf(150), m_dialogs);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QSignalSpy worked(&dialog, &PreviewDialog::worked);
        m_dialogs.nextFile = m_folder.filePath(QStringLiteral("out.pdf"));
        QFile::remove(m_dialogs.nextFile);
        QTest::keyClick(&dialog, static_cast<Qt::Key>(key), Qt::ControlModifier);
        QTRY_COMPARE(worked.size(), 1);
        QCOMPARE(worked.front().front().value<Outcome>().kind, Outcome::Kind::Done);
        QFile file(m_dialogs.nextFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Type /Page\n"), dialog.layoutOfSheet().pageCount());
        QVERIFY(dialog.findChild<ui::Banner*>()->isVisible());
        QVERIFY(!dialog.isWorking());
    }

    void aFileThatCannotBeWrittenIsSaid() {
        PreviewDialog dialog(sheetOf(3), m_dialogs);
        QSignalSpy worked(&dialog, &PreviewDialog::worked);
        m_dialogs.nextFile = QStringLiteral("/proc/no/such/folder/out.pdf");
        dialog.savePdf();
        QTRY_COMPARE(worked.size(), 1);
        const auto outcome = worked.front().front().value<Outcome>();
        QCOMPARE(outcome.kind, Outcome::Kind::Failed);
        QVERIFY(dialog.findChild<ui::Banner*>()->text().contains(outcome.reason));
    }

    void closingGivesUpWhatIsHalfWritten() {
        m_dialogs.nextFile = m_folder.filePath(QStringLiteral("half.pdf"));
        QPointer<PreviewDialog> dialog = new PreviewDialog(sheetOf(rowsMax), m_dialogs);
        dialog->show();
        dialog->savePdf();
        QVERIFY(dialog->isWorking());
        dialog->reject();
        QTRY_VERIFY(dialog == nullptr);
        QVERIFY(!QFile::exists(m_dialogs.nextFile));
    }

  private:
    QTemporaryDir m_folder;
    ui::Locale m_locale;
    ui::Theme m_theme;
    test::ScriptedDialogs m_dialogs;
};

QTEST_MAIN(PreviewDialogTest)
#include "preview_dialog_test.moc"
