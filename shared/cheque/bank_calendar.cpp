#include "shared/cheque/bank_calendar.h"

#include "shared/core/jalali.h"

namespace nextgen::cheque {

namespace {

constexpr int thursday = 5;
constexpr int friday = 6;

struct SolarHoliday {
    int month;
    int day;
    std::string_view name;
};

constexpr auto solarHolidays = std::to_array<SolarHoliday>({
    {1, 1, "جشن نوروز"},
    {1, 2, "عید نوروز"},
    {1, 3, "عید نوروز"},
    {1, 4, "عید نوروز"},
    {1, 12, "روز جمهوری اسلامی"},
    {1, 13, "روز طبیعت"},
    {3, 14, "رحلت امام خمینی"},
    {3, 15, "قیام پانزده خرداد"},
    {11, 22, "پیروزی انقلاب اسلامی"},
    {12, 29, "روز ملی شدن صنعت نفت"},
    {12, 30, "آخرین روز سال"},
});

}  // namespace

std::string_view solarHoliday(Date day) {
    const JalaliDate date = JalaliDate::fromDate(day);
    for (const SolarHoliday& holiday : solarHolidays) {
        if (holiday.month == date.month && holiday.day == date.day) {
            return holiday.name;
        }
    }
    return {};
}

std::string BankCalendar::holidayOf(Date day) const {
    const auto found = m_holidays.find(day);
    return found != m_holidays.end() ? found->second : std::string(solarHoliday(day));
}

bool BankCalendar::isOpen(Date day) const {
    const int weekday = JalaliDate::fromDate(day).weekday();
    return weekday != friday && !(m_isThursdayClosed && weekday == thursday) && holidayOf(day).empty();
}

Date BankCalendar::effectiveDay(Date day) const {
    for (int waited = 0; waited < closureDaysMax && !isOpen(day); ++waited) {
        day = day.plusDays(1);
    }
    return day;
}

Date BankCalendar::openDayBefore(Date day) const {
    day = day.plusDays(-1);
    for (int waited = 0; waited < closureDaysMax && !isOpen(day); ++waited) {
        day = day.plusDays(-1);
    }
    return day;
}

}  // namespace nextgen::cheque
