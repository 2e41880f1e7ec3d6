#include "ui/locale/language.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace nextgen;
using namespace nextgen::ui;

class LanguageTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_locale.setLanguage(Language::Persian); }

    void valuesAreWordedInBothLanguages_data() {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("persian");
        QTest::addColumn<QString>("english");
        const auto both = [&](const char* name, const auto& show, const QString& persian,
                              const QString& english) {
            m_locale.setLanguage(Language::Persian);
            QTest::addRow("%s in Persian", name) << show() << persian << persian;
            m_locale.setLanguage(Language::English);
            QTest::addRow("%s in English", name) << show() << english << english;
        };
        const Date day = *Date::of(2026, 11, 22);
        both("number", [] { return showNumber(1234567); }, "۱٬۲۳۴٬۵۶۷", "1,234,567");
        both("negative number", [] { return showNumber(-1234); }, "\u200E-۱٬۲۳۴", "-1,234");
        both("zero", [] { return showMoney(Money()); }, "۰", "0");
        both(
            "money with unit", [] { return showMoneyWithUnit(Money::rials(5000)); }, "۵٬۰۰۰ ریال",
            "5,000 rials");
        both("tomans", [] { return showMoneyInTomans(Money::rials(1234)); }, "۱۲۳٫۴ تومان", "123.4 tomans");
        both(
            "less than a toman below zero", [] { return showMoneyInTomans(Money::rials(-5)); },
            "\u200E-۰٫۵ تومان", "\u200E-0.5 tomans");
        both(
            "words", [] { return showMoneyInWords(Money::rials(12'000'000)); }, "دوازده میلیون ریال",
            "twelve million rials");
        both("date", [day] { return showDate(day); }, "۱۴۰۵/۰۹/۰۱", "1405/09/01");
        both("long date", [day] { return showDateLong(day); }, "یکشنبه ۱ آذر ۱۴۰۵", "Sunday 1 Azar 1405");
        both(
            "Gregorian date", [day] { return showDateGregorian(day); }, "\u2066۲۰۲۶-۱۱-۲۲\u2069",
            "\u20662026-11-22\u2069");
        both(
            "instant in Tehran", [] { return showInstant(*Instant::parse("2026-11-21T21:05:00Z")); },
            "۱۴۰۵/۰۹/۰۱ ۰۰:۳۵", "1405/09/01 00:35");
        both(
            "instant before 1970", [] { return showInstant(*Instant::parse("1969-12-31T20:29:59Z")); },
            "۱۳۴۸/۱۰/۱۰ ۲۳:۵۹", "1348/10/10 23:59");
        both(
            "code", [] { return showCode(QStringLiteral("1405-00123")); }, "\u2066۱۴۰۵-۰۰۱۲۳\u2069",
            "\u20661405-00123\u2069");
        both(
            "code with letters", [] { return showCode(QStringLiteral("DEL-XPS15")); },
            "\u2066DEL-XPS15\u2069", "\u2066DEL-XPS15\u2069");
        both("no code", [] { return showCode(QString()); }, "", "");
        both(
            "digits of a name in Latin letters",
            [] { return showDigits(QStringLiteral("Galaxy S24، 3 عدد")); }, "Galaxy S24، ۳ عدد",
            "Galaxy S24، 3 عدد");
        both("digits of any script", [] { return showDigits(QStringLiteral("١۲3")); }, "۱۲۳", "123");
        both(
            "error", [] { return showError({ErrorCode::NotFound, {}, {}}); },
            QString::fromUtf8(errorText(ErrorCode::NotFound).persian.data()),
            QString::fromUtf8(errorText(ErrorCode::NotFound).english.data()));
    }
    void valuesAreWordedInBothLanguages() {
        QFETCH(QString, shown);
        QFETCH(QString, persian);
        QCOMPARE(shown, persian);
    }

    void copiedTextHasLatinDigitsAndNoMarks() {
        QCOMPARE(plainDigits(showCode(QStringLiteral("IR06"))), QStringLiteral("IR06"));
        QCOMPARE(plainDigits(QStringLiteral("\u200E-۱۲٣")), QStringLiteral("-123"));
    }

    void switchingAtRunTimeTurnsDirectionLocaleAndWords() {
        QSignalSpy changed(&m_locale, &Locale::changed);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        QCOMPARE(QLocale().language(), QLocale::Persian);
        QCOMPARE(QCoreApplication::translate("Cheque", "Amount"), QStringLiteral("مبلغ"));

        m_locale.setLanguage(Language::English);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
        QCOMPARE(QCoreApplication::translate("Cheque", "Amount"), QStringLiteral("Amount"));

        m_locale.setLanguage(Language::English);
        QCOMPARE(changed.count(), 1);
        m_locale.setLanguage(Language::Persian);
        QCOMPARE(QCoreApplication::translate("Cheque", "Amount"), QStringLiteral("مبلغ"));
    }

    void qtsOwnWordsArePersianToo() {
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("انصراف"));
    }

  private:
    Locale m_locale;
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
