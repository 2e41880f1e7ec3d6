#include "app/shell/door.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace nextgen::shell {

namespace {

constexpr int waitMs = 2'000;
constexpr qint64 bytesMax = 4'096;
constexpr int guestsMax = 8;
const QByteArray welcome("ok\n");

}  // namespace

Door::Door(const QUrl& server, QObject* parent) : QObject(parent) {
    // In the folder that is this user's alone: in a common one somebody else could wait in our place.
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    QDir().mkpath(folder);
    constexpr int bytes = 8;
    const QByteArray of =
        QCryptographicHash::hash(server.authority().toUtf8(), QCryptographicHash::Blake2b_256).left(bytes);
    m_name = QDir(folder).filePath(QStringLiteral("nextgen-backoffice-") + QString::fromLatin1(of.toHex()));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(guestsMax);
    connect(&m_server, &QLocalServer::newConnection, this, &Door::answer);
}

bool Door::knock(const QString& link) const {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(waitMs)) {
        return false;
    }
    socket.write(link.toUtf8().left(bytesMax - 1) + '\n');
    // Another program could have left its socket there: only an answer counts.
    return socket.waitForBytesWritten(waitMs) && socket.waitForReadyRead(waitMs) &&
           socket.readAll() == welcome;
}

bool Door::open() {
    // Listening takes the place of whoever listens there already, so that one is asked for first.
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (socket.waitForConnected(waitMs)) {
        return false;
    }
    // What a program that was killed left behind.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void Door::answer() {
    while (QLocalSocket* guest = m_server.nextPendingConnection()) {
        connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
        QTimer::singleShot(waitMs, guest, &QLocalSocket::abort);
        const auto read = [this, guest] {
            if (!guest->canReadLine()) {
                if (guest->bytesAvailable() >= bytesMax) {
                    guest->abort();
                }
                return;
            }
            const QString link = QString::fromUtf8(guest->readLine(bytesMax)).trimmed();
            guest->write(welcome);
            guest->flush();
            guest->disconnectFromServer();
            emit knocked(link);
        };
        connect(guest, &QLocalSocket::readyRead, this, read);
        if (guest->bytesAvailable() > 0) {
            read();
        }
    }
}

}  // namespace nextgen::shell
