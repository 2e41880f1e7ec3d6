#pragma once

#include "server/db/error.h"
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
    const auto run = [&](const ListSql& sql) {
        return sql.isForTheseValues ? session.runOnce(sql.text, sql.parameters)
                                    : session.runText(sql.text, sql.parameters);
    };
    try {
        std::vector<Json> items;
        for (const auto& row : run(query.rows(source))) {
            items.push_back(toJson(row));
        }
        std::optional<std::int64_t> counted;
        if (query.needsCount(items.size())) {
            counted = run(query.count(source)).one().template get<std::int64_t>(0);
        }
        return Response::json(query.page(std::move(items), counted));
    } catch (const db::StatementTimeout&) {
        return refuse(ErrorCode::QueryTooBroad);
    }
}

}  // namespace nextgen::http
