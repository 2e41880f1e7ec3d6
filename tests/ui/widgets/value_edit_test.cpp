#include "shared/core/identifier.h"
#include "shared/core/jalali.h"
#include "ui/locale/language.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/jalali_calendar.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace nextgen;
using namespace nextgen::ui;

namespace {
const Date today = *Date::of(2026, 11, 22);  // 1405/09/01, a Sunday
}

class ValueEditTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void moneyIsGroupedInTheDigitsOfTheLanguageWhileTyping() {
        MoneyEdit edit;
        edit.show();
        QTest::keyClicks(edit.lineEdit(), QStringLiteral("1234567"));
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("۱٬۲۳۴٬۵۶۷"));
        QCOMPARE(edit.value(), Money::rials(1234567));
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("1,234,567"));
        QCOMPARE(edit.value(), Money::rials(1234567));
    }

    void theCursorStaysAtItsDigit() {
        MoneyEdit edit;
        edit.show();
        edit.setValue(Money::rials(1234567));
        edit.lineEdit()->setCursorPosition(3);  // ۱٬۲|۳۴٬۵۶۷
        QTest::keyClick(edit.lineEdit(), '9');
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("۱۲٬۹۳۴٬۵۶۷"));
        QCOMPARE(edit.lineEdit()->cursorPosition(), 4);
        QTest::keyClick(edit.lineEdit(), Qt::Key_Backspace);
        QCOMPARE(edit.value(), Money::rials(1234567));
        QTest::keyClick(edit.lineEdit(), Qt::Key_Delete);
        QCOMPARE(edit.value(), Money::rials(124567));
    }

    void deletingBackwardsNeverSticksAtAGroupingMark() {
        MoneyEdit edit;
        edit.show();
        edit.setValue(Money::rials(1234567));
        edit.lineEdit()->setCursorPosition(6);  // behind the second mark
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(edit.lineEdit(), Qt::Key_Backspace);
        }
        QCOMPARE(edit.value(), Money::rials(567));
    }

    void shorthandIsUnderstoodAtOnceAndWrittenOutAtTheEnd() {
        MoneyEdit edit;
        edit.show();
        QSignalSpy changed(&edit, &MoneyEdit::valueChanged);
        edit.lineEdit()->setText(QStringLiteral("12"));
        QTest::keyClicks(edit.lineEdit(), QStringLiteral("m"));
        QCOMPARE(edit.value(), Money::rials(12'000'000));
        QVERIFY(edit.findChild<QLabel*>()->text().contains(QStringLiteral("دوازده میلیون ریال")));
        QVERIFY(edit.findChild<QLabel*>()->text().contains(QStringLiteral("۱٬۲۰۰٬۰۰۰ تومان")));
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("۱۲٬۰۰۰٬۰۰۰"));
        QVERIFY(changed.count() >= 1);
    }

    void whatIsNoAmountIsMarkedWhenLeft() {
        MoneyEdit edit;
        edit.show();
        QTest::keyClicks(edit.lineEdit(), QStringLiteral("12x"));
        QVERIFY(!edit.value());
        QVERIFY(!edit.isAcceptable());
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        QVERIFY(edit.lineEdit()->property("refused").toBool());
        edit.setValue(std::nullopt);
        QVERIFY(edit.isAcceptable());
        QVERIFY(!edit.lineEdit()->property("refused").toBool());
    }

    void numbersAndCodesRunLeftToRightAtTheSideOfTheWindow() {
        MoneyEdit money;
        JalaliDateEdit date;
        CodeEdit code;
        for (const QLineEdit* line : {money.lineEdit(), date.lineEdit(), static_cast<QLineEdit*>(&code)}) {
            QCOMPARE(line->layoutDirection(), Qt::LeftToRight);
            QVERIFY(line->alignment().testFlag(Qt::AlignRight));
        }
        money.show();
        date.show();
        code.show();
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        for (const QLineEdit* line : {money.lineEdit(), date.lineEdit(), static_cast<QLineEdit*>(&code)}) {
            QVERIFY(line->alignment().testFlag(Qt::AlignLeft));
        }
    }

    void datesAreTypedInShortFormsAndWrittenOut() {
        JalaliDateEdit edit;
        edit.setToday(today);
        edit.show();
        QTest::keyClicks(edit.lineEdit(), QStringLiteral("+10"));
        QCOMPARE(edit.value(), today.plusDays(10));
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("۱۴۰۵/۰۹/۱۱"));
        QTest::keyClick(edit.lineEdit(), Qt::Key_Up);
        QCOMPARE(edit.value(), today.plusDays(11));
        QTest::keyClick(edit.lineEdit(), Qt::Key_PageUp);
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("۱۴۰۵/۱۰/۱۲"));
        edit.lineEdit()->selectAll();
        QTest::keyClicks(edit.lineEdit(), QStringLiteral("1405/13/40"));
        QVERIFY(!edit.value());
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        QVERIFY(edit.lineEdit()->property("refused").toBool());
        QCOMPARE(edit.lineEdit()->text(), QStringLiteral("۱۴۰۵/۱۳/۴۰"));
    }

    void theCalendarOpensByKeyAndGivesItsDay() {
        JalaliDateEdit edit;
        edit.setToday(today);
        edit.show();
        QSignalSpy finished(&edit, &JalaliDateEdit::editingFinished);
        QTest::keyClick(edit.lineEdit(), Qt::Key_Down, Qt::AltModifier);
        auto* calendar = edit.findChild<JalaliCalendar*>();
        QVERIFY(calendar != nullptr);
        QCOMPARE(calendar->cursor(), today);
        QTest::keyClick(calendar, Qt::Key_Down);
        QTest::keyClick(calendar, Qt::Key_Return);
        QCOMPARE(edit.value(), today.plusDays(7));
        QCOMPARE(finished.count(), 1);
        QTRY_VERIFY(edit.findChild<JalaliCalendar*>() == nullptr);
    }

    void theCalendarBeginsOnSaturdayAndItsKeysFollowTheDirection() {
        JalaliCalendar calendar;
        calendar.setToday(today);
        calendar.show();
        const auto days = calendar.findChildren<DayButton*>();
        QCOMPARE(days.size(), 42);
        QCOMPARE(JalaliDate::fromDate(days.first()->date()).weekday(), 0);
        QCOMPARE(days.at(1)->text(), QStringLiteral("۱"));
        QTest::keyClick(&calendar, Qt::Key_Left);  // onwards in Persian
        QCOMPARE(calendar.cursor(), today.plusDays(1));
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QTest::keyClick(&calendar, Qt::Key_Left);
        QCOMPARE(calendar.cursor(), today);
        QTest::keyClick(&calendar, Qt::Key_End);
        QCOMPARE(JalaliDate::fromDate(calendar.cursor()).toString(), std::string("1405/09/30"));
        QTest::keyClick(&calendar, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(JalaliDate::fromDate(calendar.cursor()).toString(), std::string("1406/09/30"));
        QTest::keyClick(&calendar, Qt::Key_T);
        QCOMPARE(calendar.cursor(), today);
    }

    void esfandOfALeapYearHasThirtyDays() {
        JalaliCalendar calendar;
        calendar.setChosen(JalaliDate::of(1403, 12, 1)->toDate());
        QTest::keyClick(&calendar, Qt::Key_End);
        QCOMPARE(JalaliDate::fromDate(calendar.cursor()).day, 30);
        QTest::keyClick(&calendar, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(JalaliDate::fromDate(calendar.cursor()).day, 29);
    }

    void codesTakeDigitsOfAnyScriptAndStandInGroups() {
        CodeEdit edit;
        edit.setGroups({4, 4, 4, 4});
        edit.setReader(identifier::readSayadId);
        edit.show();
        edit.setFocus();
        edit.setText(QString());
        edit.insert(QStringLiteral("۱۲۳۴-۵۶۷۸ ٩٠١٢345"));
        emit edit.textEdited(edit.text());
        QVERIFY(!edit.value());
        QVERIFY(!edit.isAcceptable());
        QTest::keyClicks(&edit, QStringLiteral("6"));
        QCOMPARE(edit.value(), std::optional<std::string>("1234567890123456"));
        QCOMPARE(edit.text(), QStringLiteral("۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶"));
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_Return);
        QVERIFY(edit.property("refused").toBool());
        QCOMPARE(edit.typedCode(), std::string("123456789012345"));
    }

    void lettersOfAnIbanAreCapitals() {
        CodeEdit edit;
        edit.setGroups({4, 4, 4, 4, 4, 4, 2});
        edit.setReader(identifier::readIban);
        edit.show();
        QTest::keyClicks(&edit, QStringLiteral("ir062960000000100324200001"));
        QCOMPARE(edit.value(), std::optional<std::string>("IR062960000000100324200001"));
        m_locale.setLanguage(Language::English);
        QCoreApplication::processEvents();
        QCOMPARE(edit.text(), QStringLiteral("IR06 2960 0000 0010 0324 2000 01"));
    }

  private:
    Locale m_locale;
    Theme m_theme;
};

QTEST_MAIN(ValueEditTest)
#include "value_edit_test.moc"
