#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"

namespace nextgen::cheque {

void addSlipRoutes(http::Routes& routes, db::Database& database, const Clock& clock);

}  // namespace nextgen::cheque
