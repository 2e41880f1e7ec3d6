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
};

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
                      .upTo(1024));
}

/// Who is signed in, as answers carry it beside "roles" and "permissions".
struct User {
    UserId id;
    std::string email;
    std::string displayName;
    std::optional<DealerId> dealerId;  ///< set for a dealer's own people: all they see is this dealer's
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
                  field("dealer_id", &User::dealerId).with(Hidden));
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
