#pragma once

#include "app/shell/page.h"

namespace nextgen::cheque_import {

/// Imported workbooks of cheques, and the wizard that brings one in. Targets: {"file": path} begins with a
/// file,
/// {"id": id} opens an import.
shell::Page importsPage();

}  // namespace nextgen::cheque_import
