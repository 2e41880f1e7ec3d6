#pragma once

#include "app/executor/bid_comparison.h"
#include "ui/print/sheet.h"

namespace nextgen::executor {

/// The comparison on paper: a row for each bid, in the order on the screen. `note`: what is to be said of the
/// whole, may be empty.
print::Sheet sheetOf(const ui::Record& project, const BidComparison& bids, const QString& note);

}  // namespace nextgen::executor
