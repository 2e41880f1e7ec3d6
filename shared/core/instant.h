#pragma once

#include "shared/core/date.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen {

/// A moment, in microseconds since 1970-01-01T00:00:00Z. Where "now" comes from is the caller's matter.
class Instant {
  public:
    constexpr Instant() = default;
    constexpr explicit Instant(std::int64_t microseconds) : m_microseconds(microseconds) {}

    /// RFC 3339 with any offset ("2026-11-22T10:00:00.5+03:30"), also with a blank for the T and "+00" as
    /// PostgreSQL prints it.
    static std::optional<Instant> parse(std::string_view text);

    constexpr std::int64_t microseconds() const { return m_microseconds; }
    std::string toString() const;  ///< RFC 3339 in UTC, milliseconds: "2026-11-22T06:30:00.500Z"

    /// The date on a clock that stands offsetMinutes before UTC (Tehran: 210 since autumn 1401).
    Date dateAt(int offsetMinutes) const;
    /// Where that date begins on that clock.
    static Instant startOf(Date date, int offsetMinutes);

    constexpr Instant plusSeconds(std::int64_t seconds) const {
        return Instant(m_microseconds + seconds * 1'000'000);
    }

    constexpr auto operator<=>(const Instant&) const = default;

  private:
    std::int64_t m_microseconds = 0;
};

/// Minutes that Tehran's clock is ahead of UTC; no summer time since 1401.
inline constexpr int tehranOffsetMinutes = 210;

}  // namespace nextgen
