#include "app/client/local_store.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>
#include <map>
#include <tuple>
#include <vector>

namespace nextgen::client {

namespace {

/// Each step lifts the file from one user_version to the next; a step that was released is never edited.
constexpr const char* steps[] = {
    "create table drafts (scope text not null, kind text not null, key text not null, body blob not null,"
    " saved_at integer not null, primary key (scope, kind, key)) without rowid;"
    "create table layouts (name text not null primary key, body blob not null) without rowid",
    // Drafts are encrypted from here on.
    "delete from drafts",
};

constexpr int draftDaysMax = 180;

using DraftName = std::tuple<QString, QString, QString>;  ///< scope, kind, key

QByteArray boundTo(const DraftName& name) {
    const auto& [scope, kind, key] = name;
    return QStringLiteral("%1\n%2\n%3").arg(scope, kind, key).toUtf8();
}

const unsigned char* bytesOf(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

constexpr int nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

QByteArray sealed(const QByteArray& body, const DraftName& name, const QByteArray& key) {
    const QByteArray bound = boundTo(name);
    QByteArray cipher(nonceBytes + body.size() + tagBytes, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(cipher.data());
    randombytes_buf(bytes, nonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes + nonceBytes, nullptr, bytesOf(body), static_cast<unsigned long long>(body.size()),
        bytesOf(bound), static_cast<unsigned long long>(bound.size()), nullptr, bytes, bytesOf(key));
    return cipher;
}

/// nullopt for what another key has sealed, or somebody changed.
std::optional<QByteArray> opened(const QByteArray& cipher, const DraftName& name, const QByteArray& key) {
    if (cipher.size() < nonceBytes + tagBytes) {
        return std::nullopt;
    }
    const QByteArray bound = boundTo(name);
    QByteArray body(cipher.size() - nonceBytes - tagBytes, '\0');
    const bool isOpened =
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(body.data()), nullptr, nullptr, bytesOf(cipher) + nonceBytes,
            static_cast<unsigned long long>(cipher.size() - nonceBytes), bytesOf(bound),
            static_cast<unsigned long long>(bound.size()), bytesOf(cipher), bytesOf(key)) == 0;
    return isOpened ? std::optional(body) : std::nullopt;
}

/// The key in the file, which is made when there is none; a fresh one, good until the program ends, when the
/// file cannot be used.
QByteArray keyInFile(const QString& filePath) {
    QByteArray key(LocalStore::keyBytes, '\0');
    const QByteArray path = QFile::encodeName(filePath);
    QFile file(filePath);
    if (file.open(QIODevice::ReadOnly) && file.read(key.data(), key.size()) == key.size()) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return key;
    }
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    if (const int made =
            ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
        made >= 0) {
        if (::write(made, key.constData(), static_cast<std::size_t>(key.size())) != key.size() ||
            ::fsync(made) != 0) {
            ::unlink(path.constData());
        }
        ::close(made);
    }
    return key;
}

bool execAll(QSqlDatabase& database, const QString& statements) {
    for (const QString& statement : statements.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        QSqlQuery query(database);
        if (!query.exec(statement)) {
            return false;
        }
    }
    return true;
}

}  // namespace

/// Lives on the store's thread, with the one connection that only this thread may use.
class LocalStore::Worker : public QObject {
  public:
    Worker(LocalStore& store, QString filePath)
        : m_store(store),
          m_filePath(std::move(filePath)),
          m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

    ~Worker() override {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
    }

    void open() {
        if (sodium_init() < 0) {
            qFatal("libsodium cannot be used");
        }
        if (openAt(m_filePath)) {
            return;
        }
        QString reason = m_problem;
        // A file that SQLite cannot read holds nothing that we could: it is set aside for support, not
        // deleted.
        if (QFile::exists(m_filePath)) {
            const QString aside = m_filePath + QStringLiteral(".damaged");
            QFile::remove(aside);
            if (QFile::rename(m_filePath, aside) && openAt(m_filePath)) {
                return;
            }
        }
        openAt(QStringLiteral(":memory:"));
        m_isDurable = false;
        emit m_store.notDurable(reason);
    }

    QSqlDatabase& database() { return m_database; }

    /// Runs the work, once there is a key if it needs one.
    void run(const std::function<void()>& work, bool needsKey) {
        if (needsKey && m_key.isEmpty()) {
            m_waiting.push_back(work);
        } else {
            work();
        }
    }

    void setKey(const QByteArray& key) {
        if (!m_key.isEmpty()) {
            return;
        }
        m_key = key.size() == keyBytes ? key : keyInFile(m_filePath + QStringLiteral(".key"));
        for (const auto& work : std::exchange(m_waiting, {})) {
            work();
        }
    }

    /// Whether the disk took it; otherwise it is kept here, and goes along with the next one.
    bool save(const DraftName& name, const QByteArray& body) {
        m_untaken.insert_or_assign(
            name, Draft{std::get<1>(name), std::get<2>(name), body, QDateTime::currentDateTime()});
        for (auto one = m_untaken.begin(); one != m_untaken.end();) {
            if (!write(one->first, one->second)) {
                if (std::exchange(m_isDurable, false)) {
                    emit m_store.notDurable(m_problem);
                }
                return false;
            }
            one = m_untaken.erase(one);
        }
        if (!std::exchange(m_isDurable, true)) {
            emit m_store.durableAgain();
        }
        return true;
    }

    bool drop(const DraftName& name) {
        m_untaken.erase(name);
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("delete from drafts where scope = ? and kind = ? and key = ?"));
        bind(query, name);
        return query.exec();
    }

    /// Those of a kind, or the one of a name, oldest first.
    QList<Draft> find(const QString& scope, const QString& kind, const std::optional<QString>& key) {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("select key, body, saved_at from drafts where scope = ? and kind = ?%1"
                                     " order by saved_at, key")
                          .arg(key ? QStringLiteral(" and key = ?") : QString()));
        query.addBindValue(scope);
        query.addBindValue(kind);
        if (key) {
            query.addBindValue(*key);
        }
        QList<Draft> list;
        query.exec();
        while (query.next()) {
            const QString found = query.value(0).toString();
            const DraftName name{scope, kind, found};
            if (m_untaken.contains(name)) {
                continue;
            }
            if (auto body = opened(query.value(1).toByteArray(), name, m_key)) {
                list.append({kind, found, std::move(*body),
                             QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong())});
            }
        }
        for (const auto& [name, draft] : m_untaken) {
            if (std::get<0>(name) == scope && draft.kind == kind && (!key || draft.key == *key)) {
                list.append(draft);
            }
        }
        return list;
    }

  private:
    static void bind(QSqlQuery& query, const DraftName& name) {
        query.addBindValue(std::get<0>(name));
        query.addBindValue(std::get<1>(name));
        query.addBindValue(std::get<2>(name));
    }

    bool write(const DraftName& name, const Draft& draft) {
        QSqlQuery query(m_database);
        query.prepare(
            QStringLiteral("insert into drafts (scope, kind, key, body, saved_at) values (?, ?, ?, ?, ?)"
                           " on conflict do update set body = excluded.body, saved_at = excluded.saved_at"));
        bind(query, name);
        query.addBindValue(sealed(draft.body, name, m_key));
        query.addBindValue(draft.savedAt.toMSecsSinceEpoch());
        const bool isWritten = query.exec();
        m_problem = isWritten ? QString() : query.lastError().text();
        return isWritten;
    }

    bool openAt(const QString& filePath) {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_database.setDatabaseName(filePath);
        if (filePath != QLatin1String(":memory:")) {
            QDir().mkpath(QFileInfo(filePath).path());
        }
        const bool isOpen = m_database.open() && migrate();
        m_problem = isOpen ? QString() : m_database.lastError().text();
        return isOpen;
    }

    bool migrate() {
        // FULL: a draft that was reported as saved survives a power cut too.
        if (!execAll(m_database, QStringLiteral("pragma journal_mode = wal; pragma synchronous = full;"
                                                "pragma busy_timeout = 5000; pragma secure_delete = on"))) {
            return false;
        }
        QFile::setPermissions(m_database.databaseName(), QFile::ReadOwner | QFile::WriteOwner);
        QSqlQuery version(m_database);
        if (!version.exec(QStringLiteral("pragma user_version")) || !version.next()) {
            return false;
        }
        const int have = version.value(0).toInt();
        version.finish();
        for (int step = have; step < static_cast<int>(std::size(steps)); ++step) {
            if (!m_database.transaction() || !execAll(m_database, QString::fromLatin1(steps[step])) ||
                !execAll(m_database, QStringLiteral("pragma user_version = %1").arg(step + 1)) ||
                !m_database.commit()) {
                m_database.rollback();
                return false;
            }
        }
        // Work that nobody came back to for so long is not gone on with.
        const qint64 oldest = QDateTime::currentDateTime().addDays(-draftDaysMax).toMSecsSinceEpoch();
        execAll(m_database, QStringLiteral("delete from drafts where saved_at < %1").arg(oldest));
        return true;
    }

    LocalStore& m_store;
    QString m_filePath;
    QString m_connection;
    QString m_problem;
    QSqlDatabase m_database;
    QByteArray m_key;
    bool m_isDurable = true;
    std::vector<std::function<void()>> m_waiting;
    std::map<DraftName, Draft> m_untaken;  ///< what the disk has not taken
};

template <class T, class Work>
QFuture<T> LocalStore::ask(Work work, bool needsKey) {
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, work = std::move(work), needsKey] {
            worker->run(
                [worker, promise, work] {
                    promise->addResult(work(*worker));
                    promise->finish();
                },
                needsKey);
        },
        Qt::QueuedConnection);
    return promise->future();
}

QString LocalStore::defaultFilePath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/local.sqlite");
}

LocalStore::LocalStore(const QString& filePath, KeyFrom keyFrom, QObject* parent)
    : QObject(parent), m_worker(new Worker(*this, filePath)) {
    m_thread.setObjectName(QStringLiteral("local_store"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, [worker = m_worker, keyFrom] {
        worker->open();
        if (keyFrom == KeyFrom::File) {
            worker->setKey({});
        }
    });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

LocalStore::~LocalStore() {
    // What was asked for before is carried out first: quit() is the last in the queue.
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void LocalStore::setKey(const QByteArray& key) {
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, key] { worker->setKey(key); }, Qt::QueuedConnection);
}

QFuture<bool> LocalStore::saveDraft(const QString& kind, const QString& key, const QByteArray& body) {
    return ask<bool>(
        [name = DraftName(m_scope, kind, key), body](Worker& worker) { return worker.save(name, body); },
        true);
}

QFuture<bool> LocalStore::dropDraft(const QString& kind, const QString& key) {
    return ask<bool>([name = DraftName(m_scope, kind, key)](Worker& worker) { return worker.drop(name); },
                     true);
}

QFuture<std::optional<Draft>> LocalStore::draft(const QString& kind, const QString& key) {
    return ask<std::optional<Draft>>(
        [scope = m_scope, kind, key](Worker& worker) -> std::optional<Draft> {
            const QList<Draft> found = worker.find(scope, kind, key);
            return found.isEmpty() ? std::nullopt : std::optional(found.first());
        },
        true);
}

QFuture<QList<Draft>> LocalStore::drafts(const QString& kind) {
    return ask<QList<Draft>>(
        [scope = m_scope, kind](Worker& worker) { return worker.find(scope, kind, std::nullopt); }, true);
}

QFuture<bool> LocalStore::saveLayout(const QString& name, const QByteArray& body) {
    return ask<bool>(
        [name, body](Worker& worker) {
            QSqlQuery query(worker.database());
            query.prepare(
                QStringLiteral("insert into layouts (name, body) values (?, ?)"
                               " on conflict do update set body = excluded.body"));
            query.addBindValue(name);
            query.addBindValue(body);
            return query.exec();
        },
        false);
}

QFuture<std::optional<QByteArray>> LocalStore::layout(const QString& name) {
    return ask<std::optional<QByteArray>>(
        [name](Worker& worker) -> std::optional<QByteArray> {
            QSqlQuery query(worker.database());
            query.prepare(QStringLiteral("select body from layouts where name = ?"));
            query.addBindValue(name);
            if (!query.exec() || !query.next()) {
                return std::nullopt;
            }
            return query.value(0).toByteArray();
        },
        false);
}

}  // namespace nextgen::client
