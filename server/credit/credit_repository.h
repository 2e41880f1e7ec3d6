#pragma once

#include "server/db/session.h"
#include "shared/credit/exposure.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::credit {

/// The exposure of a dealer, as the ledger's balances stand now; nullopt when there is no such dealer for the
/// session.
std::optional<Exposure> findExposure(db::Session& session, TenantId tenant, DealerId dealer, Instant now);

/// The statuses of cheques that count in a part of the exposure, as SQL names them; empty for parts without
/// cheques.
std::vector<std::string> statusesInPart(std::string_view part);

}  // namespace nextgen::credit
