#include "ui/print/record_sheet.h"

#include "ui/describe/setting_edit.h"
#include "ui/widgets/record_grid.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>
#include <numeric>

namespace nextgen::print {

using describe::FieldInfo;
using describe::Kind;

namespace {

ColumnKind kindOf(const FieldInfo& field) {
    switch (field.kind) {
        case Kind::Money:
        case Kind::Integer:
            return ColumnKind::Number;
        case Kind::Date:
        case Kind::Instant:
        case Kind::Bool:
        case Kind::Choice:
            return ColumnKind::Short;
        case Kind::Id:
        case Kind::Text:
            break;
    }
    const bool isShort = field.kind == Kind::Text && field.has(describe::Code) && field.textMax <= 60;
    return isShort ? ColumnKind::Short : ColumnKind::Text;
}

QString shownValue(const ui::Record& record, const FieldInfo& field) {
    if (!field.settingIn.empty()) {
        return ui::showSetting(record.text(field.settingIn), record.text(field.name));
    }
    const ui::FieldValue& value = record.value(field.name);
    if (const auto* amount = std::get_if<Money>(&value)) {
        return ui::showMoneyWithUnit(*amount);
    }
    return ui::showValue(ui::cellValueOf(value), field);
}

/// Whether it says in words what a reference beside it says by an id.
bool isWording(std::span<const FieldInfo> fields, const FieldInfo& field) {
    return std::ranges::any_of(fields, [&](const FieldInfo& other) {
        const FieldInfo* wording = other.refersTo.empty() ? nullptr : ui::wordingOf(fields, other);
        return wording != nullptr && wording->name == field.name;
    });
}

}  // namespace

QString titleWithUnit(const QString& title) {
    return QCoreApplication::translate("RecordSheet", "%1 (rials)").arg(title);
}

Table tableOf(const ui::RecordModelBase& model, const QList<int>& columns, const QList<int>& rows) {
    Table table;
    for (const int column : columns) {
        const FieldInfo& field = model.column(column);
        const QString title = model.columnTitle(column);
        table.columns.push_back({field.kind == Kind::Money ? titleWithUnit(title) : title, kindOf(field),
                                 field.has(describe::Summed)});
    }
    for (const int row : rows.first(std::min<qsizetype>(rows.size(), rowsMax))) {
        std::vector<Cell>& cells = table.rows.emplace_back();
        for (const int column : columns) {
            const QModelIndex index = model.index(row, column);
            Cell& cell = cells.emplace_back(Cell{index.data(Qt::DisplayRole).toString()});
            if (model.column(column).has(describe::Summed)) {
                const QVariant amount = index.data(ui::RecordModelBase::RialsRole);
                cell.amount = amount.isValid() ? std::optional<qint64>(amount.toLongLong()) : std::nullopt;
            }
        }
    }
    return table;
}

void dropEmptyColumns(Table& table) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        const bool isEmpty = std::ranges::all_of(
            table.rows, [&](const std::vector<Cell>& cells) { return cells[column].text.isEmpty(); });
        if (isEmpty) {
            const auto place = static_cast<std::ptrdiff_t>(column);
            table.columns.erase(table.columns.begin() + place);
            for (std::vector<Cell>& cells : table.rows) {
                cells.erase(cells.begin() + place);
            }
        }
    }
}

QList<int> columnsOf(const ui::RecordGrid& grid) {
    const QHeaderView* header = grid.view()->horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column)) {
            columns += column;
        }
    }
    return columns;
}

Table heldRowsOf(const ui::RecordGrid& grid) {
    QList<int> rows(grid.model()->count());
    std::iota(rows.begin(), rows.end(), 0);
    return tableOf(*grid.model(), columnsOf(grid), rows);
}

Table chosenRowsOf(const ui::RecordGrid& grid) {
    const QList<int> columns = columnsOf(grid);
    Table table = tableOf(*grid.model(), columns, {});
    for (const ui::GridSelection::Row& row : grid.chosenRows()) {
        if (table.rows.size() == static_cast<std::size_t>(rowsMax)) {
            break;
        }
        std::vector<Cell>& cells = table.rows.emplace_back();
        for (const int column : columns) {
            const bool isSummed = grid.model()->column(column).has(describe::Summed);
            cells.push_back({row.shown.at(column),
                             isSummed ? std::optional(row.sums[static_cast<std::size_t>(column)])
                                      : std::nullopt});
        }
    }
    return table;
}

QString orderOf(const ui::RecordGrid& grid) {
    QStringList words;
    for (const QString& key : grid.order().split(u',', Qt::SkipEmptyParts)) {
        const bool isFalling = key.startsWith(u'-');
        const int column = grid.model()->columnOf(ui::fromQt(key.mid(isFalling ? 1 : 0)));
        if (column >= 0) {
            const QString title = grid.model()->columnTitle(column);
            words += isFalling ? QCoreApplication::translate("RecordSheet", "by %1, falling").arg(title)
                               : QCoreApplication::translate("RecordSheet", "by %1, rising").arg(title);
        }
    }
    return words.join(QCoreApplication::translate("RecordSheet", "; "));
}

std::vector<Block> blocksOf(const char* context, const ui::Record& record,
                            const std::vector<std::string_view>& without) {
    Facts facts;
    std::vector<Block> longTexts;
    const auto fields = record.fields();
    for (const FieldInfo& field : fields) {
        if (field.has(describe::Hidden | describe::Key) || isWording(fields, field) ||
            std::ranges::find(without, field.name) != without.end()) {
            continue;
        }
        const FieldInfo* wording = field.refersTo.empty() ? nullptr : ui::wordingOf(fields, field);
        QString value = wording != nullptr ? shownValue(record, *wording) : QString();
        if (value.isEmpty()) {
            value = shownValue(record, field);
        }
        if (value.isEmpty()) {
            continue;
        }
        const QString title = QCoreApplication::translate(context, field.title);
        if (ui::isLongText(field)) {
            longTexts.emplace_back(Paragraph{title, value});
        } else {
            facts.facts.push_back({title, value});
        }
    }
    std::vector<Block> blocks;
    if (!facts.facts.empty()) {
        blocks.emplace_back(std::move(facts));
    }
    std::ranges::move(longTexts, std::back_inserter(blocks));
    return blocks;
}

}  // namespace nextgen::print
