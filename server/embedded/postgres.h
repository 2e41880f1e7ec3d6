#pragma once

#include "server/embedded/data_folder.h"

#include <memory>
#include <string>

namespace nextgen::embedded {

/// The folder with PostgreSQL's programs, below `versions` as Debian lays them out (15/bin, 16/bin …): that
/// of the cluster's version when there is one, otherwise the newest. StackProblem when it is not there.
std::filesystem::path findPostgresPrograms(const DataFolder& folder, const std::filesystem::path& versions);

/// The private PostgreSQL of a data folder: on a unix socket only, for operating-system users that we name,
/// never as root. It stops when this process ends, however it ends.
class EmbeddedPostgres {
  public:
    /// Waits for a server that is still stopping, stops one that was left behind, makes the cluster if there
    /// is none, starts it and waits until it answers. The caller holds the folder's lock. `programs` are
    /// findPostgresPrograms'; `isForTests`: nothing is flushed to the disk.
    EmbeddedPostgres(const DataFolder& folder, const std::filesystem::path& programs, bool isForTests);
    ~EmbeddedPostgres();
    EmbeddedPostgres(const EmbeddedPostgres&) = delete;
    EmbeddedPostgres& operator=(const EmbeddedPostgres&) = delete;

    bool isRunning() { return m_server->isRunning(); }

    /// libpq's text for one of the roles nextgen_owner, nextgen_server, nextgen_reader.
    static std::string url(const DataFolder& folder, const std::string& role,
                           const std::string& database = "nextgen");
    /// Whether the folder's server, ours or another process's, takes connections.
    static bool answers(const DataFolder& folder);

  private:
    std::unique_ptr<ChildProcess> m_server;
};

}  // namespace nextgen::embedded
