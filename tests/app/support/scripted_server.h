#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace nextgen::test {

/// A request as it came over the wire.
struct Received {
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers;  ///< names in lower case
    QByteArray body;
};

/// What is sent back; status 0 closes the connection without a word, −1 never answers.
struct Scripted {
    int status = 200;
    QByteArray body = "{}";
    QHash<QByteArray, QByteArray> headers = {};
};

/// A real HTTP server on loopback that answers as a test tells it: for what the real server does only when
/// something breaks.
class ScriptedServer : public QTcpServer {
  public:
    ScriptedServer() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    std::function<Scripted(const Received&)> answer = [](const Received&) { return Scripted{}; };
    QList<Received> received;

  private:
    void read(QTcpSocket* socket) {
        QByteArray& buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        Received request;
        const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < headEnd + 4 + length) {
            return;
        }
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        received.append(request);
        const Scripted reply = answer(request);
        if (reply.status < 0) {
            return;
        }
        if (reply.status == 0) {
            socket->abort();
            return;
        }
        QByteArray out = "HTTP/1.1 " + QByteArray::number(reply.status) + " Any\r\n";
        for (auto header = reply.headers.begin(); header != reply.headers.end(); ++header) {
            out += header.key() + ": " + header.value() + "\r\n";
        }
        out += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body;
        socket->write(out);
    }

    QHash<QTcpSocket*, QByteArray> m_buffers;
};

}  // namespace nextgen::test
