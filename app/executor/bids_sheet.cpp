#include "app/executor/bids_sheet.h"

#include "ui/locale/format.h"
#include "ui/print/record_sheet.h"

#include <QCoreApplication>

namespace nextgen::executor {

using print::Sheet;

namespace {

class BidsSheet {
    Q_DECLARE_TR_FUNCTIONS(BidsSheet)
};

QString wordsOf(const ui::Record& record, std::string_view name) {
    for (const describe::FieldInfo& field : record.fields()) {
        if (field.name == name) {
            return ui::wordsOf(record, field);
        }
    }
    return {};
}

}  // namespace

Sheet sheetOf(const ui::Record& project, const BidComparison& bids, const QString& note) {
    Sheet sheet;
    sheet.kind = QStringLiteral("bids");
    sheet.title = BidsSheet::tr("Comparison of the bids");
    sheet.marks.push_back(
        {QCoreApplication::translate("Field", "Number"), wordsOf(project, "project_number")});
    print::Facts facts;
    for (const auto& [title, field] :
         {std::pair{"Title", "title_fa"}, std::pair{"Customer", "customer_id"},
          std::pair{"Dealer", "dealer_id"}, std::pair{"Bids until", "bids_close_at"},
          std::pair{"Budget from", "minimum_budget_amount"},
          std::pair{"Budget to", "maximum_budget_amount"}}) {
        if (const QString value = wordsOf(project, field); !value.isEmpty()) {
            facts.facts.push_back({QCoreApplication::translate("Field", title), value});
        }
    }
    sheet.blocks.emplace_back(std::move(facts));
    print::Table table;
    table.columns.push_back({QCoreApplication::translate("Field", "Executor"), print::ColumnKind::Text});
    for (const Line line : lines) {
        const QString title = BidComparison::titleOf(line);
        table.columns.push_back({line == Line::Price ? print::titleWithUnit(title) : title,
                                 line == Line::Status || line == Line::Submitted || line == Line::ValidUntil
                                     ? print::ColumnKind::Short
                                     : print::ColumnKind::Text});
    }
    for (std::size_t bid = 0; bid < bids.count(); ++bid) {
        std::vector<print::Cell>& cells = table.rows.emplace_back();
        cells.push_back({bids.at(bid).executor()});
        for (const Line line : lines) {
            const QString value = bids.valueOf(bid, line);
            const QString remark = bids.noteOf(bid, line);
            cells.push_back({remark.isEmpty() ? value : QStringLiteral("%1 · %2").arg(value, remark)});
        }
    }
    sheet.blocks.emplace_back(std::move(table));
    if (!note.isEmpty()) {
        sheet.blocks.emplace_back(print::Paragraph{{}, note});
    }
    sheet.blocks.emplace_back(
        print::Signatures{{BidsSheet::tr("Compared by"), BidsSheet::tr("Approved by")}});
    return sheet;
}

}  // namespace nextgen::executor
