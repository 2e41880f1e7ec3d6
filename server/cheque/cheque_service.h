#pragma once

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
};

/// Takes each cheque a step on, all in the transaction; those that cannot go say why and stay. Outcomes in
/// the order of `ids`; an id that stands twice is moved once.
std::vector<MoveOutcome> moveCheques(db::Transaction& transaction, const std::vector<ChequeId>& ids,
                                     Move move, Date occurredOn, const std::string& note);

/// move_not_allowed with the status and what it allows.
Error moveRefused(Status status);

}  // namespace nextgen::cheque
