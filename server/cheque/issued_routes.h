#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"

namespace nextgen::cheque {

/// What becomes of cheques that we issue; listing and issuing them goes by their description.
void addIssuedRoutes(http::Routes& routes, db::Database& database, const Clock& clock);

}  // namespace nextgen::cheque
