#pragma once

#include "app/client/api_client.h"
#include "app/client/secret_store.h"
#include "shared/account/account.h"
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

/// Who is signed in, and what they may do.
class Session : public QObject {
    Q_OBJECT

  public:
    Session(ApiClient& api, SecretStore& secrets, QObject* parent = nullptr);

    bool isSignedIn() const { return m_isSignedIn; }
    const account::User& user() const { return m_user; }
    const Place& place() const { return m_place; }
    bool may(Permission permission) const;
    /// Whether the next start can go on without the password: the token lies in the system keychain.
    bool isKept() const { return m_isKept; }

    /// Asks the server; on success the token goes to the keychain when `isKept` is wished.
    QCoro::Task<Answer<void>> signIn(Place place, QString password, bool isKept,
                                     std::shared_ptr<Cancellation> cancellation = {});
    /// Goes on with the keychain's token; false when there is none or the server refuses it.
    QCoro::Task<bool> resume(Place place);
    /// Ends the session on the server, as far as it can be reached, and forgets the token.
    QCoro::Task<void> signOut();

  signals:
    void signedIn();
    /// isExpired: the server ended it, not the user.
    void signedOut(bool isExpired);
    /// The keychain was found absent: the next start will ask for the password again.
    void keychainMissing();

  private:
    QCoro::Task<void> keep(QByteArray token);
    bool take(const nlohmann::ordered_json& user);
    void end(bool isExpired);

    ApiClient& m_api;
    SecretStore& m_secrets;
    Place m_place;
    account::User m_user;
    std::vector<Permission> m_permissions;
    bool m_isSignedIn = false;
    bool m_isKept = false;
};

}  // namespace nextgen::client
