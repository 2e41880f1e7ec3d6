#include "shared/core/error_code.h"
#include "ui/locale/language.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/date_text.h"

#include <QTest>

using namespace nextgen;
using namespace nextgen::ui;

namespace {
const Date today = *Date::of(2026, 11, 22);  // 1405/09/01
}

class TypedTextTest : public QObject {
    Q_OBJECT

  private slots:
    void amountsAreReadAsPeopleTypeThem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("rials");
        const auto row = [](const char* text, qlonglong rials) {
            QTest::newRow(text) << QString::fromUtf8(text) << rials;
        };
        row("0", 0);
        row("1234567", 1234567);
        row("1,234,567", 1234567);
        row("۱٬۲۳۴٬۵۶۷", 1234567);
        row("١٢٣", 123);
        row("12 500 000", 12500000);
        row("٬567", 567);
        row("-42", -42);
        row("−۴۲", -42);
        row("12م", 12000000);
        row("12 میلیون", 12000000);
        row("12ميليون", 12000000);
        row("۱۲ه", 12000);
        row("12 هزار", 12000);
        row("500k", 500000);
        row("2b", 2000000000);
        row("۲ میلیارد", 2000000000);
        row("2 میلیارد و 500 میلیون", 2500000000);
        row("۲ میلیارد و ۵۰۰ میلیون و ۲۵۰ هزار و ۵", 2500250005);
        row("1.5م", 1500000);
        row("۱٫۲۵ میلیون", 1250000);
        row("0.5k", 500);
        row("1000 ریال", 1000);
        row("1000 تومان", 10000);
        row("1.5 میلیون تومان", 15000000);
        row("2ت", 20);
        row("12 Million Rials", 12000000);
        row("\u200e1,000\u200f", 1000);
        row("9007199254740991", 9007199254740991);
    }
    void amountsAreReadAsPeopleTypeThem() {
        QFETCH(QString, text);
        QFETCH(qlonglong, rials);
        const Result<Money> read = readAmount(text);
        QVERIFY2(read.has_value(), read ? "" : errorName(read.error().code).data());
        QCOMPARE(read->rials(), rials);
    }

    void whatIsNoAmountIsRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* text, ErrorCode code) {
            QTest::newRow(*text == '\0' ? "nothing" : text)
                << QString::fromUtf8(text) << static_cast<int>(code);
        };
        row("", ErrorCode::AmountMissing);
        row("  \u200f ", ErrorCode::AmountMissing);
        row("-", ErrorCode::AmountInvalid);
        row("abc", ErrorCode::AmountInvalid);
        row("12x", ErrorCode::AmountInvalid);
        row("1.5", ErrorCode::AmountInvalid);
        row("1.2345k", ErrorCode::AmountInvalid);
        row("1..5م", ErrorCode::AmountInvalid);
        row("5 میلیون 2 میلیارد", ErrorCode::AmountInvalid);
        row("5 میلیون 2 میلیون", ErrorCode::AmountInvalid);
        row("5 ریال 3", ErrorCode::AmountInvalid);
        row("5 میلیون و", ErrorCode::AmountInvalid);
        row("=1+1", ErrorCode::AmountInvalid);
        row("9007199254740992", ErrorCode::MoneyOutOfRange);
        row("999999999999 میلیارد", ErrorCode::MoneyOutOfRange);
        row("12345678901234567890", ErrorCode::AmountInvalid);
    }
    void whatIsNoAmountIsRefused() {
        QFETCH(QString, text);
        QFETCH(int, code);
        const Result<Money> read = readAmount(text);
        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error().code), code);
    }

    void onlyBareNumbersAreGroupedWhileTyping() {
        QVERIFY(isPlainNumber(QStringLiteral("1,234")));
        QVERIFY(isPlainNumber(QStringLiteral("-۱۲")));
        QVERIFY(!isPlainNumber(QStringLiteral("12م")));
        QVERIFY(!isPlainNumber(QStringLiteral("1.5")));
        QVERIFY(!isPlainNumber(QStringLiteral("-")));
        QVERIFY(!isPlainNumber(QString()));
    }

    void datesAreReadAsPeopleTypeThem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("date");
        const auto row = [](const char* text, const char* date) {
            QTest::newRow(*text == '\0' ? "nothing" : text)
                << QString::fromUtf8(text) << QString::fromUtf8(date);
        };
        row("امروز", "2026-11-22");
        row("Today", "2026-11-22");
        row("=", "2026-11-22");
        row("فردا", "2026-11-23");
        row("پس‌فردا", "2026-11-24");
        row("ديروز", "2026-11-21");
        row("+10", "2026-12-02");
        row("+۱۰", "2026-12-02");
        row("-3", "2026-11-19");
        row("15", "2026-12-06");
        row("۱۵", "2026-12-06");
        row("10/15", "2027-01-05");
        row("آخر ماه", "2026-12-21");
        row("end of month", "2026-12-21");
        row("1405/09/15", "2026-12-06");
        row("۱۴۰۵-۹-۱۵", "2026-12-06");
        row("14050915", "2026-12-06");
        row("05/09/15", "2026-12-06");
        row("2026-12-06", "2026-12-06");
        row("31", "");
        row("0", "");
        row("13/01", "");
        row("1405/13/40", "");
        row("+99999", "");
        row("soon", "");
        row("", "");
    }
    void datesAreReadAsPeopleTypeThem() {
        QFETCH(QString, text);
        QFETCH(QString, date);
        const std::optional<Date> read = readDateText(text, today);
        QCOMPARE(read ? toQt(read->toString()) : QString(), date);
    }

    void relativeDatesNeedToKnowToday() {
        QVERIFY(!readDateText(QStringLiteral("+10"), std::nullopt));
        QVERIFY(!readDateText(QStringLiteral("15"), std::nullopt));
        QVERIFY(readDateText(QStringLiteral("1405/09/15"), std::nullopt).has_value());
    }
};

QTEST_MAIN(TypedTextTest)
#include "typed_text_test.moc"
