#include "shared/core/jalali.h"

#include "shared/core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nextgen {

namespace {

constexpr int anchorYear = 1400;
constexpr int anchorDays = 18707;  // 1 Farvardin 1400 is 2021-03-21

constexpr int floorDivided(int dividend, int divisor) {
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

constexpr int floorRemainder(int dividend, int divisor) {
    return dividend - floorDivided(dividend, divisor) * divisor;
}

/// Leap years before `year`, counted from a fixed year: 8 in each 33, at the places that isLeapYear names.
constexpr int leapYearsBefore(int year) {
    return floorDivided(8 * year + 21, 33);
}

constexpr int firstDayOf(int year) {
    return anchorDays + 365 * (year - anchorYear) + leapYearsBefore(year) - leapYearsBefore(anchorYear);
}

constexpr int daysBeforeMonth(int month) {
    return month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
}

constexpr std::array<std::string_view, 12> monthNames{
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"};
constexpr std::array<std::string_view, 7> weekdayNames{"شنبه",     "یکشنبه",  "دوشنبه", "سه‌شنبه",
                                                       "چهارشنبه", "پنجشنبه", "جمعه"};

constexpr bool isJalaliYear(int year) {
    return year >= 1200 && year <= 1500;
}

constexpr bool isGregorianYear(int year) {
    return year >= 1900 && year <= 2199;
}

/// The digits of one part of a written date.
struct Part {
    int value = 0;
    std::size_t digits = 0;
};

/// Takes the digits off the front of text, at most four of them.
Part takePart(std::string_view& text) {
    Part part;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9' && part.digits < 4) {
        part.value = part.value * 10 + (text.front() - '0');
        ++part.digits;
        text.remove_prefix(1);
    }
    return part;
}

void skipBlanks(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
}

/// Takes one of / - . with the blanks around it, or blanks alone; '\0' when neither is there.
char takeSeparator(std::string_view& text) {
    const bool hasBlank = text.starts_with(' ');
    skipBlanks(text);
    if (!text.empty() && (text.front() == '/' || text.front() == '-' || text.front() == '.')) {
        const char separator = text.front();
        text.remove_prefix(1);
        skipBlanks(text);
        return separator;
    }
    return hasBlank ? ' ' : '\0';
}

std::optional<ReadDate> jalaliOrGregorian(int year, int month, int day, DateStyle jalaliStyle,
                                          DateStyle gregorianStyle) {
    if (isJalaliYear(year)) {
        const auto date = JalaliDate::of(year, month, day);
        return date ? std::optional(ReadDate{date->toDate(), jalaliStyle}) : std::nullopt;
    }
    if (isGregorianYear(year)) {
        const auto date = Date::of(year, month, day);
        return date ? std::optional(ReadDate{*date, gregorianStyle}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

bool JalaliDate::isLeapYear(int year) {
    return leapYearsBefore(year + 1) != leapYearsBefore(year);
}

int JalaliDate::daysInMonth(int year, int month) {
    if (month <= 6) {
        return 31;
    }
    return month <= 11 || isLeapYear(year) ? 30 : 29;
}

std::optional<JalaliDate> JalaliDate::of(int year, int month, int day) {
    if (!isJalaliYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
        return std::nullopt;
    }
    return JalaliDate{year, month, day};
}

JalaliDate JalaliDate::fromDate(Date date) {
    const int days = date.daysSinceEpoch();
    // 33 years are 12053 days; the estimate is off by at most one.
    int year = anchorYear + floorDivided(days - anchorDays, 12053) * 33 +
               floorRemainder(days - anchorDays, 12053) / 366;
    while (firstDayOf(year + 1) <= days) {
        ++year;
    }
    const int dayOfYear = days - firstDayOf(year);
    const int month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7;
    return {year, month, dayOfYear - daysBeforeMonth(month) + 1};
}

Date JalaliDate::toDate() const {
    return Date(firstDayOf(year) + daysBeforeMonth(month) + day - 1);
}

std::string JalaliDate::toString() const {
    return fmt::format("{:04}/{:02}/{:02}", year, month, day);
}

int JalaliDate::weekday() const {
    constexpr int epochWeekday = 5;  // 1970-01-01 was a Thursday
    return floorRemainder(toDate().daysSinceEpoch() + epochWeekday, 7);
}

int JalaliDate::weekOfYear() const {
    const int dayOfYear = daysBeforeMonth(month) + day - 1;
    return (dayOfYear + JalaliDate{year, 1, 1}.weekday()) / 7 + 1;
}

JalaliDate JalaliDate::plusDays(int days) const {
    return fromDate(toDate().plusDays(days));
}

JalaliDate JalaliDate::plusMonths(int months) const {
    const int total = year * 12 + month - 1 + months;
    const int newYear = floorDivided(total, 12);
    const int newMonth = floorRemainder(total, 12) + 1;
    return {newYear, newMonth, std::min(day, daysInMonth(newYear, newMonth))};
}

std::string_view jalaliMonthName(int month) {
    return monthNames.at(static_cast<std::size_t>(month - 1));
}

std::string_view jalaliWeekdayName(int weekday) {
    return weekdayNames.at(static_cast<std::size_t>(weekday));
}

std::string jalaliLongText(const JalaliDate& date) {
    return text::persianDigits(fmt::format("{} {} {} {}", jalaliWeekdayName(date.weekday()), date.day,
                                           jalaliMonthName(date.month), date.year));
}

std::optional<ReadDate> readDate(std::string_view text) {
    const std::string typed = text::asciiDigits(text::cleaned(text));
    std::string_view rest = typed;
    if (rest.size() == 8 && rest.find_first_not_of("0123456789") == std::string_view::npos) {
        const int year = takePart(rest).value;
        const int monthAndDay = takePart(rest).value;
        return jalaliOrGregorian(year, monthAndDay / 100, monthAndDay % 100, DateStyle::JalaliCompact,
                                 DateStyle::GregorianCompact);
    }
    const Part first = takePart(rest);
    const char separator = takeSeparator(rest);
    const Part second = takePart(rest);
    const char again = takeSeparator(rest);
    const Part third = takePart(rest);
    const auto isShort = [](const Part& part) { return part.digits == 1 || part.digits == 2; };
    if (!rest.empty() || separator == '\0' || separator != again || !isShort(second)) {
        return std::nullopt;
    }
    if (first.digits == 4 && isShort(third)) {
        return jalaliOrGregorian(first.value, second.value, third.value, DateStyle::Jalali,
                                 DateStyle::Gregorian);
    }
    if (isShort(first) && third.digits == 4) {
        return jalaliOrGregorian(third.value, second.value, first.value, DateStyle::Jalali,
                                 DateStyle::Gregorian);
    }
    if (first.digits == 2 && isShort(third)) {
        const int year = first.value <= 70 ? 1400 + first.value : 1300 + first.value;
        return jalaliOrGregorian(year, second.value, third.value, DateStyle::JalaliTwoDigitYear,
                                 DateStyle::JalaliTwoDigitYear);
    }
    return std::nullopt;
}

}  // namespace nextgen
