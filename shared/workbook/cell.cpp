#include "shared/workbook/cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace nextgen::workbook {

namespace {

constexpr std::size_t wholeDigitsMax = 17;

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The digits of a decimal literal without its point and exponent, and where the point belongs.
struct Decimal {
    bool isNegative = false;
    std::string digits;
    long point = 0;
};

std::optional<Decimal> takeApart(std::string_view stored) {
    Decimal decimal;
    if (!stored.empty() && (stored.front() == '-' || stored.front() == '+')) {
        decimal.isNegative = stored.front() == '-';
        stored.remove_prefix(1);
    }
    bool isPastPoint = false;
    while (!stored.empty() && (isDigit(stored.front()) || (stored.front() == '.' && !isPastPoint))) {
        if (stored.front() == '.') {
            isPastPoint = true;
        } else {
            decimal.digits += stored.front();
            decimal.point += isPastPoint ? 0 : 1;
        }
        stored.remove_prefix(1);
    }
    if (decimal.digits.empty()) {
        return std::nullopt;
    }
    if (!stored.empty() && (stored.front() == 'E' || stored.front() == 'e')) {
        stored.remove_prefix(1);
        if (stored.starts_with('+')) {
            stored.remove_prefix(1);
        }
        long exponent = 0;
        const auto [end, failure] = std::from_chars(stored.data(), stored.data() + stored.size(), exponent);
        if (failure != std::errc{} || std::abs(exponent) > 400) {
            return std::nullopt;
        }
        stored.remove_prefix(static_cast<std::size_t>(end - stored.data()));
        decimal.point += exponent;
    }
    return stored.empty() ? std::optional(decimal) : std::nullopt;
}

/// The digits of a whole number of at most 17 of them.
std::optional<std::string> wholeDigits(const Decimal& decimal) {
    std::string digits = decimal.digits;
    long point = decimal.point;
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
    digits.erase(0, zeros);
    point -= static_cast<long>(zeros);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.empty()) {
        return "0";
    }
    if (point < static_cast<long>(digits.size()) || point > static_cast<long>(wholeDigitsMax)) {
        return std::nullopt;
    }
    digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
    return decimal.isNegative ? "-" + digits : digits;
}

}  // namespace

std::optional<std::string> plainNumber(std::string_view stored) {
    const auto decimal = takeApart(stored);
    if (!decimal) {
        return std::nullopt;
    }
    if (const auto whole = wholeDigits(*decimal)) {
        return whole;
    }
    if (stored.front() == '+') {
        stored.remove_prefix(1);
    }
    double number = 0;
    const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), number);
    if (read.ec != std::errc{} || !std::isfinite(number)) {
        return std::nullopt;
    }
    // Fifteen digits may make a whole number of it after all: 1250000.0000000002 is shown as 1250000.
    std::array<char, 64> shown{};
    const auto written =
        std::to_chars(shown.data(), shown.data() + shown.size(), number, std::chars_format::scientific, 14);
    const std::string_view scientific(shown.data(), static_cast<std::size_t>(written.ptr - shown.data()));
    if (const auto rounded = takeApart(scientific)) {
        if (const auto whole = wholeDigits(*rounded)) {
            return whole;
        }
    }
    const auto general =
        std::to_chars(shown.data(), shown.data() + shown.size(), number, std::chars_format::general, 15);
    return std::string(shown.data(), general.ptr);
}

std::optional<Date> dateOfSerial(double serial, bool isEpoch1904) {
    constexpr std::int32_t epoch1900 = -25569;  // 1899-12-30, so that 1900-03-01 is day 61
    constexpr std::int32_t epoch1904 = -24107;
    constexpr std::int32_t last = 84005;  // 2199-12-31
    const std::int32_t epoch = isEpoch1904 ? epoch1904 : epoch1900;
    if (!(serial >= (isEpoch1904 ? 0 : 1)) || serial >= last - epoch + 1) {
        return std::nullopt;
    }
    const auto day = static_cast<std::int32_t>(std::floor(serial));
    if (!isEpoch1904 && day <= 60) {
        return day == 60 ? std::nullopt : std::optional(Date(epoch + day + 1));
    }
    return Date(epoch + day);
}

std::optional<std::uint32_t> columnIndex(std::string_view letters) {
    if (letters.empty() || letters.size() > 3) {
        return std::nullopt;
    }
    std::uint32_t count = 0;
    for (const char letter : letters) {
        if (letter < 'A' || letter > 'Z') {
            return std::nullopt;
        }
        count = count * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
    }
    return count - 1;
}

}  // namespace nextgen::workbook
