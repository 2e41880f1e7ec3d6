#pragma once

#include "app/entity/record_print.h"
#include "app/entity/record_tab.h"
#include "app/shell/page.h"
#include "shared/api/entity.h"

namespace nextgen::entity {

/// One record by itself, as wide as the window: the panel that stands beside its list elsewhere.
shell::PageWidget* makeRecordPage(shell::Context& context, const api::Entity& entity, std::int64_t id,
                                  const MakeRecordTab& overview, const MakeSheet& sheet, QWidget* parent);

}  // namespace nextgen::entity
