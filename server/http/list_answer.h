#pragma once

#include "server/http/list_query.h"
#include "server/http/response.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

namespace nextgen::http {

/// Answers a list: runs its statements on the session and makes JSON of each row.
///
///     const auto query = request.listQuery();
///     if (!query) { return tl::unexpected(query.error()); }
///     return listAnswer(session, *query, source, [](const db::Row& row) { return
///     toJson(db::decode<Dealer>(row)); });
template <class Session, class ToJson>
Answer listAnswer(Session& session, const ListQuery& query, const ListSource& source, ToJson&& toJson) {
    const ListSql select = query.rows(source);
    std::vector<Json> items;
    for (const auto& row : session.runText(select.text, select.parameters)) {
        items.push_back(toJson(row));
    }
    std::optional<std::int64_t> counted;
    if (query.needsCount(items.size())) {
        const ListSql count = query.count(source);
        counted = session.runText(count.text, count.parameters).one().template get<std::int64_t>(0);
    }
    return Response::json(query.page(std::move(items), counted));
}

}  // namespace nextgen::http
