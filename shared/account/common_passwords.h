#pragma once

#include <span>
#include <string_view>

namespace nextgen::account {

/// Words that passwords are commonly made of, in small letters, the longest first.
std::span<const std::string_view> commonPasswords();

}  // namespace nextgen::account
