#include "server/view/view_routes.h"

#include "server/http/json_body.h"
#include "server/sql.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"
#include "shared/view/saved_view.h"

#include <algorithm>

namespace nextgen::view {

namespace {

using http::Answer;
using http::Json;
using http::Problem;
using http::Request;
using http::Response;

std::optional<SavedView> find(db::Session& session, const http::Caller& caller, SavedViewId id) {
    return session.query(sql::view::selectView, caller.tenant, caller.user, id).first<SavedView>();
}

Answer answerOf(db::Session& session, const http::Caller& caller, SavedViewId id, bool isNew = false) {
    const auto view = find(session, caller, id);
    if (!view) {
        return refuse(ErrorCode::NotFound);
    }
    const Json json = describe::toJson(*view);
    return (isNew ? Response::created("/saved_views/" + id.toString(), json) : Response::json(json))
        .withVersion(view->version);
}

/// How the list that routes call so may be asked; nullptr: there is none.
const api::ListSpec* listOf(std::string_view page) {
    for (const api::Endpoint& line : api::endpoints()) {
        if (line.operation.ends_with(".list") &&
            line.operation.substr(0, line.operation.size() - 5) == page) {
            return line.list;
        }
    }
    return nullptr;
}

/// What its description does not say.
Errors check(SavedView& view) {
    Errors errors;
    view.name = text::cleaned(view.name);
    if (view.name.empty()) {
        errors.push_back({ErrorCode::FieldRequired, "/name", {}});
    }
    const api::ListSpec* list = listOf(view.page);
    if (list == nullptr) {
        errors.push_back({ErrorCode::ValueRefused, "/page", {}});
    } else if (std::any_of(list->fields.begin(), list->fields.end(), [&](const api::ListField& field) {
                   return field.secret != describe::Secret::No &&
                          view.filter.find(field.name) != std::string::npos;
               })) {
        // A filter is stored as it reads; a secret must not be.
        errors.push_back({ErrorCode::ValueRefused, "/filter", {}});
    }
    if (view.layout.size() > layoutMax) {
        errors.push_back({ErrorCode::FieldTooLong, "/layout", {{"limit", std::to_string(layoutMax)}}});
    } else if (const auto layout = http::parseJson(view.layout); !layout || !(*layout)->is_object()) {
        errors.push_back({ErrorCode::ValueRefused, "/layout", {}});
    }
    return errors;
}

Answer list(Request& request, db::Database& database) {
    const http::Caller& caller = request.caller();
    db::ReadSession session(database.readers, request.tenantContext());
    Json items = Json::array();
    for (const SavedView& view :
         session.query(sql::view::listViews, caller.tenant, caller.user).all<SavedView>()) {
        items.push_back(describe::toJson(view));
    }
    const std::size_t total = items.size();
    return Response::json(
        {{"items", std::move(items)}, {"next_cursor", nullptr}, {"estimated_total", total}});
}

Answer create(Request& request, db::Transaction& transaction) {
    const http::Caller& caller = request.caller();
    SavedView view;
    Errors errors = describe::fromRequest(request.json(), view);
    if (errors.empty()) {
        errors = check(view);
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    if (view.isShared && !caller.may(Permission::ViewsShare)) {
        return tl::unexpected(http::permissionMissing(Permission::ViewsShare));
    }
    const db::Rows made = transaction.query(sql::view::insertView, caller.tenant, caller.user, view.page,
                                            view.name, view.filter, view.layout, view.isShared, viewsMax);
    if (made.empty()) {
        return tl::unexpected(
            Problem(Error{ErrorCode::TooManyViews, {}, {{"limit", std::to_string(viewsMax)}}}));
    }
    return answerOf(transaction, caller, made.one().get<SavedViewId>("id"), true);
}

/// A view that the caller may write, in the version that If-Match names.
tl::expected<SavedView, Problem> writable(Request& request, db::Transaction& transaction) {
    const http::Caller& caller = request.caller();
    const auto id = request.requireId<SavedViewId>();
    const auto version = request.requireIfMatch();
    if (!id || !version) {
        return tl::unexpected(Problem(!id ? id.error() : version.error()));
    }
    // Held until the end, so that the version is still that one when it is written.
    if (transaction.query(sql::view::lockView, caller.tenant, *id).empty()) {
        return tl::unexpected(Problem(Error{ErrorCode::NotFound, {}, {}}));
    }
    auto view = find(transaction, caller, *id);
    if (!view) {
        return tl::unexpected(Problem(Error{ErrorCode::NotFound, {}, {}}));
    }
    if (view->isShared && !caller.may(Permission::ViewsShare)) {
        return tl::unexpected(http::permissionMissing(Permission::ViewsShare));
    }
    if (view->version != *version) {
        return tl::unexpected(http::staleVersion(view->version));
    }
    return *std::move(view);
}

Answer edit(Request& request, db::Transaction& transaction) {
    auto view = writable(request, transaction);
    if (!view) {
        return tl::unexpected(std::move(view.error()));
    }
    const std::string page = view->page;
    Errors errors = describe::applyPatch(request.json(), *view);
    if (errors.empty() && view->page != page) {
        errors.push_back({ErrorCode::FieldReadOnly, "/page", {}});
    }
    if (errors.empty()) {
        errors = check(*view);
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const http::Caller& caller = request.caller();
    if (view->isShared && !caller.may(Permission::ViewsShare)) {
        return tl::unexpected(http::permissionMissing(Permission::ViewsShare));
    }
    transaction.query(sql::view::updateView, caller.tenant, view->id, view->name, view->filter, view->layout,
                      view->isShared);
    // A shared view of somebody else's that is shared no more is the caller's to see no more either.
    return find(transaction, caller, view->id) ? answerOf(transaction, caller, view->id)
                                               : Answer(Response::noContent());
}

Answer remove(Request& request, db::Transaction& transaction) {
    const auto view = writable(request, transaction);
    if (!view) {
        return tl::unexpected(view.error());
    }
    transaction.query(sql::view::deleteView, request.caller().tenant, view->id);
    return Response::noContent();
}

Answer use(Request& request, db::Transaction& transaction) {
    const http::Caller& caller = request.caller();
    const auto id = request.requireId<SavedViewId>();
    const auto view = id ? find(transaction, caller, *id) : std::nullopt;
    if (!view) {
        return refuse(ErrorCode::NotFound);
    }
    ViewUse wanted{view->isDefault, view->pinPosition};
    Errors errors = describe::applyPatch(request.json(), wanted);
    if (errors.empty() && wanted.pinPosition &&
        (*wanted.pinPosition < 0 || *wanted.pinPosition > pinPositionMax)) {
        errors.push_back({ErrorCode::ValueRefused, "/pin_position", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    if (wanted.isDefault) {
        transaction.query(sql::view::clearDefault, caller.tenant, caller.user, view->page);
    }
    transaction.query(sql::view::upsertUse, caller.tenant, caller.user, *id, wanted.isDefault,
                      wanted.pinPosition);
    return answerOf(transaction, caller, *id);
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database) {
    routes.onConstraint("saved_views_name_key", ErrorCode::AlreadyExists, "/name");
    routes.on("saved_views.list", [&database](Request& request) { return list(request, database); });
    routes.on("saved_views.get", [&database](Request& request) -> Answer {
        const auto id = request.requireId<SavedViewId>();
        if (!id) {
            return refuse(id.error());
        }
        db::ReadSession session(database.readers, request.tenantContext());
        return answerOf(session, request.caller(), *id);
    });
    routes.onWrite("saved_views.create", create);
    routes.onWrite("saved_views.edit", edit);
    routes.onWrite("saved_views.remove", remove);
    routes.onWrite("saved_views.use", use);
}

}  // namespace nextgen::view
