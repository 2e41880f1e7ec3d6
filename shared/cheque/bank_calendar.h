#pragma once

#include "shared/core/date.h"
#include "shared/describe/describe.h"
#include "shared/describe/record.h"
#include "shared/describe/translate.h"

#include <array>
#include <map>
#include <string>
#include <string_view>

/// On which days banks work. A cheque that is due on a day when they do not is paid on the next day when they
/// do.
namespace nextgen::cheque {

/// The day's name when it is a holiday of the solar calendar by law (Nowruz, 12 and 13 Farvardin, 14 and 15
/// Khordad, 22 Bahman, 29 and 30 Esfand); empty otherwise. Source: the act on official holidays (لایحهٔ قانونی
/// تعیین تعطیلات رسمی کشور) with its amendments.
std::string_view solarHoliday(Date day);

/// What people enter beside these: holidays of the lunar calendar, as they are announced, and days that the
/// government closes.
inline constexpr auto bankHolidayFields = [] {
    using namespace describe::record;
    return std::to_array<describe::FieldInfo>({
        date("holiday_on", QT_TRANSLATE_NOOP("Field", "Day")).with(Required | Range | Sort),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(100),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(100),
    });
}();

class BankCalendar {
  public:
    /// Fridays and solar holidays are closed always; Thursdays and `holidays`, by day with their names, as
    /// told.
    explicit BankCalendar(bool isThursdayClosed, std::map<Date, std::string> holidays = {})
        : m_isThursdayClosed(isThursdayClosed), m_holidays(std::move(holidays)) {}

    /// The holiday's name; empty on other days, closed weekdays among them.
    std::string holidayOf(Date day) const;
    bool isOpen(Date day) const;
    /// The day itself, or the next one on which banks work. Looks a month ahead: a longer closure has the day
    /// after that.
    Date effectiveDay(Date day) const;
    /// The last day before this one on which banks work.
    Date openDayBefore(Date day) const;

  private:
    bool m_isThursdayClosed;
    std::map<Date, std::string> m_holidays;
};

/// How far the effective day can lie behind the due date.
inline constexpr int closureDaysMax = 31;

}  // namespace nextgen::cheque
