#pragma once

#include "app/client/api_client.h"
#include "app/shell/context.h"
#include "shared/core/id.h"
#include "ui/print/sheet.h"

namespace nextgen::dealer {

/// A dealer's account on paper: what is owed by its parts, and the ledger from its beginning, or its newest
/// lines where there are more than a sheet takes.
QCoro::Task<client::Answer<print::Sheet>> statementOf(shell::Context& context, DealerId id);

}  // namespace nextgen::dealer
