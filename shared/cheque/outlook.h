#pragma once

#include "shared/api/list_spec.h"
#include "shared/cheque/cheque_list.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>

/// How the calendar of due dates and the cash-flow forecast may be asked.
namespace nextgen::cheque {

enum class ForecastStep { Day, Week, Month };

inline constexpr auto forecastSteps = std::to_array<describe::Choice>({
    {static_cast<int>(ForecastStep::Day), "day", QT_TRANSLATE_NOOP("Choice", "Day by day")},
    {static_cast<int>(ForecastStep::Week), "week", QT_TRANSLATE_NOOP("Choice", "Week by week")},
    {static_cast<int>(ForecastStep::Month), "month", QT_TRANSLATE_NOOP("Choice", "Month by month")},
});
constexpr const auto& choicesOf(std::type_identity<ForecastStep>) {
    return forecastSteps;
}

/// The days that a calendar covers, both included.
inline constexpr std::array<api::ListField, 2> calendarParameters{{
    {"from", describe::Kind::Date, api::Equal},
    {"to", describe::Kind::Date, api::Equal},
}};
inline constexpr int calendarDaysMax = 62;  ///< two months

/// A forecast begins today: what should have come before is no forecast.
inline constexpr std::array<api::ListField, 2> forecastParameters{{
    {"to", describe::Kind::Date, api::Equal},
    {"by", describe::Kind::Choice, api::Equal, forecastSteps},
}};
inline constexpr int forecastDays = 60;  ///< when no end is named
inline constexpr int forecastDaysMax = 366;

/// A worklist of cheques: what is due first comes first.
inline constexpr api::ListSpec worklistSpec{listFields, "due_on", true};

}  // namespace nextgen::cheque
