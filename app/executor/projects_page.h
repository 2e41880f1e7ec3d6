#pragma once

#include "app/shell/page.h"

namespace nextgen::executor {

/// Projects; each has its bids side by side.
shell::Page projectsPage();

}  // namespace nextgen::executor
