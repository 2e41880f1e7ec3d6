#pragma once

#include "app/shell/page.h"

namespace nextgen::dealer {

/// Dealers, and beside them what the chosen one owes. Target: {"dealer_id": "5"}.
shell::Page dealersPage();

}  // namespace nextgen::dealer
