#include "server/account/sign_in.h"

#include "server/account/password.h"
#include "server/sql.h"
#include "shared/account/audit.h"

#include <algorithm>
#include <chrono>

namespace nextgen::account {

namespace {

using namespace std::chrono_literals;
using http::Problem;

// Each takes 19 MiB and a core while it lasts.
constexpr int hashingMax = 4;
constexpr auto hashingWait = 2s;
constexpr int busyRetrySeconds = 2;
constexpr std::size_t strangersMax = 10'000;

struct Slot {
    std::counting_semaphore<64>& free;
    ~Slot() { free.release(); }
};

Problem locked(int seconds) {
    return Problem(Error{ErrorCode::AccountLocked, {}, {{"minutes", std::to_string((seconds + 59) / 60)}}})
        .retryAfter(seconds);
}

}  // namespace

int Strangers::countWrong(const std::string& name, Instant now) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_byName.find(name);
    if (found != m_byName.end()) {
        m_recent.splice(m_recent.begin(), m_recent, found->second);
    } else {
        if (m_recent.size() >= strangersMax) {
            m_byName.erase(m_recent.back().name);
            m_recent.pop_back();
        }
        m_recent.push_front({name, 0, {}});
        m_byName.emplace(name, m_recent.begin());
    }
    Stranger& stranger = m_recent.front();
    if (stranger.lockedUntil > now) {
        return static_cast<int>((stranger.lockedUntil.microseconds() - now.microseconds() + 999'999) /
                                1'000'000);
    }
    if (++stranger.wrong >= wrongPasswordsMax) {
        stranger.wrong = 0;
        stranger.lockedUntil = now.plusSeconds(lockSeconds);
    }
    return 0;
}

SignInDesk::SignInDesk(db::Database& database, Sessions& sessions, Clock clock)
    : m_database(database), m_sessions(sessions), m_clock(std::move(clock)), m_hashing(hashingMax) {}

tl::expected<SignedIn, Problem> SignInDesk::signIn(const SignIn& asked, const Visitor& visitor) {
    const auto account = find(asked);
    const auto verdict = judge(account ? account->passwordHash : std::string(), asked.password);
    if (!verdict) {
        return tl::unexpected(verdict.error());
    }
    if (!account) {
        std::string name = asked.tenant + '\n' + asked.email;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        const int seconds = m_strangers.countWrong(name, m_clock());
        return tl::unexpected(seconds > 0 ? locked(seconds) : Problem(ErrorCode::InvalidCredentials));
    }
    const auto token = admit(*account, *verdict, visitor);
    if (!token) {
        return tl::unexpected(token.error());
    }
    auto caller = m_sessions.find(*token);
    if (!caller) {
        return tl::unexpected(Problem(ErrorCode::AccountDisabled));  // switched off this very moment
    }
    return SignedIn{*token, std::move(caller)};
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

tl::expected<SignInDesk::Verdict, Problem> SignInDesk::judge(const std::string& hash,
                                                             const std::string& password) {
    if (!m_hashing.try_acquire_for(hashingWait)) {
        return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    }
    const Slot slot{m_hashing};
    Verdict verdict{passwordMatches(hash, password), std::nullopt};
    if (verdict.isRight && needsRehash(hash)) {
        verdict.betterHash = hashPassword(password);
    }
    return verdict;
}

/// Settles in one transaction what the attempt means: the counts are kept whatever the answer is.
tl::expected<std::string, Problem> SignInDesk::admit(const Account& account, const Verdict& verdict,
                                                     const Visitor& visitor) {
    const auto& [tenant, user, hash] = account;
    const UserId actor = verdict.isRight ? user : UserId();
    db::Transaction transaction(m_database.writers, {tenant, actor, {}, visitor.requestId, visitor.address});
    const db::Row row = transaction.query(sql::account::lockUser, tenant, user).one();
    const int secondsLocked = row.get<std::optional<int>>("locked_seconds").value_or(0);
    const bool wasLocked = row.get<bool>("was_locked");
    const int wrongBefore = wasLocked ? 0 : row.get<int>("failed_sign_ins");
    const auto audit = [&](AuditAction action, std::optional<SessionId> session) {
        transaction.query(sql::account::insertAudit, tenant, describe::nameOf(action), session,
                          verdict.isRight ? std::optional(user) : std::nullopt, visitor.requestId,
                          visitor.address);
    };
    if (secondsLocked > 0) {
        return tl::unexpected(locked(secondsLocked));
    }
    if (!verdict.isRight) {
        const int wrong = wrongBefore + 1;
        const auto lockFor = wrong >= wrongPasswordsMax ? std::optional(lockSeconds) : std::nullopt;
        transaction.query(sql::account::updateSignInState, tenant, user, wrong, lockFor, nullptr);
        audit(AuditAction::SignInRefused, std::nullopt);
        transaction.commit();
        return tl::unexpected(Problem(ErrorCode::InvalidCredentials));
    }
    if (!row.get<bool>("is_active")) {
        return tl::unexpected(Problem(ErrorCode::AccountDisabled));
    }
    if (wasLocked || wrongBefore > 0 || verdict.betterHash) {
        transaction.query(sql::account::updateSignInState, tenant, user, 0, nullptr, verdict.betterHash);
    }
    const std::string token = makeToken();
    const auto session = transaction
                             .query(sql::account::insertSession, tenant, user, tokenHash(token),
                                    sessionSeconds, visitor.address, visitor.userAgent)
                             .one()
                             .get<SessionId>("id");
    audit(AuditAction::SignIn, session);
    transaction.commit();
    return token;
}

}  // namespace nextgen::account
