#include "app/shell/recent_records.h"

#include "ui/locale/memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nextgen::shell {

namespace {

constexpr int recentsMax = 10;

QString settingsKey(const Context& context) {
    return QStringLiteral("recent/") + personKey(context);
}

}  // namespace

QList<RecentRecord> recentRecords(const Context& context) {
    QList<RecentRecord> recents;
    for (const QJsonValue& value :
         QJsonDocument::fromJson(ui::remembered(settingsKey(context)).toByteArray()).array()) {
        const QJsonObject one = value.toObject();
        const RecentRecord record{{one.value(QLatin1String("page")).toString(),
                                   one.value(QLatin1String("record")).toString().toLongLong()},
                                  one.value(QLatin1String("name")).toString()};
        if (record.key.record > 0 && recents.size() < recentsMax) {
            recents << record;
        }
    }
    return recents;
}

void noteRecent(const Context& context, RecentRecord record) {
    if (record.name.isEmpty()) {
        return;  // not loaded yet
    }
    QList<RecentRecord> recents = recentRecords(context);
    if (!recents.isEmpty() && recents.first() == record) {
        return;
    }
    recents.removeIf([&](const RecentRecord& one) { return one.key == record.key; });
    recents.prepend(std::move(record));
    QJsonArray kept;
    for (const RecentRecord& one : recents.mid(0, recentsMax)) {
        kept.append(QJsonObject{{QStringLiteral("page"), one.key.page},
                                {QStringLiteral("record"), QString::number(one.key.record)},
                                {QStringLiteral("name"), one.name}});
    }
    ui::remember(settingsKey(context), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

}  // namespace nextgen::shell
