#pragma once

#include "shared/api/entity.h"
#include "ui/widgets/icon.h"

#include <QString>

namespace nextgen::shell {

/// The groups of the sidebar, in the language of the moment.
QString titleOf(api::Area area);
ui::Icon iconOf(api::Area area);

}  // namespace nextgen::shell
