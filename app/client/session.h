#pragma once

#include "app/client/api_client.h"
#include "app/client/secret_store.h"
#include "shared/account/account.h"
#include "shared/api/endpoint.h"
#include "shared/api/permission.h"

#include <QObject>
#include <QUrl>
#include <vector>

namespace nextgen::client {

/// Where and as whom to sign in. The password is never kept.
struct Place {
    QUrl server;
    QString tenant;
    QString email;

    bool operator==(const Place&) const = default;
};

/// What was remembered of the last sign-in; defaults: this machine, the demo tenant's slug, nobody.
Place rememberedPlace();
void rememberPlace(const Place& place);

/// What a person shows at the door: the password, and where there is a second factor a code of either kind.
struct Credentials {
    QString password;
    QString totp = {};
    QString recoveryCode = {};
};

/// Who is signed in, and what they may do.
class Session : public QObject {
    Q_OBJECT

  public:
    Session(ApiClient& api, SecretStore& secrets, QObject* parent = nullptr);

    /// And may work: nothing has to be done first.
    bool isSignedIn() const { return m_isSignedIn && m_duty == api::Duty::None; }
    /// What has to be done before anything else.
    api::Duty duty() const { return m_duty; }
    const account::User& user() const { return m_user; }
    const Place& place() const { return m_place; }
    bool may(Permission permission) const;
    /// Whether the next start can go on without the password: the token lies in the system keychain.
    bool isKept() const { return m_isKept; }

    /// Asks the server; on success the token goes to the keychain when `isKept` is wished.
    QCoro::Task<Answer<void>> signIn(Place place, Credentials shown, bool isKept,
                                     std::shared_ptr<Cancellation> cancellation = {});
    /// Goes on with the keychain's token; false when there is none or the server refuses it.
    QCoro::Task<bool> resume(Place place);
    /// Asks the server anew who is signed in: after a duty is done, or the second factor has changed.
    QCoro::Task<Answer<void>> refresh();
    /// Ends the session on the server, as far as it can be reached, and forgets the token.
    QCoro::Task<void> signOut();

  signals:
    void signedIn();
    /// Signed in, but duty() comes first; signedIn() follows once refresh() finds none.
    void dutyIsDue();
    /// isExpired: the server ended it, not the user.
    void signedOut(bool isExpired);
    /// The keychain was found absent: the next start will ask for the password again.
    void keychainMissing();

  private:
    QCoro::Task<void> keep(QByteArray token);
    bool take(const nlohmann::ordered_json& user);
    /// Says who is in, or what has to be done first.
    void tellIn();
    void end(bool isExpired);

    ApiClient& m_api;
    SecretStore& m_secrets;
    Place m_place;
    account::User m_user;
    std::vector<Permission> m_permissions;
    api::Duty m_duty = api::Duty::None;
    bool m_isSignedIn = false;
    bool m_isKept = false;
};

}  // namespace nextgen::client
