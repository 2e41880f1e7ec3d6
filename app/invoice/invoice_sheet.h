#pragma once

#include "app/client/api_client.h"
#include "app/shell/context.h"
#include "ui/describe/record.h"
#include "ui/print/sheet.h"

#include <vector>

namespace nextgen::invoice {

/// صورتحساب فروش کالا و خدمات: an invoice in the official form. What the records do not hold is left to be
/// written in.
print::Sheet officialSheet(const ui::Record& invoice, const std::vector<ui::Record>& items);

/// The same, its items asked of the server.
QCoro::Task<client::Answer<print::Sheet>> invoiceSheet(shell::Context& context, ui::Record invoice);

}  // namespace nextgen::invoice
