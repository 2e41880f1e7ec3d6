#pragma once

#include "server/account/sign_in.h"
#include "server/http/routes.h"

namespace nextgen::account {

/// The references outlive the routes.
void addRoutes(http::Routes& routes, db::Database& database, Sessions& sessions, SignInDesk& desk);

}  // namespace nextgen::account
