#pragma once

#include "server/audit/chain.h"
#include "server/clock.h"
#include "server/db/session.h"
#include "server/secret/vault.h"

#include <filesystem>
#include <map>

namespace nextgen::audit {

/// Adds to the chains of all tenants. One thread at a time; several servers of a database take turns.
class ChainKeeper {
  public:
    /// `anchorFile`: where anchors are written to beside the database.
    ChainKeeper(db::Pool& writers, secret::Vault& vault, std::filesystem::path anchorFile, Clock clock);

    /// Seals what waits, of every tenant. What fails of one tenant is logged and harms no other.
    void sealAll();
    /// Notes how long each chain is, in the database and in the file, but for those whose whole length was
    /// noted since then; how many.
    int anchorAll(Instant since);

  private:
    /// Whether more of it waits.
    bool sealSome(TenantId tenant);
    void demandGrown(TenantId tenant, const Seal& last);
    bool anchor(TenantId tenant);

    db::Pool& m_writers;
    secret::Vault& m_vault;
    const std::filesystem::path m_anchorFile;
    Clock m_clock;
    std::map<TenantId, std::pair<std::int64_t, Head>> m_heads;  ///< as this process left them
};

}  // namespace nextgen::audit
