#pragma once

#include "shared/api/entity.h"

namespace nextgen::api {

/// Whether people may write notes about records of this kind: not about parts, whose whole has them, nor
/// about what only happens.
inline bool hasNotes(const Entity& entity) {
    return entity.partOf.empty() && !entity.can(History);
}

}  // namespace nextgen::api
