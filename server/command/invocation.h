#pragma once

#include "server/db/connection.h"
#include "server/embedded/stack.h"
#include "server/settings/settings.h"
#include "shared/core/id.h"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace nextgen::command {

/// The settings need mending; the text says how.
class BadSettings : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// Logs to the terminal from `level` on ("debug", "info", "warning", "error", "off").
void beginLog(const std::string& level);
/// From now on into the folder's log/server.log, which is turned over before it grows; the terminal keeps the
/// warnings and errors.
void logInto(const embedded::DataFolder& folder);

/// Settings that are fit to work with; throws BadSettings naming everything that is wrong.
Settings settingsFrom(const SettingSources& sources);

embedded::StackSettings stackSettings(const Settings& settings);

/// Where the master keys are: as set, or in the data folder.
std::filesystem::path masterKeyFile(const Settings& settings, const embedded::Stack& stack);

/// Where anchors of the audit trail are written to: as set, or in the data folder.
std::filesystem::path auditAnchorFile(const Settings& settings, const embedded::Stack& stack);

/// Where attached files lie: as set, or in the data folder, where backup takes them.
std::filesystem::path storageFolder(const Settings& settings, const embedded::Stack& stack);

/// One tenant by its slug, or all for an empty one. BadSettings when there is none.
std::vector<std::pair<TenantId, std::string>> tenantsOf(db::Connection& owner, const std::string& slug);

/// Brings the database to this program's schema and sees to its master key; the names of the migrations
/// applied. KeyProblem when the master key does not fit.
std::vector<std::string> prepareDatabase(const Settings& settings, const embedded::Stack& stack);

}  // namespace nextgen::command
