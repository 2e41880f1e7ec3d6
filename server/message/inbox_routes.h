#pragma once

#include "server/db/session.h"
#include "server/http/routes.h"

namespace nextgen::message {

/// Serves /inbox: a person's own notices, how many are unread, and the marks that they were read.
void addRoutes(http::Routes& routes, db::Database& database);

}  // namespace nextgen::message
