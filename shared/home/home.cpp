#include "shared/home/home.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace nextgen::home {

namespace {

using describe::Tone;

constexpr auto allFigures = std::to_array<Figure>({
    {"cheques_due_this_week", QT_TRANSLATE_NOOP("Home", "Cheques due this week"), "cheques",
     "status=on_hand,deposited&due_on.gte={week}&due_on.lte={week+6}", "amount", Tone::Open},
    {"cheques_overdue", QT_TRANSLATE_NOOP("Home", "Overdue cheques on hand"), "cheques",
     "status=on_hand&due_on.lte={today-1}", "amount", Tone::Bad},
    {"cheques_bounced", QT_TRANSLATE_NOOP("Home", "Bounced cheques"), "cheques", "status=bounced", "amount",
     Tone::Bad},
    {"imports_to_post", QT_TRANSLATE_NOOP("Home", "Imports waiting to be posted"), "cheque_imports",
     "state=staged", "amount_total", Tone::Waiting},
    {"dealers_near_limit", QT_TRANSLATE_NOOP("Home", "Dealers near or over their limit"), "dealer_exposures",
     "used_percent.gte=80", "exposure", Tone::Bad, true},
    {"orders_in_work", QT_TRANSLATE_NOOP("Home", "Orders in work"), "orders",
     "status=placed,on_hold,confirmed,processing", "total_amount", Tone::Open},
    {"invoices_open", QT_TRANSLATE_NOOP("Home", "Open invoices"), "invoices", "status=issued,partly_paid",
     "total_amount", Tone::Waiting},
    {"payments_failed", QT_TRANSLATE_NOOP("Home", "Payments that failed this week"), "payments",
     "status=failed&received_on.gte={week}", "amount", Tone::Bad},
    {"products_out_of_stock", QT_TRANSLATE_NOOP("Home", "Products out of stock"), "product_stocks",
     "available.lte=0", "", Tone::Bad},
    {"products_in_review", QT_TRANSLATE_NOOP("Home", "Products to be reviewed"), "products",
     "status=in_review", "", Tone::Waiting},
    {"vendors_in_review", QT_TRANSLATE_NOOP("Home", "Vendors to be reviewed"), "vendors",
     "status=pending,in_review", "", Tone::Waiting, true},
    {"payouts_open", QT_TRANSLATE_NOOP("Home", "Payouts not yet made"), "vendor_payouts",
     "status=pending,processing,failed,unresolved", "amount", Tone::Waiting},
    {"projects_open", QT_TRANSLATE_NOOP("Home", "Projects open for bids"), "projects", "status=open", "",
     Tone::Open},
    {"projects_in_work", QT_TRANSLATE_NOOP("Home", "Projects in work"), "projects",
     "status=awarded,in_progress,disputed", "", Tone::Open},
    {"claims_open", QT_TRANSLATE_NOOP("Home", "Open warranty claims"), "warranty_claims",
     "status=received,diagnosing,approved", "", Tone::Waiting},
    {"reviews_pending", QT_TRANSLATE_NOOP("Home", "Reviews to be published"), "reviews", "status=pending", "",
     Tone::Waiting, true},
    {"jobs_failed", QT_TRANSLATE_NOOP("Home", "Failed jobs of the program"), "failed_jobs", "", "", Tone::Bad,
     true},
});

constexpr auto allCharts = std::to_array<Chart>({
    {"cheques_by_week", QT_TRANSLATE_NOOP("Home", "Cheques by the week they are due"), Bars::Weeks, "cheques",
     "status=on_hand,deposited&due_on.gte={week}&due_on.lte={week+55}", "amount"},
    {"exposure_by_part", QT_TRANSLATE_NOOP("Home", "What makes up your exposure"), Bars::Parts, "cheques", "",
     "amount", false, true},
    {"largest_exposures", QT_TRANSLATE_NOOP("Home", "The largest exposures"), Bars::Exposures,
     "dealer_exposures", "exposure.gte=1", "exposure", true},
    {"sales_by_day", QT_TRANSLATE_NOOP("Home", "Sales by day"), Bars::Days, "order_statistics",
     "ordered_on.gte={today-29}&ordered_on.lte={today}", "total_amount"},
});

std::string dayOf(std::string_view word, Date today) {
    const auto sign = word.find_first_of("+-");
    const std::string_view base = word.substr(0, sign);
    Date day = today;
    if (base == "week") {
        day = weekOf(today);
    } else if (base != "today") {
        throw std::invalid_argument("no day is called " + std::string(word));
    }
    if (sign != std::string_view::npos) {
        const char* from = word.data() + sign + 1;
        const char* to = word.data() + word.size();
        int days = 0;
        if (std::from_chars(from, to, days).ptr != to || from == to) {
            throw std::invalid_argument("no day is called " + std::string(word));
        }
        day = day.plusDays(word[sign] == '-' ? -days : days);
    }
    return day.toString();
}

}  // namespace

std::span<const Figure> figures() {
    return allFigures;
}

const Figure* findFigure(std::string_view name) {
    const auto found = std::ranges::find(allFigures, name, &Figure::name);
    return found == allFigures.end() ? nullptr : &*found;
}

std::span<const Chart> charts() {
    return allCharts;
}

const Chart* findChart(std::string_view name) {
    const auto found = std::ranges::find(allCharts, name, &Chart::name);
    return found == allCharts.end() ? nullptr : &*found;
}

Date weekOf(Date day) {
    constexpr int saturday = 2;  // days after the first of January 1970, a Thursday
    constexpr int week = 7;
    const int passed = ((day.daysSinceEpoch() - saturday) % week + week) % week;
    return day.plusDays(-passed);
}

std::string filledIn(std::string_view query, Date today) {
    std::string text;
    for (auto open = query.find('{'); open != std::string_view::npos; open = query.find('{')) {
        const auto close = query.find('}', open);
        text += query.substr(0, open);
        text += dayOf(query.substr(open + 1, close - open - 1), today);
        query.remove_prefix(close + 1);
    }
    return text.append(query);
}

}  // namespace nextgen::home
