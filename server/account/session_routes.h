#pragma once

#include "server/account/account_routes.h"

namespace nextgen::account {

/// Where people are signed in, ending that, and proving again who one is.
void addSessionRoutes(http::Routes& routes, const Parts& parts);

}  // namespace nextgen::account
