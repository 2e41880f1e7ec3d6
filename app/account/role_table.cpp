#include "app/account/role_table.h"

#include "app/client/call.h"
#include "app/shell/ltr.h"
#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <algorithm>

namespace nextgen::account {

RoleTable::RoleTable(MayChange mayChange, QObject* parent)
    : QAbstractTableModel(parent), m_mayChange(std::move(mayChange)) {}

void RoleTable::setRights(const std::vector<Right>& rights) {
    m_kept.clear();
    for (const Right& right : rights) {
        m_kept[{right.role, right.permission}] = {right.id, right.version};
    }
    // What somebody else has done meanwhile is no change any more.
    std::erase_if(m_staged, [this](const auto& one) { return m_kept.contains(one.first) == one.second.isGiven; });
    arrange();
}

bool RoleTable::addRole(const QString& role) {
    if (std::ranges::find(m_roles, role) != m_roles.end()) {
        return false;
    }
    m_added.push_back(role);
    arrange();
    return true;
}

void RoleTable::compare(const QString& one, const QString& other) {
    m_one = one;
    m_other = other;
    arrange();
}

void RoleTable::arrange() {
    beginResetModel();
    m_roles.clear();
    for (const auto& [place, kept] : m_kept) {
        if (m_roles.empty() || m_roles.back() != place.first) {
            m_roles.push_back(place.first);
        }
    }
    std::erase_if(m_added, [this](const QString& role) { return std::ranges::count(m_roles, role) > 0; });
    m_roles.insert(m_roles.end(), m_added.begin(), m_added.end());

    const bool isCompared = !m_one.isEmpty() && !m_other.isEmpty();
    m_columns = isCompared ? std::vector<QString>{m_one, m_other} : m_roles;
    m_rows.clear();
    for (const PermissionText& line : permissionCatalogue()) {
        if (!isCompared || holds({m_one, line.permission}) != holds({m_other, line.permission})) {
            m_rows.push_back(line.permission);
        }
    }
    endResetModel();
    emit changed();
}

RoleTable::Place RoleTable::placeOf(const QModelIndex& index) const {
    return {m_columns.at(static_cast<std::size_t>(index.column())),
            m_rows.at(static_cast<std::size_t>(index.row()))};
}

bool RoleTable::holds(const Place& place) const {
    const auto staged = m_staged.find(place);
    return staged != m_staged.end() ? staged->second.isGiven : m_kept.contains(place);
}

void RoleTable::toggle(const QModelIndex& index) {
    if (!index.isValid()) {
        return;
    }
    const Place place = placeOf(index);
    if (!m_mayChange(place.first, place.second)) {
        return;
    }
    if (m_staged.erase(place) == 0) {
        m_staged[place] = {!m_kept.contains(place), client::newIdempotencyKey(), {}};
    }
    emit dataChanged(index, index);
    emit changed();
}

std::vector<RoleTable::Change> RoleTable::changes() const {
    std::vector<Change> all;
    for (const auto& [place, staged] : m_staged) {
        const auto kept = m_kept.find(place);
        const Kept right = kept == m_kept.end() ? Kept{0, 0} : kept->second;
        all.push_back({place.first, place.second, staged.isGiven, right.id, right.version, staged.idempotencyKey});
    }
    return all;
}

void RoleTable::giveUp() {
    m_staged.clear();
    m_added.clear();
    arrange();
}

void RoleTable::settle(const Change& change, std::int64_t id, int version) {
    const Place place{change.role, change.permission};
    m_staged.erase(place);
    if (change.isGiven) {
        m_kept[place] = {id, version};
    } else {
        m_kept.erase(place);
        // A role whose last right goes stays in sight as long as the page does.
        if (std::ranges::none_of(m_kept, [&](const auto& one) { return one.first.first == change.role; })) {
            m_added.push_back(change.role);
        }
    }
    arrange();
}

void RoleTable::refuse(const Change& change, const QString& reason) {
    if (const auto staged = m_staged.find({change.role, change.permission}); staged != m_staged.end()) {
        staged->second.refusal = reason;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit changed();
    }
}

QString RoleTable::titleOf(Permission permission) {
    for (const PermissionText& line : permissionCatalogue()) {
        if (line.permission == permission) {
            return ui::toQt(ui::currentLanguage() == Language::Persian ? line.persian : line.english);
        }
    }
    return {};
}

void RoleTable::retranslate() {
    if (rowCount() > 0) {
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int RoleTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoleTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RoleTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Place place = placeOf(index);
    const auto staged = m_staged.find(place);
    const bool isStaged = staged != m_staged.end();
    const ui::Colours& colours = ui::coloursIn(QGuiApplication::palette());
    switch (role) {
        case Qt::DisplayRole:
            return holds(place) ? QStringLiteral("✓") : QString();
        case Qt::TextAlignmentRole:
            return int(Qt::AlignCenter);
        case Qt::FontRole: {
            QFont font;
            font.setBold(isStaged);
            return font;
        }
        case Qt::BackgroundRole:
            return !isStaged                          ? QVariant()
                   : staged->second.refusal.isEmpty() ? QVariant(colours.warnSoft)
                                                      : QVariant(colours.badSoft);
        case Qt::ForegroundRole:
            return m_mayChange(place.first, place.second) ? QVariant() : QVariant(colours.muted);
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
            return isStaged && !staged->second.refusal.isEmpty() ? QVariant(staged->second.refusal) : QVariant();
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2: %3")
                .arg(shell::ltr(place.first), titleOf(place.second), holds(place) ? tr("held") : tr("not held"));
        default:
            return {};
    }
}

QVariant RoleTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) {
        return {};
    }
    return orientation == Qt::Horizontal ? QVariant(shell::ltr(m_columns.at(static_cast<std::size_t>(section))))
                                         : QVariant(titleOf(m_rows.at(static_cast<std::size_t>(section))));
}

}  // namespace nextgen::account
