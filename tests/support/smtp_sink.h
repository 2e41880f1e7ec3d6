#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

namespace nextgen::test {

/// An SMTP server (RFC 5321) on loopback that keeps what it is sent and refuses what a test tells it to.
class SmtpSink : public QTcpServer {
  public:
    struct Letter {
        QByteArray from;
        QByteArray to;
        QByteArray text;  ///< headers, an empty line, the body

        QByteArray header(const QByteArray& name) const {
            const QByteArray head = text.left(text.indexOf("\r\n\r\n"));
            for (const QByteArray& line : head.split('\n')) {
                if (line.startsWith(name + ": ")) {
                    return line.mid(name.size() + 2).trimmed();
                }
            }
            return {};
        }
        QString body() const {
            return QString::fromUtf8(QByteArray::fromBase64(text.mid(text.indexOf("\r\n\r\n") + 4)));
        }
    };

    SmtpSink() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                    m_talks.remove(socket);
                    socket->deleteLater();
                });
                socket->write("220 sink ESMTP\r\n");
            }
        });
    }

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(serverPort()); }

    QByteArray recipientAnswer = "250 OK";
    QList<Letter> letters;

  private:
    struct Talk {
        QByteArray buffer;
        Letter letter;
        bool isData = false;
    };

    void read(QTcpSocket* socket) {
        Talk& talk = m_talks[socket];
        talk.buffer += socket->readAll();
        for (qsizetype end = talk.buffer.indexOf("\r\n"); end >= 0; end = talk.buffer.indexOf("\r\n")) {
            const QByteArray line = talk.buffer.left(end);
            talk.buffer.remove(0, end + 2);
            if (talk.isData) {
                takeLine(socket, talk, line);
            } else {
                answer(socket, talk, line);
            }
        }
    }

    void takeLine(QTcpSocket* socket, Talk& talk, const QByteArray& line) {
        if (line != ".") {
            talk.letter.text += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
            return;
        }
        talk.isData = false;
        letters << std::exchange(talk.letter, {});
        socket->write("250 taken\r\n");
    }

    void answer(QTcpSocket* socket, Talk& talk, const QByteArray& line) {
        const QByteArray verb = line.left(4).toUpper();
        QByteArray said = "250 OK";
        if (verb == "MAIL") {
            talk.letter.from = line;
        } else if (verb == "RCPT") {
            talk.letter.to = line;
            said = recipientAnswer;
        } else if (verb == "DATA") {
            talk.isData = true;
            said = "354 go on";
        } else if (verb == "QUIT") {
            said = "221 bye";
        }
        socket->write(said + "\r\n");
    }

    QHash<QTcpSocket*, Talk> m_talks;
};

}  // namespace nextgen::test
