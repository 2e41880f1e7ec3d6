#include "server/account/person.h"

#include "server/sql.h"
#include "shared/message/notice.h"

#include <algorithm>

namespace nextgen::account {

Person lockPerson(db::Transaction& transaction, UserId user) {
    const db::Row row = transaction.query(sql::account::lockUser, transaction.context().tenant, user).one();
    Person person;
    person.id = user;
    person.email = row.get<std::string>("email");
    person.displayName = row.get<std::string>("display_name");
    person.isActive = row.get<bool>("is_active");
    person.passwordHash = row.get<std::optional<std::string>>("password_hash").value_or("");
    person.totpCipher = row.get<std::optional<db::Bytes>>("totp_secret_cipher");
    person.hasSecondFactor = row.get<bool>("has_second_factor");
    person.wrongBefore = row.get<int>("wrong_before");
    person.hasFailed = row.get<bool>("has_failed");
    person.secondsLocked = std::max(row.get<std::optional<int>>("locked_seconds").value_or(0), 0);
    return person;
}

http::Problem lockedFor(int seconds) {
    return http::Problem(
               Error{ErrorCode::AccountLocked, {}, {{"minutes", std::to_string((seconds + 59) / 60)}}})
        .retryAfter(seconds);
}

void countWrong(db::Transaction& transaction, const Person& person) {
    const db::TenantContext& context = transaction.context();
    const int wrong = person.wrongBefore + 1;
    const bool isLocked = wrong >= wrongMax;
    transaction.query(sql::account::updateSignInState, context.tenant, person.id, wrong,
                      isLocked ? std::optional(lockSeconds) : std::nullopt, nullptr);
    transaction.query(sql::account::insertAudit, context.tenant, describe::nameOf(AuditAction::SignInRefused),
                      "sessions", nullptr, context.actor ? std::optional(context.actor) : std::nullopt,
                      context.requestId, context.address);
    if (isLocked) {
        auditPerson(transaction, AuditAction::AccountLock, person.id);
        tellPerson(transaction, person.id, "account_locked", context.address);
    }
}

void countRight(db::Transaction& transaction, const Person& person,
                const std::optional<std::string>& betterHash) {
    if (person.hasFailed || betterHash) {
        transaction.query(sql::account::updateSignInState, transaction.context().tenant, person.id, 0,
                          nullptr, betterHash);
    }
}

void auditPerson(db::Transaction& transaction, AuditAction action, UserId person) {
    const db::TenantContext& context = transaction.context();
    transaction.query(sql::account::insertAudit, context.tenant, describe::nameOf(action), "users", person,
                      context.actor ? std::optional(context.actor) : std::nullopt, context.requestId,
                      context.address);
}

void tellPerson(db::Transaction& transaction, UserId person, std::string_view code, std::string_view title) {
    std::string body(message::noticeText(code).persian);
    static constexpr std::string_view mark = "{title}";
    if (const auto at = body.find(mark); at != std::string::npos) {
        body.replace(at, mark.size(), title);
    }
    transaction.query(sql::account::notifyPerson, person, code, title, body);
}

}  // namespace nextgen::account
