#include "app/entity/record_draft.h"

#include "app/client/decode.h"
#include "app/entity/entity_calls.h"

namespace nextgen::entity {

namespace {

using client::Json;

QByteArray bytesOf(const api::Entity& entity, const TypedRecord& record) {
    Json json{{"before", Json::parse(bodyOf(entity, record.before).toStdString())},
              {"sent_body", record.sentBody.toStdString()},
              {"sent_key", record.sentKey.toStdString()}};
    Json& typed = json["typed"] = Json::object();
    for (const auto& [name, text] : record.typed) {
        typed[name] = text.toStdString();
    }
    return QByteArray::fromStdString(json.dump());
}

std::optional<TypedRecord> typedIn(const api::Entity& entity, const client::Draft& draft) {
    const Json json = Json::parse(draft.body.toStdString(), nullptr, false);
    if (!json.is_object() || !json.contains("typed") || !json["typed"].is_object()) {
        return std::nullopt;
    }
    TypedRecord record;
    for (const auto& [name, text] : json["typed"].items()) {
        if (text.is_string()) {
            record.typed.emplace(name, QString::fromStdString(text.get<std::string>()));
        }
    }
    record.before = changesIn(entity, QByteArray::fromStdString(json.value("before", Json::object()).dump()));
    record.sentBody = client::textOf(json, "sent_body").toUtf8();
    record.sentKey = client::textOf(json, "sent_key");
    record.savedAt = draft.savedAt;
    return record;
}

}  // namespace

RecordDraft::RecordDraft(shell::Context& context, const api::Entity& entity,
                         std::function<std::optional<TypedRecord>()> state, QObject* parent)
    : QObject(parent),
      m_entity(entity),
      m_slot(context.store, kind, [&entity, state = std::move(state)]() -> std::optional<QByteArray> {
          const auto typed = state();
          return typed ? std::optional(bytesOf(entity, *typed)) : std::nullopt;
      }) {}

RecordDraft::~RecordDraft() = default;

QString RecordDraft::keyOf(const api::Entity& entity, std::int64_t id, std::string_view givenField,
                           std::int64_t givenId) {
    QString key = ui::toQt(entity.name) + u'/' + (id != 0 ? QString::number(id) : QStringLiteral("new"));
    if (id == 0 && !givenField.empty()) {
        key += QStringLiteral("/%1=%2").arg(ui::toQt(givenField)).arg(givenId);
    }
    return key;
}

QCoro::Task<std::optional<TypedRecord>> RecordDraft::find() {
    const api::Entity& entity = m_entity;
    const std::optional<client::Draft> draft = co_await m_slot.find();
    co_return draft ? typedIn(entity, *draft) : std::nullopt;
}

}  // namespace nextgen::entity
