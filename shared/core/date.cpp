#include "shared/core/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace nextgen {

namespace {

std::chrono::year_month_day civil(std::int32_t days) {
    return std::chrono::sys_days(std::chrono::days(days));
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (year < 1600 || year > 2199 || month < 1 || day < 1 || !date.ok()) {
        return std::nullopt;
    }
    return Date(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = -1;
        const char* begin = text.data() + from;
        const auto [end, failure] = std::from_chars(begin, begin + length, value);
        return failure == std::errc{} && end == begin + length ? value : -1;
    };
    return of(number(0, 4), number(5, 2), number(8, 2));
}

int Date::year() const {
    return static_cast<int>(civil(m_days).year());
}

int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(m_days).month()));
}

int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(m_days).day()));
}

std::string Date::toString() const {
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

}  // namespace nextgen
