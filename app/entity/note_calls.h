#pragma once

#include "app/client/api_client.h"
#include "app/client/page.h"
#include "shared/api/entity.h"
#include "shared/note/note.h"

/// What the client asks about the notes of a record.
namespace nextgen::entity {

/// Names a record in a text: "orders/12".
QString hrefOf(const api::Entity& entity, std::int64_t id);

/// Newest first.
QCoro::Task<client::Answer<client::Page<note::Note>>> listNotes(client::ApiClient& api,
                                                                const api::Entity& entity, std::int64_t id,
                                                                QString cursor);
QCoro::Task<client::Answer<note::Note>> addNote(client::ApiClient& api, const api::Entity& entity,
                                                std::int64_t id, QString body, QString idempotencyKey);
QCoro::Task<client::Answer<void>> takeBackNote(client::ApiClient& api, const api::Entity& entity,
                                               std::int64_t id, note::NoteId note);

}  // namespace nextgen::entity
