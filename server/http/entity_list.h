#pragma once

#include "server/db/session.h"
#include "server/http/list_answer.h"
#include "server/http/request.h"
#include "shared/describe/json.h"

namespace nextgen::http {

/// A page of described rows by the conventions that every list keeps: filters, sort, cursor, estimate.
template <describe::Described E>
Answer answerList(Request& request, db::Pool& readers, const ListSource& source) {
    const auto query = request.listQuery();
    if (!query) {
        return tl::unexpected(query.error());
    }
    db::ReadSession session(readers, request.tenantContext());
    return listAnswer(session, *query, source,
                      [](const db::Row& row) { return describe::toJson(db::decode<E>(row)); });
}

}  // namespace nextgen::http
