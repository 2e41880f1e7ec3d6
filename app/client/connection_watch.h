#pragma once

#include "app/client/api_client.h"

#include <QObject>
#include <QTimer>

namespace nextgen::client {

/// Whether the server can be reached: learnt from every call, and asked again every few seconds while it
/// cannot.
class ConnectionWatch : public QObject {
    Q_OBJECT

  public:
    explicit ConnectionWatch(ApiClient& api, QObject* parent = nullptr);

    bool isConnected() const { return m_isConnected; }
    /// Why not, in the network's words; empty while connected.
    QString reason() const { return m_reason; }
    /// Asks now.
    void check();
    /// How long between two questions while the server cannot be reached; 4 s unless told.
    void setPause(int milliseconds) { m_timer.setInterval(milliseconds); }

  signals:
    void connectionChanged(bool isConnected);

  private:
    ApiClient& m_api;
    QTimer m_timer;
    QString m_reason;
    bool m_isConnected = true;
    bool m_isAsking = false;
};

}  // namespace nextgen::client
