#pragma once

#include "server/account/hasher.h"
#include "server/account/person.h"
#include "server/account/second_factor.h"
#include "server/account/sessions.h"
#include "server/http/problem.h"
#include "shared/account/account.h"

#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace nextgen::account {

struct SignInSettings {
    int sessionSeconds = 24 * 60 * 60;
    int idleSeconds = 24 * 60 * 60;
    int wrongFromAddressMax = 20;  ///< within 15 minutes, of any names; 0: no limit
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
    SignInDesk(db::Database& database, Sessions& sessions, Hasher& hasher, SecondFactors& factors,
               const SignInSettings& settings);

    /// Opens a session. Refused: invalid_credentials, after the same time whether or not the account exists;
    /// second_factor_required, second_factor_invalid, account_locked, account_disabled, server_busy,
    /// rate_limited from an address that was wrong too often.
    tl::expected<SignedIn, http::Problem> signIn(const SignIn& asked, const Visitor& visitor);

  private:
    struct Account {
        TenantId tenant;
        UserId user;
        std::string passwordHash;
    };

    std::optional<Account> find(const SignIn& asked);
    tl::expected<std::string, http::Problem> open(const SignIn& asked, const Visitor& visitor);
    tl::expected<std::string, http::Problem> admit(const Account& account, const Hasher::Verdict& verdict,
                                                   const ShownCode& code, const Visitor& visitor);
    http::Problem refuseStranger(const SignIn& asked);
    int secondsClosedTo(const std::string& address);
    void countFrom(const std::string& address);

    db::Database& m_database;
    Sessions& m_sessions;
    Hasher& m_hasher;
    SecondFactors& m_factors;
    const SignInSettings m_settings;
};

}  // namespace nextgen::account
