#include "ui/locale/language.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/wizard_frame.h"

#include <QApplication>
#include <QDialog>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace nextgen;
using namespace nextgen::ui;

class FramesTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void aDialogIsAsHighAsItsContentUnlessTheScreenIsLower() {
        for (const int wanted : {200, 5000}) {
            QDialog dialog;
            auto* content = new QWidget;
            content->setMinimumHeight(wanted);
            auto* scroll = makeDialogScroll(content);
            (new QVBoxLayout(&dialog))->addWidget(scroll);
            dialog.show();
            const int screen = dialog.screen()->availableGeometry().height();
            QTRY_COMPARE(scroll->height() >= wanted, wanted < screen);
            QVERIFY(dialog.height() < screen);
        }
    }

    void aWizardShowsWhereItStandsAndAsksItsOwner() {
        WizardFrame wizard;
        for (const char* title : {"فایل", "بررسی", "ثبت"}) {
            wizard.addStep(QString::fromUtf8(title), new QWidget);
        }
        auto* header = wizard.findChild<StepHeader*>();
        QCOMPARE(header->state(0), StepState::Current);
        QVERIFY(!wizard.backButton()->isEnabled());
        wizard.setCurrent(1);
        QCOMPARE(header->state(0), StepState::Done);
        QCOMPARE(header->state(1), StepState::Current);
        QCOMPARE(header->state(2), StepState::Todo);
        wizard.setStepState(0, StepState::Failed);
        QVERIFY(header->accessibleName().contains(QStringLiteral("مرحلهٔ ۱، فایل: ناموفق")));

        QSignalSpy next(&wizard, &WizardFrame::nextRequested);
        QSignalSpy back(&wizard, &WizardFrame::backRequested);
        QSignalSpy cancel(&wizard, &WizardFrame::cancelRequested);
        wizard.nextButton()->click();
        wizard.backButton()->click();
        wizard.cancelButton()->click();
        QCOMPARE(next.count() + back.count() + cancel.count(), 3);
        // It goes nowhere by itself.
        QCOMPARE(wizard.current(), 1);

        wizard.setNextText(QStringLiteral("ثبت ۱۸ چک"));
        QCOMPARE(wizard.nextButton()->text(), QStringLiteral("ثبت ۱۸ چک"));
        wizard.setNextText({});
        QCOMPARE(wizard.nextButton()->text(), QStringLiteral("بعدی"));
    }

    void progressIsSaidInNumbersBesideTheBar() {
        ProgressPanel panel;
        auto* bar = panel.findChild<QProgressBar*>();
        auto* numbers = panel.findChild<QLabel*>(QStringLiteral("numbers"));
        QCOMPARE(bar->maximum(), 0);
        panel.setProgress(1200, 5000);
        QCOMPARE(bar->value() * 100 / bar->maximum(), 24);
        QCOMPARE(numbers->text(), QStringLiteral("۱٬۲۰۰ از ۵٬۰۰۰ (۲۴٪)"));
        panel.setProgress(9000, 5000);
        QCOMPARE(bar->value(), bar->maximum());
        panel.setIndeterminate();
        QCOMPARE(bar->maximum(), 0);
        QCOMPARE(numbers->text(), QString());
    }

    void cancelIsAskedOnce() {
        ProgressPanel panel;
        QSignalSpy cancel(&panel, &ProgressPanel::cancelRequested);
        auto* button = panel.findChild<QPushButton*>(QStringLiteral("cancelButton"));
        button->click();
        button->click();
        QCOMPARE(cancel.count(), 1);
        panel.setCancelEnabled(true);
        button->click();
        QCOMPARE(cancel.count(), 2);
    }

    void aBannerStaysUntilItIsClosed() {
        Banner banner(Tone::Warn);
        banner.setText(QStringLiteral("اتصال قطع است"));
        banner.setAction(QStringLiteral("اتصال دوباره"));
        banner.setClosable(true);
        banner.show();
        QSignalSpy action(&banner, &Banner::actionTriggered);
        QSignalSpy closed(&banner, &Banner::closed);
        banner.findChild<QPushButton*>(QStringLiteral("actionButton"))->click();
        QCOMPARE(action.count(), 1);
        QVERIFY(banner.isVisible());
        banner.findChild<QToolButton*>(QStringLiteral("closeButton"))->click();
        QCOMPARE(closed.count(), 1);
        QVERIFY(!banner.isVisible());
        QCOMPARE(banner.accessibleName(), QStringLiteral("اتصال قطع است"));
    }

    void aToastGoesByItselfAndOffersItsAction() {
        QWidget window;
        window.resize(800, 600);
        window.show();
        Toast toast(&window);
        toast.showMessage(Tone::Good, QStringLiteral("ثبت شد"), {}, 20);
        QVERIFY(toast.isVisible());
        QVERIFY(window.rect().contains(toast.geometry()));
        QTRY_VERIFY(!toast.isVisible());
        toast.showMessage(Tone::Good, QStringLiteral("ثبت شد"), QStringLiteral("برگرداندن"));
        QSignalSpy undo(&toast, &Toast::actionTriggered);
        window.resize(400, 300);
        QVERIFY(window.rect().contains(toast.geometry()));
        toast.findChild<QPushButton*>(QStringLiteral("toastActionButton"))->click();
        QCOMPARE(undo.count(), 1);
        QVERIFY(!toast.isVisible());
    }

    void aDialogIsAnsweredByItsButtons_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("isDangerous");
        QTest::addColumn<bool>("answer");
        QTest::newRow("accept") << "acceptButton" << false << true;
        QTest::newRow("cancel") << "cancelButton" << false << false;
        QTest::newRow("accept a danger") << "acceptButton" << true << true;
        QTest::newRow("cancel a danger") << "cancelButton" << true << false;
    }
    void aDialogIsAnsweredByItsButtons() {
        QFETCH(QString, button);
        QFETCH(bool, isDangerous);
        QFETCH(bool, answer);
        QString focused;
        QTimer::singleShot(0, this, [&] {
            auto* dialog = QApplication::activeModalWidget();
            focused = dialog->focusWidget()->objectName();
            dialog->findChild<QPushButton*>(button)->click();
        });
        WindowDialogs dialogs;
        QCOMPARE(dialogs.confirm(
                     nullptr,
                     {QStringLiteral("ثبت؟"), QStringLiteral("متن"), {}, QStringLiteral("ثبت"), isDangerous}),
                 answer);
        // Enter is the way on, unless that cannot be taken back.
        QCOMPARE(focused, isDangerous ? QStringLiteral("cancelButton") : QStringLiteral("acceptButton"));
    }

    void aTextIsAskedForOrNot() {
        WindowDialogs dialogs;
        QTimer::singleShot(0, this, [] {
            auto* line = QApplication::activeModalWidget()->findChild<QLineEdit*>();
            line->setText(QStringLiteral("علت"));
            QTest::keyClick(line, Qt::Key_Return);
        });
        QCOMPARE(dialogs.askText(nullptr, QStringLiteral("برگشت"), QStringLiteral("علت:")),
                 QStringLiteral("علت"));
        QTimer::singleShot(0, this,
                           [] { static_cast<QDialog*>(QApplication::activeModalWidget())->reject(); });
        QVERIFY(dialogs.askText(nullptr, QStringLiteral("برگشت"), QStringLiteral("علت:")).isNull());
    }

    void aFlowWrapsAtTheWidthAndBeginsAtTheLeadingSide() {
        QWidget box;
        auto* flow = new FlowLayout(10, &box);
        std::vector<QWidget*> items;
        for (int i = 0; i < 3; ++i) {
            items.push_back(new QFrame);
            items.back()->setFixedSize(100, 20);
            flow->addWidget(items.back());
        }
        QCOMPARE(flow->heightForWidth(320), 20);
        QCOMPARE(flow->heightForWidth(319), 50);
        box.resize(320, 60);
        box.show();
        QVERIFY(items[0]->x() > items[1]->x());
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QTRY_VERIFY(items[0]->x() < items[1]->x());
        items[0]->hide();
        QCOMPARE(flow->heightForWidth(210), 20);
    }

  private:
    Theme m_theme;
    Locale m_locale;
};

QTEST_MAIN(FramesTest)
#include "frames_test.moc"
