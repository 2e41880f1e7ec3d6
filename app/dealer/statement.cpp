#include "app/dealer/statement.h"

#include "app/dealer/credit_models.h"
#include "app/dealer/dealer_calls.h"
#include "shared/api/list_spec.h"
#include "ui/print/record_sheet.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

namespace nextgen::dealer {

using client::Answer;

namespace {

class Statement {
    Q_DECLARE_TR_FUNCTIONS(Statement)
};

constexpr int pageLimit = api::pageSizeMax;

/// Oldest first.
QCoro::Task<Answer<std::vector<credit::LedgerLine>>> newestLines(client::ApiClient& api, DealerId id,
                                                                 bool* isWhole) {
    std::vector<credit::LedgerLine> lines;
    client::Listing listing;
    listing.limit = pageLimit;
    do {
        auto page = co_await listLedger(api, id, listing);
        if (!page) {
            co_return tl::unexpected(page.error());
        }
        std::ranges::move(page->items, std::back_inserter(lines));
        listing.cursor = page->nextCursor;
    } while (!listing.cursor.isEmpty() && lines.size() < print::rowsMax);
    *isWhole = listing.cursor.isEmpty();
    std::ranges::stable_sort(lines, [](const credit::LedgerLine& a, const credit::LedgerLine& b) {
        return std::pair(a.postedOn, a.id.value()) < std::pair(b.postedOn, b.id.value());
    });
    co_return lines;
}

}  // namespace

QCoro::Task<Answer<print::Sheet>> statementOf(shell::Context& context, DealerId id) {
    const auto dealer = co_await getDealer(context.api, id);
    if (!dealer) {
        co_return tl::unexpected(dealer.error());
    }
    const auto exposure = co_await getExposure(context.api, id);
    if (!exposure) {
        co_return tl::unexpected(exposure.error());
    }
    bool isWhole = true;
    auto lines = co_await newestLines(context.api, id, &isWhole);
    if (!lines) {
        co_return tl::unexpected(lines.error());
    }

    print::Sheet sheet;
    sheet.kind = QStringLiteral("dealer_statement");
    sheet.title = Statement::tr("Statement of account");
    sheet.marks = {{Statement::tr("Dealer"), ui::showCode(dealer->code)},
                   {Statement::tr("Date"), ui::showDate(context.today())}};
    print::Facts facts;
    facts.facts.push_back({Statement::tr("Company"), ui::showDigits(ui::toQt(dealer->companyName)), 2});
    describe::forEachField<credit::Exposure>([&](const auto& field) {
        const ui::CellValue value = ui::cellValueOf((*exposure).*(field.member));
        const auto* amount = std::get_if<Money>(&value);
        const bool isTotal = field.info.name == "credit_limit" || field.info.name == "exposure" ||
                             field.info.name == "available";
        if (amount != nullptr && (isTotal || !amount->isZero())) {
            facts.facts.push_back(
                {QCoreApplication::translate("Exposure", field.info.title), ui::showMoneyWithUnit(*amount)});
        }
    });
    sheet.blocks.emplace_back(std::move(facts));
    sheet.blocks.emplace_back(print::Facts{
        {}, {{Statement::tr("Exposure in words"), ui::showMoneyInWords(exposure->exposure)}}, 1, false});
    if (!isWhole) {
        sheet.blocks.emplace_back(
            print::Paragraph{{},
                             Statement::tr("Only the newest %1 lines are on this print.")
                                 .arg(ui::showNumber(static_cast<qint64>(lines->size()))),
                             false});
    }
    LedgerModel model(nullptr);
    model.append(std::move(*lines));
    QList<int> rows(model.count());
    std::iota(rows.begin(), rows.end(), 0);
    QList<int> columns;
    for (const char* name : {"posted_on", "account", "kind", "number", "debit", "credit", "balance"}) {
        columns += model.columnOf(name);
    }
    print::Table table = print::tableOf(model, columns, rows);
    table.title = Statement::tr("Ledger");
    sheet.blocks.emplace_back(std::move(table));
    co_return sheet;
}

}  // namespace nextgen::dealer
