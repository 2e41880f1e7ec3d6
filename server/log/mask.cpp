#include "server/log/mask.h"

#include "shared/core/identifier.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace nextgen::log {

namespace {

constexpr std::string_view hidden = "***";
constexpr std::size_t tokenLengthMin = 40;
constexpr auto secretNames =
    std::to_array<std::string_view>({"password", "passwd", "pwd", "secret", "token", "authorization", "totp",
                                     "otp", "recovery_code", "api_key", "master_key", "wrapped_key"});

bool isAlnum(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool isWordByte(char c) {
    return isAlnum(c) || c == '_';
}

bool isTokenByte(char c) {
    return isWordByte(c) || c == '-';
}

struct Digit {
    char ascii = 0;  ///< 0: there is none
    std::size_t bytes = 1;
};

/// The digit at a place of UTF-8, of ASCII, Persian (U+06F0…) or Arabic (U+0660…).
Digit digitAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(at) >= '0' && byte(at) <= '9') {
        return {text[at], 1};
    }
    if (byte(at) == 0xDB && byte(at + 1) >= 0xB0 && byte(at + 1) <= 0xB9) {
        return {static_cast<char>('0' + (byte(at + 1) - 0xB0)), 2};
    }
    if (byte(at) == 0xD9 && byte(at + 1) >= 0xA0 && byte(at + 1) <= 0xA9) {
        return {static_cast<char>('0' + (byte(at + 1) - 0xA0)), 2};
    }
    return {};
}

bool hasLuhnDigit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        sum += i % 2 == 0 ? digit : (digit * 2) / 10 + (digit * 2) % 10;
    }
    return sum % 10 == 0;
}

bool isPersonal(std::string_view digits) {
    switch (digits.size()) {
        case 10:
            return identifier::isNationalId(digits) || digits.starts_with("9");
        case 11:
            return identifier::isLegalId(digits) || digits.starts_with("09");
        case 12:
            return digits.starts_with("989");
        case 14:
            return digits.starts_with("00989");
        case 16:
            return hasLuhnDigit(digits);
        case 24:
            return identifier::isIban("IR" + std::string(digits));
        default:
            return false;
    }
}

class Masker {
  public:
    explicit Masker(std::string_view line) : m_line(line) { m_out.reserve(line.size()); }

    std::string run() {
        while (m_at < m_line.size()) {
            const bool isStart = m_at == 0 || !isWordByte(m_line[m_at - 1]);
            if (!isStart || !(hideToken() || hideNumber() || hideNamed())) {
                m_out += m_line[m_at++];
            }
        }
        return std::move(m_out);
    }

  private:
    void hideTo(std::size_t end) {
        m_out += hidden;
        m_at = end;
    }

    std::size_t endOf(std::size_t from, bool (*isPart)(char)) const {
        while (from < m_line.size() && isPart(m_line[from])) {
            ++from;
        }
        return from;
    }

    /// Long, and of capital letters, small ones and digits.
    bool hideToken() {
        const std::size_t end = endOf(m_at, isTokenByte);
        const std::string_view word = m_line.substr(m_at, end - m_at);
        const auto has = [&](int (*isOfKind)(int)) {
            return std::any_of(word.begin(), word.end(),
                               [&](char c) { return isOfKind(static_cast<unsigned char>(c)) != 0; });
        };
        if (word.size() < tokenLengthMin || !has(std::isupper) || !has(std::islower) || !has(std::isdigit)) {
            return false;
        }
        hideTo(end);
        return true;
    }

    /// A run of digits, or groups of four set apart by blanks or hyphens.
    bool hideNumber() {
        std::size_t at = m_at;
        std::size_t letters = 0;  // of an IBAN, they belong to its first group
        const auto upper = [&](std::size_t i) {
            return i < m_line.size() ? std::toupper(static_cast<unsigned char>(m_line[i])) : 0;
        };
        if (upper(at) == 'I' && upper(at + 1) == 'R') {
            at = endOf(at + 2, [](char c) { return c == ' '; });
            letters = 2;
        }
        std::string digits;
        std::size_t end = at;
        bool isGrouped = true;
        for (std::size_t next = at;;) {
            const std::size_t before = digits.size();
            for (Digit digit = digitAt(m_line, next); digit.ascii != 0; digit = digitAt(m_line, next)) {
                digits += digit.ascii;
                next += digit.bytes;
            }
            if (digits.size() == before) {
                break;
            }
            // "6037 9911 …": each whole number on the way is tried, the longest personal one is hidden.
            if ((next == m_line.size() || !isWordByte(m_line[next])) && (isGrouped || before == 0) &&
                isPersonal(digits)) {
                end = next;
            }
            isGrouped = isGrouped && (letters + digits.size()) % 4 == 0;
            if (!isGrouped || next >= m_line.size() || (m_line[next] != ' ' && m_line[next] != '-')) {
                break;
            }
            ++next;
        }
        if (end == at) {
            return false;
        }
        hideTo(end);
        return true;
    }

    /// What follows the name of a secret.
    bool hideNamed() {
        const std::size_t end = endOf(m_at, isWordByte);
        std::string word(m_line.substr(m_at, end - m_at));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        if (word == "bearer" && end < m_line.size() && m_line[end] == ' ') {
            m_out.append(m_line.substr(m_at, end + 1 - m_at));
            hideTo(endOf(end + 1, [](char c) { return c != ' ' && c != '"' && c != ','; }));
            return true;
        }
        const bool isSecret = std::any_of(secretNames.begin(), secretNames.end(),
                                          [&](std::string_view name) { return word.ends_with(name); });
        if (!isSecret) {
            return false;
        }
        std::size_t value = endOf(end, [](char c) { return c == '"' || c == '\'' || c == '\\' || c == ' '; });
        if (value >= m_line.size() || (m_line[value] != ':' && m_line[value] != '=')) {
            return false;
        }
        value = endOf(value + 1, [](char c) { return c == ' ' || c == '\\'; });
        const bool isQuoted = value < m_line.size() && (m_line[value] == '"' || m_line[value] == '\'');
        std::size_t stop = value;
        if (isQuoted) {
            const char quote = m_line[value++];
            stop = std::min(m_line.find(quote, value), m_line.size());
        } else {
            stop =
                endOf(value, [](char c) { return c != ' ' && c != ',' && c != '&' && c != ';' && c != '}'; });
            std::string scheme(m_line.substr(value, stop - value));
            std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                           [](unsigned char c) { return std::tolower(c); });
            if (scheme == "bearer" || scheme == "basic") {
                stop = endOf(std::min(stop + 1, m_line.size()), [](char c) { return c != ' ' && c != ','; });
            }
        }
        m_out.append(m_line.substr(m_at, value - m_at));
        hideTo(stop);
        return true;
    }

    std::string_view m_line;
    std::size_t m_at = 0;
    std::string m_out;
};

}  // namespace

std::string masked(std::string_view line) {
    return Masker(line).run();
}

}  // namespace nextgen::log
