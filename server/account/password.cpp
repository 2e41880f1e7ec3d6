#include "server/account/password.h"

#include <sodium.h>

#include <array>
#include <map>
#include <mutex>
#include <new>
#include <utility>

namespace nextgen::account {

namespace {

unsigned long long passesOf(const PasswordCost& cost) {
    return static_cast<unsigned long long>(cost.passes);
}

std::size_t memoryOf(const PasswordCost& cost) {
    return static_cast<std::size_t>(cost.memoryMib) << 20U;
}

/// A hash that is compared where there is none.
std::string nobodys(const PasswordCost& cost) {
    static std::mutex mutex;
    static std::map<std::pair<int, int>, std::string> made;
    const std::lock_guard lock(mutex);
    std::string& hash = made[{cost.passes, cost.memoryMib}];
    if (hash.empty()) {
        hash = hashPassword("nobody", cost);
    }
    return hash;
}

}  // namespace

std::string hashPassword(std::string_view password, const PasswordCost& cost) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passesOf(cost), memoryOf(cost),
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool passwordMatches(std::string_view hash, std::string_view password, const PasswordCost& cost) {
    const std::string used(hash.empty() ? nobodys(cost) : std::string(hash));
    const bool matches = crypto_pwhash_str_verify(used.c_str(), password.data(), password.size()) == 0;
    return matches && !hash.empty();
}

bool needsRehash(std::string_view hash, const PasswordCost& cost) {
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), passesOf(cost), memoryOf(cost)) != 0;
}

}  // namespace nextgen::account
