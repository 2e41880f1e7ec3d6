#pragma once

#include "app/cheque_import/staged_row.h"
#include "shared/cheque_import/cheque_import_api.h"

/// Sentences about imports that stand in several places.
namespace nextgen::cheque_import {

/// From before to after, the way one reads.
QString arrow();
/// "Amount: 1,054,500,000 ← ۱۰۵۴۵۰۰۰۰۰", what was understood and what stood in the file.
QString repairSentence(const ShownRepair& repair);
/// Why an import failed, in the language of the moment; empty when it did not.
QString failureSentence(const ChequeImport& import);

}  // namespace nextgen::cheque_import
