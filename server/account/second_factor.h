#pragma once

#include "server/account/person.h"
#include "server/clock.h"
#include "server/secret/vault.h"

#include <optional>
#include <string>
#include <vector>

namespace nextgen::account {

inline constexpr int recoveryCodesMade = 10;

/// What a person shows as second factor: a code of the app, or one of those kept for its loss.
struct ShownCode {
    std::optional<std::string> totp;
    std::optional<std::string> recoveryCode;

    bool isGiven() const { return (totp && !totp->empty()) || (recoveryCode && !recoveryCode->empty()); }
};

/// What an authenticator app is given.
struct Enrolment {
    std::string secret;  ///< base32
    std::string uri;     ///< otpauth://
};

/// Second factors of people. Everything happens in a transaction that holds the person's row.
class SecondFactors {
  public:
    SecondFactors(secret::Vault& vault, Clock clock);

    /// Whether the code is right; it is used up by that, on every server. A recovery code that is used is
    /// told its owner.
    bool accept(db::Transaction& transaction, const Person& person, const ShownCode& code);

    /// A new secret that counts once it is confirmed; nullopt for somebody who has a second factor.
    std::optional<Enrolment> enroll(db::Transaction& transaction, UserId user);
    /// Whether the code is of the secret that waits to be confirmed; from then on it is the person's factor.
    bool confirm(db::Transaction& transaction, const Person& person, const std::string& totp);
    /// Codes that were never shown before; those made earlier are worth nothing any more.
    std::vector<std::string> renewRecoveryCodes(db::Transaction& transaction, const Person& person);
    /// No second factor and no recovery codes.
    static void remove(db::Transaction& transaction, const Person& person);

  private:
    bool takeTotp(db::Transaction& transaction, const Person& person, const std::string& totp);

    secret::Vault& m_vault;
    const Clock m_clock;
};

}  // namespace nextgen::account
