#pragma once

#include "server/db/session.h"
#include "server/http/routes.h"

namespace nextgen::dealer {

void addRoutes(http::Routes& routes, db::Database& database);

}  // namespace nextgen::dealer
