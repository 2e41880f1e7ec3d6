#include "server/account/hasher.h"

namespace nextgen::account {

namespace {

constexpr int busyRetrySeconds = 2;

struct Slot {
    std::counting_semaphore<>& free;
    ~Slot() { free.release(); }
};

}  // namespace

Hasher::Hasher(const HasherSettings& settings) : m_settings(settings), m_free(settings.parallel) {
    passwordMatches({}, {}, m_settings.cost);  // so that the first stranger waits no longer than others
}

tl::expected<Hasher::Verdict, http::Problem> Hasher::judge(const std::string& hash,
                                                           const std::string& password) {
    if (!m_free.try_acquire_for(m_settings.wait)) {
        return tl::unexpected(http::Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    }
    const Slot slot{m_free};
    Verdict verdict{passwordMatches(hash, password, m_settings.cost), std::nullopt};
    if (verdict.isRight && needsRehash(hash, m_settings.cost)) {
        verdict.betterHash = hashPassword(password, m_settings.cost);
    }
    return verdict;
}

tl::expected<std::string, http::Problem> Hasher::hash(const std::string& password) {
    if (!m_free.try_acquire_for(m_settings.wait)) {
        return tl::unexpected(http::Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    }
    const Slot slot{m_free};
    return hashPassword(password, m_settings.cost);
}

}  // namespace nextgen::account
