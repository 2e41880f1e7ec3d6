#include "server/search/search_routes.h"

#include "server/cheque/cheque_repository.h"
#include "server/db/error.h"
#include "server/entity/entity_store.h"
#include "server/http/list_query.h"
#include "shared/cheque/cheque_list.h"
#include "shared/core/text.h"

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>

namespace nextgen::search {

namespace {

using namespace std::chrono_literals;
using http::Answer;
using http::Json;
using http::Request;
using http::Response;

constexpr int hitsMax = 5;  ///< of one kind of record
constexpr std::size_t lettersMin = 2;
constexpr auto kindTime = 400ms;     ///< for one kind
constexpr auto wholeTime = 2'000ms;  ///< no other kind is begun after it

/// A list that is looked through.
struct Kind {
    std::string_view name;
    Permission permission;
    const api::ListSpec* list;
    std::function<http::ListSource(TenantId)> source;
    std::function<std::string(const db::Row&)> titleOf;
};

/// What names a record, or what words that where it is a reference.
std::string titleIn(const api::Entity& entity, const Json& record) {
    const describe::FieldInfo& title = entity.titleField();
    const std::string name = title.refersTo.empty() ? std::string(title.name) : api::wordsOf(title);
    const auto value = record.find(name);
    return value == record.end() || value->is_null() ? std::string()
           : value->is_string()                      ? value->get<std::string>()
                                                     : value->dump();
}

std::vector<Kind> searchedKinds(secret::Vault& vault) {
    std::vector<Kind> kinds;
    kinds.push_back({describe::schemaName<cheque::Cheque>(), Permission::ChequesRead, &cheque::listSpec,
                     [&vault](TenantId tenant) { return cheque::listSource(tenant, vault); },
                     [](const db::Row& row) {
                         const auto sayadId = row.get<std::optional<std::string>>("sayad_id").value_or("");
                         return sayadId.empty() ? row.get<std::string>("serial") : sayadId;
                     }});
    for (const api::Entity& entity : api::entities()) {
        // Parts have no page of their own to be opened on.
        if (!entity.list.hasSearch || !entity.partOf.empty()) {
            continue;
        }
        const auto store = std::make_shared<const entity::EntityStore>(entity, vault);
        kinds.push_back(
            {entity.name, entity.read, &entity.list,
             [store](TenantId tenant) { return store->listSource(tenant); },
             [store](const db::Row& row) { return titleIn(store->entity(), store->jsonOf(row)); }});
    }
    return kinds;
}

/// {"entity", "items": [{"id", "title"}], "has_more", "is_complete"}
Json lookIn(const Kind& kind, const std::string& words, db::Session& session, TenantId tenant) {
    Json group{{"entity", kind.name}, {"items", Json::array()}, {"has_more", false}, {"is_complete", true}};
    const auto query =
        http::ListQuery::parse(*kind.list, kind.name, {{"q", words}, {"limit", std::to_string(hitsMax)}},
                               http::CursorSeal::unused());
    if (!query) {
        return group;
    }
    try {
        const http::ListSql sql = query->rows(kind.source(tenant));
        for (const db::Row& row : session.runOnce(sql.text, sql.parameters)) {
            if (group["items"].size() == hitsMax) {
                group["has_more"] = true;
                break;
            }
            group["items"].push_back(
                {{"id", std::to_string(row.get<std::int64_t>("id"))}, {"title", kind.titleOf(row)}});
        }
    } catch (const db::StatementTimeout&) {
        group["is_complete"] = false;
    }
    return group;
}

Answer search(Request& request, db::Database& database, const std::vector<Kind>& kinds) {
    const std::string words(request.parameter("q"));
    if (text::length(text::searchKey(words)) < lettersMin) {
        return tl::unexpected(http::Problem(Error{ErrorCode::QueryParameterInvalid, {}, {{"name", "q"}}}));
    }
    const auto begun = std::chrono::steady_clock::now();
    Json groups = Json::array();
    db::ReadSession session(database.readers, request.tenantContext());
    const db::Haste haste(session, kindTime);
    for (const Kind& kind : kinds) {
        if (!request.caller().may(kind.permission)) {
            continue;
        }
        Json group = std::chrono::steady_clock::now() - begun < wholeTime
                         ? lookIn(kind, words, session, request.caller().tenant)
                         : Json{{"entity", kind.name},
                                {"items", Json::array()},
                                {"has_more", false},
                                {"is_complete", false}};
        if (!group["items"].empty() || !group["is_complete"].get<bool>()) {
            groups.push_back(std::move(group));
        }
    }
    return Response::json(Json{{"groups", std::move(groups)}});
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, secret::Vault& vault) {
    routes.on("search", [&database, kinds = searchedKinds(vault)](Request& request) {
        return search(request, database, kinds);
    });
}

}  // namespace nextgen::search
