#include "server/account/sign_in.h"

#include "server/sql.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <thread>

namespace nextgen::account {

namespace {

using namespace std::chrono_literals;
using http::Problem;

// What a refusal took is rounded up to this: the database does more for an account that is there.
constexpr auto refusalStep = 50ms;

/// Waits until the next full step since `start`.
void roundUp(std::chrono::steady_clock::time_point start) {
    const auto taken = std::chrono::steady_clock::now() - start;
    std::this_thread::sleep_until(start + (taken / refusalStep + 1) * refusalStep);
}

db::Bytes nameOf(const SignIn& asked) {
    std::string name = asked.tenant + '\n' + asked.email;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return tokenHash(name);
}

db::Bytes addressName(const std::string& address) {
    return tokenHash("address\n" + address);
}

}  // namespace

SignInDesk::SignInDesk(db::Database& database, Sessions& sessions, Hasher& hasher, SecondFactors& factors,
                       const SignInSettings& settings)
    : m_database(database),
      m_sessions(sessions),
      m_hasher(hasher),
      m_factors(factors),
      m_settings(settings) {}

tl::expected<SignedIn, Problem> SignInDesk::signIn(const SignIn& asked, const Visitor& visitor) {
    const auto start = std::chrono::steady_clock::now();
    const auto token = open(asked, visitor);
    if (!token) {
        roundUp(start);
        return tl::unexpected(token.error());
    }
    auto caller = m_sessions.find(*token);
    if (!caller) {
        return tl::unexpected(Problem(ErrorCode::AccountDisabled));  // switched off this very moment
    }
    return SignedIn{*token, std::move(caller)};
}

tl::expected<std::string, Problem> SignInDesk::open(const SignIn& asked, const Visitor& visitor) {
    if (const int seconds = secondsClosedTo(visitor.address); seconds > 0) {
        return tl::unexpected(Problem(ErrorCode::RateLimited).retryAfter(seconds));
    }
    const auto account = find(asked);
    const auto verdict = m_hasher.judge(account ? account->passwordHash : std::string(), asked.password);
    if (!verdict) {
        return tl::unexpected(verdict.error());
    }
    tl::expected<std::string, Problem> token =
        account ? admit(*account, *verdict, {asked.totp, asked.recoveryCode}, visitor)
                : tl::expected<std::string, Problem>(tl::unexpect, refuseStranger(asked));
    if (!token && (token.error().error().code == ErrorCode::InvalidCredentials ||
                   token.error().error().code == ErrorCode::SecondFactorInvalid)) {
        countFrom(visitor.address);
    }
    return token;
}

std::optional<SignInDesk::Account> SignInDesk::find(const SignIn& asked) {
    db::SystemSession session(m_database.readers);
    const db::Rows rows = session.query(sql::account::findSignIn, asked.tenant, asked.email);
    if (rows.empty()) {
        return std::nullopt;
    }
    const db::Row row = rows.one();
    return Account{row.get<TenantId>("tenant_id"), row.get<UserId>("user_id"),
                   row.get<std::optional<std::string>>("password_hash").value_or("")};
}

/// A name that is nobody's locks as if it were somebody's: a lock tells nothing.
Problem SignInDesk::refuseStranger(const SignIn& asked) {
    const int seconds =
        db::SystemSession(m_database.writers)
            .query(sql::account::countWrongSignIn, nameOf(asked), wrongMax, lockSeconds, forgetSeconds)
            .one()
            .get<int>("seconds_locked");
    return seconds > 0 ? lockedFor(seconds) : Problem(ErrorCode::InvalidCredentials);
}

int SignInDesk::secondsClosedTo(const std::string& address) {
    if (m_settings.wrongFromAddressMax == 0) {
        return 0;
    }
    return db::SystemSession(m_database.readers)
        .query(sql::account::signInLock, addressName(address))
        .one()
        .get<int>("seconds_locked");
}

void SignInDesk::countFrom(const std::string& address) {
    if (m_settings.wrongFromAddressMax > 0) {
        db::SystemSession(m_database.writers)
            .query(sql::account::countWrongSignIn, addressName(address), m_settings.wrongFromAddressMax,
                   lockSeconds, lockSeconds);
    }
}

/// Settles in one transaction what the attempt means: the counts are kept whatever the answer is.
tl::expected<std::string, Problem> SignInDesk::admit(const Account& account, const Hasher::Verdict& verdict,
                                                     const ShownCode& code, const Visitor& visitor) {
    const auto& [tenant, user, hash] = account;
    // Who does not know the password is nobody to the audit trail.
    const UserId actor = verdict.isRight ? user : UserId();
    db::Transaction transaction(m_database.writers, {tenant, actor, {}, visitor.requestId, visitor.address});
    const Person person = lockPerson(transaction, user);
    if (person.secondsLocked > 0) {
        return tl::unexpected(lockedFor(person.secondsLocked));
    }
    if (person.passwordHash != hash) {
        return tl::unexpected(
            Problem(ErrorCode::ServerBusy).retryAfter(1));  // it was changed this very moment
    }
    if (!verdict.isRight) {
        countWrong(transaction, person);
        transaction.commit();
        return tl::unexpected(Problem(ErrorCode::InvalidCredentials));
    }
    if (!person.isActive) {
        return tl::unexpected(Problem(ErrorCode::AccountDisabled));
    }
    if (person.hasSecondFactor && !code.isGiven()) {
        return tl::unexpected(Problem(ErrorCode::SecondFactorRequired));
    }
    if (person.hasSecondFactor && !m_factors.accept(transaction, person, code)) {
        countWrong(transaction, person);
        transaction.commit();
        return tl::unexpected(Problem(ErrorCode::SecondFactorInvalid));
    }
    countRight(transaction, person, verdict.betterHash);
    const std::string token = makeToken();
    const auto session =
        transaction
            .query(sql::account::insertSession, tenant, user, tokenHash(token), m_settings.sessionSeconds,
                   m_settings.idleSeconds, freshSeconds, visitor.address, visitor.userAgent)
            .one()
            .get<SessionId>("id");
    transaction.query(sql::account::insertAudit, tenant, describe::nameOf(AuditAction::SignIn), "sessions",
                      session, user, visitor.requestId, visitor.address);
    transaction.commit();
    return token;
}

}  // namespace nextgen::account
