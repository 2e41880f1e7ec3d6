#pragma once

#include "shared/core/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace nextgen {

/// How a fraction of a rial is settled. Named at each use: there is no default.
enum class Rounding { Down, HalfUp, HalfEven };

/// An amount of current Iranian rials: a whole number within ±(2^53−1), what JSON readers keep exactly.
class Money {
  public:
    static constexpr std::int64_t rialsMax = (std::int64_t{1} << 53) - 1;

    constexpr Money() = default;

    /// money_out_of_range beyond ±rialsMax.
    static Result<Money> fromRials(std::int64_t rials);
    /// One toman is ten rials. money_out_of_range when the product is.
    static Result<Money> fromTomans(std::int64_t tomans);
    /// For literals that the reader can see are in range.
    static constexpr Money rials(std::int64_t rials) { return Money(rials); }

    constexpr std::int64_t rials() const { return m_rials; }
    /// money_not_whole_tomans unless a multiple of ten rials.
    Result<std::int64_t> tomans() const;

    constexpr bool isZero() const { return m_rials == 0; }
    constexpr bool isNegative() const { return m_rials < 0; }

    /// Sums and differences stay in range for every document of this product; beyond it throws
    /// std::overflow_error.
    Money operator+(Money other) const;
    Money operator-(Money other) const;
    constexpr Money operator-() const { return Money(-m_rials); }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }

    /// amount × numerator ÷ denominator, multiplied before it is divided. money_out_of_range; denominator
    /// above zero.
    Result<Money> times(std::int64_t numerator, std::int64_t denominator, Rounding rounding) const;

    constexpr auto operator<=>(const Money&) const = default;

  private:
    constexpr explicit Money(std::int64_t rials) : m_rials(rials) {}
    std::int64_t m_rials = 0;
};

/// A whole number as people write it: digits of any script, grouping marks , ٬ ، ' and blanks, a leading
/// minus. Refused: number_invalid (empty, a fraction, an exponent, anything else), money_out_of_range.
Result<Money> parseMoney(std::string_view text);

/// "12,345,000" with ASCII digits and commas; the client turns it to its locale's digits.
std::string groupDigits(std::int64_t value, std::string_view separator = ",");

}  // namespace nextgen
