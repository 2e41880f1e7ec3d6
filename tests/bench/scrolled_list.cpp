// Scrolls the client's table through a list from its beginning to its end, and says what its frames took.
// Pages come out of memory, each in a turn of the event loop of its own: what is measured is the table.
#include "shared/cheque/cheque.h"
#include "ui/describe/record_model.h"
#include "ui/locale/language.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace nextgen;

namespace {

constexpr int pageRows = 200;
constexpr int windowRows = 3'000;
constexpr int rowsAFrame = 60;
constexpr int rowHeightPx = 32;

ui::RowPage<cheque::Cheque> pageAt(int first, int length) {
    ui::RowPage<cheque::Cheque> page;
    for (int row = std::max(0, first); row < std::min(length, first + pageRows); ++row) {
        cheque::Cheque& one = page.rows.emplace_back();
        one.id = ChequeId(row + 1);
        one.sayadId = std::to_string(1'000'000'000'000'000 + row);
        one.amount = Money::rials(std::int64_t{1'000'000} * (row % 977 + 1));
        one.dueOn = Date::of(2026, 11, 22)->plusDays(row % 365);
        one.drawerName = "بازرگانی آریا";
        one.bankName = "بانک ملی ایران";
    }
    page.before = first > 0 ? QString::number(first) : QString();
    page.after = first + pageRows < length ? QString::number(first + pageRows) : QString();
    return page;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("nextgen-bench"));
    const int length = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    ui::Theme theme;
    ui::Locale locale(Language::Persian);
    ui::RecordModel<cheque::Cheque> model("Cheque");
    ui::RecordGrid grid;
    model.setRowsMax(windowRows);
    model.setFetcher([&] {
        QTimer::singleShot(0, &model, [&] { model.appendPage(pageAt(model.cursorAfter().toInt(), length)); });
    });
    model.setFetcherBefore([&] {
        QTimer::singleShot(
            0, &model, [&] { model.prependPage(pageAt(model.cursorBefore().toInt() - pageRows, length)); });
    });
    grid.setModel(&model);
    grid.setTotal(length);
    model.replace(pageAt(0, length), 0);
    grid.resize(1280, 800);
    grid.show();
    QApplication::processEvents();

    auto* bar = grid.findChild<QScrollBar*>(QStringLiteral("listScrollBar"));
    std::vector<double> frames;
    int held = 0;
    while (model.hasMore() || bar->value() < bar->maximum()) {
        const auto begin = std::chrono::steady_clock::now();
        bar->setValue(bar->value() + rowsAFrame * rowHeightPx);
        QApplication::processEvents();
        frames.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        held = std::max(held, model.count());
    }
    std::sort(frames.begin(), frames.end());
    const auto at = [&](std::size_t percent) { return frames[(frames.size() - 1) * percent / 100]; };
    std::printf("frames %zu\nheld %d\nlast %lld\np50 %.3f\np99 %.3f\nmax %.3f\n", frames.size(), held,
                static_cast<long long>(model.rowsBefore() + model.count()), at(50), at(99), frames.back());
    return model.rowsBefore() + model.count() == length ? 0 : 1;
}
