#pragma once

#include "server/account/account_routes.h"

#include <functional>
#include <vector>

namespace nextgen::account {

/// What happens once it is proved, in the transaction that holds the person's row. Sessions that it ends go
/// into `ended`: they are forgotten after the commit.
using Then = std::function<http::Answer(db::Transaction&, const Person&, std::vector<db::Bytes>& ended)>;

/// A call that needs a password or a code of the caller's. A wrong one is refused with `ifWrong` and counts
/// toward the lock like one at the door; a locked account is refused with account_locked.
http::Answer proving(http::Request& request, const Parts& parts, ErrorCode ifWrong,
                     const std::function<bool(db::Transaction&, const Person&)>& isRight, const Then& then);

/// Ends the person's sessions: one, or with none named all but `kept`. How many ended; their hashes go into
/// `ended`.
std::size_t endSessions(db::Transaction& transaction, UserId person, std::optional<SessionId> session,
                        std::optional<SessionId> kept, std::vector<db::Bytes>& ended);

/// The caller's way in has changed: whoever else is in came by the old one. The caller's own session stays,
/// and is known anew: what it had to do first may be done.
void endOthers(const http::Request& request, db::Transaction& transaction, std::vector<db::Bytes>& ended);

}  // namespace nextgen::account
