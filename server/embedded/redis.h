#pragma once

#include "server/embedded/data_folder.h"

#include <memory>
#include <string>

namespace nextgen::embedded {

/// The private Redis of a data folder, on a unix socket only. It holds what can be made again (cached
/// answers, counters), so it keeps nothing on the disk and begins empty.
class EmbeddedRedis {
  public:
    /// Ends one that was left behind, starts and waits until it answers. The caller holds the folder's lock.
    explicit EmbeddedRedis(const DataFolder& folder);
    ~EmbeddedRedis();
    EmbeddedRedis(const EmbeddedRedis&) = delete;
    EmbeddedRedis& operator=(const EmbeddedRedis&) = delete;

    bool isRunning() { return m_server->isRunning(); }

    static std::string url(const DataFolder& folder) { return "unix:" + socket(folder).string(); }

  private:
    static std::filesystem::path socket(const DataFolder& folder) { return folder.sockets() / "redis.sock"; }

    std::unique_ptr<ChildProcess> m_server;
};

/// Whether a Redis answers at "unix:/path" or "redis://host:port".
bool redisAnswers(const std::string& url);

}  // namespace nextgen::embedded
