#pragma once

#include "server/db/connection.h"

#include <string>

namespace nextgen::command {

/// Loads the demo tenant and gives its people their well-known passwords; harmless when run again. As the
/// owner.
void loadDemo(const std::string& ownerUrl);

/// Whether somebody can sign in with a well-known password of the demo tenant.
bool hasDemoPasswords(const std::string& ownerUrl);

}  // namespace nextgen::command
