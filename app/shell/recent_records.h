#pragma once

#include "app/shell/context.h"
#include "app/shell/documents.h"

#include <QList>

namespace nextgen::shell {

/// A record that this person looked at in a tab of its own.
struct RecentRecord {
    DocumentKey key;
    QString name;

    bool operator==(const RecentRecord&) const = default;
    QString id() const { return QStringLiteral("record/%1/%2").arg(key.page).arg(key.record); }
};

/// Last looked at first; a few.
QList<RecentRecord> recentRecords(const Context& context);
void noteRecent(const Context& context, RecentRecord record);

}  // namespace nextgen::shell
