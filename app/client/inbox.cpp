#include "app/client/inbox.h"

#include "app/client/decode.h"
#include "app/client/listing.h"
#include "app/client/task.h"

#include <algorithm>
#include <utility>

namespace nextgen::client {

using message::Notice;
using message::NoticeId;

namespace {

constexpr int shownAtOnce = 30;

QCoro::Task<Answer<Page<Notice>>> ask(ApiClient& api, Listing listing) {
    Call call = listCall("inbox.list", listing);
    const auto answer = co_await api.call(std::move(call));
    co_return page<Notice>(answer);
}

QCoro::Task<Answer<Json>> send(ApiClient& api, QByteArray body) {
    Call call("inbox.read");
    call.body = std::move(body);
    auto answer = co_await api.call(std::move(call));
    co_return answer;
}

QByteArray bodyOf(const Json& json) {
    return QByteArray::fromStdString(json.dump());
}

}  // namespace

Inbox::Inbox(ApiClient& api, Session& session, ConnectionWatch& connection, ChangeWatch& changes,
             QObject* parent)
    : QObject(parent), m_api(api), m_session(session) {
    connect(&connection, &ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        if (isConnected) {
            check();
        }
    });
    connect(&changes, &ChangeWatch::changed, this, [this](const QList<Change>& told) {
        if (std::ranges::any_of(told,
                                [](const Change& one) { return one.entity == QLatin1String(entity); })) {
            check();
        }
    });
    connect(&changes, &ChangeWatch::everythingChanged, this, &Inbox::check);
    connect(&session, &Session::signedIn, this, &Inbox::check);
    check();
}

void Inbox::check() {
    if (!m_session.isSignedIn()) {
        return;
    }
    if (m_isAsking) {
        m_isToAskAgain = true;
        return;
    }
    m_isAsking = true;
    Listing listing;
    listing.filters = {{QStringLiteral("is_unread"), QStringLiteral("true")}};
    listing.limit = 1;
    whenDone(ask(m_api, std::move(listing)), this, [this](const Answer<Page<Notice>>& answer) {
        m_isAsking = false;
        if (answer) {
            take(*answer);
        }
        if (std::exchange(m_isToAskAgain, false)) {
            check();
        }
    });
}

QCoro::Task<Answer<Page<Notice>>> Inbox::list(QString cursor) {
    Listing listing;
    listing.cursor = std::move(cursor);
    listing.limit = shownAtOnce;
    return ask(m_api, std::move(listing));
}

void Inbox::mark(QByteArray body) {
    whenDone(send(m_api, std::move(body)), this, [this](const Answer<Json>& /*answer*/) { check(); });
}

void Inbox::markRead(NoticeId notice) {
    mark(bodyOf({{"ids", {notice.toString()}}}));
}

void Inbox::markReadUntil(NoticeId newest) {
    mark(bodyOf({{"until", newest.toString()}}));
}

void Inbox::take(const Page<Notice>& unread) {
    const NoticeId newest = unread.items.empty() ? NoticeId() : unread.items.front().id;
    const bool isNews = m_isKnown && newest > m_newest;
    m_isKnown = true;
    m_newest = std::max(m_newest, newest);
    if (const qint64 count = unread.estimatedTotal.value_or(0); count != m_unread) {
        m_unread = count;
        emit unreadChanged();
    }
    if (isNews) {
        emit came(unread.items.front());
    }
}

}  // namespace nextgen::client
