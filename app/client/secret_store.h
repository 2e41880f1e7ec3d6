#pragma once

#include <QByteArray>
#include <QCoroTask>
#include <QHash>
#include <QString>
#include <optional>

namespace nextgen::client {

/// The system keychain. Where there is none (no session bus, locked, refused) secrets live in this program's
/// memory only, never in a file, and isPersistent() says so.
class SecretStore {
  public:
    virtual ~SecretStore() = default;

    virtual QCoro::Task<std::optional<QByteArray>> read(QString key);
    virtual QCoro::Task<void> write(QString key, QByteArray secret);
    virtual QCoro::Task<void> remove(QString key);

    /// Whether what was written outlives the program; known after the first call.
    bool isPersistent() const { return m_isPersistent; }

  protected:
    QHash<QString, QByteArray> m_memory;
    bool m_isPersistent = true;
};

/// The key that drafts are encrypted by, drawn at its first use; empty where no keychain keeps it.
QCoro::Task<QByteArray> draftKey(SecretStore& secrets);

/// Secrets in memory only: for tests, and for a person who does not want to stay signed in.
class MemorySecretStore : public SecretStore {
  public:
    MemorySecretStore() { m_isPersistent = false; }
    QCoro::Task<std::optional<QByteArray>> read(QString key) override;
    QCoro::Task<void> write(QString key, QByteArray secret) override;
    QCoro::Task<void> remove(QString key) override;
};

}  // namespace nextgen::client
