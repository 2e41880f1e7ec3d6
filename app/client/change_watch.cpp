#include "app/client/change_watch.h"

#include "app/client/decode.h"
#include "app/client/task.h"
#include "shared/api/change.h"

namespace nextgen::client {

namespace {

constexpr int firstPauseMs = 3'000;
constexpr int silenceMs = 10'000;

struct Told {
    QList<Change> changes;
    bool isComplete = true;
    QString cursor;
};

std::optional<Told> toldIn(const Json& json) {
    const auto items = json.is_object() ? json.find("items") : json.end();
    if (!json.is_object() || items == json.end() || !items->is_array() || textOf(json, "cursor").isEmpty()) {
        return std::nullopt;
    }
    Told told{{}, json.value("is_complete", false), textOf(json, "cursor")};
    for (const Json& item : *items) {
        const auto change = decoded<api::Change>(item);
        if (!change) {
            return std::nullopt;
        }
        told.changes.append({QString::fromStdString(change->entity), change->id ? change->id->value() : 0,
                             change->version.value_or(0), change->isRemoved,
                             QString::fromStdString(change->actorName.value_or(std::string())),
                             change->changedAt});
    }
    return told;
}

QCoro::Task<std::optional<Told>> askFor(ApiClient& api, QString cursor) {
    Call call("changes.list");
    call.silenceMsMax = silenceMs;
    if (!cursor.isEmpty()) {
        call.where(QStringLiteral("since"), cursor);
    }
    const auto answer = co_await api.call(std::move(call));
    co_return answer ? toldIn(*answer) : std::nullopt;
}

}  // namespace

ChangeWatch::ChangeWatch(ApiClient& api, Session& session, ConnectionWatch& connection, QObject* parent)
    : QObject(parent), m_api(api), m_session(session), m_connection(connection) {
    m_timer.setInterval(firstPauseMs);
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatch::ask);
    connect(&m_session, &Session::signedIn, this, [this] {
        // Of another person's session the cursor is of no use: the server says so, or tells what this one may
        // know.
        m_timer.start();
        ask();
    });
    connect(&m_session, &Session::signedOut, &m_timer, &QTimer::stop);
    connect(&m_connection, &ConnectionWatch::connectionChanged, this, [this](bool isConnected) {
        if (isConnected) {
            ask();
        }
    });
}

void ChangeWatch::setPause(int milliseconds) {
    const bool isSooner = milliseconds < m_timer.interval();
    m_timer.setInterval(milliseconds);
    if (isSooner) {
        ask();
    }
}

void ChangeWatch::ask() {
    if (m_isAsking || !m_session.isSignedIn() || !m_connection.isConnected()) {
        return;
    }
    m_isAsking = true;
    whenDone(askFor(m_api, m_cursor), this,
             [this, isFirst = m_cursor.isEmpty()](const std::optional<Told>& told) {
                 m_isAsking = false;
                 if (!told) {
                     return;  // the next question asks for the same
                 }
                 m_cursor = told->cursor;
                 if (!told->isComplete && !isFirst) {
                     emit everythingChanged();
                 } else if (!told->changes.isEmpty()) {
                     emit changed(told->changes);
                 }
             });
}

}  // namespace nextgen::client
