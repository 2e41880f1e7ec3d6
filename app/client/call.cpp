#include "app/client/listing.h"

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

Call listCall(std::string_view operation, const Listing& listing) {
    Call call(operation);
    for (const auto& [name, value] : listing.filters) {
        call.where(name, value);
    }
    if (!listing.search.isEmpty()) {
        call.where(QStringLiteral("q"), listing.search);
    }
    if (!listing.sort.isEmpty()) {
        call.where(QStringLiteral("sort"), listing.sort);
    }
    if (!listing.cursor.isEmpty()) {
        call.where(QStringLiteral("cursor"), listing.cursor);
    }
    call.where(QStringLiteral("limit"), QString::number(listing.limit));
    return call;
}

}  // namespace nextgen::client
