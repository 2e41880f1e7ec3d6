#pragma once

#include "shared/cheque_import/import_row.h"
#include "shared/workbook/reader.h"

/// The rules by which a row of cells becomes a cheque. Pure functions: the client previews with them, the
/// server decides with them, and a mended row is judged by them again.
namespace nextgen::cheque_import {

/// What a sheet's cells mean.
struct SheetLayout {
    workbook::Format format = workbook::Format::Csv;
    std::string sheet;
    std::uint32_t headerRow = 0;  ///< 0: there is none
    AmountUnit amountUnit = AmountUnit::Rial;
    std::vector<SheetColumn> columns;
};

/// The row's cells with content.
std::vector<RowCell> rowCells(const workbook::Row& row);

/// Rows that hold no cheque: blank ones; a title or a remark, which is one text alone, or no digit where a
/// cheque has some and at most one cell besides the row number; a repeated header; a total, which is «جمع»,
/// «مجموع», Total … with neither a Sayad id nor a due date, or an amount alone.
bool isPassedOver(const SheetLayout& layout, const std::vector<RowCell>& cells);

/// The row as understood, ready or failed; whether it is a duplicate is not its own business. Amounts count
/// in the layout's unit unless the cell says another; years of two digits must lead to within five years of
/// today.
///
/// Corrections stand in place of their cells and are judged by the same rules, but for three things: what a
/// person typed needed no repair, a Sayad id of 15 digits is not padded, and bare amounts are rials.
///
/// A numeric cell of a Sayad id has lost a zero when it has 15 digits and its last digit when it has 16 and
/// ends in 0; a text cell of 16 digits is as it is. A .csv does not tell the two apart: its 15 digits have
/// lost a zero, its 16 are as they are.
///
/// Errors, at most one a column, in the order of the columns: sayad_id_missing (and no known bank, series and
/// serial stand for it), sayad_id_precision_lost, sayad_id_invalid; amount_missing, amount_invalid,
/// amount_not_positive; due_on_missing, due_on_invalid, due_on_far_away; iban_invalid; drawer_id_invalid;
/// field_too_long of any text, with the argument "limit".
ImportRow interpret(const SheetLayout& layout, std::uint32_t row, std::vector<RowCell> cells,
                    const Corrections& corrections, Date today);

}  // namespace nextgen::cheque_import
