#include "app/account/account_calls.h"

#include "app/client/decode.h"
#include "ui/locale/format.h"

namespace nextgen::account {

using client::Answer;
using client::ApiClient;
using client::Call;
using client::Json;

namespace {

template <describe::Described Body>
Call callWith(std::string_view operation, const Body& body) {
    Call call(operation);
    call.body = QByteArray::fromStdString(describe::toJson(body).dump());
    return call;
}

QCoro::Task<Answer<void>> done(ApiClient& api, Call call) {
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    co_return Answer<void>();
}

QCoro::Task<Answer<QStringList>> recoveryCodes(ApiClient& api, Call call) {
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    QStringList codes;
    if (const auto found = answer->find("recovery_codes"); found != answer->end() && found->is_array()) {
        for (const Json& code : *found) {
            codes += QString::fromStdString(code.is_string() ? code.get<std::string>() : std::string());
        }
    }
    if (codes.isEmpty()) {
        co_return tl::unexpected(
            client::failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/recovery_codes")));
    }
    co_return codes;
}

/// A call about one's own sessions, or about another person's.
Call sessionCall(std::string_view own, std::string_view others, UserId person) {
    Call call(person ? others : own);
    if (person) {
        call.at(QStringLiteral("id"), QString::fromStdString(person.toString()));
    }
    return call;
}

}  // namespace

QString plainCode(const QString& typed) {
    QString code = ui::plainDigits(typed);
    code.removeIf([](QChar sign) { return sign.isSpace(); });
    return code;
}

QCoro::Task<Answer<void>> prove(ApiClient& api, Proof proof) {
    return done(api, callWith("auth.step_up", proof));
}

QCoro::Task<Answer<void>> changePassword(ApiClient& api, PasswordChange change) {
    return done(api, callWith("auth.password", change));
}

QCoro::Task<Answer<void>> askForReset(ApiClient& api, PasswordResetRequest request) {
    return done(api, callWith("auth.password_reset_request", request));
}

QCoro::Task<Answer<void>> resetPassword(ApiClient& api, PasswordReset reset) {
    return done(api, callWith("auth.password_reset", reset));
}

QCoro::Task<Answer<Enrolment>> enroll(ApiClient& api) {
    Call call("auth.totp_enroll");
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    Enrolment made{client::textOf(*answer, "secret"), client::textOf(*answer, "otpauth_uri")};
    if (made.secret.isEmpty() || made.uri.isEmpty()) {
        co_return tl::unexpected(client::failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/secret")));
    }
    co_return made;
}

QCoro::Task<Answer<QStringList>> confirmSecondFactor(ApiClient& api, QString totp) {
    return recoveryCodes(api, callWith("auth.totp_confirm", FactorCode{totp.toStdString(), std::nullopt}));
}

QCoro::Task<Answer<QStringList>> renewRecoveryCodes(ApiClient& api, QString totp) {
    return recoveryCodes(api, callWith("auth.recovery_codes", FactorCode{totp.toStdString(), std::nullopt}));
}

QCoro::Task<Answer<void>> disableSecondFactor(ApiClient& api, FactorCode code) {
    return done(api, callWith("auth.totp_disable", code));
}

QCoro::Task<Answer<client::Page<Session>>> listSessions(ApiClient& api, UserId person) {
    Call call = sessionCall("auth.sessions", "users.sessions", person);
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<Session>(answer);
}

QCoro::Task<Answer<void>> endSession(ApiClient& api, UserId person, SessionId session) {
    Call call = sessionCall("auth.revoke_session", "users.revoke_session", person);
    call.at(person ? QStringLiteral("session") : QStringLiteral("id"),
            QString::fromStdString(session.toString()));
    return done(api, std::move(call));
}

QCoro::Task<Answer<void>> endSessions(ApiClient& api, UserId person) {
    return done(api, sessionCall("auth.revoke_others", "users.revoke_sessions", person));
}

QCoro::Task<Answer<void>> unlock(ApiClient& api, UserId person) {
    return done(api, sessionCall("users.unlock", "users.unlock", person));
}

}  // namespace nextgen::account
