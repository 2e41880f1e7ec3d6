#include "app/entity/record_print.h"

#include "app/entity/entity_calls.h"
#include "app/entity/entity_words.h"
#include "ui/print/record_sheet.h"

#include <algorithm>
#include <numeric>

namespace nextgen::entity {

using client::Answer;

namespace {

constexpr int pageLimit = api::pageSizeMax;

}  // namespace

QCoro::Task<Answer<std::vector<ui::Record>>> recordsOf(client::ApiClient& api, const api::Entity& entity,
                                                       std::string_view reference, std::int64_t id) {
    std::vector<ui::Record> records;
    client::Listing listing;
    listing.filters = {{ui::toQt(reference), QString::number(id)}};
    listing.limit = pageLimit;
    do {
        auto page = co_await listRecords(api, entity, listing);
        if (!page) {
            co_return tl::unexpected(page.error());
        }
        std::ranges::move(page->items, std::back_inserter(records));
        listing.cursor = page->nextCursor;
    } while (!listing.cursor.isEmpty() && records.size() < print::rowsMax);
    std::ranges::sort(records, {}, &ui::Record::id);
    co_return records;
}

QCoro::Task<Answer<print::Sheet>> recordSheet(shell::Context& context, const api::Entity& entity,
                                              ui::Record record) {
    print::Sheet sheet;
    sheet.kind = ui::toQt(entity.name);
    sheet.title = QStringLiteral("%1: %2").arg(singularOf(entity), nameOf(entity, record));
    sheet.blocks = print::blocksOf(entity.context, record);
    for (const api::Entity& part : api::entities()) {
        if (part.partOf.empty() || !context.session.may(part.read)) {
            continue;
        }
        for (const describe::FieldInfo* reference : referencesTo(entity, part)) {
            if (reference->name != part.partOf) {
                continue;
            }
            auto records = co_await recordsOf(context.api, part, reference->name, record.id());
            if (!records) {
                co_return tl::unexpected(records.error());
            }
            if (records->empty()) {
                continue;
            }
            std::vector<std::string_view> without{reference->name};
            if (const auto* wording = ui::wordingOf(part.fields, *reference)) {
                without.push_back(wording->name);
            }
            ui::RecordTable model(part.context, part.fields, without);
            model.append(std::move(*records));
            QList<int> columns(model.columnCount());
            std::iota(columns.begin(), columns.end(), 0);
            QList<int> rows(model.count());
            std::iota(rows.begin(), rows.end(), 0);
            print::Table table = print::tableOf(model, columns, rows);
            table.title = titleOf(part);
            print::dropEmptyColumns(table);
            sheet.blocks.emplace_back(std::move(table));
        }
    }
    co_return sheet;
}

}  // namespace nextgen::entity
