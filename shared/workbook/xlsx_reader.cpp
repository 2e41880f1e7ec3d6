#include "shared/workbook/xml.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

namespace nextgen::workbook {

namespace {

using namespace std::string_view_literals;

/// Of things that a workbook numbers or names: relationships, number formats, cell styles.
constexpr std::size_t itemsMax = 100'000;

template <class Items>
void refuseBeyondItemsMax(const Items& items) {
    if (items.size() >= itemsMax) {
        throw Refusal(ErrorCode::FileUnsafe);
    }
}

/// "xl/worksheets/sheet1.xml" from what a relationship of "xl/workbook.xml" says: relative to its folder, or
/// from the top.
std::string resolved(std::string_view from, std::string_view target) {
    std::vector<std::string_view> steps;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const std::size_t end = std::min(path.find('/'), path.size());
            const std::string_view step = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (step == ".." && !steps.empty()) {
                steps.pop_back();
            } else if (!step.empty() && step != "." && step != "..") {
                steps.push_back(step);
            }
        }
    };
    if (!target.starts_with('/') && from.find('/') != std::string_view::npos) {
        walk(from.substr(0, from.rfind('/')));
    }
    walk(target);
    std::string path;
    for (const std::string_view step : steps) {
        path += path.empty() ? "" : "/";
        path += step;
    }
    return path;
}

struct Relationship {
    std::string type;  ///< the last word of its URI: "worksheet", "sharedStrings"
    std::string part;
};

class RelationshipsHandler : public XmlHandler {
  public:
    explicit RelationshipsHandler(std::string_view of) : m_of(of) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.value("TargetMode") == "External") {
            return;
        }
        refuseBeyondItemsMax(byId);
        const std::string_view type = attributes.value("Type");
        byId[std::string(attributes.value("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                     resolved(m_of, attributes.value("Target"))};
    }
    void endElement(std::string_view) override {}

    std::map<std::string, Relationship> byId;

  private:
    std::string_view m_of;
};

std::map<std::string, Relationship> relationshipsOf(Archive& archive, std::string_view part,
                                                    const Limits& limits) {
    const std::size_t slash = part.rfind('/');
    const std::string folder(slash == std::string_view::npos ? ""sv : part.substr(0, slash + 1));
    const std::string name(slash == std::string_view::npos ? part : part.substr(slash + 1));
    RelationshipsHandler handler(part);
    const std::string relationships = folder + "_rels/" + name + ".rels";
    if (archive.has(relationships)) {
        parseXml(archive, relationships, limits, handler);
    }
    return std::move(handler.byId);
}

struct SheetEntry {
    std::string name;
    std::string relationshipId;
    bool isHidden;
};

class WorkbookHandler : public XmlHandler {
  public:
    explicit WorkbookHandler(const Limits& limits) : m_limits(limits) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const std::string_view flag = attributes.value("date1904");
            isEpoch1904 = flag == "1" || flag == "true";
        } else if (name == "sheet") {
            if (sheets.size() >= m_limits.sheets) {
                throw Refusal(ErrorCode::FileDamaged);
            }
            const std::string_view state = attributes.value("state");
            sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id")),
                              state == "hidden" || state == "veryHidden"});
        }
    }
    void endElement(std::string_view) override {}

    std::vector<SheetEntry> sheets;
    bool isEpoch1904 = false;

  private:
    const Limits& m_limits;
};

/// Whether a number format shows a day: a y, d or a lone m outside quotes, brackets and escapes of its first
/// section. Hours and minutes alone are a time.
bool showsDate(std::string_view code) {
    bool hasMonth = false;
    bool hasClock = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        switch (code[i]) {
            case '"':
                i = std::min(code.find('"', i + 1), code.size());
                break;
            case '[':
                i = std::min(code.find(']', i + 1), code.size());
                break;
            case '\\':
            case '_':
            case '*':
                ++i;
                break;
            case 'y':
            case 'Y':
            case 'd':
            case 'D':
                return true;
            case 'm':
            case 'M':
                hasMonth = true;
                break;
            case 'h':
            case 'H':
            case 's':
            case 'S':
                hasClock = true;
                break;
            default:
                break;
        }
    }
    return hasMonth && !hasClock;
}

/// The formats that files name by number only (ECMA-376 part 1, 18.8.30), with those of East Asian programs.
bool isBuiltInDate(std::uint64_t id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 54) || id == 57 || id == 58;
}

class StylesHandler : public XmlHandler {
  public:
    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmts" || name == "cellXfs") {
            m_list = name;
        } else if (name == "numFmt" && m_list == "numFmts") {
            refuseBeyondItemsMax(m_dateByFormat);
            m_dateByFormat[attributes.number("numFmtId", 0)] = showsDate(attributes.value("formatCode"));
        } else if (name == "xf" && m_list == "cellXfs") {
            refuseBeyondItemsMax(isDate);
            const std::uint64_t format = attributes.number("numFmtId", 0);
            const auto own = m_dateByFormat.find(format);
            isDate.push_back(own == m_dateByFormat.end() ? isBuiltInDate(format) : own->second);
        }
    }
    void endElement(std::string_view name) override {
        if (name == m_list) {
            m_list.clear();
        }
    }

    std::vector<bool> isDate;  ///< by a cell's style number

  private:
    std::string m_list;
    std::map<std::uint64_t, bool> m_dateByFormat;
};

/// What _x000D_ stands for in a text: a character that XML cannot hold, or an underscore. Those that no text
/// of ours holds either vanish.
std::string unescaped(std::string_view text) {
    constexpr std::size_t length = 7;  // _xHHHH_
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t mark = std::min(text.find("_x"), text.size());
        out += text.substr(0, mark);
        text.remove_prefix(mark);
        unsigned code = 0;
        if (text.size() < length || text[length - 1] != '_' ||
            std::from_chars(text.data() + 2, text.data() + length - 1, code, 16).ptr !=
                text.data() + length - 1) {
            out += text.substr(0, 1);
            text.remove_prefix(std::min<std::size_t>(1, text.size()));
            continue;
        }
        if ((code >= 0x20 && code < 0x7F) || code == '\t' || code == '\n' || code == '\r') {
            out += static_cast<char>(code);
        }
        text.remove_prefix(length);
    }
    return out;
}

/// Collects the text of <t> elements: a string, or the runs of a rich one, without phonetic hints.
class TextCollector {
  public:
    explicit TextCollector(std::size_t bytesMax) : m_bytesMax(bytesMax) {}

    void start(std::string_view name) {
        if (name == "rPh") {
            ++m_phonetic;
        } else if (name == "t" && m_phonetic == 0) {
            m_isOpen = true;
        }
    }
    void end(std::string_view name) {
        if (name == "rPh" && m_phonetic > 0) {
            --m_phonetic;
        } else if (name == "t") {
            m_isOpen = false;
        }
    }
    void open() { m_isOpen = true; }
    void close() { m_isOpen = false; }
    void add(std::string_view text) {
        if (!m_isOpen) {
            return;
        }
        if (m_text.size() + text.size() > m_bytesMax) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        m_text += text;
    }
    void clear() {
        m_text.clear();
        m_isOpen = false;
        m_phonetic = 0;
    }
    const std::string& text() const { return m_text; }

  private:
    std::size_t m_bytesMax;
    std::string m_text;
    bool m_isOpen = false;
    unsigned m_phonetic = 0;
};

/// All strings one after another: a table of a million costs its text and eight bytes each.
class SharedStrings {
  public:
    explicit SharedStrings(std::uint64_t bytesMax) : m_bytesMax(bytesMax) {}

    void add(std::string_view text) {
        if (m_text.size() + text.size() + (m_ends.size() + 1) * sizeof(std::uint64_t) > m_bytesMax) {
            throw Refusal::overLimit(ErrorCode::FileTooLargeUnpacked, m_bytesMax >> 20);
        }
        m_text += text;
        m_ends.push_back(m_text.size());
    }
    std::optional<std::string_view> at(std::uint64_t index) const {
        if (index >= m_ends.size()) {
            return std::nullopt;
        }
        const std::uint64_t begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(begin, m_ends[index] - begin);
    }

  private:
    std::uint64_t m_bytesMax;
    std::string m_text;
    std::vector<std::uint64_t> m_ends;
};

class SharedStringsHandler : public XmlHandler {
  public:
    SharedStringsHandler(const Limits& limits, SharedStrings& strings)
        : m_strings(strings), m_collector(limits.cellBytes) {}

    void startElement(std::string_view name, const XmlAttributes&) override {
        if (name == "si") {
            m_collector.clear();
        } else {
            m_collector.start(name);
        }
    }
    void endElement(std::string_view name) override {
        if (name == "si") {
            m_strings.add(unescaped(m_collector.text()));
        } else {
            m_collector.end(name);
        }
    }
    void characters(std::string_view text) override { m_collector.add(text); }

  private:
    SharedStrings& m_strings;
    TextCollector m_collector;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

class SheetHandler : public XmlHandler {
  public:
    SheetHandler(Reading& reading, const SharedStrings& strings, const std::vector<bool>& dateStyles,
                 bool isEpoch1904)
        : m_reading(reading),
          m_strings(strings),
          m_dateStyles(dateStyles),
          m_isEpoch1904(isEpoch1904),
          m_collector(reading.limits().cellBytes) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheetData") {
            m_isInData = true;
        } else if (!m_isInData) {
            return;
        } else if (name == "c") {
            m_column = columnOf(attributes.value("r"));
            m_type = attributes.value("t");
            m_style = attributes.number("s", 0);
            m_collector.clear();
        } else if (name == "v") {
            m_collector.open();
        } else if (name == "row") {
            m_row = attributes.number("r", m_row + 1);
            m_column = static_cast<std::uint64_t>(-1);
        } else {
            m_collector.start(name);
        }
    }
    void endElement(std::string_view name) override {
        if (!m_isInData) {
            return;
        }
        if (name == "c") {
            m_reading.put(m_column, cell());
        } else if (name == "v") {
            m_collector.close();
        } else if (name == "row") {
            isDone = !m_reading.endRow(m_row);
        } else if (name == "sheetData") {
            m_isInData = false;
        } else {
            m_collector.end(name);
        }
    }
    void characters(std::string_view text) override { m_collector.add(text); }

  private:
    /// The column of a reference such as "AB12"; the next one when the cell has none.
    std::uint64_t columnOf(std::string_view reference) const {
        if (reference.empty()) {
            return m_column + 1;
        }
        const auto column = columnIndex(reference.substr(0, reference.find_first_of("0123456789")));
        if (!column) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        return *column;
    }

    Cell cell() const {
        const std::string& stored = m_collector.text();
        if (stored.empty()) {
            return {};
        }
        if (m_type == "s") {
            std::uint64_t index = 0;
            const std::string_view digits = trimmed(stored);
            const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
            const auto text = failure == std::errc{} ? m_strings.at(index) : std::nullopt;
            if (!text) {
                throw Refusal(ErrorCode::FileDamaged);
            }
            return Cell::ofText(std::string(*text));
        }
        if (m_type == "inlineStr" || m_type == "str") {
            return Cell::ofText(unescaped(stored));
        }
        if (m_type == "b") {
            return {CellKind::Boolean, trimmed(stored) == "0" ? "FALSE" : "TRUE", {}};
        }
        if (m_type == "e") {
            return {CellKind::Error, stored, {}};
        }
        if (m_type == "d") {
            const auto date = Date::parse(trimmed(stored).substr(0, 10));
            return date ? Cell::ofDate(*date) : Cell::ofText(stored);
        }
        const std::string_view number = trimmed(stored);
        if (m_style < m_dateStyles.size() && m_dateStyles[m_style]) {
            double serial = 0;
            const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), serial);
            const auto date = failure == std::errc{} && end == number.data() + number.size()
                                  ? dateOfSerial(serial, m_isEpoch1904)
                                  : std::nullopt;
            if (date) {
                return Cell::ofDate(*date);
            }
        }
        auto plain = plainNumber(number);
        return plain ? Cell{CellKind::Number, std::move(*plain), {}} : Cell::ofText(stored);
    }

    Reading& m_reading;
    const SharedStrings& m_strings;
    const std::vector<bool>& m_dateStyles;
    bool m_isEpoch1904;
    TextCollector m_collector;
    bool m_isInData = false;
    std::uint64_t m_row = 0;
    std::uint64_t m_column = 0;
    std::string m_type;
    std::uint64_t m_style = 0;
};

std::string workbookPart(Archive& archive, const Limits& limits) {
    for (const auto& [id, relationship] : relationshipsOf(archive, "", limits)) {
        if (relationship.type == "officeDocument") {
            return relationship.part;
        }
    }
    return "xl/workbook.xml";
}

}  // namespace

void readXlsx(Archive& archive, Reading& reading) {
    const Limits& limits = reading.limits();
    const std::string workbook = workbookPart(archive, limits);
    // Word, PowerPoint and binary workbooks are packages of the same kind.
    if (!workbook.ends_with(".xml") || !archive.has(workbook)) {
        throw Refusal(ErrorCode::FileNotWorkbook);
    }
    WorkbookHandler book(limits);
    parseXml(archive, workbook, limits, book);
    if (book.sheets.empty()) {
        throw Refusal(ErrorCode::FileNotWorkbook);
    }
    const auto relationships = relationshipsOf(archive, workbook, limits);
    SharedStrings strings(limits.sharedStringBytes);
    StylesHandler styles;
    for (const auto& [id, relationship] : relationships) {
        if (relationship.type == "sharedStrings" && archive.has(relationship.part)) {
            SharedStringsHandler handler(limits, strings);
            parseXml(archive, relationship.part, limits, handler);
        } else if (relationship.type == "styles" && archive.has(relationship.part)) {
            parseXml(archive, relationship.part, limits, styles);
        }
    }
    for (const SheetEntry& entry : book.sheets) {
        const auto found = relationships.find(entry.relationshipId);
        if (found == relationships.end()) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        // A chart may stand where a sheet does.
        if (found->second.type != "worksheet" ||
            !reading.beginSheet({Format::Xlsx, entry.name, entry.isHidden, book.isEpoch1904})) {
            continue;
        }
        SheetHandler handler(reading, strings, styles.isDate, book.isEpoch1904);
        parseXml(archive, found->second.part, limits, handler, true);
    }
}

}  // namespace nextgen::workbook
