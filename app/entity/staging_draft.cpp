#include "app/entity/staging_draft.h"

#include "app/client/decode.h"
#include "app/entity/entity_calls.h"

#include <utility>

namespace nextgen::entity {

namespace {

using client::Json;
using ui::FieldChanges;
using ui::Record;

Json jsonOf(const api::Entity& entity, const FieldChanges& values) {
    return Json::parse(bodyOf(entity, values).toStdString());
}

FieldChanges valuesIn(const api::Entity& entity, const Json& row, const char* member) {
    const auto found = row.find(member);
    return found != row.end() ? changesIn(entity, QByteArray::fromStdString(found->dump())) : FieldChanges();
}

/// Of the record as it was what names it, its version and the fields that are edited.
FieldChanges baseOf(const api::Entity& entity, const ui::StagedEdits::Row& row) {
    FieldChanges base;
    const describe::FieldInfo& title = entity.titleField();
    const describe::FieldInfo* wording =
        title.refersTo.empty() ? nullptr : ui::wordingOf(entity.fields, title);
    for (const describe::FieldInfo& field : entity.fields) {
        const bool isKept = field.name == "id" || field.name == "version" || field.name == title.name ||
                            &field == wording || row.values.contains(field.name) ||
                            std::ranges::any_of(row.values, [&](const auto& one) {
                                const auto* edited = entity.field(one.first);
                                return edited != nullptr && edited->settingIn == field.name;
                            });
        if (isKept) {
            base.emplace_back(field.name, row.base.value(field.name));
        }
    }
    return base;
}

QByteArray bytesOf(const api::Entity& entity, const KeptEdits& kept) {
    Json json{{"rows", Json::array()}};
    for (const auto& [id, row] : kept.rows) {
        json["rows"].push_back({{"base", jsonOf(entity, baseOf(entity, row))},
                                {"values", jsonOf(entity, {row.values.begin(), row.values.end()})},
                                {"reason", row.reason.toStdString()}});
    }
    if (kept.unanswered) {
        json["sent_key"] = kept.unanswered->key.toStdString();
        json["sent_body"] = kept.unanswered->body.toStdString();
    }
    return QByteArray::fromStdString(json.dump());
}

KeptEdits keptIn(const api::Entity& entity, const QByteArray& body) {
    KeptEdits kept;
    const Json json = Json::parse(body.toStdString(), nullptr, false);
    if (!json.is_object()) {
        return kept;
    }
    for (const Json& one : json.value("rows", Json::array())) {
        ui::StagedEdits::Row row{Record(entity.fields), {}, client::textOf(one, "reason")};
        for (auto& [field, value] : valuesIn(entity, one, "base")) {
            row.base.set(field, std::move(value));
        }
        for (auto& [field, value] : valuesIn(entity, one, "values")) {
            row.values.insert_or_assign(field, std::move(value));
        }
        if (row.base.id() != 0 && !row.values.empty()) {
            kept.rows.emplace(row.base.id(), std::move(row));
        }
    }
    if (const QString key = client::textOf(json, "sent_key"); !key.isEmpty()) {
        kept.unanswered = ChangeWriter::Portion{key, client::textOf(json, "sent_body").toUtf8()};
    }
    return kept;
}

}  // namespace

StagingDraft::StagingDraft(shell::Context& context, const api::Entity& entity,
                           std::function<KeptEdits()> state, QObject* parent)
    : QObject(parent),
      m_entity(entity),
      m_slot(context.store, kind, [&entity, state = std::move(state)]() -> std::optional<QByteArray> {
          const KeptEdits kept = state();
          return kept.rows.empty() ? std::nullopt : std::optional(bytesOf(entity, kept));
      }) {
    setOf(0);
}

void StagingDraft::setOf(std::int64_t record) {
    m_of = record;
    const QString name = ui::toQt(m_entity.name);
    m_slot.setKey(record == 0 ? name : QStringLiteral("%1/of/%2").arg(name, QString::number(record)));
}

QCoro::Task<std::optional<KeptEdits>> StagingDraft::find() {
    const api::Entity& entity = m_entity;
    const std::optional<client::Draft> draft = co_await m_slot.find();
    co_return draft ? std::optional(keptIn(entity, draft->body)) : std::nullopt;
}

}  // namespace nextgen::entity
