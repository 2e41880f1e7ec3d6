#pragma once

#include "app/shell/page.h"

namespace nextgen::cheque {

/// Cheques of all dealers that one may see. Targets: {"id": "12"} shows that one, {"search": text}
/// finds,
/// {"cheque_import_id": "3"} those of an import, {"filter": "status=bounced"} those of a filter.
shell::Page chequesPage();

}  // namespace nextgen::cheque
