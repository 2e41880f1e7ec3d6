#pragma once

#include "server/account/account_routes.h"

namespace nextgen::account {

/// Changing one's password, and setting a forgotten one anew.
void addPasswordRoutes(http::Routes& routes, const Parts& parts);

}  // namespace nextgen::account
