#pragma once

#include "app/client/api_client.h"
#include "app/client/change_watch.h"
#include "app/client/connection_watch.h"
#include "app/client/page.h"
#include "app/client/session.h"
#include "shared/message/notice.h"

#include <QObject>

namespace nextgen::client {

/// What the signed-in person was told, and how much of it is unread: asked anew when the server says that it
/// changed, not by a clock of its own.
class Inbox : public QObject {
    Q_OBJECT

  public:
    /// How it is called among the changes.
    static constexpr auto entity = "inbox";

    Inbox(ApiClient& api, Session& session, ConnectionWatch& connection, ChangeWatch& changes,
          QObject* parent = nullptr);

    qint64 unread() const { return m_unread; }
    /// Asks now.
    void check();

    /// Newest first.
    QCoro::Task<Answer<Page<message::Notice>>> list(QString cursor);
    void markRead(message::NoticeId notice);
    /// All up to this one, which is the newest that was seen.
    void markReadUntil(message::NoticeId newest);

  signals:
    void unreadChanged();
    /// There is one that was not there at the last question.
    void came(const nextgen::message::Notice& newest);

  private:
    void mark(QByteArray body);
    void take(const Page<message::Notice>& unread);

    ApiClient& m_api;
    Session& m_session;
    qint64 m_unread = 0;
    message::NoticeId m_newest;
    bool m_isKnown = false;
    bool m_isAsking = false;
    bool m_isToAskAgain = false;
};

}  // namespace nextgen::client
