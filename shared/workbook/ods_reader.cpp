#include "shared/workbook/xml.h"

#include <algorithm>
#include <set>

namespace nextgen::workbook {

namespace {

/// A repeat beyond any program's sheet is as good as endless: it only must not overflow.
constexpr std::uint64_t repeatMax = 1ULL << 32;

std::uint64_t repeats(const XmlAttributes& attributes, std::string_view name) {
    return std::clamp<std::uint64_t>(attributes.number(name, 1), 1, repeatMax);
}

class ManifestHandler : public XmlHandler {
  public:
    void startElement(std::string_view name, const XmlAttributes&) override {
        if (name == "encryption-data" || name == "encrypted-key") {
            throw Refusal(ErrorCode::FileEncrypted);
        }
    }
    void endElement(std::string_view) override {}
};

class ContentHandler : public XmlHandler {
  public:
    explicit ContentHandler(Reading& reading) : m_reading(reading) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (m_depthPassedOver > 0) {
            ++m_depthPassedOver;
        } else if (m_isInCell) {
            startInCell(name, attributes);
        } else if (m_isInSheet) {
            startInSheet(name, attributes);
        } else if (name == "table" && m_isInBody) {
            m_isInSheet = true;
            m_row = 1;
            m_isWanted = m_reading.beginSheet(
                {Format::Ods, std::string(attributes.value("name")),
                 m_hiddenStyles.contains(std::string(attributes.value("table:1.0|style-name"))), false});
        } else if (name == "spreadsheet") {
            m_isInBody = true;
        } else if (name == "style") {
            m_style = attributes.value("style:1.0|name");
        } else if (name == "table-properties" && attributes.value("display") == "false" &&
                   m_hiddenStyles.size() < m_reading.limits().sheets) {
            m_hiddenStyles.insert(m_style);
        } else if (m_isInBody) {
            m_depthPassedOver = 1;  // tracked changes, database ranges: they hold cells that are in no sheet
        }
    }

    void endElement(std::string_view name) override {
        if (m_depthPassedOver > 0) {
            --m_depthPassedOver;
        } else if (m_isInCell) {
            if (name == "table-cell" || name == "covered-table-cell") {
                endCell();
            }
        } else if (name == "table-row") {
            if (m_isWanted) {
                m_isWanted = m_reading.endRow(m_row, m_rowRepeats);
            }
            m_row = std::min(m_row + m_rowRepeats, repeatMax);
        } else if (name == "table") {
            m_isInSheet = false;
        }
    }

    void characters(std::string_view text) override {
        if (m_isInCell && m_depthPassedOver == 0 && m_paragraphs > 0) {
            add(text);
        }
    }

  private:
    void startInSheet(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table-row") {
            m_rowRepeats = repeats(attributes, "number-rows-repeated");
            m_column = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            m_isInCell = true;
            m_columnRepeats = repeats(attributes, "number-columns-repeated");
            m_type = attributes.value("office:1.0|value-type");
            m_isError = attributes.value("calcext:1.0|value-type") == "error";
            m_value = attributes.value(m_type == "date"      ? "office:1.0|date-value"
                                       : m_type == "boolean" ? "office:1.0|boolean-value"
                                       : m_type == "string"  ? "office:1.0|string-value"
                                                             : "office:1.0|value");
            m_text.clear();
            m_paragraphs = 0;
        } else if (name != "table-row-group" && name != "table-rows" && name != "table-header-rows") {
            m_depthPassedOver = 1;
        }
    }

    void startInCell(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p") {
            if (m_paragraphs++ > 0) {
                add("\n");
            }
        } else if (name == "s") {
            // A cell longer than its limit is refused by add(), however many blanks this claims.
            const std::uint64_t blanks =
                std::min<std::uint64_t>(attributes.number("c", 1), m_reading.limits().cellBytes + 1);
            add(std::string(blanks, ' '));
        } else if (name == "tab") {
            add("\t");
        } else if (name == "line-break") {
            add("\n");
        } else if (name != "span" && name != "a") {
            m_depthPassedOver = 1;  // notes, drawings, charts with sheets of their own
        }
    }

    void add(std::string_view text) {
        if (m_text.size() + text.size() > m_reading.limits().cellBytes) {
            throw Refusal(ErrorCode::FileDamaged);
        }
        m_text += text;
    }

    void endCell() {
        m_isInCell = false;
        const Cell read = m_isWanted ? cell() : Cell();
        if (!read.isEmpty()) {
            for (std::uint64_t i = 0; i < m_columnRepeats; ++i) {
                m_reading.put(m_column + i, read);
            }
        }
        m_column = std::min(m_column + m_columnRepeats, repeatMax);
    }

    Cell cell() const {
        if (m_isError) {
            return {CellKind::Error, m_text, {}};
        }
        if (m_type == "float" || m_type == "currency" || m_type == "percentage") {
            if (auto plain = plainNumber(m_value)) {
                return {CellKind::Number, std::move(*plain), {}};
            }
        } else if (m_type == "date") {
            if (const auto date = Date::parse(std::string_view(m_value).substr(0, 10))) {
                return Cell::ofDate(*date);
            }
        } else if (m_type == "boolean") {
            return {CellKind::Boolean, m_value == "true" ? "TRUE" : "FALSE", {}};
        } else if (m_type == "string" && m_paragraphs == 0) {
            return Cell::ofText(m_value);
        }
        return Cell::ofText(m_text);
    }

    Reading& m_reading;
    std::set<std::string> m_hiddenStyles;
    std::string m_style;
    std::uint32_t m_depthPassedOver = 0;
    bool m_isInBody = false;
    bool m_isInSheet = false;
    bool m_isWanted = false;
    bool m_isInCell = false;
    std::uint64_t m_row = 1;
    std::uint64_t m_rowRepeats = 1;
    std::uint64_t m_column = 0;
    std::uint64_t m_columnRepeats = 1;
    std::string m_type;
    std::string m_value;
    std::string m_text;
    bool m_isError = false;
    std::uint32_t m_paragraphs = 0;
};

}  // namespace

void readOds(Archive& archive, Reading& reading) {
    const Limits& limits = reading.limits();
    if (archive.has("META-INF/manifest.xml")) {
        ManifestHandler manifest;
        parseXml(archive, "META-INF/manifest.xml", limits, manifest);
    }
    ContentHandler content(reading);
    parseXml(archive, "content.xml", limits, content, true);
}

}  // namespace nextgen::workbook
