#pragma once

#include "server/clock.h"
#include "server/http/routes.h"
#include "server/secret/vault.h"

namespace nextgen::cheque {

/// What ends a guarantee; listing and recording them goes by their description.
void addGuaranteeRoutes(http::Routes& routes, const Clock& clock, secret::Vault& vault);

}  // namespace nextgen::cheque
