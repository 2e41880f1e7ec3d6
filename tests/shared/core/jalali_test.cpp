// Of the public vectors, jalali_leap_conflict is left out: its years lie beyond those that the product
// accepts, and the calendars of the world disagree there. jalali_jalcal shows the inside of another library,
// and the moments of jalali_from_unix_utc_midnight are Instant's matter.
#include "shared/core/jalali.h"

#include "tests/shared/core/vectors.h"

using namespace nextgen;
using tests::Vector;

namespace {

JalaliDate jalali(const nlohmann::json& parts) {
    return {parts.at(0).get<int>(), parts.at(1).get<int>(), parts.at(2).get<int>()};
}

std::string gregorian(const nlohmann::json& parts) {
    return Date::of(parts.at(0).get<int>(), parts.at(1).get<int>(), parts.at(2).get<int>())
        .value()
        .toString();
}

constexpr int julianDayOfEpoch = 2440588;  // 1970-01-01

}  // namespace

class JalaliTest : public QObject {
    Q_OBJECT

  private slots:
    void aJalaliDateIsAGregorianDate_data() { tests::addVectorRows("jalali_to_gregorian"); }
    void aJalaliDateIsAGregorianDate() {
        QFETCH(Vector, vector);
        const JalaliDate date = jalali(vector.input);
        QCOMPARE(date.toDate().toString(), gregorian(vector.expected));
        QCOMPARE(JalaliDate::fromDate(date.toDate()), date);
    }

    void aGregorianDateIsAJalaliDate_data() { tests::addVectorRows("gregorian_to_jalali"); }
    void aGregorianDateIsAJalaliDate() {
        QFETCH(Vector, vector);
        const auto date = Date::parse(gregorian(vector.input)).value();
        QCOMPARE(JalaliDate::fromDate(date), jalali(vector.expected));
    }

    void everyDayFollowsTheOneBefore() {
        JalaliDate expected{1178, 1, 1};
        const int first = expected.toDate().daysSinceEpoch();
        for (int day = first; expected.year <= 1633; ++day) {
            const JalaliDate date = JalaliDate::fromDate(Date(day));
            if (date != expected || date.toDate() != Date(day)) {
                QCOMPARE(date.toString(), expected.toString());
                QCOMPARE(date.toDate().daysSinceEpoch(), day);
            }
            if (++expected.day > JalaliDate::daysInMonth(expected.year, expected.month)) {
                expected.day = 1;
                expected.month = expected.month % 12 + 1;
                expected.year += expected.month == 1 ? 1 : 0;
            }
        }
    }

    void aDayThatTheCalendarLacksIsRefused_data() { tests::addVectorRows("jalali_date_valid"); }
    void aDayThatTheCalendarLacksIsRefused() {
        QFETCH(Vector, vector);
        const JalaliDate date = jalali(vector.input);
        QCOMPARE(JalaliDate::of(date.year, date.month, date.day).has_value(), vector.expected.get<bool>());
    }

    void yearsOutsideTheProductsRangeAreRefused() {
        QVERIFY(!JalaliDate::of(1199, 12, 29));
        QVERIFY(JalaliDate::of(1200, 1, 1));
        QVERIFY(JalaliDate::of(1500, 12, 29));
        QVERIFY(!JalaliDate::of(1501, 1, 1));
    }

    void leapYearsAreTheOfficialOnes_data() { tests::addVectorRows("jalali_leap"); }
    void leapYearsAreTheOfficialOnes() {
        QFETCH(Vector, vector);
        const int year = vector.input.get<int>();
        QCOMPARE(JalaliDate::isLeapYear(year), vector.expected.get<bool>());
        QCOMPARE(JalaliDate::daysInMonth(year, 12), vector.expected.get<bool>() ? 30 : 29);
    }

    void the2820YearCycleIsNotUsed_data() { tests::addVectorRows("jalali_leap_trap_2820"); }
    void the2820YearCycleIsNotUsed() {
        QFETCH(Vector, vector);
        const int year = vector.input.get<int>();
        QCOMPARE(JalaliDate::isLeapYear(year), vector.expected.at("leap").get<bool>());
        QVERIFY(JalaliDate::isLeapYear(year) != vector.expected.at("birashk2820").get<bool>());
    }

    void theJulianDayIsTheSameOnBothCalendars_data() { tests::addVectorRows("jalali_jdn"); }
    void theJulianDayIsTheSameOnBothCalendars() {
        QFETCH(Vector, vector);
        const Date date = jalali(vector.input.at("jalali")).toDate();
        QCOMPARE(date.daysSinceEpoch() + julianDayOfEpoch, vector.expected.get<int>());
        QCOMPARE(date.toString(), gregorian(vector.input.at("gregorian")));
    }

    void theYearBeginsWithSpring_data() { tests::addVectorRows("nowruz"); }
    void theYearBeginsWithSpring() {
        QFETCH(Vector, vector);
        const JalaliDate date{vector.input.get<int>(), 1, 1};
        QCOMPARE(date.toDate().toString(), gregorian(vector.expected));
    }

    void theWeekRunsFromSaturdayToFriday_data() { tests::addVectorRows("jalali_week"); }
    void theWeekRunsFromSaturdayToFriday() {
        QFETCH(Vector, vector);
        const JalaliDate date = jalali(vector.input);
        QCOMPARE(date.plusDays(-date.weekday()), jalali(vector.expected.at("saturday")));
        QCOMPARE(date.plusDays(6 - date.weekday()), jalali(vector.expected.at("friday")));
    }

    void weekdaysCountFromSaturday_data() { tests::addVectorRows("jalali_weekday"); }
    void weekdaysCountFromSaturday() {
        QFETCH(Vector, vector);
        QCOMPARE(jalali(vector.input).weekday(), vector.expected.get<int>());
    }

    void theFirstWeekHoldsTheFirstDay_data() { tests::addVectorRows("jalali_week_of_year"); }
    void theFirstWeekHoldsTheFirstDay() {
        QFETCH(Vector, vector);
        QCOMPARE(jalali(vector.input).weekOfYear(), vector.expected.get<int>());
    }

    void daysAreAdded_data() { tests::addVectorRows("jalali_add_days"); }
    void daysAreAdded() {
        QFETCH(Vector, vector);
        const JalaliDate from = jalali(vector.input.at("from"));
        const int days = vector.input.at("days").get<int>();
        QCOMPARE(from.plusDays(days), jalali(vector.expected));
        QCOMPARE(from.plusDays(days).plusDays(-days), from);
    }

    void daysAreCounted_data() { tests::addVectorRows("jalali_diff_days"); }
    void daysAreCounted() {
        QFETCH(Vector, vector);
        const Date later = jalali(vector.input.at("a")).toDate();
        QCOMPARE(jalali(vector.input.at("b")).toDate().daysUntil(later), vector.expected.get<int>());
    }

    void addedMonthsHoldTheDayBack_data() { tests::addVectorRows("jalali_add_months_clamped"); }
    void addedMonthsHoldTheDayBack() {
        QFETCH(Vector, vector);
        const JalaliDate from = jalali(vector.input.at("from"));
        QCOMPARE(from.plusMonths(vector.input.at("months").get<int>()), jalali(vector.expected));
    }

    void monthsAreTakenAway() {
        QCOMPARE((JalaliDate{1405, 1, 31}.plusMonths(-1)), (JalaliDate{1404, 12, 29}));
        QCOMPARE((JalaliDate{1405, 1, 31}.plusMonths(-13)), (JalaliDate{1403, 12, 30}));
    }

    void datesAreRead_data() {
        // Left out: month names in words (014, 018) are not read; dots between numbers (024) are, since
        // accountants write them.
        tests::addVectorRows("jalali_parse", {"jalali_parse-014", "jalali_parse-018", "jalali_parse-024"});
    }
    void datesAreRead() {
        QFETCH(Vector, vector);
        const auto read = readDate(vector.input.at("text").get<std::string>());
        QCOMPARE(read.has_value(), !vector.expected.is_null());
        if (read) {
            QCOMPARE(JalaliDate::fromDate(read->date), jalali(vector.expected));
        }
    }

    void datesAreReadAsPeopleWriteThem_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("style");
        const auto row = [](const char* typed, const char* date, DateStyle style) {
            QTest::newRow(typed) << QByteArray(typed) << QByteArray(date) << int(style);
        };
        row("1405/09/15", "2026-12-06", DateStyle::Jalali);
        row("۱۴۰۵-۹-۱۵", "2026-12-06", DateStyle::Jalali);
        row("١٤٠٥/٠٩/١٥", "2026-12-06", DateStyle::Jalali);
        row("15.09.1405", "2026-12-06", DateStyle::Jalali);
        row(" 1405 / 9 / 15 ", "2026-12-06", DateStyle::Jalali);
        row("1405 09 15", "2026-12-06", DateStyle::Jalali);
        row("\u200F1405/09/15\u200E", "2026-12-06", DateStyle::Jalali);
        row("14050915", "2026-12-06", DateStyle::JalaliCompact);
        row("۱۴۰۵۰۹۱۵", "2026-12-06", DateStyle::JalaliCompact);
        row("05/09/15", "2026-12-06", DateStyle::JalaliTwoDigitYear);
        row("06/04/25", "2027-07-16", DateStyle::JalaliTwoDigitYear);
        row("71/1/1", "1992-03-21", DateStyle::JalaliTwoDigitYear);
        row("2026-12-06", "2026-12-06", DateStyle::Gregorian);
        row("2026/12/06", "2026-12-06", DateStyle::Gregorian);
        row("06.12.2026", "2026-12-06", DateStyle::Gregorian);
        row("20261206", "2026-12-06", DateStyle::GregorianCompact);
    }
    void datesAreReadAsPeopleWriteThem() {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, date);
        QFETCH(int, style);
        const auto read = readDate(typed.toStdString());
        QVERIFY(read.has_value());
        QCOMPARE(read->date.toString(), date.toStdString());
        QCOMPARE(int(read->style), style);
    }

    void whatIsNoDateIsNotGuessedAt_data() {
        QTest::addColumn<QByteArray>("typed");
        for (const char* typed :
             {"1405/13/40",  "1405/12/30",  "1405/00/01", "14051340",    "20260230",    "2026-02-30",
              "1405",        "1405/09",     "1405/09-15", "1405/9/15/1", "5/9/15",      "1405/009/15",
              "14050/09/15", "1199/01/01",  "1501/01/01", "16000101",    "00000000",    "1405/09/15x",
              "1.5E+07",     "-1405/09/15", "1405//15",   "فردا",        "1405/09/1405"}) {
            QTest::newRow(typed) << QByteArray(typed);
        }
    }
    void whatIsNoDateIsNotGuessedAt() {
        QFETCH(QByteArray, typed);
        QVERIFY(!readDate(typed.toStdString()));
    }

    void aDateIsSpelledOut_data() { tests::addVectorRows("jalali_format_long_fa"); }
    void aDateIsSpelledOut() {
        QFETCH(Vector, vector);
        QCOMPARE(jalaliLongText(jalali(vector.input)), vector.expected.get<std::string>());
    }

    void aDateIsWrittenInNumbers() {
        QCOMPARE((JalaliDate{1405, 9, 1}.toString()), std::string("1405/09/01"));
        QCOMPARE(jalaliMonthName(12), std::string_view("اسفند"));
        QCOMPARE(jalaliWeekdayName(0), std::string_view("شنبه"));
    }
};

QTEST_APPLESS_MAIN(JalaliTest)
#include "jalali_test.moc"
