#pragma once

#include "server/settings/settings.h"

#include <filesystem>
#include <functional>
#include <string>

namespace nextgen {

/// What a server is put together from.
struct ServeOptions {
    Settings settings;
    std::string databaseUrl;
    std::string databaseReaderUrl;
    std::string redisUrl;
    std::filesystem::path uploads;
    std::filesystem::path objects;  ///< of the file store
    std::filesystem::path masterKeyFile;
    std::filesystem::path auditAnchorFile;
    std::function<void(int port)> ready;  ///< called once, when requests are answered
    std::function<bool()> mayGoOn;        ///< asked several times a second; false: finish and return
};

/// Serves until mayGoOn says no. Throws std::runtime_error when it cannot listen.
void serve(const ServeOptions& options);

}  // namespace nextgen
