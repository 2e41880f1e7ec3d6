#pragma once

#include "app/shell/page.h"

namespace nextgen::account {

/// Which role may what, as a grid that is ticked; what was ticked is written by one command. Two roles can be
/// compared: what one may and the other may not.
shell::Page rolesPage();

}  // namespace nextgen::account
