#include "server/cheque/outlook_routes.h"

#include "server/cheque/cheque_repository.h"
#include "server/cheque/outlook_repository.h"
#include "server/db/error.h"
#include "server/http/entity_list.h"
#include "server/sql.h"
#include "shared/cheque/outlook.h"
#include "shared/core/jalali.h"

#include <algorithm>
#include <functional>

namespace nextgen::cheque {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

constexpr std::size_t risksMax = 5;

/// One of the day's worklists: a condition of the list of cheques, with $2 and $3 for the bank days on both
/// sides of what is to be deposited now.
struct Worklist {
    std::string_view operation;
    std::string_view condition;
};

// To be deposited now is what a bank could pay today or on its next day; what came due before is late.
constexpr auto worklists = std::to_array<Worklist>({
    {"cheques.to_deposit",
     " AND status = 'on_hand' AND due_on > $2::date AND due_on <= $3::date AND NOT EXISTS (SELECT FROM "
     "cheque_slip_items i WHERE i.tenant_id = $1 AND i.cheque_id = cheque.id AND i.is_open)"},
    {"cheques.unanswered", " AND status = 'deposited' AND due_on <= $2::date AND $3::date IS NOT NULL"},
    {"cheques.to_follow",
     " AND status = 'bounced' AND $2::date IS NOT NULL AND $3::date IS NOT NULL"},
    {"cheques.matured", " AND status = 'on_hand' AND due_on <= $2::date AND $3::date IS NOT NULL"},
});

Answer listWorklist(Request& request, db::Database& database, secret::Vault& vault, const Worklist& worklist,
                    Date day) {
    const TenantId tenant = request.caller().tenant;
    Date before;
    Date last;
    {
        db::ReadSession session(database.readers, request.tenantContext());
        const BankCalendar calendar = findBankCalendar(session, tenant, day, day);
        before = calendar.openDayBefore(day);
        last = calendar.effectiveDay(calendar.effectiveDay(day).plusDays(1));
    }
    http::ListSource source = listSource(tenant, vault);
    const std::string sql = std::string(source.sql).append(worklist.condition);
    source.sql = sql;
    source.parameters.push_back(db::toSql(before));
    source.parameters.push_back(db::toSql(last));
    return http::answerList<Cheque>(request, database.readers, source);
}

Json sumToJson(const Sum& sum) {
    return {{"count", sum.count}, {"amount", sum.amount.rials()}};
}

void add(Sum& to, const Sum& more) {
    to.count += more.count;
    to.amount += more.amount;
}

/// The first and last day that a request names, or those it means by naming none.
struct Period {
    Date from;
    Date to;
};

Result<Period> readPeriod(const Request& request, Period otherwise, int daysMax) {
    const Period period{Date::parse(request.parameter("from")).value_or(otherwise.from),
                        Date::parse(request.parameter("to")).value_or(otherwise.to)};
    if (period.to < period.from) {
        return refuse(Error{ErrorCode::PeriodReversed, "/to", {}});
    }
    if (period.from.daysUntil(period.to) >= daysMax) {
        return refuse(Error{ErrorCode::PeriodTooLong, "/to", {{"limit", std::to_string(daysMax)}}});
    }
    return period;
}

/// The Jalali month of a day.
Period monthOf(Date day) {
    const JalaliDate date = JalaliDate::fromDate(day);
    const Date first = day.plusDays(1 - date.day);
    return {first, first.plusDays(JalaliDate::daysInMonth(date.year, date.month) - 1)};
}

bool isExpected(Status status) {
    return status == Status::OnHand || status == Status::Deposited;
}

Answer answerCalendar(Request& request, db::Database& database, const Clock& clock) {
    const auto period = readPeriod(request, monthOf(today(clock)), calendarDaysMax);
    if (!period) {
        return refuse(period.error());
    }
    const TenantId tenant = request.caller().tenant;
    db::ReadSession session(database.readers, request.tenantContext());
    const BankCalendar calendar = findBankCalendar(session, tenant, period->from, period->to);
    std::map<Date, std::vector<DueDay>> due;
    std::map<Date, Sum> paid;
    // What a bank pays on the first days may have come due before them.
    for (const DueDay& one :
         sumDueDays(session, tenant, period->from.plusDays(-closureDaysMax), period->to)) {
        if (isExpected(one.status)) {
            add(paid[calendar.effectiveDay(one.dueOn)], one.sum);
        }
        if (one.dueOn >= period->from) {
            due[one.dueOn].push_back(one);
        }
    }
    Json days = Json::array();
    for (Date day = period->from; day <= period->to; day = day.plusDays(1)) {
        Sum all;
        Json statuses = Json::array();
        for (const DueDay& one : due[day]) {
            add(all, one.sum);
            Json status = sumToJson(one.sum);
            status["status"] = describe::nameOf(one.status);
            statuses.push_back(std::move(status));
        }
        Json line{{"day", day.toString()},
                  {"jalali", JalaliDate::fromDate(day).toString()},
                  {"is_bank_day", calendar.isOpen(day)},
                  {"holiday", calendar.holidayOf(day)},
                  {"effective_on", calendar.effectiveDay(day).toString()}};
        line.update(sumToJson(all));
        line["statuses"] = std::move(statuses);
        line["expected"] = sumToJson(paid[day]);
        line["query"] = "due_on=" + day.toString();
        days.push_back(std::move(line));
    }
    return Response::json({{"from", period->from.toString()},
                           {"to", period->to.toString()},
                           {"list", "cheques"},
                           {"days", std::move(days)}});
}

/// What one day, week or month of the forecast brings and takes.
struct Step {
    Date from;
    Date to;
    Sum cheques;
    Money high;
    Money likely;
    Money low;
    Sum invoices;
    Sum issued;
    Sum payouts;
};

std::vector<Step> stepsOf(Period period, ForecastStep by) {
    std::vector<Step> steps;
    for (Date day = period.from; day <= period.to;) {
        Date last = day;
        if (by == ForecastStep::Week) {
            last = day.plusDays(6 - JalaliDate::fromDate(day).weekday());
        } else if (by == ForecastStep::Month) {
            last = monthOf(day).to;
        }
        last = std::min(last, period.to);
        steps.push_back({day, last, {}, {}, {}, {}, {}, {}, {}});
        day = last.plusDays(1);
    }
    return steps;
}

Answer answerForecast(Request& request, db::Database& database, const Clock& clock) {
    const Date day = today(clock);
    const auto period = readPeriod(request, {day, day.plusDays(forecastDays - 1)}, forecastDaysMax);
    if (!period) {
        return refuse(period.error());
    }
    const ForecastStep by =
        describe::byName<ForecastStep>(request.parameter("by")).value_or(ForecastStep::Day);
    const TenantId tenant = request.caller().tenant;
    db::ReadSession session(database.readers, request.tenantContext());
    const BankCalendar calendar = findBankCalendar(session, tenant, period->from, period->to);
    std::vector<Step> steps = stepsOf(*period, by);
    const auto stepOf = [&](Date on) {
        return std::ranges::lower_bound(steps, on, {}, &Step::to);
    };
    const auto expected = sumExpected(session, tenant, period->from, period->to);
    for (const Expected& one : expected) {
        const Chance chance = chanceOf(one.history);
        const Date due = calendar.effectiveDay(one.dueOn);
        const Date usual = calendar.effectiveDay(one.dueOn.plusDays(chance.lateDays));
        if (const auto step = stepOf(due); step != steps.end()) {
            add(step->cheques, one.sum);
            step->high += one.sum.amount;
        }
        if (const auto step = stepOf(usual); step != steps.end()) {
            step->likely += partOf(one.sum.amount, chance.likelyBp);
            step->low += partOf(one.sum.amount, chance.lowBp);
        }
    }
    for (const DueSum& one : sumInvoicesDue(session, tenant, period->from, period->to)) {
        if (const auto step = stepOf(calendar.effectiveDay(one.dueOn)); step != steps.end()) {
            add(step->invoices, one.sum);
        }
    }
    for (const DueSum& one : sumIssuedDue(session, tenant, period->from, period->to)) {
        if (const auto step = stepOf(calendar.effectiveDay(one.dueOn)); step != steps.end()) {
            add(step->issued, one.sum);
        }
    }
    if (const auto step = stepOf(calendar.effectiveDay(day)); step != steps.end()) {
        step->payouts = sumPayouts(session, tenant);
    }

    const Holdings holdings = sumHoldings(session, tenant);
    Money high = holdings.amount;
    Money likely = holdings.amount;
    Money low = holdings.amount;
    Json lines = Json::array();
    for (const Step& step : steps) {
        const Money rest = step.invoices.amount - step.issued.amount - step.payouts.amount;
        high += step.high + rest;
        likely += step.likely + rest;
        low += step.low + rest;
        lines.push_back({{"from", step.from.toString()},
                         {"to", step.to.toString()},
                         {"cheques", sumToJson(step.cheques)},
                         {"invoices", sumToJson(step.invoices)},
                         {"issued", sumToJson(step.issued)},
                         {"payouts", sumToJson(step.payouts)},
                         {"high", step.high.rials()},
                         {"likely", step.likely.rials()},
                         {"low", step.low.rials()},
                         {"balance_high", high.rials()},
                         {"balance_likely", likely.rials()},
                         {"balance_low", low.rials()},
                         {"query", "status=on_hand,deposited&due_on.gte=" + step.from.toString() +
                                       "&due_on.lte=" + step.to.toString()}});
    }
    Json risks = Json::array();
    for (const Risk& risk : findRiskiest(session, tenant, expected, risksMax)) {
        risks.push_back({{"id", risk.id.toString()},
                         {"number", risk.number},
                         {"dealer_id", risk.dealerId.toString()},
                         {"dealer_name", risk.dealerName},
                         {"drawer_name", risk.drawerName},
                         {"due_on", risk.dueOn.toString()},
                         {"amount", risk.amount.rials()},
                         {"at_risk", risk.atRisk.rials()}});
    }
    const Overdue overdue = sumOverdue(session, tenant, day);
    return Response::json(
        {{"from", period->from.toString()},
         {"to", period->to.toString()},
         {"by", describe::nameOf(by)},
         {"list", "cheques"},
         {"opening", holdings.amount.rials()},
         {"opening_on", holdings.on ? Json(holdings.on->toString()) : Json(nullptr)},
         {"overdue", {{"on_hand", sumToJson(overdue.onHand)}, {"deposited", sumToJson(overdue.deposited)}}},
         {"steps", std::move(lines)},
         {"risks", std::move(risks)}});
}

Answer getDrawer(Request& request, db::Database& database, const Clock& clock) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const auto drawer = findDrawer(session, request.caller().tenant, *id, today(clock));
    if (!drawer) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json(describe::toJson(*drawer));
}

Answer tellColour(Request& request, db::Transaction& transaction, const Clock& clock) {
    const auto id = request.requireId<ChequeId>();
    if (!id) {
        return refuse(id.error());
    }
    ColourRequest told;
    Errors errors = describe::fromRequest(request.json(), told);
    const Date day = today(clock);
    const Date inquiredOn = told.inquiredOn.value_or(day);
    if (errors.empty() && inquiredOn > day) {
        errors.push_back({ErrorCode::OccurredOnInFuture, "/inquired_on", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    if (!setDrawerColour(transaction, *id, told.colour, inquiredOn)) {
        return refuse(ErrorCode::NotFound);
    }
    return Response::json(describe::toJson(*findDrawer(transaction, request.caller().tenant, *id, day)));
}

}  // namespace

void addOutlookRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault) {
    for (const Worklist& worklist : worklists) {
        routes.on(worklist.operation, [&database, &vault, &worklist, clock](Request& request) {
            return listWorklist(request, database, vault, worklist, today(clock));
        });
    }
    routes.on("cheques.drawer",
              [&database, clock](Request& request) { return getDrawer(request, database, clock); });
    routes.onWrite("cheques.tell_colour", [clock](Request& request, db::Transaction& transaction) {
        return tellColour(request, transaction, clock);
    });
    routes.on("cheque_calendar",
              [&database, clock](Request& request) { return answerCalendar(request, database, clock); });
    routes.on("cheque_forecast",
              [&database, clock](Request& request) { return answerForecast(request, database, clock); });
}

}  // namespace nextgen::cheque
