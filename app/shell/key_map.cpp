#include "app/shell/key_map.h"

#include "ui/locale/memory.h"

#include <QVariant>
#include <algorithm>

namespace nextgen::shell {

namespace {

constexpr auto ownProperty = "ownKeys";
constexpr int keptMax = 200;

bool shareAny(const QList<QKeySequence>& some, const QList<QKeySequence>& others) {
    return std::ranges::any_of(some, [&](const QKeySequence& key) { return others.contains(key); });
}

}  // namespace

KeyMap::KeyMap(const QString& person) : m_settingsKey(QStringLiteral("keys/") + person) {
    const QVariantMap kept = ui::remembered(m_settingsKey).toMap();
    for (auto one = kept.begin(); one != kept.end() && m_changed.size() < keptMax; ++one) {
        m_changed.insert(one.key(), QKeySequence::listFromString(one.value().toString()));
    }
}

QList<QKeySequence> KeyMap::ownKeys(const QAction& action) {
    const QVariant own = action.property(ownProperty);
    return own.isValid() ? own.value<QList<QKeySequence>>() : action.shortcuts();
}

void KeyMap::apply(QAction& action, const QString& id, const QList<QKeySequence>& own) const {
    action.setProperty(ownProperty, QVariant::fromValue(own));
    if (const auto changed = m_changed.find(id); changed != m_changed.end()) {
        action.setShortcuts(*changed);
        return;
    }
    // What the person gave to another command is that one's; both would answer otherwise, hence neither.
    const bool isTaken =
        std::ranges::any_of(m_changed, [&](const QList<QKeySequence>& keys) { return shareAny(keys, own); });
    action.setShortcuts(isTaken ? QList<QKeySequence>() : own);
}

void KeyMap::change(const QString& id, const QList<QKeySequence>& keys) {
    m_changed.insert(id, keys);
    save();
}

void KeyMap::reset(const QString& id) {
    m_changed.remove(id);
    save();
}

void KeyMap::save() const {
    QVariantMap kept;
    for (auto one = m_changed.begin(); one != m_changed.end(); ++one) {
        kept.insert(one.key(), QKeySequence::listToString(one.value()));
    }
    ui::remember(m_settingsKey, kept);
}

}  // namespace nextgen::shell
