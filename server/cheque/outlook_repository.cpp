#include "server/cheque/outlook_repository.h"

#include "server/sql.h"

#include <algorithm>

namespace nextgen::cheque {

namespace {

Sum sumIn(const db::Row& row) {
    return {row.get<std::int64_t>("count"), row.get<Money>("amount")};
}

DrawerHistory historyIn(const db::Row& row) {
    return {row.get<std::int64_t>("cleared_count"), row.get<std::int64_t>("bounced_count"),
            row.get<std::int64_t>("late_days")};
}

Money riskOf(Money amount, const DrawerHistory& history) {
    return amount - partOf(amount, chanceOf(history).likelyBp);
}

}  // namespace

BankCalendar findBankCalendar(db::Session& session, TenantId tenant, Date from, Date to) {
    const bool isThursdayOpen =
        session.query(sql::cheque::isThursdayBankDay, tenant).one().get<bool>("is_open");
    std::map<Date, std::string> holidays;
    for (const db::Row row : session.query(sql::cheque::listBankHolidays, tenant,
                                           from.plusDays(-closureDaysMax), to.plusDays(closureDaysMax))) {
        holidays.emplace(row.get<Date>("holiday_on"), row.get<std::string>("title_fa"));
    }
    return BankCalendar(!isThursdayOpen, std::move(holidays));
}

std::vector<DueDay> sumDueDays(db::Session& session, TenantId tenant, Date from, Date to) {
    std::vector<DueDay> days;
    for (const db::Row row : session.query(sql::cheque::sumDueDays, tenant, from, to)) {
        days.push_back({row.get<Date>("due_on"), row.get<Status>("status"), sumIn(row)});
    }
    return days;
}

std::vector<Expected> sumExpected(db::Session& session, TenantId tenant, Date from, Date to) {
    std::vector<Expected> expected;
    for (const db::Row row : session.query(sql::cheque::sumExpected, tenant, from, to)) {
        expected.push_back({row.get<Date>("due_on"), historyIn(row), sumIn(row), row.get<Money>("largest")});
    }
    return expected;
}

std::vector<Risk> findRiskiest(db::Session& session, TenantId tenant, std::vector<Expected> expected,
                               std::size_t most) {
    // Of one history the larger cheque is the larger risk: the worst are in the groups whose largest is worst.
    std::ranges::sort(expected, std::ranges::greater{},
                      [](const Expected& one) { return riskOf(one.largest, one.history); });
    expected.resize(std::min(expected.size(), most));
    // No worse one is smaller than what carries the least of these risks by a group's own odds.
    const Money least = expected.empty() ? Money() : riskOf(expected.back().largest, expected.back().history);
    std::vector<Money> leastAmounts;
    std::vector<Date> days;
    std::vector<std::int64_t> cleared;
    std::vector<std::int64_t> bounced;
    std::vector<std::int64_t> late;
    for (const Expected& one : expected) {
        days.push_back(one.dueOn);
        cleared.push_back(one.history.cleared);
        bounced.push_back(one.history.bounced);
        late.push_back(one.history.lateDays);
        const int riskBp = certainBp - chanceOf(one.history).likelyBp;
        // A rial less, since risks are rounded.
        leastAmounts.push_back(Money::fromRials(least.rials() - 1)
                                   .and_then([&](Money amount) {
                                       return amount.times(certainBp, std::max(riskBp, 1), Rounding::Down);
                                   })
                                   .value_or(Money()));
    }
    std::vector<Risk> risks;
    for (const db::Row row :
         session.query(sql::cheque::listRiskiest, tenant, days, cleared, bounced, late, leastAmounts)) {
        const auto sayadId = row.get<std::string>("sayad_id");
        const auto amount = row.get<Money>("amount");
        risks.push_back({row.get<ChequeId>("id"), row.get<DealerId>("dealer_id"),
                         sayadId.empty() ? row.get<std::string>("serial") : sayadId,
                         row.get<std::string>("dealer_name"), row.get<std::string>("drawer_name"),
                         row.get<Date>("due_on"), amount, riskOf(amount, historyIn(row))});
    }
    std::ranges::sort(risks, std::ranges::greater{},
                      [](const Risk& risk) { return std::pair(risk.atRisk, risk.id); });
    risks.erase(risks.begin() + static_cast<std::ptrdiff_t>(std::min(risks.size(), most)), risks.end());
    return risks;
}

std::optional<Drawer> findDrawer(db::Session& session, TenantId tenant, ChequeId id, Date today) {
    const db::Rows rows = session.query(sql::cheque::selectDrawer, tenant, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    const db::Row row = rows.one();
    Drawer drawer;
    drawer.drawerName = row.get<std::string>("drawer_name");
    drawer.clearedCount = row.get<int>("cleared_count");
    drawer.bouncedCount = row.get<int>("bounced_count");
    drawer.unclearedCount = row.get<int>("uncleared_count");
    drawer.unclearedAmount = row.get<Money>("uncleared_amount");
    drawer.ownColour = drawerColour(drawer.unclearedCount, drawer.unclearedAmount);
    drawer.likelyBp = chanceOf(historyIn(row)).likelyBp;
    drawer.colour = row.get<std::optional<DrawerColour>>("colour");
    drawer.inquiredOn = row.get<std::optional<Date>>("inquired_on");
    drawer.isStale = !drawer.inquiredOn || drawer.inquiredOn->daysUntil(today) > colourDaysMax;
    return drawer;
}

bool setDrawerColour(db::Transaction& transaction, ChequeId id, DrawerColour colour, Date inquiredOn) {
    return !transaction
                .query(sql::cheque::setDrawerColour, transaction.context().tenant, id, colour, inquiredOn)
                .empty();
}

Overdue sumOverdue(db::Session& session, TenantId tenant, Date before) {
    Overdue overdue;
    for (const db::Row row : session.query(sql::cheque::sumOverdue, tenant, before)) {
        (row.get<Status>("status") == Status::OnHand ? overdue.onHand : overdue.deposited) = sumIn(row);
    }
    return overdue;
}

Holdings sumHoldings(db::Session& session, TenantId tenant) {
    const db::Row row = session.query(sql::cheque::sumBankBalances, tenant).one();
    return {row.get<Money>("amount"), row.get<std::optional<Date>>("balance_on")};
}

std::vector<DueSum> sumInvoicesDue(db::Session& session, TenantId tenant, Date from, Date to) {
    std::vector<DueSum> due;
    for (const db::Row row : session.query(sql::cheque::sumInvoicesDue, tenant, from, to)) {
        due.push_back({row.get<Date>("due_on"), sumIn(row)});
    }
    return due;
}

std::vector<DueSum> sumIssuedDue(db::Session& session, TenantId tenant, Date from, Date to) {
    std::vector<DueSum> due;
    for (const db::Row row : session.query(sql::cheque::sumIssuedDue, tenant, from, to)) {
        due.push_back({row.get<Date>("due_on"), sumIn(row)});
    }
    return due;
}

Sum sumPayouts(db::Session& session, TenantId tenant) {
    return sumIn(session.query(sql::cheque::sumPayouts, tenant).one());
}

}  // namespace nextgen::cheque
