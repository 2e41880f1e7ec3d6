#pragma once

#include "server/audit/chain.h"
#include "server/db/connection.h"
#include "server/secret/keyring.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nextgen::audit {

enum class Fault {
    Edited,      ///< a row is not what was sealed
    Swapped,     ///< two rows have changed places
    Removed,     ///< a row that was sealed, or waited for it, is not there
    Inserted,    ///< a row is there that was never on its way to be sealed
    Backdated,   ///< a row says that it is older than when the trail before it was sealed
    SealBroken,  ///< a seal or an anchor was changed, or its key is not here
    SealGone,    ///< seals are missing within the chain
    Cut          ///< an anchor knows a longer or another chain
};

struct Finding {
    Fault fault;
    std::int64_t entry;  ///< its number in the chain; 0: it has none
    std::int64_t logId;  ///< the row of audit_logs; 0: no row in particular
    std::string text;    ///< for people, with the row
};

/// What came of the check of one tenant's trail.
struct Verdict {
    std::int64_t entries = 0;
    std::int64_t waiting = 0;  ///< written, and not sealed yet
    std::int64_t anchors = 0;
    std::vector<Finding> findings;
};

/// Reads the whole trail of a tenant and compares it with its chain. `owner` is not bound by row-level
/// security and in a transaction that sees one state; `kept` are anchors from outside the
/// database.
Verdict verify(db::Connection& owner, const secret::Keyring& keyring, std::span<const Anchor> kept);

}  // namespace nextgen::audit
