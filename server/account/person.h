#pragma once

#include "server/db/session.h"
#include "server/http/problem.h"
#include "shared/account/audit.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextgen::account {

inline constexpr int wrongMax = 5;  ///< passwords and codes in a row; then the account is locked
inline constexpr int lockSeconds = 15 * 60;
inline constexpr int forgetSeconds = 60 * 60;  ///< so long after the last wrong one they count no more

/// A user's row, held until the transaction ends: what one person proves is judged one after the other, on
/// whichever server.
struct Person {
    UserId id;
    std::string email;
    std::string displayName;
    bool isActive = false;
    std::string passwordHash;             ///< empty: none
    std::optional<db::Bytes> totpCipher;  ///< of a second factor, confirmed or not
    bool hasSecondFactor = false;         ///< a confirmed one
    int wrongBefore = 0;
    bool hasFailed = false;  ///< there is something to forget
    int secondsLocked = 0;   ///< zero: not locked
};

Person lockPerson(db::Transaction& transaction, UserId user);

/// account_locked with Retry-After.
http::Problem lockedFor(int seconds);

/// One more wrong password or code, also in the audit trail; the fifth in a row locks the account and tells
/// its owner.
void countWrong(db::Transaction& transaction, const Person& person);
/// A right one: nothing wrong is remembered. `betterHash` replaces the password's hash.
void countRight(db::Transaction& transaction, const Person& person,
                const std::optional<std::string>& betterHash = std::nullopt);

/// A line of the audit trail about the person, by the transaction's actor.
void auditPerson(db::Transaction& transaction, AuditAction action, UserId person);
/// A notice in the person's inbox; its code stands in shared/message/notice.cpp.
void tellPerson(db::Transaction& transaction, UserId person, std::string_view code, std::string_view title);

}  // namespace nextgen::account
