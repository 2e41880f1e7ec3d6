#pragma once

#include "app/shell/page.h"

namespace nextgen::dealer {

/// The page of dealers as their description makes it, and in front of each dealer what they owe.
shell::Page dealersPage();

}  // namespace nextgen::dealer
