#pragma once

#include "app/client/api_client.h"
#include "app/client/listing.h"
#include "app/client/page.h"
#include "shared/api/entity.h"
#include "ui/describe/field_form.h"

#include <QList>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

/// What the client asks about the records of any entity, by its description.
namespace nextgen::entity {

/// A field that was changed.
struct FieldMove {
    const describe::FieldInfo* field;
    ui::FieldValue before;
    ui::FieldValue after;
};

/// One line of the audit trail.
struct HistoryEntry {
    Instant at;
    describe::Choice action;
    QString actorName;                     ///< empty: the program itself
    std::optional<describe::Choice> kind;  ///< of which kind the record is, where that is not plain
    std::optional<ui::RecordLink> record;  ///< where it is not plain
    const char* context = "Field";         ///< that the titles of the fields are translated in
    std::vector<FieldMove> moves;          ///< of described fields, in their order
};

QCoro::Task<client::Answer<client::Page<ui::Record>>> listRecords(client::ApiClient& api,
                                                                  const api::Entity& entity,
                                                                  client::Listing listing);
QCoro::Task<client::Answer<ui::Record>> getRecord(client::ApiClient& api, const api::Entity& entity,
                                                  std::int64_t id);
/// What goes over the wire for these values.
QByteArray bodyOf(const api::Entity& entity, const ui::FieldChanges& changes);
/// And back; what is no value of its field is left out.
ui::FieldChanges changesIn(const api::Entity& entity, const QByteArray& body);
QCoro::Task<client::Answer<ui::Record>> createRecord(client::ApiClient& api, const api::Entity& entity,
                                                     QByteArray body, QString idempotencyKey);
QCoro::Task<client::Answer<ui::Record>> editRecord(client::ApiClient& api, const api::Entity& entity,
                                                   std::int64_t id, int version, QByteArray body);
/// What became of one of several records: its new version, or why it stayed as it was.
struct ChangeResult {
    std::int64_t id = 0;
    client::Answer<int> version;
};
/// One of several changes as it goes over the wire, and the body of all of them.
QByteArray changeOf(const api::Entity& entity, std::int64_t id, int version, const ui::FieldChanges& changes);
QByteArray bodyOfMany(const QList<QByteArray>& changes);
/// And back: the values that a body writes, by id.
std::map<std::int64_t, ui::FieldChanges> changesOfMany(const api::Entity& entity, const QByteArray& body);
/// At most api::recordChangesMax.
QCoro::Task<client::Answer<std::vector<ChangeResult>>> editRecords(client::ApiClient& api,
                                                                   const api::Entity& entity, QByteArray body,
                                                                   QString idempotencyKey);
/// The record as it stands then; nothing when it is gone.
QCoro::Task<client::Answer<std::optional<ui::Record>>> removeRecord(client::ApiClient& api,
                                                                    const api::Entity& entity,
                                                                    std::int64_t id, int version);
/// An entry out of the list of all of them.
HistoryEntry entryOf(const ui::Record& auditLog);
/// Newest first.
QCoro::Task<client::Answer<client::Page<HistoryEntry>>> listHistory(client::ApiClient& api,
                                                                    const api::Entity& entity,
                                                                    std::int64_t id, QString cursor);

}  // namespace nextgen::entity
