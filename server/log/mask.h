#pragma once

#include <string>
#include <string_view>

namespace nextgen::log {

/// A line for the log without what must not stand in it: *** for tokens, what follows the name of a secret
/// (password=…, "totp": "…", Bearer …), national ids, ids of legal persons, IBANs, card numbers and mobile
/// numbers, in digits of any script. Numbers count as such by their length and check digits, so that ids,
/// amounts and times mostly stay.
std::string masked(std::string_view line);

}  // namespace nextgen::log
