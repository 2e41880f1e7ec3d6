#pragma once

#include "server/db/session.h"
#include "server/secret/keyring.h"
#include "server/secret/master_key.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <tuple>

namespace nextgen::secret {

/// The keys of all tenants: made when a tenant first needs them, wrapped by the master key in tenant_keys,
/// unwrapped in this process only. Which of them are current is asked of the database each time, so that
/// several servers and a rotation beside them agree. Safe to use from any thread.
class Vault {
  public:
    /// `outside` serves while a request's transaction runs; see db::Database.
    Vault(db::Pool& outside, std::filesystem::path masterKeyFile);

    /// For finding and reading. KeyProblem when the master key of a tenant's keys is not here.
    Keyring forReading(TenantId tenant);
    /// With a key that seals the audit trail.
    Keyring forSealing(TenantId tenant);
    /// For writing: until the transaction ends, no rotation begins to hand over to another key.
    Keyring forWriting(db::Transaction& transaction);

  private:
    std::shared_ptr<const Key> unwrapped(TenantId tenant, const db::Row& row);
    Keyring withKeysFor(TenantId tenant, std::span<const Purpose> needed);
    void makeKeys(db::Transaction& transaction, TenantId tenant, std::span<const Purpose> needed);

    db::Pool& m_outside;
    const std::filesystem::path m_masterKeyFile;
    std::mutex m_mutex;  ///< of what follows
    std::optional<MasterKeys> m_masterKeys;
    std::map<std::tuple<TenantId, Purpose, int>, std::shared_ptr<const Key>> m_keys;
};

/// KeyProblem unless the file can be used and holds the master keys of the database's tenants. `owner` is
/// connected as the schema's owner, after the migrations.
MasterKeys checkMasterKey(db::Connection& owner, const std::filesystem::path& file);
/// The same, after making the file where the database has no keys yet.
void prepareMasterKey(db::Connection& owner, const std::filesystem::path& file);
/// Whether a tenant of the database has keys, so that a master key must be there.
bool hasKeys(db::Connection& owner);

}  // namespace nextgen::secret
