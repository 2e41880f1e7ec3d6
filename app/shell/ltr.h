#pragma once

#include <QString>

namespace nextgen::shell {

/// Text that stays Latin and left to right inside a Persian sentence, digits and all: addresses, keys,
/// e-mails.
inline QString ltr(const QString& text) {
    return QChar(0x2066) + text + QChar(0x2069);
}

}  // namespace nextgen::shell
