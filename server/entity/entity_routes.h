#pragma once

#include "server/cache/answer_cache.h"
#include "server/db/session.h"
#include "server/entity/guard.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::entity {

/// Serves every entity of shared/api/entity.h: its list, its records, their history, and what may be
/// written; a guard is asked before each write.
void addRoutes(http::Routes& routes, db::Database& database, cache::AnswerCache& answers,
               secret::Vault& vault, const Guards& guards);

}  // namespace nextgen::entity
