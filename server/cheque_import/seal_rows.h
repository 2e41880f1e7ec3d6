#pragma once

#include "server/db/connection.h"

#include <filesystem>
#include <string>

namespace nextgen::cheque_import {

/// The migration that sealRows() is a step of: its SQL makes room, the next one's drops what was in clear.
inline constexpr int sealingMigration = 39;

/// Encrypts what cheques and rows of imports held in clear before they had columns for it. Makes the master
/// key where there is none yet and something to encrypt. `owner` is in the migration's transaction.
void sealRows(db::Connection& owner, const std::string& ownerUrl, const std::filesystem::path& masterKeyFile);

}  // namespace nextgen::cheque_import
