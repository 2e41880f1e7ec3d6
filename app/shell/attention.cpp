#include "app/shell/attention.h"

#include "app/client/change_watch.h"

#include <QEvent>
#include <QGuiApplication>

namespace nextgen::shell {

namespace {

constexpr int workingPauseMs = 3'000;
constexpr int restingPauseMs = 60'000;
constexpr int idleAfterMs = 120'000;

}  // namespace

Attention::Attention(client::ChangeWatch& changes, QObject* parent) : QObject(parent), m_changes(changes) {
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleAfterMs);
    connect(&m_idle, &QTimer::timeout, this, &Attention::judge);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &Attention::judge);
    qGuiApp->installEventFilter(this);
    m_idle.start();
    judge();
}

bool Attention::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel: {
            const bool wasIdle = !m_idle.isActive();
            m_idle.start();
            if (wasIdle) {
                judge();
            }
            break;
        }
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void Attention::judge() {
    const Qt::ApplicationState state = QGuiApplication::applicationState();
    const bool isHidden = state == Qt::ApplicationHidden || state == Qt::ApplicationSuspended;
    m_changes.setPause(isHidden || !m_idle.isActive() ? restingPauseMs : workingPauseMs);
}

}  // namespace nextgen::shell
