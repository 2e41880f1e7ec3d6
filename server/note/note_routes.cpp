#include "server/note/note_routes.h"

#include "server/entity/entity_store.h"
#include "server/http/list_answer.h"
#include "server/sql.h"
#include "shared/api/notes.h"
#include "shared/describe/json.h"
#include "shared/note/note.h"

#include <memory>
#include <nlohmann/json.hpp>

namespace nextgen::note {

namespace {

using http::Answer;
using http::Problem;
using http::Request;
using http::Response;

using RecordId = Id<struct RecordTag>;
using Store = std::shared_ptr<const entity::EntityStore>;

/// The record that the path names, as far as the caller sees it.
Result<RecordId> requireRecord(const Request& request, db::Session& session,
                               const entity::EntityStore& store) {
    const auto id = request.requireId<RecordId>();
    if (!id || !store.find(session, request.caller().tenant, id->value())) {
        return refuse(ErrorCode::NotFound);
    }
    return *id;
}

http::Json jsonOf(const db::Row& row) {
    return describe::toJson(db::decode<Note>(row));
}

Answer list(Request& request, db::Database& database, const entity::EntityStore& store) {
    const auto query = request.listQuery();
    if (!query) {
        return tl::unexpected(query.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    const auto record = requireRecord(request, session, store);
    if (!record) {
        return refuse(record.error());
    }
    const http::ListSource source{
        sql::note::listNotes.text,
        {db::toSql(request.caller().tenant), db::toSql(store.entity().name), db::toSql(*record)}};
    return http::listAnswer(session, *query, source, jsonOf);
}

Answer add(Request& request, db::Transaction& transaction, const entity::EntityStore& store,
           const Clock& clock) {
    Note note;
    Errors errors = describe::fromRequest(request.json(), note);
    if (errors.empty() && note.body.find_first_not_of(" \t\r\n") == std::string::npos) {
        errors.push_back({ErrorCode::FieldRequired, "/body", {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    const auto record = requireRecord(request, transaction, store);
    if (!record) {
        return refuse(record.error());
    }
    const http::Caller& caller = request.caller();
    const db::Rows rows = transaction.query(sql::note::insertNote, caller.tenant, store.entity().name,
                                            *record, caller.user, note.body, clock());
    const http::Json json = jsonOf(rows.one());
    return Response::created('/' + std::string(store.entity().name) + '/' + record->toString() + "/notes",
                             json);
}

Answer takeBack(Request& request, db::Transaction& transaction, const entity::EntityStore& store,
                const Clock& clock) {
    const auto id = request.requireId<NoteId>("note");
    const auto record = requireRecord(request, transaction, store);
    if (!id || !record) {
        return refuse(ErrorCode::NotFound);
    }
    const TenantId tenant = request.caller().tenant;
    const db::Rows found =
        transaction.query(sql::note::selectNote, tenant, store.entity().name, *record, *id);
    if (found.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    const Note note = db::decode<Note>(found[0]);
    constexpr std::int64_t microsMax = std::int64_t{takeBackMinutes} * 60 * 1'000'000;
    if (note.authorId != request.caller().user ||
        clock().microseconds() - note.createdAt.microseconds() > microsMax) {
        return refuse(ErrorCode::OutOfScope);
    }
    transaction.query(sql::note::deleteNote, tenant, *id);
    return Response::noContent();
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, const Clock& clock, secret::Vault& vault) {
    for (const api::Entity& entity : api::entities()) {
        if (!api::hasNotes(entity)) {
            continue;
        }
        const std::string name(entity.name);
        const Store store = std::make_shared<const entity::EntityStore>(entity, vault);
        routes.on(name + ".notes",
                  [&database, store](Request& request) { return list(request, database, *store); });
        routes.onWrite(name + ".add_note", [store, clock](Request& request, db::Transaction& transaction) {
            return add(request, transaction, *store, clock);
        });
        routes.onWrite(name + ".take_back_note",
                       [store, clock](Request& request, db::Transaction& transaction) {
                           return takeBack(request, transaction, *store, clock);
                       });
    }
}

}  // namespace nextgen::note
