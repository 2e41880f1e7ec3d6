#include "server/change/change_routes.h"

#include "shared/describe/json.h"

#include <nlohmann/json.hpp>

namespace nextgen::change {

namespace {

constexpr std::size_t tagLength = 32;  ///< of a cursor, whose beginning is a hash of all of it

}  // namespace

void addRoutes(http::Routes& routes, ChangeFeed& feed) {
    routes.on("changes.list", [&feed](http::Request& request) -> http::Answer {
        const News news = feed.since(request.caller(), request.tenantContext(), request.parameter("since"));
        http::Json items = http::Json::array();
        for (const api::Change& change : news.changes) {
            items.push_back(describe::toJson(change));
        }
        http::Response response = http::Response::json(
            {{"items", std::move(items)}, {"is_complete", news.isComplete}, {"cursor", news.cursor}});
        if (news.isComplete && news.cursor == request.parameter("since")) {
            response.tag = '"' + news.cursor.substr(0, tagLength) + '"';
        }
        return response;
    });
}

}  // namespace nextgen::change
