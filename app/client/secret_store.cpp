#include "app/client/secret_store.h"

#include "app/client/local_store.h"

#include <qt6keychain/keychain.h>
#include <sodium.h>

#include <QCoroSignal>
#include <QTimer>

namespace nextgen::client {

namespace {

const QString service = QStringLiteral("nextgen-backoffice");

/// Starts the job and waits for it. It is started from the event loop, since it may finish before start()
/// returns.
QCoro::Task<QKeychain::Error> run(QKeychain::Job* job) {
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    QTimer::singleShot(0, job, &QKeychain::Job::start);
    co_await qCoro(job, &QKeychain::Job::finished);
    co_return job->error();
}

}  // namespace

QCoro::Task<std::optional<QByteArray>> SecretStore::read(QString key) {
    if (m_memory.contains(key)) {
        co_return m_memory.value(key);
    }
    auto* job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    const QKeychain::Error error = co_await run(job);
    job->deleteLater();
    if (error == QKeychain::NoError) {
        co_return job->binaryData();
    }
    m_isPersistent = error == QKeychain::EntryNotFound;
    co_return std::nullopt;
}

QCoro::Task<void> SecretStore::write(QString key, QByteArray secret) {
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setBinaryData(secret);
    const QKeychain::Error error = co_await run(job);
    job->deleteLater();
    m_isPersistent = error == QKeychain::NoError;
    if (!m_isPersistent) {
        m_memory.insert(key, secret);
    }
}

QCoro::Task<void> SecretStore::remove(QString key) {
    m_memory.remove(key);
    if (!m_isPersistent) {
        co_return;
    }
    auto* job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    co_await run(job);
    job->deleteLater();
}

QCoro::Task<QByteArray> draftKey(SecretStore& secrets) {
    const QString name = QStringLiteral("drafts");
    if (const std::optional<QByteArray> key = co_await secrets.read(name)) {
        co_return *key;
    }
    if (sodium_init() < 0) {
        co_return QByteArray();
    }
    QByteArray drawn(LocalStore::keyBytes, '\0');
    randombytes_buf(drawn.data(), static_cast<std::size_t>(drawn.size()));
    if (secrets.isPersistent()) {
        co_await secrets.write(name, drawn);
    }
    co_return secrets.isPersistent() ? drawn : QByteArray();
}

QCoro::Task<std::optional<QByteArray>> MemorySecretStore::read(QString key) {
    co_return m_memory.contains(key) ? std::optional(m_memory.value(key)) : std::nullopt;
}

QCoro::Task<void> MemorySecretStore::write(QString key, QByteArray secret) {
    m_memory.insert(key, secret);
    co_return;
}

QCoro::Task<void> MemorySecretStore::remove(QString key) {
    m_memory.remove(key);
    co_return;
}

}  // namespace nextgen::client
