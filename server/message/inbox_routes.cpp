#include "server/message/inbox_routes.h"

#include "server/http/entity_list.h"
#include "server/sql.h"
#include "shared/message/notice.h"

namespace nextgen::message {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

/// {"ids": […]} or {"until": id}: the notices that were seen.
Answer markRead(Request& request, db::Transaction& transaction) {
    const Json& body = request.json();
    Errors errors;
    std::vector<NoticeId> ids;
    std::optional<NoticeId> until;
    for (const auto& [key, value] : body.items()) {
        if (key == "ids" && value.is_array() && value.size() <= readAtOnceMax) {
            for (const Json& one : value) {
                NoticeId id;
                if (describe::valueFromJson(one, id)) {
                    errors.push_back({ErrorCode::IdInvalid, "/ids/" + std::to_string(ids.size()), {}});
                }
                ids.push_back(id);
            }
        } else if (key == "ids") {
            errors.push_back({value.is_array() ? ErrorCode::FieldTooLong : ErrorCode::FieldTypeInvalid,
                              "/ids",
                              {{"limit", std::to_string(readAtOnceMax)}, {"expected", "array"}}});
        } else if (key == "until") {
            if (describe::valueFromJson(value, until.emplace())) {
                errors.push_back({ErrorCode::IdInvalid, "/until", {}});
            }
        } else {
            errors.push_back({ErrorCode::FieldUnknown, describe::detail::pointerTo(key), {}});
        }
    }
    if (errors.empty() && ids.empty() && !until) {
        errors.push_back({ErrorCode::FieldRequired, "/ids", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const http::Caller& caller = request.caller();
    transaction.query(sql::message::markRead, caller.tenant, caller.user, ids, until);
    return Response::noContent();
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database) {
    routes.on("inbox.list", [&database](Request& request) {
        const http::Caller& caller = request.caller();
        return http::answerList<Notice>(
            request, database.readers,
            {sql::message::listInbox.text, {db::toSql(caller.tenant), db::toSql(caller.user)}});
    });
    routes.onWrite("inbox.read", markRead);
}

}  // namespace nextgen::message
