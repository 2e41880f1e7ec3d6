#include "app/client/call.h"

#include <QUuid>

namespace nextgen::client {

void Cancellation::cancel() {
    if (!m_isCancelled) {
        m_isCancelled = true;
        emit cancelled();
    }
}

QString newIdempotencyKey() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

}  // namespace nextgen::client
