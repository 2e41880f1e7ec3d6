#pragma once

#include "app/client/session.h"
#include "app/entity/record_print.h"
#include "app/entity/record_tab.h"
#include "app/shell/page.h"
#include "shared/api/entity.h"

namespace nextgen::entity {

/// What a page has beyond the description of its entity.
struct PageExtras {
    /// A tab of a record of its own.
    MakeRecordTab overview = {};
    /// Whether a record is open from the start where there is such a tab.
    bool opensFirst = true;
    /// Whether this person sees a single record, beside which a list would only take room.
    std::function<bool(const client::Session&)> hasOnlyOne = {};
    /// How a record is printed, where that is not what its fields and parts make.
    MakeSheet sheet = {};
};

/// The page of an entity that its description is enough for: its list, and the chosen record beside it.
/// Targets: {"id": "5"}, {"filter": "status=paid"}.
shell::Page entityPage(const api::Entity& entity, const PageExtras& extras = {});

}  // namespace nextgen::entity
