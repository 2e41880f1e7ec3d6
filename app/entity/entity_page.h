#pragma once

#include "app/shell/page.h"
#include "shared/api/entity.h"

namespace nextgen::entity {

/// The page of an entity that its description is enough for: its list, and the chosen record beside it.
/// Target: {"id": "5"}.
shell::Page entityPage(const api::Entity& entity);

}  // namespace nextgen::entity
