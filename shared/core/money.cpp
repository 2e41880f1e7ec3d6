#include "shared/core/money.h"

#include "shared/core/error_code.h"
#include "shared/core/text.h"

#include <charconv>
#include <stdexcept>

namespace nextgen {

namespace {

// Products of two 64-bit numbers need the width; the keyword keeps -Wpedantic quiet about it.
__extension__ typedef __int128 Wide;

constexpr bool isInRange(Wide rials) {
    return rials >= -Money::rialsMax && rials <= Money::rialsMax;
}

}  // namespace

Result<Money> Money::fromRials(std::int64_t rials) {
    if (!isInRange(rials)) {
        return refuse(ErrorCode::MoneyOutOfRange);
    }
    return Money(rials);
}

Result<Money> Money::fromTomans(std::int64_t tomans) {
    const Wide rials = static_cast<Wide>(tomans) * 10;
    if (!isInRange(rials)) {
        return refuse(ErrorCode::MoneyOutOfRange);
    }
    return Money(static_cast<std::int64_t>(rials));
}

Result<std::int64_t> Money::tomans() const {
    if (m_rials % 10 != 0) {
        return refuse(ErrorCode::MoneyNotWholeTomans);
    }
    return m_rials / 10;
}

Money Money::operator+(Money other) const {
    const auto sum = fromRials(m_rials + other.m_rials);
    if (!sum) {
        throw std::overflow_error("sum of money out of range");
    }
    return *sum;
}

Money Money::operator-(Money other) const {
    return *this + -other;
}

Result<Money> Money::times(std::int64_t numerator, std::int64_t denominator, Rounding rounding) const {
    if (denominator <= 0) {
        throw std::invalid_argument("denominator must be above zero");
    }
    const Wide product = static_cast<Wide>(m_rials) * numerator;
    const Wide size = product < 0 ? -product : product;
    Wide quotient = size / denominator;
    const Wide twice = size % denominator * 2;
    const bool up = rounding == Rounding::HalfUp ? twice >= denominator
                    : rounding == Rounding::HalfEven
                        ? twice > denominator || (twice == denominator && quotient % 2 == 1)
                        : false;
    quotient += up ? 1 : 0;
    if (!isInRange(quotient)) {
        return refuse(ErrorCode::MoneyOutOfRange);
    }
    return Money(static_cast<std::int64_t>(product < 0 ? -quotient : quotient));
}

Result<Money> parseMoney(std::string_view text) {
    const std::string digits = text::ungroupedNumber(text);
    std::int64_t rials = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), rials);
    if (failure == std::errc::result_out_of_range) {
        return refuse(ErrorCode::MoneyOutOfRange);
    }
    if (failure != std::errc{} || end != digits.data() + digits.size()) {
        return refuse(ErrorCode::NumberInvalid);
    }
    return Money::fromRials(rials);
}

std::string groupDigits(std::int64_t value, std::string_view separator) {
    const std::string digits = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    std::string grouped = digits.substr(0, first);
    for (std::size_t i = first; i < digits.size(); ++i) {
        if (i > first && (digits.size() - i) % 3 == 0) {
            grouped += separator;
        }
        grouped += digits[i];
    }
    return grouped;
}

}  // namespace nextgen
