#pragma once

#include "shared/core/error_code.h"

#include <QString>
#include <tl/expected.hpp>
#include <vector>

namespace nextgen::client {

/// What is wrong with one field of what was sent.
struct FieldFault {
    QString field;    ///< the JSON pointer's last step: "due_on"
    QString code;     ///< stable, snake_case
    QString message;  ///< the server's sentence, in the language that was asked for
};

/// Why a call gave no answer: the server's refusal in its own words, or that it could not be asked.
struct Failure {
    ErrorCode code =
        ErrorCode::AnswerNotUnderstood;  ///< InternalError for a code that this client does not know
    QString name;                        ///< the code as sent, known or not
    QString sentence;                    ///< the server's own words; empty when it was not reached
    QString detail;                      ///< for support: what the network or the parser said; may be empty
    QString requestId;                  ///< finds the call in the server's log; empty when it never got there
    int httpStatus = 0;                 ///< 0: the server was not reached
    int retryAfterSeconds = 0;          ///< what the server asked for; 0: nothing
    std::vector<FieldFault> fields;     ///< all at once
    std::vector<QString> allowedMoves;  ///< move_not_allowed: what the cheque's status allows
    QString missingPermission;          ///< permission_missing: its name
    std::vector<QString> grantedBy;     ///< and the roles whose people can give it

    /// Whether nothing is known to have reached the server: what was typed must be kept and sent again.
    bool isLostConnection() const { return code == ErrorCode::ServerUnreachable; }
    /// Whether it is not known what became of the call, or asking again may go better by itself.
    bool isOpenEnded() const;
    bool isCancelled() const { return code == ErrorCode::Cancelled; }
    /// For the user, what is wrong and what to do: the server's words, else the catalogue's.
    QString text(Language language) const;
    /// The message about a field; empty when there is none.
    QString messageFor(const QString& field) const;
};

/// A failure that arises on this side of the wire.
Failure failureOf(ErrorCode code, QString detail = {});

/// What a call gives.
template <class T>
using Answer = tl::expected<T, Failure>;

}  // namespace nextgen::client
