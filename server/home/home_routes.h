#pragma once

#include "server/cache/answer_cache.h"
#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::home {

/// Serves GET /home: the numbers and charts of a person's first page, counted in the lists that they lead to.
void addRoutes(http::Routes& routes, db::Database& database, cache::AnswerCache& answers, const Clock& clock,
               secret::Vault& vault);

}  // namespace nextgen::home
