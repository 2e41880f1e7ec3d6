#pragma once

#include "server/embedded/data_folder.h"
#include "server/embedded/postgres.h"
#include "server/embedded/redis.h"

#include <filesystem>
#include <optional>
#include <string>

namespace nextgen::embedded {

/// Services that somebody else runs; what is empty is run privately in the data folder.
struct ExternalServices {
    std::string databaseUrl;        ///< as the server's role; libpq's form
    std::string databaseReaderUrl;  ///< as the reading role
    std::string databaseOwnerUrl;   ///< as the owner, for migrations
    std::string redisUrl;           ///< "unix:/path" or "redis://host:port"
};

struct StackSettings {
    std::filesystem::path dataFolder;
    ExternalServices external;
    bool isForTests = false;  ///< the private PostgreSQL flushes nothing to the disk
    /// Where the private PostgreSQL's programs are looked for: 15/bin, 16/bin …
    std::filesystem::path postgresVersions = "/usr/lib/postgresql";
};

/// The database, Redis and files that a server needs: started privately in the data folder, found running
/// there, or named by the settings.
class Stack {
  public:
    /// The only server of the folder: StackProblem when another process uses it.
    enum class Use { Serve, Visit };

    /// Visit attaches to a stack that runs, and starts one for the time of this object otherwise. `purpose`
    /// is what others are told meanwhile.
    Stack(const StackSettings& settings, Use use, const std::string& purpose);

    const DataFolder& folder() const { return m_folder; }
    std::string databaseUrl() const;
    std::string databaseReaderUrl() const;
    std::string databaseOwnerUrl() const;
    std::string redisUrl() const;
    /// Of the private PostgreSQL.
    std::filesystem::path postgresPrograms() const {
        return findPostgresPrograms(m_folder, m_postgresVersions);
    }
    bool isDatabasePrivate() const { return m_external.databaseUrl.empty(); }
    bool isRedisPrivate() const { return m_external.redisUrl.empty(); }

    /// Whether what this object started still runs.
    bool isRunning();

  private:
    void start(bool isForTests);

    DataFolder m_folder;
    ExternalServices m_external;
    std::filesystem::path m_postgresVersions;
    std::optional<FolderLock> m_lock;  // released last
    std::optional<EmbeddedRedis> m_redis;
    std::optional<EmbeddedPostgres> m_postgres;
};

}  // namespace nextgen::embedded
