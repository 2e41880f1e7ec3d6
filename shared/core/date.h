#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen {

/// A calendar date without a clock or a zone, Gregorian in storage and on the wire; JalaliDate shows it to
/// people.
class Date {
  public:
    constexpr Date() = default;  ///< 1970-01-01
    constexpr explicit Date(std::int32_t daysSinceEpoch) : m_days(daysSinceEpoch) {}

    /// nullopt for a day that the calendar does not have, or a year outside 1600–2199.
    static std::optional<Date> of(int year, int month, int day);
    /// "YYYY-MM-DD" exactly.
    static std::optional<Date> parse(std::string_view text);

    constexpr std::int32_t daysSinceEpoch() const { return m_days; }
    int year() const;
    int month() const;
    int day() const;
    std::string toString() const;  ///< "YYYY-MM-DD"

    constexpr Date plusDays(std::int32_t days) const { return Date(m_days + days); }
    constexpr std::int32_t daysUntil(Date later) const { return later.m_days - m_days; }

    constexpr auto operator<=>(const Date&) const = default;

  private:
    std::int32_t m_days = 0;
};

}  // namespace nextgen
