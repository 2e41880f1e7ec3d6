#pragma once

#include "server/db/session.h"
#include "shared/dealer/dealer.h"

#include <optional>

namespace nextgen::dealer {

/// nullopt as well for a dealer of another tenant, or outside the session's own dealer.
std::optional<Dealer> findDealer(db::Session& session, TenantId tenant, DealerId id);

}  // namespace nextgen::dealer
