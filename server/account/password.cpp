#include "server/account/password.h"

#include <sodium.h>

#include <array>
#include <new>

namespace nextgen::account {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memoryBytes = std::size_t{19} << 20U;

}  // namespace

std::string hashPassword(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool passwordMatches(std::string_view hash, std::string_view password) {
    static const std::string nobodys = hashPassword("nobody");
    const std::string used(hash.empty() ? std::string_view(nobodys) : hash);
    const bool matches = crypto_pwhash_str_verify(used.c_str(), password.data(), password.size()) == 0;
    return matches && !hash.empty();
}

bool needsRehash(std::string_view hash) {
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), passes, memoryBytes) != 0;
}

}  // namespace nextgen::account
