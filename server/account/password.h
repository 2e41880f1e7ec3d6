#pragma once

#include <string>
#include <string_view>

namespace nextgen::account {

/// What a hash costs whoever makes one, honest or not.
struct PasswordCost {
    int passes = 2;
    int memoryMib = 19;
};

/// Argon2id in PHC form; at the cost above about 20 ms of one core. sodium_init() has run.
std::string hashPassword(std::string_view password, const PasswordCost& cost = {});

/// Whether the password belongs to the hash; takes the same time either way. Without a hash (an account that
/// does not exist, or has no password) the answer is no, after the time that a hash of this cost takes.
bool passwordMatches(std::string_view hash, std::string_view password, const PasswordCost& cost = {});

/// Whether the hash was made at another cost, so that it should be made anew at the next sign-in.
bool needsRehash(std::string_view hash, const PasswordCost& cost = {});

}  // namespace nextgen::account
