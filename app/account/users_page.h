#pragma once

#include "app/shell/page.h"

namespace nextgen::account {

/// People, and of each where that person is signed in; who is locked is let in again.
shell::Page usersPage();

}  // namespace nextgen::account
