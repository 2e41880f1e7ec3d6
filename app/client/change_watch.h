#pragma once

#include "app/client/api_client.h"
#include "app/client/connection_watch.h"
#include "app/client/session.h"
#include "shared/core/instant.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace nextgen::client {

/// That a record changed on the server, whoever changed it: this program as well.
struct Change {
    QString entity;       ///< "dealers"
    std::int64_t id = 0;  ///< 0: any of them, after work in bulk
    int version = 0;      ///< 0: gone, or any of them
    bool isRemoved = false;
    QString actorName;  ///< empty: this person may not know
    Instant at;
};

/// Asks the server every few seconds what changed, while somebody is signed in and the server is there.
class ChangeWatch : public QObject {
    Q_OBJECT

  public:
    ChangeWatch(ApiClient& api, Session& session, ConnectionWatch& connection, QObject* parent = nullptr);

    /// How long between two questions; one that becomes shorter is asked at once. 3 s unless told.
    void setPause(int milliseconds);
    int pause() const { return m_timer.interval(); }
    void ask();

  signals:
    void changed(const QList<nextgen::client::Change>& changes);
    /// More happened than is told.
    void everythingChanged();

  private:
    ApiClient& m_api;
    Session& m_session;
    ConnectionWatch& m_connection;
    QTimer m_timer;
    QString m_cursor;
    bool m_isAsking = false;
};

}  // namespace nextgen::client
