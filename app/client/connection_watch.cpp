#include "app/client/connection_watch.h"

#include "app/client/task.h"

namespace nextgen::client {

ConnectionWatch::ConnectionWatch(ApiClient& api, QObject* parent) : QObject(parent), m_api(api) {
    m_timer.setInterval(4'000);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionWatch::check);
    connect(&m_api, &ApiClient::reachedServer, this, [this] {
        m_timer.stop();
        m_reason.clear();
        if (!m_isConnected) {
            m_isConnected = true;
            emit connectionChanged(true);
        }
    });
    connect(&m_api, &ApiClient::lostServer, this, [this](const QString& reason) {
        m_reason = reason;
        if (!m_timer.isActive()) {
            m_timer.start();
        }
        if (m_isConnected) {
            m_isConnected = false;
            emit connectionChanged(false);
        }
    });
}

void ConnectionWatch::check() {
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    whenDone(m_api.isAlive(), this, [this](bool) { m_isAsking = false; });
}

}  // namespace nextgen::client
