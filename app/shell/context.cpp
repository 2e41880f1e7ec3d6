#include "app/shell/context.h"

#include "app/shell/ltr.h"
#include "shared/core/instant.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>

namespace nextgen::shell {

namespace {

class Refusal {
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

QString titleOf(const QString& permission) {
    for (const PermissionText& line : permissionCatalogue()) {
        if (ui::toQt(line.name) == permission) {
            return ui::toQt(ui::currentLanguage() == Language::Persian ? line.persian : line.english);
        }
    }
    return ltr(permission);
}

}  // namespace

Date todayInTehran() {
    return Instant(QDateTime::currentMSecsSinceEpoch() * 1000).dateAt(tehranOffsetMinutes);
}

QString sentenceOf(const client::Failure& failure) {
    if (failure.code != ErrorCode::PermissionMissing || failure.missingPermission.isEmpty()) {
        return failure.text(ui::currentLanguage());
    }
    const QString title = titleOf(failure.missingPermission);
    if (failure.grantedBy.empty()) {
        return Refusal::tr("For this you lack the right “%1”.").arg(title);
    }
    QStringList roles;
    for (const QString& role : failure.grantedBy) {
        roles += ltr(role);
    }
    return Refusal::tr("For this you lack the right “%1”. Who can give it to you: %2.")
        .arg(title, roles.join(ui::currentLanguage() == Language::Persian ? QStringLiteral("، ")
                                                                          : QStringLiteral(", ")));
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
