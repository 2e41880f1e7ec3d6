#pragma once

#include "server/account/password.h"
#include "server/http/problem.h"

#include <chrono>
#include <optional>
#include <semaphore>
#include <string>
#include <tl/expected.hpp>

namespace nextgen::account {

struct HasherSettings {
    PasswordCost cost;
    int parallel = 4;  ///< hashes made at once: each takes its memory and a core while it lasts
    std::chrono::milliseconds wait{2'000};  ///< how long one waits for its turn
};

/// Makes and compares hashes, only so many at once: a flood of sign-ins takes neither all cores nor all
/// memory. What does not get its turn in time is refused with server_busy.
class Hasher {
  public:
    explicit Hasher(const HasherSettings& settings);

    struct Verdict {
        bool isRight = false;
        std::optional<std::string> betterHash;  ///< of the right password, at today's cost
    };
    tl::expected<Verdict, http::Problem> judge(const std::string& hash, const std::string& password);
    tl::expected<std::string, http::Problem> hash(const std::string& password);

  private:
    const HasherSettings m_settings;
    std::counting_semaphore<> m_free;
};

}  // namespace nextgen::account
