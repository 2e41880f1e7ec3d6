#pragma once

#include "server/message/mail.h"

#include <string>

namespace nextgen::message {

/// The SMTP server that takes our e-mail.
struct PostSettings {
    std::string url;       ///< smtp://host:587 (STARTTLS, which only this machine may lack) or smtps://host:465
    std::string user;      ///< empty: without signing in
    std::string password;
    std::string from;
};

/// What became of a message.
struct Delivery {
    enum class State {
        Taken,    ///< the SMTP server is answerable for it now
        Later,    ///< not now; the same may work later
        Refused,  ///< never
    };
    State state;
    std::string reason;  ///< smtp_550, unreachable; empty: taken
};

/// Hands a message over; takes a minute at most.
Delivery deliver(const PostSettings& settings, const Mail& mail);

}  // namespace nextgen::message
