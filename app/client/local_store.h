#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QString>
#include <QThread>
#include <memory>
#include <optional>

namespace nextgen::client {

/// Work that was typed but not yet taken by the server.
struct Draft {
    QString kind;  ///< what it is: "cheque_import_mend"
    QString key;   ///< which one of its kind
    QByteArray body;
    QDateTime savedAt;
};

/// Drafts and layouts of this machine's user, in an SQLite file, on a thread of its own: nothing here makes
/// the caller wait. Requests are carried out in the order in which they were made. A write is on the disk
/// once its future has finished, also when the program is killed then; what the disk does not take is kept in
/// memory.
///
/// Drafts are encrypted, each bound to its scope, kind and key. The key is the caller's, from the keychain,
/// or lies in a file beside the store that only this user can read: that keeps drafts from other users and
/// out of copies of the store alone, not from whoever reads this user's files.
class LocalStore : public QObject {
    Q_OBJECT

  public:
    /// The usual place of the file, in the folder that the system gives programs for their data.
    static QString defaultFilePath();

    enum class KeyFrom { File, Caller };

    /// With KeyFrom::Caller whatever concerns drafts waits for setKey().
    explicit LocalStore(const QString& filePath, KeyFrom keyFrom = KeyFrom::File, QObject* parent = nullptr);
    ~LocalStore() override;

    static constexpr int keyBytes = 32;
    /// Drafts are encrypted by it; empty: by the key file. The first one counts.
    void setKey(const QByteArray& key);

    /// Whose drafts: another server, tenant or user sees none of them.
    void setScope(const QString& scope) { m_scope = QLatin1String("") + scope; }

    QFuture<bool> saveDraft(const QString& kind, const QString& key, const QByteArray& body);
    QFuture<bool> dropDraft(const QString& kind, const QString& key);
    QFuture<std::optional<Draft>> draft(const QString& kind, const QString& key);
    /// Those of a kind, oldest first.
    QFuture<QList<Draft>> drafts(const QString& kind);

    /// How a window or grid was left: widths, order, sort. Layouts are the machine user's, whoever signs in.
    QFuture<bool> saveLayout(const QString& name, const QByteArray& body);
    QFuture<std::optional<QByteArray>> layout(const QString& name);

  signals:
    /// The file cannot be used, or takes no more: drafts live in memory until the program ends. Said once
    /// until durableAgain().
    void notDurable(const QString& reason);
    /// The disk took a draft again, and with it those that it had not taken.
    void durableAgain();

  private:
    class Worker;

    template <class T, class Work>
    QFuture<T> ask(Work work, bool needsKey);

    QThread m_thread;
    Worker* m_worker;
    QString m_scope = QLatin1String("");  ///< never null: SQL would take that for NULL
};

}  // namespace nextgen::client
