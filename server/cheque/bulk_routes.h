#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::cheque {

/// What is done with many cheques at once: moves, a look for twins, exchanges.
void addBulkRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault);

}  // namespace nextgen::cheque
