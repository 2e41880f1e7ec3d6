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

/// A list as it stands on the screen: its columns in their order, and of its rows those that are chosen, when
/// they are several.
Table tableOf(const ui::RecordGrid& grid);
/// By what the rows are ordered, in words; empty: by the list's own order.
QString orderOf(const ui::RecordGrid& grid);

/// The fields of a record that have a value, in two columns; long texts stand below them, each under its
/// title. `context`: where titles are translated.
std::vector<Block> blocksOf(const char* context, const ui::Record& record,
                            const std::vector<std::string_view>& without = {});

/// A title as it stands above amounts: with their unit.
QString titleWithUnit(const QString& title);

}  // namespace nextgen::print
