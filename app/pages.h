#pragma once

#include "app/shell/page.h"

#include <vector>

namespace nextgen {

/// Every page of the program, in the order of the sidebar.
std::vector<shell::Page> allPages();

}  // namespace nextgen
