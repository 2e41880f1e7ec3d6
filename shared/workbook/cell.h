#pragma once

#include "shared/core/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::workbook {

/// Untyped: the text of a .csv, which does not say whether it means a number.
enum class CellKind { Empty, Text, Number, Date, Boolean, Error, Untyped };

/// What stands in one cell of a sheet. A formula is its cached value; formulas are never evaluated.
struct Cell {
    CellKind kind = CellKind::Empty;
    /// As a person would read it. Text and Untyped: the text. Number: plainNumber(). Date: "YYYY-MM-DD".
    /// Boolean: "TRUE" or "FALSE". Error: "#N/A" and its like.
    std::string text;
    Date date{};  ///< of a Date cell

    static Cell ofText(std::string text) { return {CellKind::Text, std::move(text), {}}; }
    static Cell ofDate(Date date) { return {CellKind::Date, date.toString(), date}; }

    bool isEmpty() const { return kind == CellKind::Empty; }
    bool operator==(const Cell&) const = default;
};

/// One row that has something in it. Cells past the last one with content are left out.
struct Row {
    std::uint32_t number = 0;  ///< in the file, from 1
    std::vector<Cell> cells;
};

/// A number as a file stores it ("8.75987735294744E+15", "0.10000000000000001"), as a person reads it: whole
/// numbers up to 17 digits exactly as stored and without an exponent, others to 15 significant digits, which
/// is what spreadsheets show. nullopt when it is no number.
std::optional<std::string> plainNumber(std::string_view stored);

/// The day of a spreadsheet's serial number, whose fraction is the time of day; nullopt beyond the years
/// 1900–2199. Excel's 1900 has a 29 February (day 60), which is no date.
std::optional<Date> dateOfSerial(double serial, bool isEpoch1904);

/// The index from 0 of a column by its letters, as spreadsheets show them: A is 0, AA is 26. nullopt when
/// they are none, or more than three.
std::optional<std::uint32_t> columnIndex(std::string_view letters);

}  // namespace nextgen::workbook
