#pragma once

#include "server/account/password_reset.h"
#include "server/account/sign_in.h"
#include "server/http/routes.h"

namespace nextgen::account {

/// What the calls of this feature work with; all of it outlives the routes.
struct Parts {
    db::Database& database;
    Sessions& sessions;
    SignInDesk& desk;
    Hasher& hasher;
    SecondFactors& factors;
    ResetDesk& resets;
};

void addRoutes(http::Routes& routes, const Parts& parts);

}  // namespace nextgen::account
