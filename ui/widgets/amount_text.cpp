#include "ui/widgets/amount_text.h"

#include "shared/core/error_code.h"
#include "shared/core/text.h"
#include "ui/locale/format.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace nextgen::ui {

namespace {

struct Part {
    std::int64_t mantissa;
    int exponent;
};

using Word = std::pair<QStringView, int>;
constexpr std::array<Word, 16> scales = {{
    {u"هزار", 3},
    {u"ه", 3},
    {u"k", 3},
    {u"thousand", 3},
    {u"میلیون", 6},
    {u"م", 6},
    {u"m", 6},
    {u"million", 6},
    {u"میلیارد", 9},
    {u"ب", 9},
    {u"b", 9},
    {u"bn", 9},
    {u"billion", 9},
    {u"تریلیون", 12},
    {u"t", 12},
    {u"trillion", 12},
}};
constexpr std::array<Word, 9> units = {{
    {u"ریال", 0},
    {u"rial", 0},
    {u"rials", 0},
    {u"irr", 0},
    {u"تومان", 1},
    {u"تومن", 1},
    {u"ت", 1},
    {u"toman", 1},
    {u"tomans", 1},
}};

template <std::size_t N>
std::optional<int> found(const std::array<Word, N>& words, const QString& word) {
    for (const auto& [text, exponent] : words) {
        if (text == word) {
            return exponent;
        }
    }
    return std::nullopt;
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}
bool isGroupingMark(QChar c) {
    return QStringView(u",٬،'’_ \u00A0\u202F").contains(c);
}

class Reader {
  public:
    explicit Reader(const QString& text)
        : m_text(toQt(text::persianLetters(text::asciiDigits(text::cleaned(fromQt(text))))).toLower()) {}

    Result<Money> read() {
        skipBlanks();
        if (isAtEnd()) {
            return refuse(ErrorCode::AmountMissing);
        }
        const bool isNegative = m_text[m_at] == u'-' || m_text[m_at] == u'−';
        if (isNegative) {
            ++m_at;
        }
        // What deleting the digits before a mark leaves: "٬۵۶۷".
        while (!isAtEnd() && isGroupingMark(m_text[m_at])) {
            ++m_at;
        }
        int unitExponent = 0;
        int lowestScale = 99;
        bool hasUnit = false;
        while (!isAtEnd()) {
            Part part{};
            if (hasUnit || !readNumber(part)) {
                return refuse(ErrorCode::AmountInvalid);
            }
            QString word = readWord();
            int scale = 0;
            if (const auto power = found(scales, word)) {
                scale = *power;
                word = readWord();
            }
            // "۵ میلیون ۲ میلیارد" is more likely a slip than a sum.
            if (scale >= lowestScale) {
                return refuse(ErrorCode::AmountInvalid);
            }
            lowestScale = scale;
            part.exponent += scale;
            m_parts.push_back(part);
            if (word == QStringView(u"و") && !isAtEnd()) {
                continue;
            }
            if (const auto power = found(units, word)) {
                unitExponent = *power;
                hasUnit = true;
            } else if (!word.isEmpty()) {
                return refuse(ErrorCode::AmountInvalid);
            }
        }
        return m_parts.empty() ? refuse(ErrorCode::AmountInvalid) : sum(unitExponent, isNegative);
    }

  private:
    bool isAtEnd() const { return m_at >= m_text.size(); }
    void skipBlanks() {
        while (!isAtEnd() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    bool readNumber(Part& part) {
        skipBlanks();
        int digits = 0;
        bool isFraction = false;
        for (; !isAtEnd(); ++m_at) {
            const QChar c = m_text[m_at];
            const bool digitFollows = m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]);
            if (isDigit(c)) {
                // Nineteen digits do not fit; the answer is refused as out of range by the sum.
                if (++digits > 18) {
                    return false;
                }
                part.mantissa = part.mantissa * 10 + (c.unicode() - u'0');
                part.exponent -= isFraction ? 1 : 0;
            } else if ((c == u'.' || c == u'٫') && digits > 0 && digitFollows && !isFraction) {
                isFraction = true;
            } else if (!(isGroupingMark(c) && digits > 0 && digitFollows && !isFraction)) {
                break;
            }
        }
        return digits > 0;
    }

    QString readWord() {
        skipBlanks();
        const qsizetype start = m_at;
        while (!isAtEnd() && m_text[m_at].isLetter()) {
            ++m_at;
        }
        QString word = m_text.mid(start, m_at - start);
        skipBlanks();
        return word;
    }

    Result<Money> sum(int unitExponent, bool isNegative) const {
        std::int64_t total = 0;
        for (const Part& part : m_parts) {
            std::int64_t value = part.mantissa;
            int exponent = part.exponent + unitExponent;
            for (; exponent > 0; --exponent) {
                if (__builtin_mul_overflow(value, std::int64_t{10}, &value)) {
                    return refuse(ErrorCode::MoneyOutOfRange);
                }
            }
            for (; exponent < 0; ++exponent) {
                if (value % 10 != 0) {
                    return refuse(ErrorCode::AmountInvalid);
                }
                value /= 10;
            }
            if (__builtin_add_overflow(total, value, &total)) {
                return refuse(ErrorCode::MoneyOutOfRange);
            }
        }
        return Money::fromRials(isNegative ? -total : total);
    }

    QString m_text;
    qsizetype m_at = 0;
    std::vector<Part> m_parts;
};

}  // namespace

Result<Money> readAmount(const QString& text) {
    return Reader(text).read();
}

bool isPlainNumber(const QString& text) {
    bool hasDigit = false;
    const QString plain = plainDigits(text);
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        hasDigit = hasDigit || isDigit(c);
        const bool isMinus = i == 0 && (c == u'-' || c == u'−');
        if (!isDigit(c) && !isMinus && !isGroupingMark(c)) {
            return false;
        }
    }
    return hasDigit;
}

}  // namespace nextgen::ui
