#pragma once

#include "shared/core/date.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// Writes one table as .xlsx or .csv, row by row, in little memory. Nothing that is written can become a
/// formula in a spreadsheet program.
namespace nextgen::workbook {

/// Nothing, a text, a whole number, a number as a spreadsheet holds it (15 significant digits), a day. Whole
/// numbers of more than 15 digits are written as text, since Excel would cut them.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, Date>;

struct TableColumn {
    std::string title;
    double width = 14;  ///< in characters; .xlsx only
};

struct TableLayout {
    std::string sheetName;  ///< at most 31 characters, none of []:*?/\; .xlsx only
    bool isRightToLeft = true;
    std::vector<TableColumn> columns;  ///< their titles are the first row
};

/// Throws std::runtime_error when the file cannot be written. A writer that goes without finish() leaves no
/// usable file.
class TableWriter {
  public:
    virtual ~TableWriter() = default;
    /// At most as many values as there are columns; .xlsx takes 1,048,575 rows.
    virtual void row(std::span<const Value> values) = 0;
    virtual void finish() = 0;
};

/// Texts are string cells in a text format, so that an id stays one when somebody mends it.
std::unique_ptr<TableWriter> writeXlsx(const std::filesystem::path& path, const TableLayout& layout);

/// UTF-8 with BOM, commas, CRLF. A text that a spreadsheet would evaluate gets an apostrophe before the sign
/// that makes it a formula, also where another list separator of the reader's locale would begin a field.
std::unique_ptr<TableWriter> writeCsv(const std::filesystem::path& path, const TableLayout& layout);

}  // namespace nextgen::workbook
