#include "shared/core/text.h"
#include "shared/workbook/reading.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <map>
#include <system_error>
#include <vector>

namespace nextgen::workbook {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t pieceSize = 65'536;

enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1256 };

/// Calls take with the file's bytes from its beginning, piece after piece, until it answers false.
void forEachPiece(std::FILE* file, const std::function<bool(std::string_view)>& take) {
    if (std::fseek(file, 0, SEEK_SET) != 0) {
        throw std::system_error(errno, std::generic_category(), "reading a workbook");
    }
    std::vector<char> piece(pieceSize);
    while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), file)) {
        if (!take({piece.data(), count})) {
            return;
        }
    }
    if (std::ferror(file) != 0) {
        throw std::system_error(errno, std::generic_category(), "reading a workbook");
    }
}

/// The length of text without a character that is cut off at its end.
std::size_t wholeCharacters(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80) {
            break;
        }
        if (byte >= 0xC0) {
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return length > back ? text.size() - back : text.size();
        }
    }
    return text.size();
}

/// UTF-8 when every byte of the file says so: Persian in the old code page does not look like it by accident.
Encoding encodingOf(std::FILE* file, Reading& reading) {
    std::string head;
    std::string carried;
    bool isUtf8 = true;
    forEachPiece(file, [&](std::string_view piece) {
        if (head.size() < 3) {
            head += piece.substr(0, 3);
        }
        reading.spend(0);
        carried += piece;
        const std::size_t whole = wholeCharacters(carried);
        isUtf8 = text::isUtf8(std::string_view(carried).substr(0, whole));
        carried.erase(0, whole);
        return isUtf8;
    });
    if (head.starts_with("\xFF\xFE"sv)) {
        return Encoding::Utf16LittleEndian;
    }
    if (head.starts_with("\xFE\xFF"sv)) {
        return Encoding::Utf16BigEndian;
    }
    if (head.starts_with("\xEF\xBB\xBF"sv) ? !isUtf8 || !carried.empty() : isUtf8 && !carried.empty()) {
        throw Refusal(ErrorCode::FileDamaged);  // it ends within a character
    }
    return isUtf8 ? Encoding::Utf8 : Encoding::Windows1256;
}

/// Brings pieces of a file to bytes in which ASCII stands for itself, as parsing needs it.
class Decoder {
  public:
    explicit Decoder(Encoding encoding) : m_encoding(encoding) {}

    std::string decoded(std::string_view piece) {
        std::string out;
        if (m_encoding == Encoding::Utf16LittleEndian || m_encoding == Encoding::Utf16BigEndian) {
            out.reserve(piece.size());
            for (const char c : piece) {
                m_pair += c;
                if (m_pair.size() == 2) {
                    const auto first = static_cast<unsigned char>(m_pair[0]);
                    const auto second = static_cast<unsigned char>(m_pair[1]);
                    take(out,
                         m_encoding == Encoding::Utf16BigEndian ? first << 8 | second : second << 8 | first);
                    m_pair.clear();
                }
            }
        } else {
            out = piece;
        }
        if (m_isAtBeginning && out.starts_with("\xEF\xBB\xBF"sv)) {
            out.erase(0, 3);
        }
        m_isAtBeginning = m_isAtBeginning && out.empty();
        return out;
    }

    /// A cell's text, of bytes that decoded() gave. The old code page has no ی of its own and two letters for
    /// ک: which of them stands there says nothing about what was typed.
    std::string text(const std::string& bytes) const {
        return m_encoding == Encoding::Windows1256 ? text::persianLetters(text::fromWindows1256(bytes))
                                                   : bytes;
    }

  private:
    void take(std::string& out, int unit) {
        constexpr std::string_view replacement = "\uFFFD";
        const bool isLow = unit >= 0xDC00 && unit <= 0xDFFF;
        if (m_high != 0) {
            const int point = 0x10000 + ((m_high - 0xD800) << 10) + (unit - 0xDC00);
            m_high = 0;
            if (isLow) {
                out += static_cast<char>(0xF0 | point >> 18);
                out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
                out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
                out += static_cast<char>(0x80 | (point & 0x3F));
                return;
            }
            out += replacement;
        }
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            m_high = unit;
        } else if (isLow) {
            out += replacement;
        } else if (unit < 0x80) {
            out += static_cast<char>(unit);
        } else if (unit < 0x800) {
            out += static_cast<char>(0xC0 | unit >> 6);
            out += static_cast<char>(0x80 | (unit & 0x3F));
        } else {
            out += static_cast<char>(0xE0 | unit >> 12);
            out += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
            out += static_cast<char>(0x80 | (unit & 0x3F));
        }
    }

    Encoding m_encoding;
    bool m_isAtBeginning = true;
    std::string m_pair;
    int m_high = 0;
};

/// RFC 4180, and what programs write beside it: lines that end in CR or LF alone, quotes inside a field.
class CsvParser {
  public:
    /// onField(index, text) for each field, then onRecord(fields) at the end of each line; false: stop.
    CsvParser(char delimiter, std::size_t fieldBytesMax,
              std::function<void(std::size_t, const std::string&)> onField,
              std::function<bool(std::size_t)> onRecord)
        : m_delimiter(delimiter),
          m_fieldBytesMax(fieldBytesMax),
          m_onField(std::move(onField)),
          m_onRecord(std::move(onRecord)) {}

    bool feed(std::string_view bytes) {
        for (const char c : bytes) {
            if (!take(c)) {
                return false;
            }
        }
        return true;
    }

    /// Refusal: file_damaged when the file ends inside quotes.
    void finish() {
        if (m_state == State::Quoted) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        if (m_state != State::FieldBegins || m_fields > 0) {
            endRecord();
        }
    }

  private:
    enum class State { FieldBegins, Plain, Quoted, QuoteSeen };

    bool take(char c) {
        const bool isAfterReturn = m_isAfterReturn;
        m_isAfterReturn = false;
        if (m_state == State::Quoted) {
            if (c == '"') {
                m_state = State::QuoteSeen;
            } else {
                append(c);
            }
            return true;
        }
        if (c == '\n' && isAfterReturn) {
            return true;
        }
        if (c == '"' && m_state == State::FieldBegins) {
            m_state = State::Quoted;
        } else if (c == '"' && m_state == State::QuoteSeen) {
            append(c);
            m_state = State::Quoted;
        } else if (c == m_delimiter) {
            endField();
        } else if (c == '\n' || c == '\r') {
            m_isAfterReturn = c == '\r';
            return endRecord();
        } else {
            append(c);
            m_state = State::Plain;
        }
        return true;
    }

    void append(char c) {
        if (m_field.size() == m_fieldBytesMax) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        m_field += c;
    }

    void endField() {
        m_onField(m_fields++, m_field);
        m_field.clear();
        m_state = State::FieldBegins;
    }

    bool endRecord() {
        endField();
        const std::size_t fields = std::exchange(m_fields, 0);
        return m_onRecord(fields);
    }

    char m_delimiter;
    std::size_t m_fieldBytesMax;
    std::function<void(std::size_t, const std::string&)> m_onField;
    std::function<bool(std::size_t)> m_onRecord;
    State m_state = State::FieldBegins;
    bool m_isAfterReturn = false;
    std::size_t m_fields = 0;
    std::string m_field;
};

/// The delimiter by which the most lines at the file's beginning have the same number of fields. Commas
/// that group an amount's digits differ from line to line and are not in the header.
char delimiterOf(std::string_view beginning, const Limits& limits) {
    constexpr std::size_t linesMax = 100;
    char best = ',';
    std::pair<std::size_t, std::size_t> bestScore{0, 0};  // lines that agree, fields they agree on
    for (const char delimiter : {',', ';', '\t'}) {
        std::map<std::size_t, std::size_t> linesByFields;
        std::size_t lines = 0;
        CsvParser parser(
            delimiter, limits.bytesUnpacked, [](std::size_t, const std::string&) {},
            [&](std::size_t fields) {
                ++linesByFields[fields];
                return ++lines < linesMax;
            });
        parser.feed(beginning);
        for (const auto& [fields, agreeing] : linesByFields) {
            const std::pair score{agreeing, fields};
            if (fields > 1 && score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
    }
    return best;
}

/// Text has no control characters but blanks, line ends and the end mark of old systems.
bool hasControlCharacters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1A;
    });
}

}  // namespace

void readCsv(std::FILE* file, Reading& reading) {
    const Encoding encoding = encodingOf(file, reading);
    std::string beginning;
    forEachPiece(file, [&](std::string_view piece) {
        beginning = Decoder(encoding).decoded(piece);
        return false;
    });
    constexpr std::string_view hint = "sep=";  // Excel's own line before the header
    const bool isHinted = beginning.size() > hint.size() + 1 && beginning.starts_with(hint) &&
                          (beginning[hint.size() + 1] == '\r' || beginning[hint.size() + 1] == '\n');
    const bool isWhole = beginning.size() < pieceSize / 2;
    const char delimiter = isHinted  ? beginning[hint.size()]
                           : isWhole ? delimiterOf(beginning + "\n", reading.limits())
                                     : delimiterOf(beginning, reading.limits());
    Decoder decoder(encoding);
    std::uint64_t number = 0;
    const bool isWanted = reading.beginSheet({Format::Csv, "", false, false});
    CsvParser parser(
        delimiter, reading.limits().cellBytes,
        [&](std::size_t index, const std::string& field) {
            if (!isHinted || number > 0) {
                reading.put(index, {CellKind::Untyped, decoder.text(field), {}});
            }
        },
        [&](std::size_t) { return reading.endRow(++number); });
    if (!isWanted) {
        return;
    }
    const long size = std::fseek(file, 0, SEEK_END) == 0 ? std::ftell(file) : 0;
    std::uint64_t bytesRead = 0;
    bool isStopped = false;
    forEachPiece(file, [&](std::string_view piece) {
        reading.spend(piece.size());
        const std::string bytes = decoder.decoded(piece);
        if (hasControlCharacters(bytes)) {
            throw Refusal(ErrorCode::FileNotWorkbook);
        }
        isStopped = !parser.feed(bytes);
        bytesRead += piece.size();
        reading.visitor().progressed(static_cast<double>(bytesRead) /
                                     static_cast<double>(std::max(size, 1L)));
        return !isStopped;
    });
    if (!isStopped) {
        parser.finish();
    }
    if (reading.summary.rows == 0) {
        throw Refusal(ErrorCode::FileEmpty);
    }
}

}  // namespace nextgen::workbook
