#pragma once

#include "shared/core/date.h"

#include <QString>
#include <optional>

namespace nextgen::ui {

/// A date as people type it in a hurry, beside the forms that readDate knows: "+10" and "-3" days from today,
/// امروز/today, دیروز/yesterday, فردا/tomorrow, "15" for the 15th of this Jalali month, "9/15" for a day of
/// this year, آخر ماه/end of month. nullopt when it is none; what is relative needs to know today.
std::optional<Date> readDateText(const QString& text, std::optional<Date> today);

}  // namespace nextgen::ui
