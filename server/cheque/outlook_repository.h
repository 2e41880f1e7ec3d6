#pragma once

#include "server/db/session.h"
#include "shared/cheque/bank_calendar.h"
#include "shared/cheque/cheque_status.h"
#include "shared/cheque/forecast.h"
#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/money.h"

#include <optional>
#include <string>
#include <vector>

namespace nextgen::cheque {

/// The tenant's bank days around these dates.
BankCalendar findBankCalendar(db::Session& session, TenantId tenant, Date from, Date to);

/// Cheques of one due date, or of one state, together.
struct Sum {
    std::int64_t count = 0;
    Money amount;
};

struct DueDay {
    Date dueOn;
    Status status;
    Sum sum;
};
/// Cheques due from one day to another, both included, by day and status.
std::vector<DueDay> sumDueDays(db::Session& session, TenantId tenant, Date from, Date to);

/// Cheques on hand and at the bank that are due on a day, of drawers with the same history.
struct Expected {
    Date dueOn;
    DrawerHistory history;
    Sum sum;
    Money largest;  ///< the amount of the largest among them
};
std::vector<Expected> sumExpected(db::Session& session, TenantId tenant, Date from, Date to);

/// A cheque as a risk.
struct Risk {
    ChequeId id;
    DealerId dealerId;
    std::string number;
    std::string dealerName;
    std::string drawerName;
    Date dueOn;
    Money amount;
    Money atRisk;  ///< the part of it that its drawer's history does not promise
};
/// The expected cheques that carry the most risk, the worst first, out of what sumExpected found.
std::vector<Risk> findRiskiest(db::Session& session, TenantId tenant, std::vector<Expected> expected,
                               std::size_t most);

/// A cheque's drawer; nullopt when there is no such cheque.
std::optional<Drawer> findDrawer(db::Session& session, TenantId tenant, ChequeId id, Date today);
/// Keeps what the central bank told of a cheque's drawer; false when there is no such cheque.
bool setDrawerColour(db::Transaction& transaction, ChequeId id, DrawerColour colour, Date inquiredOn);

/// What should have come before this day and is still on hand or at the bank.
struct Overdue {
    Sum onHand;
    Sum deposited;
};
Overdue sumOverdue(db::Session& session, TenantId tenant, Date before);

/// What our banks hold by what was told of them; none was told: no day.
struct Holdings {
    Money amount;
    std::optional<Date> on;  ///< the oldest of the balances
};
Holdings sumHoldings(db::Session& session, TenantId tenant);

/// What is due on a day.
struct DueSum {
    Date dueOn;
    Sum sum;
};
/// Our own cheques that banks have not paid yet, by the day that can be expected.
std::vector<DueSum> sumIssuedDue(db::Session& session, TenantId tenant, Date from, Date to);
std::vector<DueSum> sumInvoicesDue(db::Session& session, TenantId tenant, Date from, Date to);
Sum sumPayouts(db::Session& session, TenantId tenant);

}  // namespace nextgen::cheque
