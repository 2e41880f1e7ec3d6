#pragma once

#include "server/cache/answer_cache.h"
#include "server/db/session.h"
#include "server/http/routes.h"

namespace nextgen::dealer {

void addRoutes(http::Routes& routes, db::Database& database, cache::AnswerCache& answers);

}  // namespace nextgen::dealer
