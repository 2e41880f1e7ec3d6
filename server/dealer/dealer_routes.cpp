#include "server/dealer/dealer_routes.h"

#include "server/dealer/dealer_repository.h"
#include "server/http/cached_answer.h"
#include "server/http/entity_list.h"
#include "server/sql.h"

namespace nextgen::dealer {

void addRoutes(http::Routes& routes, db::Database& database, cache::AnswerCache& answers) {
    routes.on("dealers.list", [&database](http::Request& request) {
        return http::answerList<Dealer>(request, database.readers,
                                        {sql::dealer::listDealers.text,
                                         {db::toSql(request.caller().tenant)},
                                         "position({q} IN search_key) > 0"});
    });

    routes.on("dealers.get", [&database, &answers](http::Request& request) -> http::Answer {
        const auto id = request.requireId<DealerId>();
        if (!id) {
            return refuse(id.error());
        }
        return http::answerCached(
            request, answers, describe::schemaName<Dealer>(), id->value(), [&]() -> http::Answer {
                db::ReadSession session(database.readers, request.tenantContext());
                const auto found = findDealer(session, request.caller().tenant, *id);
                if (!found) {
                    return refuse(ErrorCode::NotFound);
                }
                return http::Response::json(describe::toJson(*found)).withVersion(found->version);
            });
    });
}

}  // namespace nextgen::dealer
