#include "server/file/file_routes.h"

#include "server/file/file_content.h"
#include "server/http/list_answer.h"
#include "server/sql.h"
#include "shared/api/files.h"
#include "shared/describe/json.h"
#include "shared/file/file.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

namespace nextgen::file {

namespace {

using http::Answer;
using http::Problem;
using http::Request;
using http::Response;

using RecordId = Id<struct RecordTag>;

// An upload whose transaction is not over by then never was; nothing waits for a lock so long.
constexpr std::int64_t uploadMicrosMax = std::int64_t{60} * 60 * 1'000'000;
constexpr std::int64_t keptMicros = std::int64_t{keptDays} * 24 * 60 * 60 * 1'000'000;
constexpr int storageRetrySeconds = 30;

struct Desk {
    const api::FileOwner* owner;
    db::Database* database;
    storage::ObjectStore* store;
    std::size_t fileBytesMax;
    Clock clock;
};

Instant later(const Clock& clock, std::int64_t microseconds) {
    return Instant(clock().microseconds() + microseconds);
}

Problem unavailable(const Request& request, const storage::Unavailable& failure) {
    spdlog::error("request {}: {}", request.requestId, failure.what());
    return Problem(ErrorCode::StorageUnavailable).retryAfter(storageRetrySeconds);
}

/// The record that the path names, as far as the caller sees it.
Result<RecordId> requireRecord(const Request& request, db::Session& session, const api::FileOwner& owner) {
    const auto id = request.requireId<RecordId>();
    if (!id || session
                   .runText(fmt::format("SELECT id FROM {} WHERE tenant_id = $1 AND id = $2", owner.table),
                            {db::toSql(request.caller().tenant), db::toSql(*id)})
                   .empty()) {
        return refuse(ErrorCode::NotFound);
    }
    return *id;
}

http::Json jsonOf(const db::Row& row) {
    return describe::toJson(db::decode<File>(row));
}

/// A file of that record, with where its bytes lie.
struct Found {
    RecordId record;
    File file;
    std::string storageKey;
    bool isRemoved = false;
};

Result<Found> requireFile(const Request& request, db::Session& session, const api::FileOwner& owner) {
    const auto id = request.requireId<FileId>("file");
    const auto record = requireRecord(request, session, owner);
    if (!id || !record) {
        return refuse(ErrorCode::NotFound);
    }
    const db::Rows rows =
        session.query(sql::file::selectFile, request.caller().tenant, owner.name, *record, *id);
    if (rows.empty()) {
        return refuse(ErrorCode::NotFound);
    }
    const db::Row row = rows.one();
    return Found{*record, db::decode<File>(row), row.get<std::string>("storage_key"),
                 row.get<bool>("is_removed")};
}

Answer list(Request& request, const Desk& desk) {
    const auto query = request.listQuery();
    if (!query) {
        return tl::unexpected(query.error());
    }
    db::ReadSession session(desk.database->readers, request.tenantContext());
    const auto record = requireRecord(request, session, *desk.owner);
    if (!record) {
        return refuse(record.error());
    }
    const http::ListSource source{
        sql::file::listFiles.text,
        {db::toSql(request.caller().tenant), db::toSql(desk.owner->name), db::toSql(*record)}};
    return http::listAnswer(session, *query, source, jsonOf);
}

/// Whether the record takes one more file of that size. Holds its files for this transaction alone, so that two
/// who add at the same time do not both find room for one.
Result<void> requireRoom(db::Transaction& transaction, const api::FileOwner& owner, RecordId record,
                         std::int64_t bytes) {
    const TenantId tenant = transaction.context().tenant;
    transaction.query(sql::file::lockRecord, tenant, owner.name, record);
    const db::Row sum = transaction.query(sql::file::sumFiles, tenant, owner.name, record).one();
    if (sum.get<std::int64_t>("count") >= filesMax) {
        return refuse({ErrorCode::TooManyFiles, {}, {{"limit", std::to_string(filesMax)}}});
    }
    if (sum.get<std::int64_t>("bytes") + bytes > bytesMax) {
        return refuse({ErrorCode::FilesTooLarge, {}, {{"limit", std::to_string(bytesMax >> 20)}}});
    }
    return {};
}

Error typeNotAllowed() {
    std::string allowed;
    for (const FileType& type : fileTypes) {
        allowed += (allowed.empty() ? "" : ", ") + std::string(type.name);
    }
    return {ErrorCode::FileTypeNotAllowed, "/file", {{"allowed", allowed}}};
}

/// Stores the bytes. Before they come into the store it is written down, in a transaction of its own, that nobody
/// refers to them yet: whatever ends this request, they are swept unless its transaction says otherwise.
std::string storeBytes(const Request& request, db::Transaction& transaction, const Desk& desk,
                       const std::filesystem::path& bytes) {
    const TenantId tenant = request.caller().tenant;
    const std::string key = storage::ObjectStore::freshKey(tenant);
    {
        db::Transaction beside(desk.database->outside, request.tenantContext());
        beside.query(sql::storage::insertLeftover, tenant, key, request.caller().user,
                     later(desk.clock, uploadMicrosMax));
        beside.commit();
    }
    desk.store->put(key, bytes);
    if (transaction.query(sql::storage::deleteLeftover, tenant, key, desk.clock()).affected() != 1) {
        throw storage::Unavailable("an upload took longer than an hour: " + key);
    }
    return key;
}

Answer attach(Request& request, db::Transaction& transaction, const Desk& desk) {
    http::Part* const part = request.upload.find("file");
    if (part == nullptr || part->file.path().empty()) {
        return tl::unexpected(Problem(ErrorCode::FileMissing));
    }
    if (part->bytes == 0) {
        return refuse(ErrorCode::FileEmpty);
    }
    if (part->bytes > desk.fileBytesMax) {
        return refuse({ErrorCode::FileTooLarge, {}, {{"limit", std::to_string(desk.fileBytesMax >> 20)}}});
    }
    const auto record = requireRecord(request, transaction, *desk.owner);
    if (!record) {
        return refuse(record.error());
    }
    const FileType* const type = typeOf(part->file.path());
    if (type == nullptr) {
        return refuse(typeNotAllowed());
    }
    const auto bytes = static_cast<std::int64_t>(part->bytes);
    if (const auto room = requireRoom(transaction, *desk.owner, *record, bytes); !room) {
        return refuse(room.error());
    }
    try {
        const Sha256 hash = sha256Of(part->file.path());
        const std::string key = storeBytes(request, transaction, desk, part->file.path());
        const db::Rows made = transaction.query(
            sql::file::insertFile, request.caller().tenant, desk.owner->name, *record,
            plainName(part->fileName, *type), type->mediaType, bytes, db::Bytes(hash.begin(), hash.end()), key,
            request.caller().user);
        const http::Json json = jsonOf(made.one());
        return Response::created(fmt::format("/{}/{}/files/{}", desk.owner->name, record->toString(),
                                             json.at("id").get<std::string>()),
                                 json);
    } catch (const storage::Unavailable& failure) {
        return tl::unexpected(unavailable(request, failure));
    }
}

Answer download(Request& request, const Desk& desk) {
    db::ReadSession session(desk.database->readers, request.tenantContext());
    const auto found = requireFile(request, session, *desk.owner);
    if (!found || found->isRemoved) {
        return refuse(ErrorCode::NotFound);
    }
    try {
        return Response::stored(desk.store->find(found->storageKey, found->file.sizeBytes),
                                found->file.mediaType, found->file.fileName);
    } catch (const storage::Unavailable& failure) {
        return tl::unexpected(unavailable(request, failure));
    }
}

/// Whether the caller may remove it and bring it back.
std::optional<Problem> forbidden(const Request& request, const Found& found) {
    const bool isAllowed = found.file.uploadedBy == request.caller().user ||
                           request.caller().may(Permission::FilesRemove);
    return isAllowed ? std::nullopt : std::optional(http::permissionMissing(Permission::FilesRemove));
}

Answer remove(Request& request, db::Transaction& transaction, const Desk& desk) {
    const auto found = requireFile(request, transaction, *desk.owner);
    if (!found || found->isRemoved) {
        return refuse(ErrorCode::NotFound);
    }
    if (auto problem = forbidden(request, *found)) {
        return tl::unexpected(std::move(*problem));
    }
    const TenantId tenant = request.caller().tenant;
    const UserId user = request.caller().user;
    if (transaction.query(sql::file::removeFile, tenant, found->file.id, user, desk.clock()).affected() != 1) {
        return refuse(ErrorCode::NotFound);  // somebody else did so meanwhile
    }
    transaction.query(sql::storage::insertLeftover, tenant, found->storageKey, user,
                      later(desk.clock, keptMicros));
    return Response::noContent();
}

Answer restore(Request& request, db::Transaction& transaction, const Desk& desk) {
    const auto found = requireFile(request, transaction, *desk.owner);
    if (!found) {
        return refuse(found.error());
    }
    if (auto problem = forbidden(request, *found)) {
        return tl::unexpected(std::move(*problem));
    }
    const TenantId tenant = request.caller().tenant;
    if (found->isRemoved) {
        const auto room = requireRoom(transaction, *desk.owner, found->record, found->file.sizeBytes);
        if (!room) {
            return refuse(room.error());
        }
        // What is due may be swept at this moment.
        if (transaction.query(sql::storage::deleteLeftover, tenant, found->storageKey, desk.clock())
                .affected() != 1) {
            return refuse(ErrorCode::FileGone);
        }
        transaction.query(sql::file::restoreFile, tenant, found->file.id);
    }
    return Response::json(describe::toJson(found->file));
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, storage::ObjectStore& store,
               std::size_t fileBytesMax, const Clock& clock) {
    for (const api::FileOwner& owner : api::fileOwners()) {
        const std::string name(owner.name);
        const Desk desk{&owner, &database, &store, fileBytesMax, clock};
        routes.on(name + ".files", [desk](Request& request) { return list(request, desk); });
        routes.on(name + ".download_file", [desk](Request& request) { return download(request, desk); });
        routes.onWrite(name + ".attach_file", [desk](Request& request, db::Transaction& transaction) {
            return attach(request, transaction, desk);
        });
        routes.onWrite(name + ".remove_file", [desk](Request& request, db::Transaction& transaction) {
            return remove(request, transaction, desk);
        });
        routes.onWrite(name + ".restore_file", [desk](Request& request, db::Transaction& transaction) {
            return restore(request, transaction, desk);
        });
    }
}

}  // namespace nextgen::file
