#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace nextgen::text {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t zwnj = 0x200C;
/// What a mapping answers for a character that is to vanish; no code point has this value.
constexpr char32_t dropped = 0xFFFFFFFF;
/// What decode() answers for a byte that begins no character.
constexpr char32_t malformed = 0xFFFFFFFE;

struct Decoded {
    char32_t point;
    std::size_t bytes;
};

constexpr bool isContinuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// The character at the front of text, which is not empty. A malformed byte is taken alone.
inline Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    if (lead >= 0xC2 && lead < 0xE0 && text.size() >= 2 && isContinuation(byte(1))) {
        return {static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
    }
    if (lead >= 0xE0 && lead < 0xF0 && text.size() >= 3 && isContinuation(byte(1)) &&
        isContinuation(byte(2))) {
        const auto point =
            static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
        const bool isSurrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point >= 0x800 && !isSurrogate) {
            return {point, 3};
        }
    }
    if (lead >= 0xF0 && lead < 0xF5 && text.size() >= 4 && isContinuation(byte(1)) &&
        isContinuation(byte(2)) && isContinuation(byte(3))) {
        const auto point = static_cast<char32_t>((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
                                                 (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
        if (point >= 0x10000 && point <= 0x10FFFF) {
            return {point, 4};
        }
    }
    return {malformed, 1};
}

inline void append(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

/// Calls visit with each character, U+FFFD for a malformed byte.
template <class Visit>
void forEachCharacter(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const Decoded character = decode(text);
        text.remove_prefix(character.bytes);
        visit(character.point == malformed ? replacement : character.point);
    }
}

template <class Map>
std::string mapped(std::string_view text, Map map) {
    std::string out;
    out.reserve(text.size());
    forEachCharacter(text, [&](char32_t point) {
        const char32_t to = map(point);
        if (to != dropped) {
            append(out, to);
        }
    });
    return out;
}

constexpr char32_t toAsciiDigit(char32_t point) {
    if (point >= 0x06F0 && point <= 0x06F9) {
        return point - 0x06F0 + U'0';
    }
    if (point >= 0x0660 && point <= 0x0669) {
        return point - 0x0660 + U'0';
    }
    return point;
}

constexpr char32_t toPersianDigit(char32_t point) {
    const char32_t ascii = toAsciiDigit(point);
    return ascii >= U'0' && ascii <= U'9' ? ascii - U'0' + 0x06F0 : point;
}

constexpr char32_t toPersianLetter(char32_t point) {
    switch (point) {
        case 0x064A:  // ي
        case 0x0649:  // ى
            return 0x06CC;
        case 0x0643:  // ك
            return 0x06A9;
        default:
            return point;
    }
}

constexpr bool isInvisible(char32_t point) {
    return (point < 0x20 && point != U'\t' && point != U'\n' && point != U'\v' && point != U'\f' &&
            point != U'\r') ||
           point == 0x7F || point == 0x00AD || point == 0x061C || point == 0x200B ||
           (point >= 0x200D && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) || point == 0x2060 ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

constexpr bool isOddBlank(char32_t point) {
    return point == U'\t' || point == U'\v' || point == U'\f' || point == 0x00A0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F || point == 0x3000;
}

constexpr char32_t toCleaned(char32_t point) {
    return isInvisible(point) ? dropped : isOddBlank(point) ? U' ' : point;
}

constexpr bool isDiacritic(char32_t point) {
    return (point >= 0x064B && point <= 0x065F) || point == 0x0670;
}

constexpr char32_t toSearchKey(char32_t point) {
    if (point < 0x80) {
        if (point >= U'A' && point <= U'Z') {
            return point + (U'a' - U'A');
        }
        return point == U'\n' || point == U'\r' ? U' ' : toCleaned(point);
    }
    switch (point) {
        case zwnj:
        case 0x0085:
        case 0x2028:
        case 0x2029:
            return U' ';
        case 0x0640:  // tatweel
            return dropped;
        case 0x0622:  // آ
        case 0x0623:  // أ
        case 0x0625:  // إ
        case 0x0671:  // ٱ
            return 0x0627;
        case 0x0629:  // ة
        case 0x06C0:  // ۀ
            return 0x0647;
        case 0x0624:  // ؤ
            return 0x0648;
        case 0x0626:  // ئ
            return 0x06CC;
        default:
            return isDiacritic(point) ? dropped : toCleaned(toAsciiDigit(toPersianLetter(point)));
    }
}

constexpr bool isPunctuation(char32_t point) {
    return point == 0x00AB || point == 0x00BB || point == 0x060C || point == 0x061B ||
           (point >= 0x2010 && point <= 0x2027) || point == 0x2212;
}

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The bytes of the grouping mark at the front of text, 0 when there is none.
std::size_t groupingMark(std::string_view text) {
    using namespace std::string_view_literals;
    for (const std::string_view mark : {","sv, "٬"sv, "،"sv, "'"sv, "’"sv, "_"sv, " "sv}) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

// The upper half of Windows-1256, as Unicode publishes it.
constexpr std::array<char16_t, 128> windows1256{
    0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039, 0x0152,
    0x0686, 0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x06A9, 0x2122,
    0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA, 0x00A0, 0x060C, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x061B, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x061F, 0x06C1,
    0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D,
    0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x00D7, 0x0637, 0x0638, 0x0639,
    0x063A, 0x0640, 0x0641, 0x0642, 0x0643, 0x00E0, 0x0644, 0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0649, 0x064A, 0x00EE, 0x00EF, 0x064B, 0x064C, 0x064D, 0x064E, 0x00F4,
    0x064F, 0x0650, 0x00F7, 0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E, 0x200F, 0x06D2,
};

}  // namespace

std::string asciiDigits(std::string_view text) {
    return mapped(text, toAsciiDigit);
}

std::string persianDigits(std::string_view text) {
    return mapped(text, toPersianDigit);
}

std::string persianLetters(std::string_view text) {
    return mapped(text, toPersianLetter);
}

std::string cleaned(std::string_view text) {
    constexpr std::string_view zwnjBytes = "\u200C";
    const std::string mappedText = mapped(text, toCleaned);
    std::string_view kept = mappedText;
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
    while (!kept.empty() && (isBlank(kept.front()) || kept.starts_with(zwnjBytes))) {
        kept.remove_prefix(isBlank(kept.front()) ? 1 : zwnjBytes.size());
    }
    while (!kept.empty() && (isBlank(kept.back()) || kept.ends_with(zwnjBytes))) {
        kept.remove_suffix(isBlank(kept.back()) ? 1 : zwnjBytes.size());
    }
    return std::string(kept);
}

std::string searchKey(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    bool afterBlank = false;
    forEachCharacter(text, [&](char32_t point) {
        const char32_t to = toSearchKey(point);
        if (to == U' ') {
            afterBlank = !key.empty();
        } else if (to != dropped) {
            if (afterBlank) {
                key += ' ';
                afterBlank = false;
            }
            append(key, to);
        }
    });
    return key;
}

std::string headingKey(std::string_view text) {
    // A lone ی is the ezafe of the word before it: «شناسه‌ی صیادی» is «شناسه
    // صیادی».
    constexpr std::string_view ezafe = "ی";
    const std::string words = searchKey(text);
    std::string key;
    key.reserve(words.size());
    std::string_view rest = words;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (word == ezafe && !key.empty()) {
            continue;
        }
        forEachCharacter(word, [&](char32_t point) {
            const bool isLetterOrDigit =
                point >= 0x80 ? !isPunctuation(point)
                              : (point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9');
            if (isLetterOrDigit) {
                append(key, point);
            }
        });
    }
    return key;
}

std::string ungroupedNumber(std::string_view text) {
    constexpr std::string_view minus = "−";
    const std::string typed = asciiDigits(cleaned(text));
    std::string number;
    number.reserve(typed.size());
    std::string_view rest = typed;
    while (!rest.empty()) {
        const std::size_t mark = groupingMark(rest);
        const bool isBetweenDigits = mark != 0 && !number.empty() && isDigit(number.back()) &&
                                     mark < rest.size() && isDigit(rest[mark]);
        if (isBetweenDigits) {
            rest.remove_prefix(mark);
        } else if (rest.starts_with(minus)) {
            number += '-';
            rest.remove_prefix(minus.size());
        } else {
            number += rest.front();
            rest.remove_prefix(1);
        }
    }
    return number;
}

std::size_t length(std::string_view text) {
    std::size_t characters = 0;
    forEachCharacter(text, [&](char32_t) { ++characters; });
    return characters;
}

std::string shortened(std::string_view text, std::size_t charactersMax) {
    constexpr char32_t ellipsis = U'…';
    std::string out;
    for (std::size_t characters = 1; !text.empty(); ++characters) {
        const Decoded character = decode(text);
        text.remove_prefix(character.bytes);
        if (characters == charactersMax && !text.empty()) {
            append(out, ellipsis);
            break;
        }
        append(out, character.point == malformed ? replacement : character.point);
    }
    return out;
}

bool isUtf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const Decoded character = decode(bytes);
        if (character.point == malformed) {
            return false;
        }
        bytes.remove_prefix(character.bytes);
    }
    return true;
}

std::string fromWindows1256(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t point = byte < 0x80 ? byte : windows1256[byte - 0x80];
        append(out, point == 0x064A ? 0x06CC : point);
    }
    return out;
}

}  // namespace nextgen::text
