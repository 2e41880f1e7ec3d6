#include "app/client/api_client.h"

#include "app/client/decode.h"

#include <QCoroFuture>
#include <QCoroNetworkReply>
#include <QCoroTimer>
#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QSaveFile>
#include <QSysInfo>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <memory>

namespace nextgen::client {

using namespace std::chrono_literals;

namespace {

constexpr int attemptsMax = 3;
constexpr int retryAfterSecondsMax = 5;
constexpr qint64 answerBytesMax = qint64{64} << 20;
constexpr int aliveMsMax = 3'000;

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString userAgent() {
    static const QString name = QStringLiteral("NextGen back office %1, %2, %3")
                                    .arg(QStringLiteral(NEXTGEN_VERSION), QSysInfo::prettyProductName(),
                                         QSysInfo::machineHostName());
    return name;
}

/// "text/csv" and the like; the server looks at the bytes, so an honest general type is enough.
constexpr auto fileContentType = "application/octet-stream";

/// A name as a quoted parameter of a header: UTF-8, without what would end the quotes or the line.
QByteArray quotedFileName(QString name) {
    name.remove(QLatin1Char('"')).remove(QLatin1Char('\r')).remove(QLatin1Char('\n'));
    return name.toUtf8();
}

std::vector<FieldFault> fieldFaultsOf(const Json& problem) {
    std::vector<FieldFault> faults;
    const auto errors = problem.find("errors");
    if (errors == problem.end() || !errors->is_array()) {
        return faults;
    }
    for (const Json& error : *errors) {
        if (error.is_object()) {
            faults.push_back({textOf(error, "pointer").section(QLatin1Char('/'), -1), textOf(error, "code"),
                              textOf(error, "message")});
        }
    }
    return faults;
}

std::vector<QString> textsOf(const Json& json, const char* key) {
    std::vector<QString> texts;
    const auto found = json.find(key);
    if (found != json.end() && found->is_array()) {
        for (const Json& text : *found) {
            if (text.is_string()) {
                texts.push_back(QString::fromStdString(text.get<std::string>()));
            }
        }
    }
    return texts;
}

ErrorCode codeOfStatus(int httpStatus) {
    switch (httpStatus) {
        case 401:
            return ErrorCode::NotSignedIn;
        case 413:
            return ErrorCode::BodyTooLarge;
        case 429:
            return ErrorCode::RateLimited;
        case 502:
        case 503:
        case 504:
            return ErrorCode::ServiceUnavailable;
        default:
            return ErrorCode::AnswerNotUnderstood;
    }
}

/// An address on the server; `path` is percent-encoded.
QUrl below(const QUrl& server, const QString& path) {
    QString prefix = server.path();
    while (prefix.endsWith(QLatin1Char('/'))) {
        prefix.chop(1);
    }
    QUrl address = server;
    address.setPath(prefix + path, QUrl::StrictMode);
    address.setQuery(QString());
    return address;
}

/// Whether sending it twice does no more than sending it once.
bool isRepeatable(const Call& call) {
    return call.endpoint->method == api::Method::Get || !call.idempotencyKey.isEmpty();
}

/// Writes the file as a whole or not at all, on another thread: a disk may take its time. What went wrong;
/// empty: nothing.
QFuture<QString> written(const QString& filePath, const QByteArray& content) {
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, filePath, content] {
        QSaveFile file(filePath);
        const bool isWritten =
            file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
        promise->addResult(isWritten ? QString() : file.errorString());
        promise->finish();
    });
    return promise->future();
}

/// problem+json, or whatever a proxy in between sent.
Failure failureOfAnswer(int httpStatus, const QByteArray& body) {
    return failureIn(httpStatus,
                     Json::parse(body.constData(), body.constData() + body.size(), nullptr, false));
}

}  // namespace

Failure failureIn(int httpStatus, const Json& problem) {
    Failure failure;
    if (problem.is_object()) {
        failure.name = textOf(problem, "code");
        failure.sentence = textOf(problem, "detail");
        if (failure.sentence.isEmpty()) {
            failure.sentence = textOf(problem, "title");
        }
        failure.requestId = textOf(problem, "request_id");
        failure.fields = fieldFaultsOf(problem);
        failure.allowedMoves = textsOf(problem, "allowed_moves");
        failure.missingPermission = textOf(problem, "missing_permission");
        failure.grantedBy = textsOf(problem, "granted_by");
    }
    if (failure.name.isEmpty()) {
        failure = failureOf(codeOfStatus(httpStatus));
    } else {
        failure.code = errorCodeByName(failure.name.toStdString()).value_or(ErrorCode::InternalError);
    }
    failure.httpStatus = httpStatus;
    return failure;
}

QString textOf(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string()
               ? QString::fromStdString(found->get_ref<const std::string&>())
               : QString();
}

/// What came back for one attempt.
struct ApiClient::Reply {
    int httpStatus = 0;
    QByteArray body;
    Failure failure;  ///< meaningful unless isGood
    bool isGood = false;
};

ApiClient::ApiClient(QObject* parent) : QObject(parent) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

ApiClient::~ApiClient() {
    // Whoever awaits an answer is carried to the end now, while there is still something to be carried by.
    m_isClosing = true;
    for (QNetworkReply* reply : m_network.findChildren<QNetworkReply*>()) {
        reply->abort();
    }
}

void ApiClient::setServer(const QUrl& server) {
    m_server = server;
    m_network.clearConnectionCache();
}

int ApiClient::pendingCalls() const {
    const auto replies = m_network.findChildren<QNetworkReply*>();
    return static_cast<int>(
        std::ranges::count_if(replies, [](const QNetworkReply* reply) { return reply->isRunning(); }));
}

QUrl ApiClient::addressOf(const Call& call) const {
    QString path = toQString(api::basePath) + toQString(call.endpoint->path);
    for (const auto& [name, value] : call.path) {
        path.replace(QLatin1Char('{') + name + QLatin1Char('}'),
                     QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    QUrl address = below(m_server, path);
    address.setQuery(call.query);
    return address;
}

QNetworkRequest ApiClient::requestFor(const Call& call) const {
    QNetworkRequest request(addressOf(call));
    request.setTransferTimeout(call.silenceMsMax);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    // What a person finds in the list of sessions.
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setRawHeader("Accept-Language", m_language == Language::Persian ? "fa" : "en");
    if (!m_token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + m_token);
    }
    if (!call.idempotencyKey.isEmpty()) {
        request.setRawHeader("Idempotency-Key", call.idempotencyKey.toLatin1());
    }
    if (!call.ifMatch.isEmpty()) {
        request.setRawHeader("If-Match", '"' + call.ifMatch.toLatin1() + '"');
    }
    if (call.isAnew) {
        request.setRawHeader("Cache-Control", "no-cache");
    }
    return request;
}

QNetworkReply* ApiClient::start(const Call& call, const Upload* upload) {
    QNetworkRequest request = requestFor(call);
    if (upload != nullptr) {
        auto* parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
        // A repeat is the same request to the last byte: the key names the boundary too.
        parts->setBoundary("nextgen-" + call.idempotencyKey.toLatin1());
        for (const auto& [name, value] : upload->fields) {
            QHttpPart part;
            part.setHeader(QNetworkRequest::ContentDispositionHeader,
                           QStringLiteral("form-data; name=\"%1\"").arg(name));
            part.setBody(value.toUtf8());
            parts->append(part);
        }
        auto file = std::make_unique<QFile>(upload->filePath);
        if (!file->open(QIODevice::ReadOnly)) {
            delete parts;
            return nullptr;
        }
        QHttpPart part;
        part.setRawHeader("Content-Disposition", "form-data; name=\"file\"; filename=\"" +
                                                     quotedFileName(QFileInfo(*file).fileName()) + '"');
        part.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(fileContentType));
        part.setBodyDevice(file.get());
        file.release()->setParent(parts);
        parts->append(part);
        QNetworkReply* reply = m_network.post(request, parts);
        parts->setParent(reply);
        return reply;
    }
    const std::string_view method = api::methodName(call.endpoint->method);
    QByteArray body = call.body;
    if (body.isEmpty() && call.endpoint->body != api::Body::None &&
        call.endpoint->method != api::Method::Get) {
        body = "{}";
    }
    if (!body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    }
    return m_network.sendCustomRequest(
        request, QByteArray(method.data(), static_cast<qsizetype>(method.size())), body);
}

QCoro::Task<ApiClient::Reply> ApiClient::exchange(Call call, std::shared_ptr<const Upload> upload) {
    Reply result;
    if (call.cancellation && call.cancellation->isCancelled()) {
        result.failure = failureOf(ErrorCode::Cancelled);
        co_return result;
    }
    QNetworkReply* reply = start(call, upload.get());
    if (reply == nullptr) {
        result.failure = failureOf(ErrorCode::FileNotReadable, upload->filePath);
        co_return result;
    }
    if (call.cancellation) {
        connect(call.cancellation.get(), &Cancellation::cancelled, reply, &QNetworkReply::abort);
    }
    if (call.progress) {
        const auto signal = upload ? &QNetworkReply::uploadProgress : &QNetworkReply::downloadProgress;
        connect(reply, signal, this, [progress = call.progress](qint64 bytes, qint64 total) {
            if (total != 0) {  // Qt says 0 of 0 once more at the end
                progress(bytes, total);
            }
        });
    }
    const auto isTooLong = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, isTooLong](qint64 bytes, qint64) {
        if (bytes > answerBytesMax) {
            *isTooLong = true;
            reply->abort();
        }
    });

    const QPointer<ApiClient> self(this);
    const QByteArray tokenSent = m_token;
    co_await reply;
    reply->deleteLater();

    result.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!self || self->m_isClosing || (call.cancellation && call.cancellation->isCancelled())) {
        result.failure = failureOf(ErrorCode::Cancelled);
        co_return result;
    }
    if (*isTooLong) {
        result.failure = failureOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("more than 64 MiB"));
        co_return result;
    }
    // Qt reports a refusal as an error of the content, the protocol or the server; below those lies the
    // network.
    const bool isWhole = reply->error() == QNetworkReply::NoError ||
                         (result.httpStatus >= 300 && reply->error() >= QNetworkReply::ContentAccessDenied);
    if (!isWhole) {
        result.httpStatus = 0;
        result.failure = failureOf(ErrorCode::ServerUnreachable, reply->errorString());
        emit self->lostServer(reply->errorString());
        co_return result;
    }
    result.body = reply->readAll();
    result.isGood = result.httpStatus >= 200 && result.httpStatus < 300;
    if (!result.isGood) {
        result.failure = failureOfAnswer(result.httpStatus, result.body);
        result.failure.retryAfterSeconds = reply->rawHeader("Retry-After").toInt();
        if (result.failure.requestId.isEmpty()) {
            result.failure.requestId = QString::fromLatin1(reply->rawHeader("X-Request-Id"));
        }
    }
    emit self->reachedServer();
    if (self && result.httpStatus == 401 && result.failure.code == ErrorCode::NotSignedIn &&
        !tokenSent.isEmpty() && tokenSent == self->m_token) {
        self->m_token.clear();
        emit self->tokenRefused();
    }
    co_return result;
}

QCoro::Task<ApiClient::Reply> ApiClient::admitted(Call call, std::shared_ptr<const Upload> upload) {
    const QPointer<ApiClient> self(this);
    Reply reply = co_await exchange(call, upload);
    if (reply.isGood || reply.failure.code != ErrorCode::StepUpRequired || !m_prove) {
        co_return reply;
    }
    if (m_proof.isFinished()) {
        m_proof = m_prove();
    }
    const QFuture<bool> proof = m_proof;
    const bool isProved = co_await proof;
    if (!self || m_isClosing) {
        reply.failure = failureOf(ErrorCode::Cancelled);
        co_return reply;
    }
    if (!isProved) {
        co_return reply;
    }
    co_return co_await exchange(std::move(call), std::move(upload));
}

QCoro::Task<Answer<Json>> ApiClient::answerOf(Call call, std::shared_ptr<const Upload> upload) {
    if (call.idempotencyKey.isEmpty() && call.endpoint->idempotency != api::Idempotency::None) {
        call.idempotencyKey = newIdempotencyKey();
    }
    const QPointer<ApiClient> self(this);
    for (int attempt = 1;; ++attempt) {
        Reply reply = co_await admitted(call, upload);
        if (reply.isGood) {
            if (reply.body.isEmpty()) {
                co_return Json(nullptr);
            }
            Json json = Json::parse(reply.body.constData(), reply.body.constData() + reply.body.size(),
                                    nullptr, false);
            if (json.is_discarded()) {
                co_return tl::unexpected(failureOf(ErrorCode::AnswerNotUnderstood));
            }
            co_return json;
        }
        const bool isLost = reply.failure.isLostConnection();
        const bool isAskedBack = reply.failure.retryAfterSeconds > 0 &&
                                 reply.failure.retryAfterSeconds <= retryAfterSecondsMax &&
                                 (reply.httpStatus == 503 || reply.httpStatus == 429 ||
                                  reply.failure.code == ErrorCode::IdempotencyInProgress);
        if (attempt == attemptsMax || !isRepeatable(call) || !(isLost || isAskedBack)) {
            co_return tl::unexpected(std::move(reply.failure));
        }
        const auto wait =
            isLost ? 300ms * attempt : std::chrono::milliseconds(1000 * reply.failure.retryAfterSeconds);
        co_await QCoro::sleepFor(wait);
        if (!self || m_isClosing) {
            co_return tl::unexpected(failureOf(ErrorCode::Cancelled));
        }
    }
}

QCoro::Task<Answer<Json>> ApiClient::call(Call call) {
    return answerOf(std::move(call), nullptr);
}

QCoro::Task<Answer<Json>> ApiClient::upload(Call call, Upload upload) {
    return answerOf(std::move(call), std::make_shared<const Upload>(std::move(upload)));
}

QCoro::Task<Answer<void>> ApiClient::download(Call call, QString filePath) {
    const Reply reply = co_await admitted(std::move(call), nullptr);
    if (!reply.isGood) {
        co_return tl::unexpected(reply.failure);
    }
    const QString problem = co_await written(filePath, reply.body);
    if (!problem.isEmpty()) {
        co_return tl::unexpected(failureOf(ErrorCode::FileNotWritten, problem));
    }
    co_return Answer<void>();
}

QCoro::Task<bool> ApiClient::isAlive() {
    QNetworkRequest request(below(m_server, QStringLiteral("/livez")));
    request.setTransferTimeout(aliveMsMax);
    QNetworkReply* reply = m_network.get(request);
    const QPointer<ApiClient> self(this);
    co_await reply;
    reply->deleteLater();
    const bool isAlive = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
    if (self && !self->m_isClosing) {
        if (isAlive) {
            emit self->reachedServer();
        } else {
            emit self->lostServer(reply->errorString());
        }
    }
    co_return isAlive;
}

}  // namespace nextgen::client
