#include "shared/core/instant.h"

#include <fmt/format.h>

#include <charconv>

namespace nextgen {

namespace {

/// Takes exactly `length` digits off the front of text.
std::optional<int> takeNumber(std::string_view& text, std::size_t length) {
    int value = 0;
    if (text.size() < length) {
        return std::nullopt;
    }
    const auto [end, failure] = std::from_chars(text.data(), text.data() + length, value);
    if (failure != std::errc{} || end != text.data() + length || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return value;
}

bool takeMark(std::string_view& text, std::string_view marks) {
    if (text.empty() || marks.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

constexpr std::int64_t secondUs = 1'000'000;
constexpr std::int64_t dayUs = 86'400 * secondUs;

std::int64_t floorDays(std::int64_t microseconds) {
    return (microseconds - (microseconds < 0 ? dayUs - 1 : 0)) / dayUs;
}

}  // namespace

std::optional<Instant> Instant::parse(std::string_view text) {
    const auto date = Date::parse(text.substr(0, 10));
    if (!date) {
        return std::nullopt;
    }
    text.remove_prefix(10);
    if (!takeMark(text, "Tt ")) {
        return std::nullopt;
    }
    const auto hour = takeNumber(text, 2);
    const bool colon1 = takeMark(text, ":");
    const auto minute = takeNumber(text, 2);
    const bool colon2 = takeMark(text, ":");
    const auto second = takeNumber(text, 2);
    if (!hour || !minute || !second || !colon1 || !colon2 || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    std::int64_t fraction = 0;
    if (takeMark(text, ".")) {
        std::int64_t unit = secondUs / 10;
        bool any = false;
        while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
            fraction += (text.front() - '0') * unit;
            unit /= 10;
            text.remove_prefix(1);
            any = true;
        }
        if (!any) {
            return std::nullopt;
        }
    }
    int offset = 0;
    if (!takeMark(text, "Zz")) {
        const bool east = !text.empty() && text.front() == '+';
        if (!takeMark(text, "+-")) {
            return std::nullopt;
        }
        const auto hours = takeNumber(text, 2);
        const bool hasMinutes = takeMark(text, ":") || !text.empty();
        const auto minutes = hasMinutes ? takeNumber(text, 2) : std::optional<int>(0);
        if (!hours || !minutes || *hours > 23 || *minutes > 59) {
            return std::nullopt;
        }
        offset = (*hours * 60 + *minutes) * (east ? 1 : -1);
    }
    if (!text.empty()) {
        return std::nullopt;
    }
    const std::int64_t seconds = *hour * 3600 + *minute * 60 + *second - offset * 60;
    return Instant(date->daysSinceEpoch() * dayUs + seconds * secondUs + fraction);
}

std::string Instant::toString() const {
    const std::int64_t days = floorDays(m_microseconds);
    const std::int64_t milliseconds = (m_microseconds - days * dayUs) / 1000;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Date(static_cast<std::int32_t>(days)).toString(),
                       milliseconds / 3'600'000, milliseconds / 60'000 % 60, milliseconds / 1000 % 60,
                       milliseconds % 1000);
}

Date Instant::dateAt(int offsetMinutes) const {
    return Date(static_cast<std::int32_t>(floorDays(m_microseconds + offsetMinutes * 60 * secondUs)));
}

Instant Instant::startOf(Date date, int offsetMinutes) {
    return Instant(date.daysSinceEpoch() * dayUs - offsetMinutes * 60 * secondUs);
}

}  // namespace nextgen
