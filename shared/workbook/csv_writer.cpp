#include "shared/core/text.h"
#include "shared/workbook/writer.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace nextgen::workbook {

namespace {

using namespace std::string_view_literals;

/// The signs that begin a formula, and their full-width forms, which some versions of Excel read alike.
bool beginsFormula(std::string_view text) {
    for (const std::string_view sign : {"="sv, "+"sv, "-"sv, "@"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv}) {
        if (text.starts_with(sign)) {
            return true;
        }
    }
    return false;
}

std::string inert(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    // A tab or line end at the very beginning is dropped by programs that then evaluate what follows.
    bool mayBeginField = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (mayBeginField &&
            (beginsFormula(text.substr(i)) || (i == 0 && "\t\r\n"sv.find(c) != "\t"sv.npos))) {
            out += '\'';
        }
        out += c;
        mayBeginField = ",;\t\r\n"sv.find(c) != ""sv.npos || (mayBeginField && (c == ' ' || c == '"'));
    }
    return out;
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",;\t\r\n\"") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

class CsvWriter : public TableWriter {
  public:
    CsvWriter(const std::filesystem::path& path, const TableLayout& layout)
        : m_columns(layout.columns.size()), m_file(path, std::ios::binary) {
        m_file << "\xEF\xBB\xBF";
        for (std::size_t i = 0; i < m_columns; ++i) {
            m_file << (i > 0 ? "," : "") << textField(layout.columns[i].title);
        }
        endRow();
    }

    void row(std::span<const Value> values) override {
        if (values.size() > m_columns) {
            throw std::out_of_range("more values than columns");
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            m_file << (i > 0 ? "," : "") << field(values[i]);
        }
        endRow();
    }

    void finish() override {
        m_file.close();
        check();
    }

  private:
    static std::string textField(const std::string& text) {
        return quoted(inert(text::isUtf8(text) ? text : text::cleaned(text)));
    }

    static std::string field(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            return textField(*text);
        }
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return std::to_string(*whole);
        }
        if (const auto* number = std::get_if<double>(&value)) {
            return fmt::format("{:.15g}", *number);
        }
        if (const auto* date = std::get_if<Date>(&value)) {
            return date->toString();
        }
        return {};
    }

    void endRow() {
        m_file << "\r\n";
        check();
    }

    void check() const {
        if (!m_file) {
            throw std::runtime_error("cannot write the table");
        }
    }

    std::size_t m_columns;
    std::ofstream m_file;
};

}  // namespace

std::unique_ptr<TableWriter> writeCsv(const std::filesystem::path& path, const TableLayout& layout) {
    return std::make_unique<CsvWriter>(path, layout);
}

}  // namespace nextgen::workbook
