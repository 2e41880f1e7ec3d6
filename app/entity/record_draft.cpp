#include "app/entity/record_draft.h"

#include "app/client/decode.h"
#include "app/entity/entity_calls.h"

#include <QCoroFuture>

namespace nextgen::entity {

namespace {

using client::Json;

constexpr int restMs = 700;

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

QCoro::Task<void> save(client::LocalStore& store, QString key, QByteArray body) {
    co_await store.saveDraft(QLatin1String(RecordDraft::kind), key, body);
}

QCoro::Task<std::optional<client::Draft>> read(client::LocalStore& store, QString key) {
    co_return co_await store.draft(QLatin1String(RecordDraft::kind), key);
}

}  // namespace

RecordDraft::RecordDraft(shell::Context& context, const api::Entity& entity,
                         std::function<std::optional<TypedRecord>()> state, QObject* parent)
    : QObject(parent), m_context(context), m_entity(entity), m_state(std::move(state)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(restMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { keepNow(); });
}

RecordDraft::~RecordDraft() = default;

QString RecordDraft::keyOf(const api::Entity& entity, std::int64_t id, std::string_view givenField,
                           std::int64_t givenId) {
    QString key = ui::toQt(entity.name) + u'/' + (id != 0 ? QString::number(id) : QStringLiteral("new"));
    if (id == 0 && !givenField.empty()) {
        key += QStringLiteral("/%1=%2").arg(ui::toQt(givenField)).arg(givenId);
    }
    return key;
}

void RecordDraft::setKey(const QString& key) {
    m_timer.stop();
    m_key = key;
}

void RecordDraft::touch() {
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

QCoro::Task<void> RecordDraft::keepNow() {
    m_timer.stop();
    if (const auto state = m_state()) {
        co_await save(m_context.store, m_key, bytesOf(m_entity, *state));
    } else {
        drop();
    }
}

void RecordDraft::drop(const QString& key) {
    if (key == m_key) {
        m_timer.stop();
    }
    m_context.store.dropDraft(QLatin1String(kind), key);
}

QCoro::Task<std::optional<TypedRecord>> RecordDraft::find() {
    const api::Entity& entity = m_entity;
    const std::optional<client::Draft> draft = co_await read(m_context.store, m_key);
    co_return draft ? typedIn(entity, *draft) : std::nullopt;
}

}  // namespace nextgen::entity
