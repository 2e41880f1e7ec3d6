#pragma once

#include "server/account/account_routes.h"

namespace nextgen::account {

/// Turning the second factor on and off, and the codes for its loss.
void addSecondFactorRoutes(http::Routes& routes, const Parts& parts);

}  // namespace nextgen::account
