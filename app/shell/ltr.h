#pragma once

#include <QGuiApplication>
#include <QLabel>
#include <QString>

namespace nextgen::shell {

/// Text that stays Latin and left to right inside a Persian sentence, digits and all: addresses, keys,
/// e-mails.
inline QString ltr(const QString& text) {
    return QChar(0x2066) + text + QChar(0x2069);
}

/// Keeps a label's text at the side where lines begin, whatever letters it is made of: a label on its own
/// goes by its text, so that a Latin name would stand at the left of a Persian window. To be said again after
/// the language has changed.
inline void alignLeading(QLabel& label) {
    const bool isRightToLeft = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    label.setAlignment((isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                       Qt::AlignVCenter);
}

}  // namespace nextgen::shell
