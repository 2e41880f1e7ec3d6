#pragma once

#include "app/shell/page.h"

namespace nextgen::entity {

/// The audit trail, with each entry in words.
shell::Page auditPage();

}  // namespace nextgen::entity
