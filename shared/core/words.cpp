#include "shared/core/words.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace nextgen {

namespace {

using Words = std::string_view;

constexpr std::array<Words, 20> persianOnes{"",       "یک",     "دو",     "سه",   "چهار",  "پنج",    "شش",
                                            "هفت",    "هشت",    "نه",     "ده",   "یازده", "دوازده", "سیزده",
                                            "چهارده", "پانزده", "شانزده", "هفده", "هجده",  "نوزده"};
constexpr std::array<Words, 10> persianTens{"",      "",    "بیست",  "سی",    "چهل",
                                            "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"};
constexpr std::array<Words, 10> persianHundreds{"",      "یکصد", "دویست", "سیصد",  "چهارصد",
                                                "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"};
// One per three digits, up to 10^18: what 64 bits hold.
constexpr std::array<Words, 7> persianScales{"",        "هزار",       "میلیون",    "میلیارد",
                                             "تریلیون", "کوادریلیون", "کوینتیلیون"};

constexpr std::array<Words, 20> englishOnes{"",        "one",     "two",       "three",    "four",
                                            "five",    "six",     "seven",     "eight",    "nine",
                                            "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<Words, 10> englishTens{"",      "",      "twenty",  "thirty", "forty",
                                            "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<Words, 7> englishScales{"",         "thousand",    "million",    "billion",
                                             "trillion", "quadrillion", "quintillion"};

std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

/// The three-digit groups of a number, the lowest first.
std::array<unsigned, 7> groupsOf(std::uint64_t number) {
    std::array<unsigned, 7> groups{};
    for (unsigned& group : groups) {
        group = static_cast<unsigned>(number % 1000);
        number /= 1000;
    }
    return groups;
}

/// Adds a word after the separator, which only stands between words.
void addWord(std::string& out, Words separator, Words word) {
    if (!out.empty()) {
        out += separator;
    }
    out += word;
}

constexpr std::uint64_t powerOfThousand(std::size_t scale) {
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < scale; ++i) {
        power *= 1000;
    }
    return power;
}

/// The number being read: groups that have their scale, and the group that still waits for one.
class Reading {
  public:
    bool addWord(Words word) { return addCardinal(word) || addOrdinal(word) || addDigits(word); }

    std::optional<std::uint64_t> number() const {
        std::uint64_t sum = 0;
        if (!m_hasWord || __builtin_add_overflow(m_scaled, m_group, &sum)) {
            return std::nullopt;
        }
        return sum;
    }

  private:
    bool addCardinal(Words word) { return addBelowThousand(word) || addHundredMark(word) || addScale(word); }

    /// «سوم», «بیستم» and the detached ending of «سی اُم».
    bool addOrdinal(Words word) {
        constexpr Words ending = "م";
        if (word == "ام") {
            return m_hasWord;
        }
        if (word == "سوم") {
            return addCardinal("سه");
        }
        return word.ends_with(ending) && addCardinal(word.substr(0, word.size() - ending.size()));
    }

    /// Each digit's place is taken once: "پنج پنج" is no number.
    bool addBelowThousand(Words word) {
        for (std::size_t i = 1; i < persianOnes.size(); ++i) {
            if (word == persianOnes[i]) {
                const bool isFree = i < 10 ? m_group % 10 == 0 && m_group / 10 % 10 != 1 : m_group % 100 == 0;
                return isFree && add(i);
            }
        }
        for (std::size_t i = 2; i < persianTens.size(); ++i) {
            if (word == persianTens[i]) {
                return m_group % 100 == 0 && add(i * 10);
            }
        }
        for (std::size_t i = 1; i < persianHundreds.size(); ++i) {
            if (word == persianHundreds[i]) {
                return m_group == 0 && add(i * 100);
            }
        }
        return false;
    }

    /// «صد» alone, and «چهار صد» written apart.
    bool addHundredMark(Words word) {
        if (word != "صد" || m_group > 9) {
            return false;
        }
        m_group = (m_group == 0 ? 1 : m_group) * 100;
        m_hasWord = true;
        return true;
    }

    /// A scale multiplies what stands below it, so that «دو هزار میلیارد» is read as people say it.
    bool addScale(Words word) {
        for (std::size_t i = 1; i < persianScales.size(); ++i) {
            if (word != persianScales[i]) {
                continue;
            }
            const std::uint64_t scale = powerOfThousand(i);
            if (m_scaled / scale % 1000 != 0) {
                return false;
            }
            std::uint64_t count = m_scaled % scale;
            if (__builtin_add_overflow(count, m_group, &count)) {
                return false;
            }
            std::uint64_t product = 0;
            if (__builtin_mul_overflow(count == 0 ? 1 : count, scale, &product) ||
                __builtin_add_overflow(m_scaled - m_scaled % scale, product, &m_scaled)) {
                return false;
            }
            m_group = 0;
            m_hasWord = true;
            return true;
        }
        return false;
    }

    bool addDigits(Words word) {
        const std::string digits = text::ungroupedNumber(word);
        std::uint64_t value = 0;
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return failure == std::errc{} && end == digits.data() + digits.size() && add(value);
    }

    bool add(std::uint64_t value) {
        m_hasWord = true;
        return !__builtin_add_overflow(m_group, value, &m_group);
    }

    std::uint64_t m_scaled = 0;
    std::uint64_t m_group = 0;
    bool m_hasWord = false;
};

}  // namespace

std::string numberInPersianWords(std::int64_t value) {
    constexpr Words joint = " و ";
    if (value == 0) {
        return "صفر";
    }
    const auto groups = groupsOf(magnitude(value));
    std::string words;
    for (std::size_t scale = groups.size(); scale-- > 0;) {
        const unsigned group = groups[scale];
        if (group == 0) {
            continue;
        }
        if (group >= 100) {
            addWord(words, joint, persianHundreds[group / 100]);
        }
        const unsigned rest = group % 100;
        if (rest >= 20) {
            addWord(words, joint, persianTens[rest / 10]);
        }
        const unsigned ones = rest >= 20 ? rest % 10 : rest;
        if (ones != 0) {
            addWord(words, joint, persianOnes[ones]);
        }
        if (scale != 0) {
            addWord(words, " ", persianScales[scale]);
        }
    }
    return value < 0 ? "منفی " + words : words;
}

std::string numberInEnglishWords(std::int64_t value) {
    if (value == 0) {
        return "zero";
    }
    const auto groups = groupsOf(magnitude(value));
    std::string words;
    for (std::size_t scale = groups.size(); scale-- > 0;) {
        const unsigned group = groups[scale];
        if (group == 0) {
            continue;
        }
        if (group >= 100) {
            addWord(words, " ", englishOnes[group / 100]);
            addWord(words, " ", "hundred");
        }
        const unsigned rest = group % 100;
        if (rest >= 20) {
            addWord(words, " ", englishTens[rest / 10]);
        }
        const unsigned ones = rest >= 20 ? rest % 10 : rest;
        if (ones != 0) {
            addWord(words, rest > 20 ? "-" : " ", englishOnes[ones]);
        }
        if (scale != 0) {
            addWord(words, " ", englishScales[scale]);
        }
    }
    return value < 0 ? "minus " + words : words;
}

std::optional<std::int64_t> numberFromPersianWords(std::string_view words) {
    const std::string key = text::searchKey(words);
    std::string_view rest = key;
    bool isNegative = false;
    bool isZero = false;
    bool isFirst = true;
    Reading reading;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (isFirst && word == "منفی") {
            isNegative = true;
        } else if (word == "صفر") {
            isZero = true;
        } else if (word != "و" && !reading.addWord(word)) {
            return std::nullopt;
        }
        isFirst = false;
    }
    const auto number = reading.number();
    if (isZero) {
        return number ? std::nullopt : std::optional<std::int64_t>(0);
    }
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!number || *number > most + (isNegative ? 1 : 0)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(isNegative ? 0 - *number : *number);
}

}  // namespace nextgen
