#pragma once

#include "shared/cheque_import/cheque_import_api.h"
#include "shared/core/error_code.h"
#include "shared/workbook/cell.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The columns of accountants' lists of cheques, told by their headings.
namespace nextgen::cheque_import {

/// Up to Description: what a cheque is made of. After it: what such lists also carry; known, so that it is
/// not taken for something else, and passed over.
enum class Column {
    SayadId,
    Amount,
    DueOn,
    Bank,
    Branch,
    AccountNumber,  ///< or the IBAN, where the cell holds one
    Iban,
    Series,
    Serial,
    DrawerName,
    DrawerNationalId,
    Dealer,
    Description,
    RowNumber,
    AmountInWords,
    IssuedOn,
    ReceivedOn,
    Status,
    Kind,
    Payee,
    DocumentNumber,
    Reason,  ///< why a row failed, in the workbook that goes back to be mended
};

/// A name of ours and what people call it.
struct ColumnText {
    Column column;
    std::string_view name;  ///< snake_case, as in JSON
    std::string_view english;
    std::string_view persian;
};

std::span<const ColumnText> columnTexts();
std::string_view columnName(Column column);
std::string_view columnTitle(Column column, Language language);
std::optional<Column> columnByName(std::string_view name);
constexpr bool isImported(Column column) {
    return column <= Column::Description;
}

/// What a heading says.
struct Heading {
    Column column;
    /// 3: its usual name. 2: a name that contains a telling word. 1: a word so short that it only counts when
    /// nothing better is there ("تاریخ", "شماره").
    int certainty;
    std::optional<AmountUnit> unit;  ///< of an amount: "مبلغ (تومان)"
};

/// By any spelling: letters and digits of either script, ZWNJ, blanks, punctuation, abbreviations. nullopt
/// when it is no heading that we know, also for amounts in thousands or millions, which nothing may guess.
std::optional<Heading> headingOf(std::string_view text);

/// One column of the sheet.
struct SheetColumn {
    std::uint32_t index = 0;  ///< from 0
    std::string header;       ///< as the sheet has it
    std::optional<Column> field;

    bool operator==(const SheetColumn&) const = default;
};

struct Header {
    std::uint32_t row = 0;  ///< its number in the sheet; 0: there is none
    std::vector<SheetColumn> columns;
    std::optional<AmountUnit> amountUnit;
};

/// What a row means as a header, no matter whether it is one.
Header readHeader(const workbook::Row& row);

/// The header among a sheet's first rows: the one that names the most columns, with amount, due date and
/// Sayad id or serial among them. Headings may stand in two rows, the upper ones merged over theirs.
std::optional<Header> findHeader(std::span<const workbook::Row> rows);

}  // namespace nextgen::cheque_import
