#pragma once

#include "server/account/sessions.h"
#include "server/http/problem.h"
#include "shared/account/account.h"

#include <list>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <tl/expected.hpp>
#include <unordered_map>

namespace nextgen::account {

inline constexpr int sessionSeconds = 24 * 60 * 60;
inline constexpr int wrongPasswordsMax = 5;  ///< in a row; then the account is locked
inline constexpr int lockSeconds = 15 * 60;

/// Counts wrong passwords of accounts that do not exist as if they did, so that a lock tells nothing.
/// Bounded: the names tried longest ago are forgotten first.
class Strangers {
  public:
    /// Counts one more; seconds for which the name is locked already, zero when it is not.
    int countWrong(const std::string& name, Instant now);

  private:
    struct Stranger {
        std::string name;
        int wrong = 0;
        Instant lockedUntil;
    };
    std::mutex m_mutex;
    std::list<Stranger> m_recent;
    std::unordered_map<std::string, std::list<Stranger>::iterator> m_byName;
};

/// Who is at the door: what the session and the audit trail keep of the request.
struct Visitor {
    std::string requestId;
    std::string address;
    std::string userAgent;
};

struct SignedIn {
    std::string token;
    std::shared_ptr<const http::Caller> caller;
};

class SignInDesk {
  public:
    SignInDesk(db::Database& database, Sessions& sessions, Clock clock);

    /// Opens a session. Refused: invalid_credentials, after the same time whether or not the account exists;
    /// account_locked, account_disabled, server_busy.
    tl::expected<SignedIn, http::Problem> signIn(const SignIn& asked, const Visitor& visitor);

  private:
    struct Account {
        TenantId tenant;
        UserId user;
        std::string passwordHash;
    };
    struct Verdict {
        bool isRight = false;
        std::optional<std::string> betterHash;  ///< of the password, by today's rules
    };

    std::optional<Account> find(const SignIn& asked);
    tl::expected<Verdict, http::Problem> judge(const std::string& hash, const std::string& password);
    tl::expected<std::string, http::Problem> admit(const Account& account, const Verdict& verdict,
                                                   const Visitor& visitor);

    db::Database& m_database;
    Sessions& m_sessions;
    const Clock m_clock;
    Strangers m_strangers;
    std::counting_semaphore<64> m_hashing;
};

}  // namespace nextgen::account
