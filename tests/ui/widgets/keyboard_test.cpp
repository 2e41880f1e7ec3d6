#include "shared/core/identifier.h"
#include "tests/gui/support/clerk.h"
#include "ui/locale/language.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/form.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/reference_edit.h"
#include "ui/widgets/scanner.h"
#include "ui/widgets/wizard_frame.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QtTest>
#include <algorithm>

using namespace nextgen;
using namespace nextgen::ui;
using nextgen::test::Clerk;

namespace {

const QString sayadId = QStringLiteral("4321000011112222");

/// A button that was pressed too often says so.
struct Window : QWidget {
    Window() {
        layout = new QVBoxLayout(this);
        form = new Form(2, this);
        layout->addWidget(form);
    }
    template <class T>
    T* add(const char* name) {
        auto* editor = new T;
        form->addRow(QLatin1String(name), QLatin1String(name), editor);
        return editor;
    }
    void showIt() {
        show();
        activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(this));
    }

    QVBoxLayout* layout;
    Form* form;
};

}  // namespace

/// What keys do in forms, on buttons and in wizards, and what becomes of scanned codes.
class KeyboardTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void enterGoesThroughAFormAndSubmitsAtItsEnd() {
        Window window;
        auto* name = window.add<QLineEdit>("name");
        auto* bank = window.add<QComboBox>("bank");
        auto* gone = window.add<QLineEdit>("disabled");
        auto* fixed = window.add<QLineEdit>("read_only");
        auto* box = window.add<QCheckBox>("box");
        auto* date = window.add<JalaliDateEdit>("date");
        gone->setEnabled(false);
        fixed->setReadOnly(true);
        bank->addItems({QStringLiteral("a"), QStringLiteral("b")});
        QSignalSpy submitted(window.form, &Form::submitted);
        window.showIt();
        name->setFocus();
        Clerk clerk;
        clerk.press(Qt::Key_Return);
        QVERIFY(bank->hasFocus());
        clerk.press(Qt::Key_Enter, Qt::KeypadModifier);
        QVERIFY(box->hasFocus());
        clerk.press(Qt::Key_Return);
        QVERIFY(date->lineEdit()->hasFocus());
        QCOMPARE(submitted.size(), 0);
        clerk.press(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(box->hasFocus());
        clerk.press(Qt::Key_Return);
        clerk.press(Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
        name->setFocus();
        clerk.press(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(name->hasFocus());
        QCOMPARE(submitted.size(), 1);
    }

    void ctrlSSubmitsFromAnywhereAndALongTextKeepsItsEnter() {
        Window window;
        auto* text = window.add<QTextEdit>("text");
        window.add<QLineEdit>("name");
        QSignalSpy submitted(window.form, &Form::submitted);
        window.showIt();
        text->setFocus();
        Clerk clerk;
        clerk.type(QStringLiteral("a"));
        clerk.press(Qt::Key_Return);
        clerk.type(QStringLiteral("b"));
        QCOMPARE(text->toPlainText(), QStringLiteral("a\nb"));
        QCOMPARE(submitted.size(), 0);
        clerk.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(submitted.size(), 1);
    }

    void enterPressesTheButtonThatHasTheKeyboard() {
        const EnterKey enterKey;
        Window window;
        auto* button = new QPushButton(&window);
        window.layout->addWidget(button);
        QSignalSpy clicked(button, &QPushButton::clicked);
        window.showIt();
        button->setFocus();
        Clerk().press(Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
        button->setEnabled(false);
        Clerk().press(Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    void enterInAWizardGoesOnFromFieldsAlone() {
        const EnterKey enterKey;
        WizardFrame wizard;
        auto* page = new QWidget;
        auto* layout = new QVBoxLayout(page);
        auto* line = new QLineEdit;
        auto* table = new QTableWidget(2, 2);
        layout->addWidget(line);
        layout->addWidget(table);
        wizard.addStep(QStringLiteral("one"), page);
        QSignalSpy next(&wizard, &WizardFrame::nextRequested);
        wizard.show();
        wizard.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        Clerk clerk;
        line->setFocus();
        clerk.press(Qt::Key_Return);
        QCOMPARE(next.size(), 1);
        table->setFocus();
        clerk.press(Qt::Key_Return);
        QCOMPARE(next.size(), 1);
        clerk.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(next.size(), 2);
        wizard.setNextEnabled(false);
        clerk.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(next.size(), 2);
    }

    void enterTakesTheRecordThatIsMarkedAndGoesOn() {
        Window window;
        auto* brand = addReference(window, {{1, "Arya"}, {2, "Aral"}});
        auto* after = window.add<QLineEdit>("after");
        window.showIt();
        brand->setFocus();
        Clerk clerk;
        clerk.type(QStringLiteral("ar"));
        QAbstractItemView* list = brand->lineEdit()->completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(brand->lineEdit()->text(), QStringLiteral("ar"));  // marking writes nothing
        clerk.press(Qt::Key_Down);
        clerk.press(Qt::Key_Return);
        QTRY_VERIFY(after->hasFocus());
        QVERIFY(!list->isVisible());
        QCOMPARE(brand->value() ? brand->value()->id : 0, 2);
        QTRY_COMPARE(brand->lineEdit()->text(), QStringLiteral("Aral"));
    }

    void enterBeforeTheAnswerWaitsForIt_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("one is meant") << 1 << true;
        QTest::newRow("one of several is to be chosen") << 2 << false;
        QTest::newRow("nobody is called so") << 0 << false;
    }
    void enterBeforeTheAnswerWaitsForIt() {
        QFETCH(int, count);
        QFETCH(bool, goesOn);
        Window window;
        std::vector<Reference> found;
        for (int i = 0; i < count; ++i) {
            found.push_back({i + 1, QStringLiteral("Arya")});
        }
        auto* brand = addReference(window, found);
        auto* after = window.add<QLineEdit>("after");
        window.showIt();
        brand->setFocus();
        Clerk clerk;
        clerk.type(QStringLiteral("ar"));
        clerk.press(Qt::Key_Return);
        QTRY_COMPARE(m_asked, 1);
        QTRY_COMPARE(after->hasFocus(), goesOn);
        QTest::qWait(0);
        QCOMPARE(brand->value().has_value(), goesOn);
        QCOMPARE(brand->lineEdit()->completer()->popup()->isVisible(), count > 1);
        QCOMPARE(brand->lineEdit()->property("refused").toBool(), count == 0);
        brand->lineEdit()->completer()->popup()->hide();
    }

    void aScanIsManyDigitsAtOnceAndThenEnter_data() {
        QTest::addColumn<QList<int>>("gaps");
        QTest::addColumn<int>("endGap");
        QTest::addColumn<QString>("code");
        const QList<int> quick(16, 3);
        QTest::newRow("a scanner") << quick << 3 << QString(16, u'1');
        QTest::newRow("a slow scanner") << QList<int>(8, 30) << 30 << QString(8, u'1');
        QTest::newRow("too few digits") << QList<int>(7, 3) << 3 << QString();
        QTest::newRow("a person") << QList<int>(16, 90) << 90 << QString();
        QTest::newRow("digits in a burst, Enter by a person") << quick << 200 << QString();
        QTest::newRow("a person's digit before it")
            << (QList<int>{0, 500} + QList<int>(9, 3)) << 3 << QString(10, u'1');
        QTest::newRow("a break in the middle")
            << (QList<int>(10, 3) + QList<int>{31} + QList<int>(5, 3)) << 3 << QString();
    }
    void aScanIsManyDigitsAtOnceAndThenEnter() {
        QFETCH(QList<int>, gaps);
        QFETCH(int, endGap);
        QFETCH(QString, code);
        ScanReader reader;
        qint64 now = 1'000;
        for (const int gap : gaps) {
            now += gap;
            reader.digit('1', now);
        }
        QCOMPARE(reader.end(now + endGap).value_or(QString()), code);
        QCOMPARE(reader.end(now + endGap), std::nullopt);  // it is over
    }

    void aScannedSayadIdFillsItsFieldAndGoesOn_data() {
        QTest::addColumn<QString>("focused");
        QTest::newRow("from its own field") << "sayad_id";
        QTest::newRow("from a field that it does not belong in") << "amount";
    }
    void aScannedSayadIdFillsItsFieldAndGoesOn() {
        QFETCH(QString, focused);
        qint64 now = 0;
        const Scanner scanner([&now](const QKeyEvent& /*key*/) { return now; });
        Window window;
        auto* amount = window.add<MoneyEdit>("amount");
        auto* sayad = window.add<CodeEdit>("sayad_id");
        auto* serial = window.add<QLineEdit>("serial");
        sayad->setReader(identifier::readSayadId);
        QSignalSpy submitted(window.form, &Form::submitted);
        window.showIt();
        window.form->editor(focused)->setFocus();
        scan(now, sayadId);
        QCOMPARE(sayad->value().value_or(""), sayadId.toStdString());
        QVERIFY(serial->hasFocus());
        QVERIFY(!amount->value() && amount->lineEdit()->text().isEmpty());
        QVERIFY(serial->text().isEmpty());
        QCOMPARE(submitted.size(), 0);
    }

    void aScanThatNoFieldTakesIsRefusedAloudAndTypesNothing() {
        qint64 now = 0;
        const Scanner scanner([&now](const QKeyEvent& /*key*/) { return now; });
        Window window;
        auto* amount = window.add<MoneyEdit>("amount");
        auto* sayad = window.add<CodeEdit>("sayad_id");
        sayad->setReader(identifier::readSayadId);
        sayad->setValue("1111222233334444");
        QSignalSpy submitted(window.form, &Form::submitted);
        window.showIt();
        amount->setFocus();
        scan(now, sayadId);  // what stands there is not overwritten from elsewhere
        QCOMPARE(sayad->value().value_or(""), std::string("1111222233334444"));
        scan(now, QStringLiteral("6260100012345"));
        QVERIFY(amount->lineEdit()->text().isEmpty());
        QVERIFY(amount->lineEdit()->hasFocus());
        const auto labels = window.form->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text().contains(showCode(QStringLiteral("6260100012345")));
        }));
        QCOMPARE(submitted.size(), 0);
    }

    void aScanPressesNoButtonAndTriggersNoShortcut() {
        const EnterKey enterKey;
        qint64 now = 0;
        const Scanner scanner([&now](const QKeyEvent& /*key*/) { return now; });
        Window window;
        auto* button = new QPushButton(&window);
        window.layout->addWidget(button);
        QAction enter(&window);
        enter.setShortcut(Qt::Key_Return);
        window.addAction(&enter);
        QSignalSpy clicked(button, &QPushButton::clicked);
        QSignalSpy triggered(&enter, &QAction::triggered);
        window.showIt();
        button->setFocus();
        scan(now, sayadId);
        QCOMPARE(clicked.size() + triggered.size(), 0);
    }

    void whatAPersonTypesArrivesInItsOrder() {
        qint64 now = 0;
        const Scanner scanner([&now](const QKeyEvent& /*key*/) { return now; });
        Window window;
        auto* line = window.add<QLineEdit>("name");
        QSignalSpy submitted(window.form, &Form::submitted);
        window.showIt();
        line->setFocus();
        Clerk clerk;
        for (const QChar sign : QStringLiteral("12a3")) {
            now += 120;
            clerk.type(sign);
        }
        now += 10;  // quick, but no scan
        clerk.press(Qt::Key_Return);
        QCOMPARE(line->text(), QStringLiteral("12a3"));
        QCOMPARE(submitted.size(), 1);
        now += 120;
        clerk.type(QStringLiteral("4"));
        QTRY_COMPARE(line->text(), QStringLiteral("12a34"));  // without another key
    }

    void digitsOfAPersianKeyboardAreDigits() {
        qint64 now = 0;
        const Scanner scanner([&now](const QKeyEvent& /*key*/) { return now; });
        Window window;
        auto* sayad = window.add<CodeEdit>("sayad_id");
        sayad->setReader(identifier::readSayadId);
        window.showIt();
        sayad->setFocus();
        scan(now, showCode(sayadId).remove(QChar(0x2066)).remove(QChar(0x2069)));
        QCOMPARE(sayad->value().value_or(""), sayadId.toStdString());
    }

  private:
    ReferenceEdit* addReference(Window& window, const std::vector<Reference>& found) {
        m_asked = 0;
        auto* edit = new ReferenceEdit(
            "brands", [this, found](std::string_view, const QString&, QObject* asker, const auto& take) {
                ++m_asked;
                QTimer::singleShot(0, asker, [take, found] { take(found); });
            });
        window.form->addRow(QStringLiteral("brand_id"), QStringLiteral("brand"), edit);
        return edit;
    }

    static void scan(qint64& now, const QString& code) {
        Clerk scanner;
        now += 1'000;
        for (const QChar sign : code) {
            now += 3;
            scanner.type(sign);
        }
        now += 3;
        scanner.press(Qt::Key_Return);
    }

    Locale m_locale{Language::Persian};
    int m_asked = 0;
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
