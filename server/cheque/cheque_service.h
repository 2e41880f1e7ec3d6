#pragma once

#include "server/cheque/cheque_repository.h"
#include "server/db/session.h"
#include "shared/cheque/cheque.h"
#include "shared/core/result.h"

#include <optional>
#include <vector>

namespace nextgen::cheque {

/// What came of one cheque in a bulk move.
struct MoveOutcome {
    ChequeId id;
    std::optional<Error> refusal;  ///< none: it was moved
    std::optional<Status> status;  ///< as it is now; none when there is no such cheque
    ChequeEventId event = {};      ///< that was recorded
};

/// Takes each cheque a step on, or with Move::Undo its last step back, all in the transaction; those that
/// cannot go say why and stay. Whatever follows from the step is done as well: fees, certificates, notices,
/// a dealer's stop. Outcomes in the order of `ids`; an id that stands twice is moved once.
std::vector<MoveOutcome> moveCheques(db::Transaction& transaction, const std::vector<ChequeId>& ids,
                                     Move move, const MoveDetails& details);

/// The move that Move::Undo would take back; none when there is no such thing.
std::optional<Move> undoableMove(db::Session& session, TenantId tenant, ChequeId id);

/// cheque_on_slip with the slip's number; slip_not_open with the slip's status.
Error chequeOnSlip(const std::string& slipNumber);
Error slipNotOpen(SlipStatus status);

/// move_not_allowed with the status and what it allows.
Error moveRefused(Status status);

}  // namespace nextgen::cheque
