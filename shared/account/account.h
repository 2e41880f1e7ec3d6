#pragma once

#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <optional>
#include <string>
#include <vector>

namespace nextgen::account {

/// What POST /auth/login takes.
struct SignIn {
    std::string tenant;  ///< slug
    std::string email;
    std::string password;
    std::optional<std::string> totp;          ///< of a person with a second factor
    std::optional<std::string> recoveryCode;  ///< instead of it
};

constexpr std::size_t passwordTextMax = 1024;  ///< of what is sent, whatever a new one may be
constexpr std::size_t codeTextMax = 40;

constexpr auto descriptionOf(std::type_identity<SignIn>) {
    using namespace describe;
    return schema("sign_in",
                  field("tenant", &SignIn::tenant)
                      .titled(QT_TRANSLATE_NOOP("SignIn", "Tenant"))
                      .with(Required | Code)
                      .upTo(63),
                  field("email", &SignIn::email)
                      .titled(QT_TRANSLATE_NOOP("SignIn", "E-mail"))
                      .with(Required | Code)
                      .upTo(254),
                  field("password", &SignIn::password)
                      .titled(QT_TRANSLATE_NOOP("SignIn", "Password"))
                      .with(Required)
                      .upTo(passwordTextMax),
                  field("totp", &SignIn::totp)
                      .titled(QT_TRANSLATE_NOOP("SignIn", "Code of the authenticator app"))
                      .with(Code)
                      .upTo(codeTextMax),
                  field("recovery_code", &SignIn::recoveryCode)
                      .titled(QT_TRANSLATE_NOOP("SignIn", "Recovery code"))
                      .with(Code)
                      .upTo(codeTextMax));
}

/// A code of the second factor, where a call needs one.
struct FactorCode {
    std::optional<std::string> totp;
    std::optional<std::string> recoveryCode;
};

constexpr auto descriptionOf(std::type_identity<FactorCode>) {
    using namespace describe;
    return schema("factor_code", field("totp", &FactorCode::totp).with(Code).upTo(codeTextMax),
                  field("recovery_code", &FactorCode::recoveryCode).with(Code).upTo(codeTextMax));
}

/// What POST /auth/step_up takes: one of these.
struct Proof {
    std::optional<std::string> password;
    std::optional<std::string> totp;
    std::optional<std::string> recoveryCode;
};

constexpr auto descriptionOf(std::type_identity<Proof>) {
    using namespace describe;
    return schema("proof", field("password", &Proof::password).upTo(passwordTextMax),
                  field("totp", &Proof::totp).with(Code).upTo(codeTextMax),
                  field("recovery_code", &Proof::recoveryCode).with(Code).upTo(codeTextMax));
}

struct PasswordChange {
    std::string oldPassword;
    std::string newPassword;
};

constexpr auto descriptionOf(std::type_identity<PasswordChange>) {
    using namespace describe;
    return schema("password_change",
                  field("old_password", &PasswordChange::oldPassword).with(Required).upTo(passwordTextMax),
                  field("new_password", &PasswordChange::newPassword).with(Required).upTo(passwordTextMax));
}

/// Somebody forgot a password.
struct PasswordResetRequest {
    std::string tenant;
    std::string email;
};

constexpr auto descriptionOf(std::type_identity<PasswordResetRequest>) {
    using namespace describe;
    return schema("password_reset_request",
                  field("tenant", &PasswordResetRequest::tenant).with(Required | Code).upTo(63),
                  field("email", &PasswordResetRequest::email).with(Required | Code).upTo(254));
}

struct PasswordReset {
    std::string token;
    std::string newPassword;
};

constexpr auto descriptionOf(std::type_identity<PasswordReset>) {
    using namespace describe;
    return schema("password_reset", field("token", &PasswordReset::token).with(Required | Code).upTo(100),
                  field("new_password", &PasswordReset::newPassword).with(Required).upTo(passwordTextMax));
}

/// Who is signed in, as answers carry it beside "roles", "permissions" and "duty".
struct User {
    UserId id;
    std::string email;
    std::string displayName;
    std::optional<DealerId> dealerId;  ///< set for a dealer's own people: all they see is this dealer's
    bool hasSecondFactor = false;
};

constexpr auto descriptionOf(std::type_identity<User>) {
    using namespace describe;
    return schema("signed_in_user", field("id", &User::id).with(Key | Hidden),
                  field("email", &User::email)
                      .titled(QT_TRANSLATE_NOOP("User", "E-mail"))
                      .with(Required | Code)
                      .upTo(254),
                  field("display_name", &User::displayName)
                      .titled(QT_TRANSLATE_NOOP("User", "Name"))
                      .with(Required)
                      .upTo(200),
                  field("dealer_id", &User::dealerId).with(Hidden),
                  field("second_factor", &User::hasSecondFactor).with(Hidden));
}

/// One signed-in place of a user.
struct Session {
    SessionId id;
    Instant createdAt;
    Instant expiresAt;
    std::optional<Instant> lastSeenAt;
    std::string address;
    std::string userAgent;
    bool isCurrent = false;
};

constexpr auto descriptionOf(std::type_identity<Session>) {
    using namespace describe;
    return schema(
        "sessions", field("id", &Session::id).with(Key | Hidden),
        field("created_at", &Session::createdAt)
            .titled(QT_TRANSLATE_NOOP("Session", "Signed in"))
            .with(ReadOnly),
        field("expires_at", &Session::expiresAt).titled(QT_TRANSLATE_NOOP("Session", "Ends")).with(ReadOnly),
        field("last_seen_at", &Session::lastSeenAt)
            .titled(QT_TRANSLATE_NOOP("Session", "Last seen"))
            .with(ReadOnly),
        field("address", &Session::address)
            .titled(QT_TRANSLATE_NOOP("Session", "Address"))
            .with(ReadOnly | Code),
        field("user_agent", &Session::userAgent)
            .titled(QT_TRANSLATE_NOOP("Session", "Program"))
            .with(ReadOnly),
        field("is_current", &Session::isCurrent)
            .titled(QT_TRANSLATE_NOOP("Session", "This one"))
            .with(ReadOnly));
}

}  // namespace nextgen::account
