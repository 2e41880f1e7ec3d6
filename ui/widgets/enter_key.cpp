#include "ui/widgets/enter_key.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QRadioButton>

namespace nextgen::ui {

EnterKey::EnterKey(QObject* parent) : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool EnterKey::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    // Boxes are fields: Enter goes on from them.
    const bool isButton = qobject_cast<QAbstractButton*>(watched) != nullptr &&
                          qobject_cast<QCheckBox*>(watched) == nullptr &&
                          qobject_cast<QRadioButton*>(watched) == nullptr;
    if (!isEnter || !isButton || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    // One that is held down would press what comes next as well.
    if (!key.isAutoRepeat()) {
        const QPointer<QObject> button(watched);
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
        QCoreApplication::sendEvent(watched, &press);
        if (button) {
            QKeyEvent release(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
            QCoreApplication::sendEvent(button, &release);
        }
    }
    return true;
}

}  // namespace nextgen::ui
