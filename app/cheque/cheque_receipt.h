#pragma once

#include "shared/cheque/cheque.h"
#include "shared/core/date.h"
#include "ui/print/sheet.h"

#include <vector>

namespace nextgen::cheque {

/// What a dealer gets for the cheques that were received: each of them, their sum in words, room for two
/// signatures.
print::Sheet receiptOf(const std::vector<Cheque>& cheques, Date today);

}  // namespace nextgen::cheque
