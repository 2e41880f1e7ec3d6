#include "server/embedded/stack.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace nextgen::embedded {

using namespace std::chrono_literals;

Stack::Stack(const StackSettings& settings, Use use, const std::string& purpose)
    : m_folder(settings.dataFolder),
      m_external(settings.external),
      m_postgresVersions(settings.postgresVersions) {
    // The one who holds the lock may be starting or stopping: then neither is its stack there nor the lock
    // free.
    for (int tick = 0; !(m_lock = FolderLock::tryTake(m_folder, purpose)); ++tick) {
        const bool isThere = (!isDatabasePrivate() || EmbeddedPostgres::answers(m_folder)) &&
                             (!isRedisPrivate() || redisAnswers(redisUrl()));
        if (use == Use::Visit && isThere) {
            return;
        }
        const bool isServed = isThere && FolderLock::holder(m_folder).ends_with("(serve)");
        if (tick >= (use == Use::Visit ? 1200 : 200) || (use == Use::Serve && isServed)) {
            throw StackProblem(fmt::format(
                "Another nextgen-server uses the folder {}: {}. Stop it, or choose another folder with "
                "--data.",
                m_folder.root().string(), FolderLock::holder(m_folder)));
        }
        std::this_thread::sleep_for(50ms);
    }
    start(settings.isForTests);
}

void Stack::start(bool isForTests) {
    if (isDatabasePrivate()) {
        m_postgres.emplace(m_folder, postgresPrograms(), isForTests);
    }
    if (isRedisPrivate()) {
        m_redis.emplace(m_folder);
    }
}

std::string Stack::databaseUrl() const {
    return isDatabasePrivate() ? EmbeddedPostgres::url(m_folder, "nextgen_server") : m_external.databaseUrl;
}

std::string Stack::databaseReaderUrl() const {
    return isDatabasePrivate() ? EmbeddedPostgres::url(m_folder, "nextgen_reader")
                               : m_external.databaseReaderUrl;
}

std::string Stack::databaseOwnerUrl() const {
    return isDatabasePrivate() ? EmbeddedPostgres::url(m_folder, "nextgen_owner")
                               : m_external.databaseOwnerUrl;
}

std::string Stack::redisUrl() const {
    return isRedisPrivate() ? EmbeddedRedis::url(m_folder) : m_external.redisUrl;
}

bool Stack::isRunning() {
    return (!m_postgres || m_postgres->isRunning()) && (!m_redis || m_redis->isRunning());
}

}  // namespace nextgen::embedded
