#include "app/shell/context.h"

#include "shared/core/instant.h"

#include <QDateTime>

namespace nextgen::shell {

Date todayInTehran() {
    return Instant(QDateTime::currentMSecsSinceEpoch() * 1000).dateAt(tehranOffsetMinutes);
}

}  // namespace nextgen::shell
