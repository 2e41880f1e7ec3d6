#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::cheque {

/// What is to be done with cheques today, what comes due when, and what money that may bring.
void addOutlookRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault);

}  // namespace nextgen::cheque
