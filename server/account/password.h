#pragma once

#include <string>
#include <string_view>

namespace nextgen::account {

/// Argon2id in PHC form, 19 MiB and two passes: about 20 ms of one core. sodium_init() has run.
std::string hashPassword(std::string_view password);

/// Whether the password belongs to the hash; takes the same time either way. Without a hash (an account that
/// does not exist, or has no password) the answer is no, after the same time.
bool passwordMatches(std::string_view hash, std::string_view password);

/// Whether the hash was made by other rules than today's, so that it should be made anew at the next sign-in.
bool needsRehash(std::string_view hash);

}  // namespace nextgen::account
