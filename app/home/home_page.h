#pragma once

#include "app/shell/page.h"

namespace nextgen::home {

/// The first page: what waits for this person, as numbers and charts that open the lists behind them.
shell::Page homePage();

}  // namespace nextgen::home
