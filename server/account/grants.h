#pragma once

#include "server/account/sessions.h"
#include "server/entity/guard.h"

#include <string>
#include <string_view>
#include <vector>

namespace nextgen::account {

/// The roles of a tenant that hold a right and can give it to others.
std::vector<std::string> granters(db::Database& database, TenantId tenant, std::string_view permission);

/// What holds whoever changes people, their roles and what roles may do: nobody grants what they do not hold
/// themselves, nor for longer; nobody changes their own roles; SUPER_ADMIN is given and taken by its like
/// alone, keeps its rights, and the last one stays; nobody changes the account of somebody who may more.
/// Sessions of whom it concerns are known anew after the commit.
entity::Guards grantGuards(Sessions& sessions, Clock clock);

}  // namespace nextgen::account
