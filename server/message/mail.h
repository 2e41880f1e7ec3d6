#pragma once

#include "shared/core/instant.h"

#include <string>
#include <string_view>

namespace nextgen::message {

/// An e-mail of plain text to one person.
struct Mail {
    std::string from;  ///< "NextGen <office@shop.ir>" or the address alone
    std::string to;    ///< an address
    std::string subject;
    std::string body;  ///< UTF-8
    std::string id;    ///< names it for ever: the same one is the same message, however often it arrives
    Instant at;
};

/// The address in "NextGen <office@shop.ir>".
std::string addressIn(std::string_view sender);

/// Whether it can stand in an envelope: one @, no blanks, brackets or control characters.
bool isAddress(std::string_view text);

/// As it goes over the wire (RFC 5322, 2045 and 2047): lines end in CR LF and are at most 76 characters long,
/// texts that are not plain ASCII are encoded, and no text reaches into the headers.
std::string wireText(const Mail& mail);

}  // namespace nextgen::message
