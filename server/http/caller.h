#pragma once

#include "server/db/scope.h"
#include "shared/api/endpoint.h"
#include "shared/api/permission.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nextgen::http {

/// Who is asking, as the session of the request's token says.
struct Caller {
    TenantId tenant;
    UserId user;
    SessionId session;
    db::Scope scope;
    std::string email;
    std::string displayName;
    std::vector<std::string> roles;
    std::uint64_t permissions = 0;  ///< a bit for each Permission
    Instant expiresAt;
    Instant freshUntil;                ///< so long the last proof of who it is counts
    bool hasSecondFactor = false;
    api::Duty duty = api::Duty::None;  ///< what has to be done before anything else

    bool may(Permission permission) const {
        return permission == Permission::SignedIn || (permissions & bitOf(permission)) != 0;
    }
    /// Of a dealer's own people: nothing of another dealer is theirs.
    std::optional<DealerId> dealer() const {
        return scope.dealer ? std::optional(scope.dealer) : std::nullopt;
    }
    void grant(Permission permission) { permissions |= bitOf(permission); }

  private:
    static constexpr std::uint64_t bitOf(Permission permission) {
        return std::uint64_t{1} << static_cast<unsigned>(permission);
    }
};

}  // namespace nextgen::http
