#pragma once

#include "server/db/session.h"
#include "server/http/routes.h"

namespace nextgen::view {

/// Saved views of lists: a person's own, and those that colleagues share.
void addRoutes(http::Routes& routes, db::Database& database);

}  // namespace nextgen::view
