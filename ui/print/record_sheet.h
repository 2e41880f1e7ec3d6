#pragma once

#include "ui/describe/record.h"
#include "ui/print/sheet.h"

namespace nextgen::ui {
class RecordGrid;
}

namespace nextgen::print {

/// Rows of a model in its words; at most rowsMax.
Table tableOf(const ui::RecordModelBase& model, const QList<int>& columns, const QList<int>& rows);

/// A column in which nothing stands only takes room.
void dropEmptyColumns(Table& table);

/// The columns of a list as it stands on the screen.
QList<int> columnsOf(const ui::RecordGrid& grid);
/// The rows that a list holds, or those that are chosen, also where they are not held any more.
Table heldRowsOf(const ui::RecordGrid& grid);
Table chosenRowsOf(const ui::RecordGrid& grid);
/// By what the rows are ordered, in words; empty: by the list's own order.
QString orderOf(const ui::RecordGrid& grid);

/// The fields of a record that have a value, in two columns; long texts stand below them, each under its
/// title. `context`: where titles are translated.
std::vector<Block> blocksOf(const char* context, const ui::Record& record,
                            const std::vector<std::string_view>& without = {});

/// A title as it stands above amounts: with their unit.
QString titleWithUnit(const QString& title);

}  // namespace nextgen::print
