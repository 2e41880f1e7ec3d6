#pragma once

#include "server/cache/local_cache.h"
#include "server/change/snapshot.h"
#include "server/db/session.h"
#include "server/http/caller.h"
#include "server/http/json_body.h"
#include "shared/api/change.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nextgen::change {

/// What a caller is told.
struct News {
    std::vector<api::Change> changes;  ///< the oldest first, each record once
    /// False: more happened than is told, or it is too long ago. Everything may have changed.
    bool isComplete = true;
    std::string cursor;
};

/// Tells callers what changed since they last asked: of what they may read, and of an outsider's rows only.
/// What happened in a tenant lately is kept in memory until the next commit there, so that asking costs the
/// database nothing while nothing happens.
class ChangeFeed {
  public:
    /// `secret` seals cursors; servers of one address share it.
    ChangeFeed(db::Database& database, cache::InvalidationBus& bus, const std::string& secret);

    /// `since`: the cursor of the answer before; empty for a first one, which tells where to begin.
    News since(const http::Caller& caller, const db::TenantContext& context, std::string_view cursor);
    /// Something was committed in the tenant.
    void changed(TenantId tenant);

  private:
    struct Note {
        Snapshot::Xid xid = 0;
        std::int64_t id = 0;
        std::string table;
        std::optional<std::int64_t> row;
        std::optional<int> version;
        Instant at;
        std::optional<UserId> actor;
        std::optional<std::string> actorName;
    };
    /// What the latest transactions of a tenant changed, and by which snapshot that was seen.
    struct Window {
        std::string snapshotText;
        Snapshot snapshot;
        Instant seenAt;
        std::string cluster;
        std::vector<Note> notes;  ///< the transactions begun last first
        bool isWhole = true;      ///< nothing was left out
    };
    struct Cursor;

    std::shared_ptr<const Window> windowOf(TenantId tenant);
    std::shared_ptr<const Window> read(TenantId tenant);
    std::string seal(const Window& window, TenantId tenant) const;
    std::optional<Cursor> open(std::string_view cursor, TenantId tenant) const;
    /// Leaves what the outsider may see.
    void keepVisible(std::vector<Note>& notes, const db::TenantContext& context);

    /// A table whose records have an entity: its name in routes and who may read it.
    struct Readable {
        std::string_view entity;
        Permission permission;
    };

    db::Database& m_database;
    std::string m_key;
    std::unordered_map<std::string, Readable> m_readable;  ///< by table
    cache::LocalCache<Window> m_windows;                   ///< by tenant
};

}  // namespace nextgen::change
