#pragma once

#include "shared/api/permission.h"

#include <QAbstractTableModel>
#include <QString>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace nextgen::account {

/// Rights as rows in the order of the catalogue, roles as columns. What is ticked otherwise than the server
/// has it is staged: marked, and written by whoever asks for changes().
class RoleTable : public QAbstractTableModel {
    Q_OBJECT

  public:
    /// A right that a role holds, as the server has it.
    struct Right {
        QString role;
        Permission permission;
        std::int64_t id;
        int version;
    };
    /// A right that is given to a role, or taken from it.
    struct Change {
        QString role;
        Permission permission;
        bool isGiven;
        std::int64_t id;         ///< of the right that is taken
        int version;             ///< and its version
        QString idempotencyKey;  ///< of the right that is given: the same one as often as it is sent
    };
    using MayChange = std::function<bool(const QString& role, Permission permission)>;

    explicit RoleTable(MayChange mayChange, QObject* parent = nullptr);

    /// What is staged stays, as far as it still differs.
    void setRights(const std::vector<Right>& rights);
    /// A role without rights, in the list as soon as it is given one. False: there is one of that name.
    bool addRole(const QString& role);
    const std::vector<QString>& roles() const { return m_roles; }

    /// Only these two and the rights that one of them has and the other has not; two empty names: all.
    void compare(const QString& one, const QString& other);
    /// Otherwise than it was; passed over where the person may not.
    void toggle(const QModelIndex& index);

    std::vector<Change> changes() const;
    void giveUp();
    /// The server wrote it; `id` and `version` of the right that was given.
    void settle(const Change& change, std::int64_t id, int version);
    void refuse(const Change& change, const QString& reason);
    /// In words: “See cheques”.
    static QString titleOf(Permission permission);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  signals:
    void changed();

  private:
    using Place = std::pair<QString, Permission>;
    struct Kept {
        std::int64_t id;
        int version;
    };
    struct Staged {
        bool isGiven;
        QString idempotencyKey;
        QString refusal;
    };

    Place placeOf(const QModelIndex& index) const;
    bool holds(const Place& place) const;
    void arrange();

    MayChange m_mayChange;
    std::map<Place, Kept> m_kept;
    std::map<Place, Staged> m_staged;
    std::vector<QString> m_roles;
    std::vector<QString> m_added;
    QString m_one;
    QString m_other;
    std::vector<QString> m_columns;
    std::vector<Permission> m_rows;
};

}  // namespace nextgen::account
