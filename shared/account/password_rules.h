#pragma once

#include "shared/core/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a new password must be: long, and none that is tried first. No rule says which characters it is made
/// of (NIST SP 800-63B, section 5.1.1.2).
namespace nextgen::account {

inline constexpr std::size_t passwordCharactersMin = 12;
inline constexpr std::size_t passwordCharactersMax = 128;

/// What is wrong with a new password; nullopt: nothing. password_too_short, password_too_long, and
/// password_too_common for what is little more than common words, `context` (the person's name, e-mail, the
/// tenant) and rows of characters like 1234 or aaaa.
std::optional<Error> judgePassword(std::string_view password, const std::vector<std::string>& context);

}  // namespace nextgen::account
