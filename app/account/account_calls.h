#pragma once

#include "app/client/api_client.h"
#include "app/client/page.h"
#include "shared/account/account.h"

#include <QStringList>

/// What the client asks about people's ways in: one's own and, for administrators, those of others.
namespace nextgen::account {

/// What an authenticator app is given.
struct Enrolment {
    QString secret;  ///< base32
    QString uri;     ///< otpauth://
};

/// What is typed as a code of the app or as a recovery code: digits of any script, without blanks.
QString plainCode(const QString& typed);

/// For five minutes the session may do what needs a proof.
QCoro::Task<client::Answer<void>> prove(client::ApiClient& api, Proof proof);
QCoro::Task<client::Answer<void>> changePassword(client::ApiClient& api, PasswordChange change);
/// The same answer whether or not there is such a person.
QCoro::Task<client::Answer<void>> askForReset(client::ApiClient& api, PasswordResetRequest request);
QCoro::Task<client::Answer<void>> resetPassword(client::ApiClient& api, PasswordReset reset);

QCoro::Task<client::Answer<Enrolment>> enroll(client::ApiClient& api);
/// Turns the second factor on; the recovery codes, which are never shown again.
QCoro::Task<client::Answer<QStringList>> confirmSecondFactor(client::ApiClient& api, QString totp);
QCoro::Task<client::Answer<QStringList>> renewRecoveryCodes(client::ApiClient& api, QString totp);
QCoro::Task<client::Answer<void>> disableSecondFactor(client::ApiClient& api, FactorCode code);

/// Whose sessions: another person's, or without an id one's own.
QCoro::Task<client::Answer<client::Page<Session>>> listSessions(client::ApiClient& api, UserId person = {});
QCoro::Task<client::Answer<void>> endSession(client::ApiClient& api, UserId person, SessionId session);
/// All of them; of one's own all but this one.
QCoro::Task<client::Answer<void>> endSessions(client::ApiClient& api, UserId person);
QCoro::Task<client::Answer<void>> unlock(client::ApiClient& api, UserId person);

}  // namespace nextgen::account
