#include "app/client/local_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>

namespace nextgen::client {

namespace {

/// Each step lifts the file from one user_version to the next; a step that was released is never edited.
constexpr const char* steps[] = {
    "create table drafts (scope text not null, kind text not null, key text not null, body blob not null,"
    " saved_at integer not null, primary key (scope, kind, key)) without rowid;"
    "create table layouts (name text not null primary key, body blob not null) without rowid",
};

bool execAll(QSqlDatabase& database, const QString& statements) {
    for (const QString& statement : statements.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        QSqlQuery query(database);
        if (!query.exec(statement)) {
            return false;
        }
    }
    return true;
}

Draft draftOf(const QSqlQuery& row) {
    return {row.value(0).toString(), row.value(1).toString(), row.value(2).toByteArray(),
            QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong())};
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
        emit m_store.notDurable(reason);
    }

    QSqlDatabase& database() { return m_database; }

  private:
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
        return true;
    }

    LocalStore& m_store;
    QString m_filePath;
    QString m_connection;
    QString m_problem;
    QSqlDatabase m_database;
};

template <class T, class Work>
QFuture<T> LocalStore::ask(Work work) {
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, work = std::move(work)] {
            promise->addResult(work(worker->database()));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

QString LocalStore::defaultFilePath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/local.sqlite");
}

LocalStore::LocalStore(const QString& filePath, QObject* parent)
    : QObject(parent), m_worker(new Worker(*this, filePath)) {
    m_thread.setObjectName(QStringLiteral("local_store"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, [worker = m_worker] { worker->open(); });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

LocalStore::~LocalStore() {
    // What was asked for before is carried out first: quit() is the last in the queue.
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<bool> LocalStore::saveDraft(const QString& kind, const QString& key, const QByteArray& body) {
    return ask<bool>([scope = m_scope, kind, key, body](QSqlDatabase& database) {
        QSqlQuery query(database);
        query.prepare(
            QStringLiteral("insert into drafts (scope, kind, key, body, saved_at) values (?, ?, ?, ?, ?)"
                           " on conflict do update set body = excluded.body, saved_at = excluded.saved_at"));
        query.addBindValue(scope);
        query.addBindValue(kind);
        query.addBindValue(key);
        query.addBindValue(body);
        query.addBindValue(QDateTime::currentMSecsSinceEpoch());
        return query.exec();
    });
}

QFuture<bool> LocalStore::dropDraft(const QString& kind, const QString& key) {
    return ask<bool>([scope = m_scope, kind, key](QSqlDatabase& database) {
        QSqlQuery query(database);
        query.prepare(QStringLiteral("delete from drafts where scope = ? and kind = ? and key = ?"));
        query.addBindValue(scope);
        query.addBindValue(kind);
        query.addBindValue(key);
        return query.exec();
    });
}

QFuture<std::optional<Draft>> LocalStore::draft(const QString& kind, const QString& key) {
    return ask<std::optional<Draft>>(
        [scope = m_scope, kind, key](QSqlDatabase& database) -> std::optional<Draft> {
            QSqlQuery query(database);
            query.prepare(
                QStringLiteral("select kind, key, body, saved_at from drafts"
                               " where scope = ? and kind = ? and key = ?"));
            query.addBindValue(scope);
            query.addBindValue(kind);
            query.addBindValue(key);
            if (!query.exec() || !query.next()) {
                return std::nullopt;
            }
            return draftOf(query);
        });
}

QFuture<QList<Draft>> LocalStore::drafts(const QString& kind) {
    return ask<QList<Draft>>([scope = m_scope, kind](QSqlDatabase& database) {
        QSqlQuery query(database);
        query.prepare(
            QStringLiteral("select kind, key, body, saved_at from drafts where scope = ? and kind = ?"
                           " order by saved_at, key"));
        query.addBindValue(scope);
        query.addBindValue(kind);
        QList<Draft> list;
        query.exec();
        while (query.next()) {
            list.append(draftOf(query));
        }
        return list;
    });
}

QFuture<bool> LocalStore::saveLayout(const QString& name, const QByteArray& body) {
    return ask<bool>([name, body](QSqlDatabase& database) {
        QSqlQuery query(database);
        query.prepare(
            QStringLiteral("insert into layouts (name, body) values (?, ?)"
                           " on conflict do update set body = excluded.body"));
        query.addBindValue(name);
        query.addBindValue(body);
        return query.exec();
    });
}

QFuture<std::optional<QByteArray>> LocalStore::layout(const QString& name) {
    return ask<std::optional<QByteArray>>([name](QSqlDatabase& database) -> std::optional<QByteArray> {
        QSqlQuery query(database);
        query.prepare(QStringLiteral("select body from layouts where name = ?"));
        query.addBindValue(name);
        if (!query.exec() || !query.next()) {
            return std::nullopt;
        }
        return query.value(0).toByteArray();
    });
}

}  // namespace nextgen::client
