#include "app/shell/context.h"

#include "shared/core/instant.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace nextgen::shell {

Date todayInTehran() {
    return Instant(QDateTime::currentMSecsSinceEpoch() * 1000).dateAt(tehranOffsetMinutes);
}

QString personKey(const Context& context) {
    const client::Place& place = context.session.place();
    const QString person =
        QStringLiteral("%1|%2|%3")
            .arg(place.server.toString(), place.tenant, ui::toQt(context.session.user().id.toString()));
    constexpr int bytes = 12;
    return QString::fromLatin1(
        QCryptographicHash::hash(person.toUtf8(), QCryptographicHash::Blake2b_256).left(bytes).toHex());
}

}  // namespace nextgen::shell
