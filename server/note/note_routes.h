#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::note {

/// Serves the notes of every record that can have some: who may read the record reads and writes them.
void addRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault);

}  // namespace nextgen::note
