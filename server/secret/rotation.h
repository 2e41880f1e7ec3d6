#pragma once

#include "server/db/connection.h"
#include "server/secret/keyring.h"
#include "server/secret/master_key.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Changing keys while servers serve. Everything is done by the owner, a thousand rows at a time; what was
/// interrupted is taken up by the next call. Neither versions nor dates of rows change, and the audit trail
/// gets one line for each rotation.
namespace nextgen::secret {

/// What a rotation came to.
struct Rotation {
    std::int64_t rewritten = 0;
    std::vector<std::string> unreadable;  ///< "vendors.national_id of 42"; at most 100 are named
    std::int64_t unreadableCount = 0;     ///< with any, the old key stays readable
    bool wasResumed = false;
};

/// Gives a tenant a new data key and writes every ciphertext anew. Rows stay readable and writable
/// throughout.
Rotation rotateDataKey(db::Connection& owner, const std::filesystem::path& masterKeyFile, TenantId tenant);

/// Gives a tenant a new index key. Rows are found throughout. Tables where a value may be there only once are
/// written in one transaction, during which the tenant's writers of secrets wait.
Rotation rotateIndexKey(db::Connection& owner, const std::filesystem::path& masterKeyFile, TenantId tenant);

/// Wraps the keys of all tenants by a new master key and forgets the older ones; how many were wrapped anew.
std::int64_t rewrap(db::Connection& owner, const std::filesystem::path& masterKeyFile);

}  // namespace nextgen::secret
