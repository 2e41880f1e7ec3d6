#pragma once

#include "shared/api/endpoint.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrlQuery>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace nextgen::client {

/// Ends calls that are under way. Hand the same one to several calls: cancel() aborts them all.
class Cancellation : public QObject {
    Q_OBJECT

  public:
    bool isCancelled() const { return m_isCancelled; }
    void cancel();

  signals:
    void cancelled();

  private:
    bool m_isCancelled = false;
};

/// Bytes sent or received so far; the total is −1 while it is not known.
using Progress = std::function<void(qint64 bytes, qint64 bytesTotal)>;

/// One call of the API: a line of the endpoint table and what fills it in.
class Call {
  public:
    /// Throws std::out_of_range for an operation that the endpoint table does not name.
    explicit Call(std::string_view operation) : endpoint(&api::endpoint(operation)) {}

    /// The value of a {name} in the path.
    Call& at(const QString& name, const QString& value) {
        path.emplace_back(name, value);
        return *this;
    }
    Call& where(const QString& name, const QString& value) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        return *this;
    }
    Call& ifVersion(int version) {
        ifMatch = QString::number(version);
        return *this;
    }

    /// Not out of what the server keeps for a few seconds.
    Call& anew() {
        isAnew = true;
        return *this;
    }

    const api::Endpoint* endpoint;
    std::vector<std::pair<QString, QString>> path;
    QUrlQuery query;
    QByteArray body;            ///< JSON text; empty: none
    QString idempotencyKey;     ///< empty: a fresh one is made where the endpoint takes one
    QString ifMatch;            ///< version, without the quotes of an ETag
    bool isAnew = false;
    int silenceMsMax = 30'000;  ///< aborted after so long without a byte either way
    std::shared_ptr<Cancellation> cancellation;
    Progress progress;
};

/// A file that travels as the part named `file` of a multipart body, read while it is sent.
struct Upload {
    QString filePath;
    std::vector<std::pair<QString, QString>> fields;
};

/// A key that no other call of anybody has.
QString newIdempotencyKey();

}  // namespace nextgen::client
