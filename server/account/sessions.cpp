#include "server/account/sessions.h"

#include "server/sql.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

namespace nextgen::account {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t tokenBytes = 32;
constexpr std::size_t tokenLength = 43;
constexpr std::string_view topic = "session";
constexpr std::size_t knownMax = 10'000;
// Bounds how long a change of roles, or one made past the program, goes unseen.
constexpr std::chrono::milliseconds knownFor = 5s;
constexpr std::int64_t touchIntervalUs = 60'000'000;

std::string keyOf(const db::Bytes& hash) {
    std::string key(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(key.data(), key.size(), hash.data(), hash.size());
    key.pop_back();
    return key;
}

}  // namespace

std::string makeToken() {
    std::array<unsigned char, tokenBytes> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string token(sodium_base64_ENCODED_LEN(tokenBytes, variant), '\0');
    sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), variant);
    token.resize(tokenLength);
    return token;
}

db::Bytes tokenHash(std::string_view token) {
    db::Bytes hash(crypto_generichash_BYTES);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()),
                       token.size(), nullptr, 0);
    return hash;
}

void announceEnded(cache::RedisConnection& redis, const db::Bytes& hash) {
    cache::InvalidationBus::announceTo(redis, topic, keyOf(hash));
}

Sessions::Sessions(db::Database& database, cache::InvalidationBus& bus, Clock clock)
    : m_database(database), m_clock(std::move(clock)), m_known(std::string(topic), knownMax, knownFor, bus) {}

std::shared_ptr<const http::Caller> Sessions::find(std::string_view token) {
    if (token.size() != tokenLength) {
        return nullptr;
    }
    const db::Bytes hash = tokenHash(token);
    const std::string key = keyOf(hash);
    auto known = m_known.find(key);
    if (!known) {
        const auto ticket = m_known.ticket(key);
        known = read(hash);
        if (!known) {
            return nullptr;
        }
        m_known.put(key, known, ticket);
    }
    const Instant now = m_clock();
    if (known->caller.expiresAt <= now) {
        return nullptr;
    }
    touch(*known, now);
    return {known, &known->caller};
}

void Sessions::forget(const db::Bytes& hash) {
    m_known.invalidate(keyOf(hash));
}

std::shared_ptr<const Sessions::Known> Sessions::read(const db::Bytes& hash) {
    db::SystemSession session(m_database.readers);
    const db::Rows rows = session.query(sql::account::resolveSession, hash);
    if (rows.empty()) {
        return nullptr;
    }
    const db::Row row = rows.one();
    const auto seenAt = row.get<std::optional<Instant>>("last_seen_at");
    auto known = std::make_shared<Known>(seenAt.value_or(Instant()).microseconds());
    http::Caller& caller = known->caller;
    caller.tenant = row.get<TenantId>("tenant_id");
    caller.user = row.get<UserId>("user_id");
    caller.session = row.get<SessionId>("session_id");
    caller.scope.dealer = row.get<std::optional<DealerId>>("dealer_id").value_or(DealerId());
    caller.scope.vendor = row.get<std::optional<VendorId>>("vendor_id").value_or(VendorId());
    caller.scope.executor = row.get<std::optional<ExecutorId>>("executor_id").value_or(ExecutorId());
    caller.scope.customer = row.get<std::optional<UserId>>("customer_id").value_or(UserId());
    caller.email = row.get<std::string>("email");
    caller.displayName = row.get<std::string>("display_name");
    caller.roles = row.get<std::vector<std::string>>("roles");
    caller.expiresAt = row.get<Instant>("expires_at");
    caller.freshUntil = row.get<std::optional<Instant>>("fresh_until").value_or(Instant());
    caller.hasSecondFactor = row.get<bool>("has_second_factor");
    if (row.get<bool>("must_change_password")) {
        caller.duty = api::Duty::ChangePassword;
    } else if (row.get<bool>("must_enroll")) {
        caller.duty = api::Duty::EnrollSecondFactor;
    }
    if (caller.duty != api::Duty::None) {
        return known;  // who has something to do first holds no rights until it is done
    }
    for (const std::string& name : row.get<std::vector<std::string>>("permissions")) {
        // A right that this program does not know opens nothing here.
        if (const auto permission = permissionByName(name)) {
            caller.grant(*permission);
        }
    }
    return known;
}

/// Notes that the session is in use, at most once a minute.
void Sessions::touch(const Known& known, Instant now) {
    std::int64_t last = known.touchedAt.load(std::memory_order_relaxed);
    if (now.microseconds() - last < touchIntervalUs ||
        !known.touchedAt.compare_exchange_strong(last, now.microseconds())) {
        return;
    }
    try {
        const http::Caller& caller = known.caller;
        db::Transaction transaction(m_database.writers, {caller.tenant, caller.user, {}, {}, {}});
        transaction.query(sql::account::touchSession, caller.tenant, caller.session);
        transaction.commit();
    } catch (const std::exception& failure) {
        spdlog::warn("that session {} is in use was not noted: {}", known.caller.session.value(),
                     failure.what());
    }
}

}  // namespace nextgen::account
