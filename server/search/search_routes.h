#pragma once

#include "server/db/session.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::search {

/// Serves GET /search: the words in every kind of record that the caller may read, a few of each.
void addRoutes(http::Routes& routes, db::Database& database, secret::Vault& vault);

}  // namespace nextgen::search
