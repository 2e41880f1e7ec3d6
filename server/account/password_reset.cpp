#include "server/account/password_reset.h"

#include "server/account/person.h"
#include "server/account/sessions.h"
#include "server/sql.h"

#include <spdlog/spdlog.h>

namespace nextgen::account {

namespace {

constexpr std::size_t waitingMax = 100;
constexpr int resetsAnHour = 5;

constexpr std::string_view titlePersian = "گذرواژهٔ تازه";
constexpr std::string_view bodyPersian =
    "کسی برای حساب شما گذرواژهٔ تازه خواسته است. اگر شما بوده‌اید، تا ۳۰ دقیقه با این نشانه گذرواژهٔ خود "
    "را "
    "تعیین کنید: {token}\nاگر شما نبوده‌اید کاری لازم نیست.";
constexpr std::string_view titleEnglish = "A new password";
constexpr std::string_view bodyEnglish =
    "Somebody asked for a new password of your account. If that was you, set it within 30 minutes by this "
    "token: "
    "{token}\nIf it was not, there is nothing to do.";

}  // namespace

std::optional<std::string> withResetToken(db::Pool& readers, secret::Vault& vault, TenantId tenant,
                                          std::int64_t reset, std::string body) {
    db::ReadSession session(readers, {tenant, {}, {}, {}, {}});
    const db::Rows rows = session.query(sql::account::selectResetToken, tenant, reset);
    const auto cipher =
        rows.empty() ? std::nullopt : rows.one().get<std::optional<db::Bytes>>("token_cipher");
    if (!cipher) {
        return std::nullopt;
    }
    constexpr std::string_view place = "{token}";
    if (const auto at = body.find(place); at != std::string::npos) {
        body.replace(at, place.size(),
                     secret::open(vault.forReading(tenant), {"password_resets", "token", reset}, cipher));
    }
    return body;
}

ResetDesk::ResetDesk(db::Database& database, secret::Vault& vault)
    : m_database(database), m_vault(vault), m_thread([this](const std::stop_token& stop) { work(stop); }) {}

ResetDesk::~ResetDesk() = default;

void ResetDesk::ask(PasswordResetRequest request, std::string requestId, std::string address) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= waitingMax) {
            spdlog::warn("request {}: too many password resets wait; this one was dropped", requestId);
            return;
        }
        m_waiting.push_back({std::move(request), std::move(requestId), std::move(address)});
    }
    m_came.notify_one();
}

void ResetDesk::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_came.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const Asked asked = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        try {
            make(asked);
        } catch (const std::exception& failure) {
            spdlog::error("request {}: no password reset was made: {}", asked.requestId, failure.what());
        }
        lock.lock();
    }
}

void ResetDesk::make(const Asked& asked) {
    std::optional<TenantId> tenant;
    UserId user;
    {
        db::SystemSession session(m_database.readers);
        const db::Rows rows =
            session.query(sql::account::findSignIn, asked.request.tenant, asked.request.email);
        if (rows.empty()) {
            return;
        }
        tenant = rows.one().get<TenantId>("tenant_id");
        user = rows.one().get<UserId>("user_id");
    }
    db::Transaction transaction(m_database.writers, {*tenant, {}, {}, asked.requestId, asked.address});
    const secret::Keyring keyring = m_vault.forWriting(transaction);
    if (!lockPerson(transaction, user).isActive ||
        transaction.query(sql::account::countResets, *tenant, user).one().get<int>("resets") >=
            resetsAnHour) {
        return;
    }
    const auto id = transaction.query(sql::entity::drawId).one().get<std::int64_t>("id");
    const std::string token = makeToken();
    transaction.query(sql::account::insertReset, *tenant, user, id, tokenHash(token),
                      keyring.encrypt({"password_resets", "token", id}, token).bytes, resetSeconds);
    transaction.query(sql::account::insertResetMessage, *tenant, user, id, titlePersian, bodyPersian,
                      titleEnglish, bodyEnglish);
    auditPerson(transaction, AuditAction::PasswordResetRequest, user);
    transaction.commit();
}

}  // namespace nextgen::account
