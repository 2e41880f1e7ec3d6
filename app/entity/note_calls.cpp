#include "app/entity/note_calls.h"

#include "app/client/decode.h"
#include "app/client/listing.h"
#include "ui/locale/format.h"

namespace nextgen::entity {

using client::Answer;
using client::Call;

namespace {

constexpr int notesMax = 30;

std::string operationOf(const api::Entity& entity, const char* verb) {
    return std::string(entity.name) + verb;
}

}  // namespace

QString hrefOf(const api::Entity& entity, std::int64_t id) {
    return ui::toQt(entity.name) + u'/' + QString::number(id);
}

QCoro::Task<Answer<client::Page<note::Note>>> listNotes(client::ApiClient& api, const api::Entity& entity,
                                                        std::int64_t id, QString cursor) {
    client::Listing listing;
    listing.cursor = std::move(cursor);
    listing.limit = notesMax;
    Call call = client::listCall(operationOf(entity, ".notes"), listing);
    call.at(QStringLiteral("id"), QString::number(id));
    const auto answer = co_await api.call(std::move(call));
    co_return client::page<note::Note>(answer);
}

QCoro::Task<Answer<note::Note>> addNote(client::ApiClient& api, const api::Entity& entity, std::int64_t id,
                                        QString body, QString idempotencyKey) {
    Call call(operationOf(entity, ".add_note"));
    call.at(QStringLiteral("id"), QString::number(id));
    call.body = QByteArray::fromStdString(client::Json{{"body", body.toStdString()}}.dump());
    call.idempotencyKey = std::move(idempotencyKey);
    const auto answer = co_await api.call(std::move(call));
    co_return client::one<note::Note>(answer);
}

QCoro::Task<Answer<void>> takeBackNote(client::ApiClient& api, const api::Entity& entity, std::int64_t id,
                                       note::NoteId note) {
    Call call(operationOf(entity, ".take_back_note"));
    call.at(QStringLiteral("id"), QString::number(id));
    call.at(QStringLiteral("note"), QString::fromStdString(note.toString()));
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    co_return Answer<void>();
}

}  // namespace nextgen::entity
