#pragma once

#include "app/shell/page.h"

namespace nextgen::cheque {

/// What is to be done with cheques today: five lists with what is in each, the chosen one below. Target:
/// {"worklist": "matured"} chooses one.
shell::Page worklistsPage();

}  // namespace nextgen::cheque
