#include "server/change/change_feed.h"

#include "server/sql.h"
#include "shared/api/endpoint.h"
#include "shared/api/entity.h"
#include "shared/api/files.h"
#include "shared/core/kept_text.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace nextgen::change {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t tenantsMax = 200;
constexpr std::size_t notesMax = 1'000;  ///< of a tenant's window
constexpr std::size_t changesMax = 500;  ///< of an answer
// Bounds how long a change that went past this program's requests goes untold.
constexpr std::chrono::milliseconds keptFor = 5s;
// The database keeps notes for two hours: one of a transaction that took up to the other half is still there.
constexpr std::int64_t cursorUsMax = 3'600'000'000;
// As long a caller who is told nothing keeps his cursor, so that he does not see from it that others work.
constexpr std::int64_t cursorUsFresh = 60'000'000;
// What people were told: of theirs alone, and by the person's id instead of a record's.
constexpr std::string_view inbox = "inbox";
// The files of a record, by the record's id instead of their own.
constexpr std::string_view filesOf = ".files";
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hashOf(std::string_view text, std::string_view key, std::size_t size) {
    std::string hash(size, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), size, bytesOf(text), text.size(),
                       key.empty() ? nullptr : bytesOf(key), key.size());
    return hash;
}

}  // namespace

/// Where a caller stands: tenant, cluster, time and snapshot, encrypted, since how many transactions there
/// were is nobody's business.
struct ChangeFeed::Cursor {
    std::string cluster;
    Instant seenAt;
    Snapshot snapshot;
};

ChangeFeed::ChangeFeed(db::Database& database, cache::InvalidationBus& bus, const std::string& secret)
    : m_database(database),
      m_key(hashOf("changes", hashOf(secret, {}, crypto_generichash_KEYBYTES), crypto_secretbox_KEYBYTES)),
      m_windows("change", tenantsMax, keptFor, bus) {
    for (const api::Entity& entity : api::entities()) {
        m_readable.try_emplace(std::string(entity.table), Readable{entity.name, entity.read});
    }
    for (const std::string_view name : {"cheques", "cheque_imports"}) {
        m_readable.try_emplace(std::string(name),
                               Readable{name, api::endpoint(std::string(name) + ".get").permission});
    }
    for (const api::FileOwner& owner : api::fileOwners()) {
        const std::string_view files = keptText(std::string(owner.name) + std::string(filesOf));
        m_readable.try_emplace(std::string(files), Readable{files, owner.read});
    }
}

void ChangeFeed::changed(TenantId tenant) {
    m_windows.invalidate(tenant.toString());
}

std::shared_ptr<const ChangeFeed::Window> ChangeFeed::windowOf(TenantId tenant) {
    const std::string key = tenant.toString();
    auto window = m_windows.find(key);
    if (!window) {
        const auto ticket = m_windows.ticket(key);
        window = read(tenant);
        m_windows.put(key, window, ticket);
    }
    return window;
}

std::shared_ptr<const ChangeFeed::Window> ChangeFeed::read(TenantId tenant) {
    db::ReadSession session(m_database.readers, {tenant, {}, {}, {}, {}});
    const db::Rows rows =
        session.query(sql::change::listChanges, tenant, static_cast<std::int64_t>(notesMax + 1));
    auto window = std::make_shared<Window>();
    const db::Row first = rows[0];
    window->snapshotText = first.get<std::string>("snapshot");
    window->snapshot = Snapshot::parse(window->snapshotText).value_or(Snapshot());
    window->seenAt = first.get<Instant>("seen_at");
    window->cluster = first.get<std::string>("cluster");
    window->isWhole = rows.size() <= notesMax;
    for (const db::Row row : rows) {
        const auto xid = row.get<std::optional<std::int64_t>>("xid");
        if (!xid || window->notes.size() == notesMax) {
            break;
        }
        window->notes.push_back(
            {static_cast<Snapshot::Xid>(*xid), row.get<std::int64_t>("id"),
             row.get<std::string>("table_name"), row.get<std::optional<std::int64_t>>("row_id"),
             row.get<std::optional<int>>("version"), row.get<Instant>("at"),
             row.get<std::optional<UserId>>("actor_id"), row.get<std::optional<std::string>>("actor_name")});
    }
    return window;
}

std::string ChangeFeed::seal(const Window& window, TenantId tenant) const {
    const std::string text = fmt::format("{}/{}/{}/{}", tenant.toString(), window.cluster,
                                         window.seenAt.microseconds(), window.snapshotText);
    // The nonce follows from the text: the same place has the same cursor, on every server.
    std::string sealed = hashOf(text, m_key, crypto_secretbox_NONCEBYTES);
    sealed.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size());
    auto* bytes = reinterpret_cast<unsigned char*>(sealed.data());
    crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES, bytesOf(text), text.size(), bytes,
                          bytesOf(m_key));
    std::string cursor(sodium_base64_encoded_len(sealed.size(), base64), '\0');
    sodium_bin2base64(cursor.data(), cursor.size(), bytes, sealed.size(), base64);
    cursor.pop_back();  // its terminating zero
    return cursor;
}

std::optional<ChangeFeed::Cursor> ChangeFeed::open(std::string_view cursor, TenantId tenant) const {
    constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    std::string sealed(cursor.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(sealed.data()), sealed.size(), cursor.data(),
                          cursor.size(), nullptr, &size, nullptr, base64) != 0 ||
        size < around) {
        return std::nullopt;
    }
    std::string text(size - around, '\0');
    if (crypto_secretbox_open_easy(
            reinterpret_cast<unsigned char*>(text.data()), bytesOf(sealed) + crypto_secretbox_NONCEBYTES,
            size - crypto_secretbox_NONCEBYTES, bytesOf(sealed), bytesOf(m_key)) != 0) {
        return std::nullopt;
    }
    std::array<std::string_view, 4> parts;
    std::string_view rest = text;
    for (std::string_view& part : parts) {
        part = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    const auto snapshot = Snapshot::parse(parts[3]);
    if (parts[0] != tenant.toString() || !snapshot) {
        return std::nullopt;
    }
    return Cursor{std::string(parts[1]), Instant(std::stoll(std::string(parts[2]))), *snapshot};
}

News ChangeFeed::since(const http::Caller& caller, const db::TenantContext& context,
                       std::string_view cursorText) {
    const auto window = windowOf(caller.tenant);
    News news;
    news.cursor = seal(*window, caller.tenant);
    if (cursorText.empty()) {
        return news;
    }
    const auto cursor = open(cursorText, caller.tenant);
    const std::int64_t age =
        cursor ? window->seenAt.microseconds() - cursor->seenAt.microseconds() : cursorUsMax + 1;
    if (age < 0) {
        // Another server's answer was newer than what this one remembers: all of this is known.
        news.cursor = cursorText;
        return news;
    }
    const bool isAllThere = window->isWhole || (!window->notes.empty() && cursor &&
                                                window->notes.back().xid < cursor->snapshot.oldestRunning());
    if (age > cursorUsMax || cursor->cluster != window->cluster ||
        cursor->snapshot.next() > window->snapshot.next() || !isAllThere) {
        news.isComplete = false;
        return news;
    }

    // Of a record what happened last: it is gone, or its highest version. Transactions may have begun in
    // another order than they changed it.
    std::map<std::pair<std::string_view, std::int64_t>, const Note*> latest;
    std::optional<Instant> toldAt;
    for (const Note& note : window->notes) {
        if (note.table == inbox && note.row == caller.user.value() && !cursor->snapshot.sees(note.xid)) {
            toldAt = std::max(toldAt.value_or(note.at), note.at);
        }
        const auto readable = m_readable.find(note.table);
        if (cursor->snapshot.sees(note.xid) || readable == m_readable.end() ||
            !caller.may(readable->second.permission)) {
            continue;
        }
        const Note*& known = latest[{note.table, note.row.value_or(0)}];
        if (known == nullptr || (known->version && (!note.version || *note.version > *known->version))) {
            known = &note;
        }
    }
    std::vector<Note> notes;
    notes.reserve(latest.size());
    for (const auto& [name, note] : latest) {
        notes.push_back(*note);
    }
    if (caller.scope.isOutsider()) {
        keepVisible(notes, context);
    }
    if (notes.size() > changesMax) {
        news.isComplete = false;
        return news;
    }
    std::ranges::sort(notes, {}, &Note::id);
    const bool mayKnowOthers = !caller.scope.isOutsider() &&
                               (caller.may(Permission::UsersRead) || caller.may(Permission::AuditRead));
    for (Note& note : notes) {
        api::Change change;
        change.entity = m_readable.at(note.table).entity;
        change.version = note.version;
        change.isRemoved = note.row && !note.version;
        change.changedAt = note.at;
        if (note.row) {
            change.id = api::AnyRecordId(*note.row);
        }
        if (note.actor && (mayKnowOthers || *note.actor == caller.user)) {
            change.actorId = note.actor;
            change.actorName = std::move(note.actorName);
        }
        news.changes.push_back(std::move(change));
    }
    if (toldAt) {
        api::Change& change = news.changes.emplace_back();
        change.entity = inbox;
        change.changedAt = *toldAt;
    }
    if (news.changes.empty() && age < cursorUsFresh) {
        news.cursor = cursorText;
    }
    return news;
}

void ChangeFeed::keepVisible(std::vector<Note>& notes, const db::TenantContext& context) {
    struct Asked {
        std::vector<std::int64_t> rows;
        std::optional<Instant> inBulkSince;
    };
    std::map<std::string, Asked> byTable;
    // What is gone cannot be asked any more whose it was: only staff are told. Nor are files of others an
    // outsider's business: they see none but their own.
    std::erase_if(notes, [](const Note& note) {
        return (note.row && !note.version) || note.table.ends_with(filesOf);
    });
    for (const Note& note : notes) {
        Asked& asked = byTable[note.table];
        if (note.row) {
            asked.rows.push_back(*note.row);
        } else {
            asked.inBulkSince = std::min(asked.inBulkSince.value_or(note.at), note.at);
        }
    }
    std::map<std::string, std::vector<std::int64_t>> visible;
    for (const auto& [table, asked] : byTable) {
        db::ReadSession session(m_database.readers, context);
        std::vector<std::int64_t>& rows = visible[table];
        for (const db::Row row :
             session.runText("SELECT id FROM " + table + " WHERE tenant_id = $1 AND id = ANY ($2::bigint[])",
                             {db::toSql(context.tenant), db::toSql(asked.rows)})) {
            rows.push_back(row.get<std::int64_t>("id"));
        }
        if (asked.inBulkSince &&
            session
                .runText("SELECT EXISTS (SELECT FROM " + table +
                             " WHERE tenant_id = $1 AND updated_at >= $2::timestamptz) AS is_there",
                         {db::toSql(context.tenant), db::toSql(*asked.inBulkSince)})
                .one()
                .get<bool>("is_there")) {
            rows.push_back(0);
        }
        std::ranges::sort(rows);
    }
    std::erase_if(notes, [&](const Note& note) {
        return !std::ranges::binary_search(visible[note.table], note.row.value_or(0));
    });
}

}  // namespace nextgen::change
