#pragma once

#include "app/shell/page.h"

namespace nextgen::invoice {

/// The invoices, printed in the official form.
shell::Page invoicesPage();

}  // namespace nextgen::invoice
