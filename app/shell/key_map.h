#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace nextgen::shell {

/// Which keys this person gave to which command; commands without an entry have the program's own. Kept per
/// server, tenant and user.
class KeyMap {
  public:
    explicit KeyMap(const QString& person);

    /// The keys of the program, and in place of them the person's. Called again when the program's own
    /// change.
    void apply(QAction& action, const QString& id, const QList<QKeySequence>& own) const;
    /// The same for an action that has its own keys.
    void apply(QAction& action, const QString& id) const { apply(action, id, ownKeys(action)); }

    bool isChanged(const QString& id) const { return m_changed.contains(id); }
    /// No keys: the command has none from now on.
    void change(const QString& id, const QList<QKeySequence>& keys);
    void reset(const QString& id);

    /// As the program has them, whatever the person chose.
    static QList<QKeySequence> ownKeys(const QAction& action);

  private:
    void save() const;

    QString m_settingsKey;
    QHash<QString, QList<QKeySequence>> m_changed;
};

}  // namespace nextgen::shell
