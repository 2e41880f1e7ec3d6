#pragma once

#include "shared/core/date.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen {

/// A date of the Iranian (Solar Hijri) calendar by the 33-year rule, equal to the official calendar for
/// 1178–1633. The product accepts 1200–1500; the conversion itself is right beyond that.
struct JalaliDate {
    int year = 1;
    int month = 1;
    int day = 1;

    static bool isLeapYear(int year);
    static int daysInMonth(int year, int month);
    /// nullopt for a day that the calendar does not have or a year outside 1200–1500.
    static std::optional<JalaliDate> of(int year, int month, int day);
    static JalaliDate fromDate(Date date);

    Date toDate() const;
    std::string toString() const;  ///< "1405/09/01", ASCII digits

    int weekday() const;     ///< Saturday 0 … Friday 6
    int weekOfYear() const;  ///< week 1 holds 1 Farvardin; weeks begin on Saturday
    JalaliDate plusDays(int days) const;
    JalaliDate plusMonths(int months) const;  ///< the day is held back to the month's last

    auto operator<=>(const JalaliDate&) const = default;
};

/// month 1–12: "فروردین" … "اسفند".
std::string_view jalaliMonthName(int month);
/// weekday 0–6: "شنبه" … "جمعه".
std::string_view jalaliWeekdayName(int weekday);
/// "دوشنبه ۲۹ بهمن ۱۳۹۷"
std::string jalaliLongText(const JalaliDate& date);

/// What a date was written as.
enum class DateStyle { Jalali, JalaliTwoDigitYear, JalaliCompact, Gregorian, GregorianCompact };

struct ReadDate {
    Date date;
    DateStyle style;
};

/// A date as people write it, day or year first: 1405/09/15, ۱۴۰۵-۹-۱۵, 15.09.1405, 14050915, 05/09/15 (14xx
/// when 00–70, else 13xx), 2026-12-06, 2026/12/06, 06.12.2026. Jalali or Gregorian by its year. nullopt when
/// the text is no date or the calendar has no such day.
std::optional<ReadDate> readDate(std::string_view text);

}  // namespace nextgen
