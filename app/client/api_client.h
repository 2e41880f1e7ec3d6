#pragma once

#include "app/client/call.h"
#include "app/client/failure.h"

#include <QCoroTask>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>
#include <functional>
#include <nlohmann/json_fwd.hpp>

class QNetworkReply;

namespace nextgen::client {

/// Speaks to one server. Nothing here blocks: every call is a coroutine that the event loop carries on.
///
/// A call that got no answer is sent again, up to two times, when that is harmless: reads, and writes that
/// carry an idempotency key (the same one each time). The server's own "come back later" (503, 429, a first
/// request still running) is followed the same way, when the wait is short.
class ApiClient : public QObject {
    Q_OBJECT

  public:
    explicit ApiClient(QObject* parent = nullptr);
    ~ApiClient() override;

    /// http or https, host, port; a path is kept as a prefix.
    void setServer(const QUrl& server);
    QUrl server() const { return m_server; }
    void setToken(const QByteArray& token) { m_token = token; }
    bool hasToken() const { return !m_token.isEmpty(); }
    /// The language of the server's sentences.
    void setLanguage(Language language) { m_language = language; }
    Language language() const { return m_language; }

    /// Has the person prove again who it is; true: the server has the proof. It finishes in any case.
    using Prove = std::function<QFuture<bool>()>;
    /// What a call does that the server refuses for want of a fresh proof: it waits for one, together with
    /// all others that want it, and is sent again, once. Without this it is refused.
    void setProve(Prove prove) { m_prove = std::move(prove); }

    /// The answer's JSON; null when the answer has no body. Runs to its end even when nobody awaits it.
    QCoro::Task<Answer<nlohmann::ordered_json>> call(Call call);
    /// The same with a file, which is read while it is sent, never as a whole.
    QCoro::Task<Answer<nlohmann::ordered_json>> upload(Call call, Upload upload);
    /// The answer's body written to a file, which appears only when it is complete.
    QCoro::Task<Answer<void>> download(Call call, QString filePath);
    /// Whether the server answers /livez now; quick to give up.
    QCoro::Task<bool> isAlive();

    /// Calls that wait for their answer now.
    int pendingCalls() const;

  signals:
    /// The server refused the token that was sent: it expired or was revoked.
    void tokenRefused();
    /// An answer, whatever it said, or none came back.
    void reachedServer();
    void lostServer(const QString& reason);

  private:
    struct Reply;

    QUrl addressOf(const Call& call) const;
    QNetworkRequest requestFor(const Call& call) const;
    QNetworkReply* start(const Call& call, const Upload* upload);
    QCoro::Task<Reply> exchange(Call call, std::shared_ptr<const Upload> upload);
    /// The same, with a proof where one is asked for.
    QCoro::Task<Reply> admitted(Call call, std::shared_ptr<const Upload> upload);
    QCoro::Task<Answer<nlohmann::ordered_json>> answerOf(Call call, std::shared_ptr<const Upload> upload);

    QNetworkAccessManager m_network;
    QUrl m_server;
    QByteArray m_token;
    Language m_language = Language::Persian;
    Prove m_prove;
    QFuture<bool> m_proof;  ///< the one under way, or the last
    bool m_isClosing = false;
};

}  // namespace nextgen::client
