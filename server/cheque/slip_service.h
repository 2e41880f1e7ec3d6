#pragma once

#include "server/cheque/cheque_service.h"
#include "server/cheque/slip_repository.h"
#include "shared/core/result.h"

#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace nextgen::cheque {

/// Puts cheques on a draft: those that could be deposited and stand on no other slip. Outcomes in the order of
/// `ids`, with the statuses that the cheques keep. not_found, slip_not_open; field_too_long when it would hold
/// more than slipChequesMax.
Result<std::vector<MoveOutcome>> addCheques(db::Transaction& transaction, SlipId id,
                                            const std::vector<ChequeId>& ids);

/// Takes cheques off a draft; not_found for those that are not on it.
Result<std::vector<MoveOutcome>> removeCheques(db::Transaction& transaction, SlipId id,
                                               const std::vector<ChequeId>& ids);

/// What came of moving a slip's cheques as one: all of them, or none and why.
using SlipOutcome = tl::expected<void, std::variant<Error, std::vector<MoveOutcome>>>;

/// Deposits the cheques of a draft, bounced ones anew. slip_empty; or the outcomes when one cannot go, and
/// then the transaction must not be committed.
SlipOutcome handOver(db::Transaction& transaction, SlipId id, const MoveDetails& details);

/// The bank answered for every cheque; from now on nothing of it is taken back. slip_unanswered.
Result<void> closeSlip(db::Transaction& transaction, SlipId id);

/// Lets the cheques of a draft go, or takes the deposits by a slip back as one: undo_too_late with the
/// outcomes when something has happened to one of its cheques since, and then the transaction must not be
/// committed.
SlipOutcome cancelSlip(db::Transaction& transaction, SlipId id, const MoveDetails& details);

}  // namespace nextgen::cheque
