#pragma once

#include <string>

namespace nextgen::command {

/// Makes the first tenant and its administrator when nobody can sign in yet: NEXTGEN_ADMIN_EMAIL and
/// NEXTGEN_ADMIN_PASSWORD, asked for at a terminal when they are not set; NEXTGEN_ADMIN_TENANT, "nextgen"
/// when not set. As the owner. BadSettings when they are missing or unfit.
void makeFirstAdministrator(const std::string& ownerUrl);

}  // namespace nextgen::command
