#include "shared/core/text.h"
#include "shared/workbook/writer.h"

#include <xlsxwriter.h>

#include <stdexcept>

namespace nextgen::workbook {

namespace {

constexpr std::size_t cellCharactersMax = 32'767;
constexpr std::int64_t exactMax = 999'999'999'999'999;
constexpr std::uint8_t textFormat = 49;  // "@"

void check(lxw_error failure) {
    if (failure != LXW_NO_ERROR) {
        throw std::runtime_error(std::string("writing a workbook: ") + lxw_strerror(failure));
    }
}

class XlsxWriter : public TableWriter {
  public:
    XlsxWriter(const std::filesystem::path& path, const TableLayout& layout)
        : m_path(path.string()), m_columns(layout.columns.size()), m_book(nullptr, lxw_workbook_free) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book.reset(workbook_new_opt(m_path.c_str(), &options));
        if (m_book) {
            m_sheet = workbook_add_worksheet(m_book.get(), layout.sheetName.c_str());
        }
        if (m_sheet == nullptr) {
            throw std::runtime_error("cannot begin the workbook " + m_path);
        }
        if (layout.isRightToLeft) {
            worksheet_right_to_left(m_sheet);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        m_text = workbook_add_format(m_book.get());
        format_set_num_format_index(m_text, textFormat);
        m_date = workbook_add_format(m_book.get());
        format_set_num_format(m_date, "yyyy-mm-dd");
        lxw_format* title = workbook_add_format(m_book.get());
        format_set_bold(title);
        for (std::size_t i = 0; i < m_columns; ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            check(worksheet_set_column(m_sheet, column, column, layout.columns[i].width, nullptr));
            writeText(column, layout.columns[i].title, title);
        }
        m_row = 1;
    }

    void row(std::span<const Value> values) override {
        if (values.size() > m_columns || m_row >= LXW_ROW_MAX) {
            throw std::out_of_range("more than a sheet of these columns holds");
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const Value& value = values[i];
            if (const auto* text = std::get_if<std::string>(&value)) {
                writeText(column, *text, m_text);
            } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                if (*whole > exactMax || *whole < -exactMax) {
                    writeText(column, std::to_string(*whole), m_text);
                } else {
                    check(
                        worksheet_write_number(m_sheet, m_row, column, static_cast<double>(*whole), nullptr));
                }
            } else if (const auto* number = std::get_if<double>(&value)) {
                check(worksheet_write_number(m_sheet, m_row, column, *number, nullptr));
            } else if (const auto* date = std::get_if<Date>(&value)) {
                constexpr int serialOf1970 = 25569;
                check(worksheet_write_number(m_sheet, m_row, column, date->daysSinceEpoch() + serialOf1970,
                                             m_date));
            }
        }
        ++m_row;
    }

    void finish() override { check(workbook_close(m_book.release())); }

  private:
    void writeText(lxw_col_t column, const std::string& text, lxw_format* format) {
        if (!text.empty()) {
            check(worksheet_write_string(m_sheet, m_row, column,
                                         text::shortened(text, cellCharactersMax).c_str(), format));
        }
    }

    std::string m_path;
    std::size_t m_columns;
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> m_book;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_text = nullptr;
    lxw_format* m_date = nullptr;
    lxw_row_t m_row = 0;
};

}  // namespace

std::unique_ptr<TableWriter> writeXlsx(const std::filesystem::path& path, const TableLayout& layout) {
    return std::make_unique<XlsxWriter>(path, layout);
}

}  // namespace nextgen::workbook
