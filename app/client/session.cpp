#include "app/client/session.h"

#include "app/client/decode.h"
#include "ui/locale/memory.h"

#include <QPointer>
#include <algorithm>

namespace nextgen::client {

namespace {

/// The keychain's entry of a person at a tenant of a server.
QString keyOf(const Place& place) {
    return QStringLiteral("%1|%2|%3").arg(place.server.toString(), place.tenant, place.email);
}

}  // namespace

Place rememberedPlace() {
    return {QUrl(ui::remembered(QStringLiteral("sign_in/server"), QStringLiteral("http://127.0.0.1:8640"))
                     .toString()),
            ui::remembered(QStringLiteral("sign_in/tenant"), QStringLiteral("nextgen")).toString(),
            ui::remembered(QStringLiteral("sign_in/email")).toString()};
}

void rememberPlace(const Place& place) {
    ui::remember(QStringLiteral("sign_in/server"), place.server.toString());
    ui::remember(QStringLiteral("sign_in/tenant"), place.tenant);
    ui::remember(QStringLiteral("sign_in/email"), place.email);
}

Session::Session(ApiClient& api, SecretStore& secrets, QObject* parent)
    : QObject(parent), m_api(api), m_secrets(secrets) {
    connect(&m_api, &ApiClient::tokenRefused, this, [this] {
        if (m_isSignedIn) {
            m_secrets.remove(keyOf(m_place));
            end(true);
        }
    });
}

bool Session::may(Permission permission) const {
    return isSignedIn() &&
           (permission == Permission::SignedIn || std::ranges::count(m_permissions, permission) > 0);
}

bool Session::take(const Json& user) {
    account::User taken;
    if (!describe::fromAnswer(user, taken).empty()) {
        return false;
    }
    m_permissions.clear();
    if (const auto names = user.find("permissions"); names != user.end() && names->is_array()) {
        for (const Json& name : *names) {
            if (const auto permission = permissionByName(name.is_string() ? name.get<std::string>() : "")) {
                m_permissions.push_back(*permission);
            }
        }
    }
    m_user = std::move(taken);
    m_duty = api::dutyByName(textOf(user, "duty").toStdString());
    return true;
}

QCoro::Task<void> Session::keep(QByteArray token) {
    const QPointer<Session> self(this);
    const QString key = keyOf(m_place);
    co_await m_secrets.write(key, token);
    if (self) {
        m_isKept = m_secrets.isPersistent();
        if (!m_isKept) {
            emit keychainMissing();
        }
    }
}

QCoro::Task<Answer<void>> Session::signIn(Place place, Credentials shown, bool isKept,
                                          std::shared_ptr<Cancellation> cancellation) {
    m_api.setServer(place.server);
    m_api.setToken({});
    const auto given = [](const QString& code) {
        return code.isEmpty() ? std::nullopt : std::optional(code.toStdString());
    };
    const account::SignIn credentials{place.tenant.toStdString(), place.email.toStdString(),
                                      shown.password.toStdString(), given(shown.totp),
                                      given(shown.recoveryCode)};
    Call call("auth.login");
    call.cancellation = std::move(cancellation);
    call.body = QByteArray::fromStdString(describe::toJson(credentials).dump());
    const QPointer<Session> self(this);
    const auto answer = co_await m_api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    if (!self) {
        co_return tl::unexpected(failureOf(ErrorCode::Cancelled));
    }
    const QByteArray token = textOf(*answer, "token").toLatin1();
    const auto user = answer->find("user");
    if (token.isEmpty() || user == answer->end() || !take(*user)) {
        co_return tl::unexpected(failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/auth/login")));
    }
    m_api.setToken(token);
    m_place = place;
    m_isSignedIn = true;
    m_isKept = false;
    rememberPlace(place);
    tellIn();
    if (isKept && self) {
        keep(token);  // carries on by itself: a keychain that asks for its password holds nobody up
    }
    co_return Answer<void>();
}

QCoro::Task<bool> Session::resume(Place place) {
    const QPointer<Session> self(this);
    const QString key = keyOf(place);
    const std::optional<QByteArray> token = co_await m_secrets.read(key);
    if (!token || !self || m_isSignedIn) {
        co_return false;
    }
    m_api.setServer(place.server);
    m_api.setToken(*token);
    Call call("auth.me");
    const auto answer = co_await m_api.call(std::move(call));
    if (!self || m_isSignedIn) {
        co_return false;
    }
    if (!answer || !answer->is_object() || !take(*answer)) {
        m_api.setToken({});
        if (!answer && answer.error().httpStatus == 401) {
            m_secrets.remove(key);
        }
        co_return false;
    }
    m_place = place;
    m_isSignedIn = true;
    m_isKept = true;
    tellIn();
    co_return true;
}

QCoro::Task<Answer<void>> Session::refresh() {
    const QPointer<Session> self(this);
    const api::Duty before = m_duty;
    Call call("auth.me");
    const auto answer = co_await m_api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    if (!self || !m_isSignedIn) {
        co_return tl::unexpected(failureOf(ErrorCode::Cancelled));
    }
    if (!answer->is_object() || !take(*answer)) {
        co_return tl::unexpected(failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("/auth/me")));
    }
    if (m_duty != before) {
        tellIn();
    }
    co_return Answer<void>();
}

void Session::tellIn() {
    if (m_duty == api::Duty::None) {
        emit signedIn();
    } else {
        emit dutyIsDue();
    }
}

QCoro::Task<void> Session::signOut() {
    const QPointer<Session> self(this);
    Call call("auth.logout");
    const auto answer = co_await m_api.call(std::move(call));
    if (!self || !m_isSignedIn) {
        co_return;
    }
    m_secrets.remove(keyOf(m_place));
    end(false);
}

void Session::end(bool isExpired) {
    m_api.setToken({});
    m_isSignedIn = false;
    m_duty = api::Duty::None;
    m_permissions.clear();
    emit signedOut(isExpired);
}

}  // namespace nextgen::client
