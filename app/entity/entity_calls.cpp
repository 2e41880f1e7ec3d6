#include "app/entity/entity_calls.h"

#include "app/client/decode.h"
#include "shared/account/audit.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace nextgen::entity {

using api::Entity;
using client::Answer;
using client::ApiClient;
using client::Call;
using client::Json;
using client::Listing;
using client::Page;
using describe::FieldInfo;
using describe::Kind;
using ui::FieldValue;
using ui::Record;

namespace {

/// By its name; a server that is newer than this program may know more of them.
describe::Choice choiceNamed(std::span<const describe::Choice> choices, const std::string& name) {
    const auto known = std::ranges::find(choices, name, &describe::Choice::name);
    if (known != choices.end()) {
        return *known;
    }
    static std::set<std::string, std::less<>> others;
    const std::string& kept = *others.insert(name).first;
    return {-1, kept, kept.c_str()};
}

/// nullopt for what is no value of the field's kind. Ids come as texts, in the history as numbers.
std::optional<FieldValue> valueOf(const FieldInfo& field, const Json& json) {
    if (json.is_null()) {
        return FieldValue();
    }
    const auto* text = json.get_ptr<const std::string*>();
    const auto held = [](auto parsed) { return parsed ? std::optional<FieldValue>(*parsed) : std::nullopt; };
    switch (field.kind) {
        case Kind::Text:
            return text != nullptr ? std::optional<FieldValue>(*text) : std::nullopt;
        case Kind::Date:
            return text != nullptr ? held(Date::parse(*text)) : std::nullopt;
        case Kind::Instant:
            return text != nullptr ? held(Instant::parse(*text)) : std::nullopt;
        case Kind::Bool:
            return json.is_boolean() ? std::optional<FieldValue>(json.get<bool>()) : std::nullopt;
        case Kind::Money:
            return json.is_number_integer()
                       ? std::optional<FieldValue>(Money::rials(json.get<std::int64_t>()))
                       : std::nullopt;
        case Kind::Choice:
            return text != nullptr ? std::optional<FieldValue>(choiceNamed(field.choices, *text))
                                   : std::nullopt;
        case Kind::Id:
            if (text != nullptr) {
                std::int64_t id = 0;
                const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), id);
                return failure == std::errc{} && end == text->data() + text->size()
                           ? std::optional<FieldValue>(id)
                           : std::nullopt;
            }
            [[fallthrough]];
        case Kind::Integer:
            return json.is_number_integer() ? std::optional<FieldValue>(json.get<std::int64_t>())
                                            : std::nullopt;
    }
    return std::nullopt;
}

Answer<Record> recordIn(const Entity& entity, const Json& json) {
    Record record(entity.fields);
    for (const FieldInfo& field : entity.fields) {
        const auto found = json.is_object() ? json.find(std::string(field.name)) : json.end();
        auto value = json.is_object() && found != json.end() ? valueOf(field, *found) : std::nullopt;
        if (!value) {
            return tl::unexpected(client::failureOf(ErrorCode::AnswerNotUnderstood,
                                                    QStringLiteral("/") + ui::toQt(field.name)));
        }
        record.set(field.name, std::move(*value));
    }
    return record;
}

Answer<Record> oneOf(const Entity& entity, const Answer<Json>& answer) {
    return answer ? recordIn(entity, *answer) : tl::unexpected(answer.error());
}

Json jsonOf(const FieldValue& value) {
    return std::visit(
        [](const auto& held) -> Json {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<Held, Money>) {
                return held.rials();
            } else if constexpr (std::is_same_v<Held, Date> || std::is_same_v<Held, Instant>) {
                return held.toString();
            } else if constexpr (std::is_same_v<Held, describe::Choice>) {
                return held.name;
            } else {
                return held;
            }
        },
        value);
}

FieldValue movedValue(const FieldInfo& field, const Json& values) {
    if (!values.is_object() || !values.contains(std::string(field.name))) {
        return {};
    }
    const Json& value = values[std::string(field.name)];
    // The trail holds the column itself, which is JSON already.
    return field.has(describe::JsonText) ? FieldValue(value.dump())
                                         : valueOf(field, value).value_or(FieldValue());
}

/// The described fields that differ. What is neither before nor after did not change.
std::vector<FieldMove> movesIn(std::span<const FieldInfo> fields, const Json& before, const Json& after) {
    const auto isEmpty = [](const FieldValue& value) {
        const auto* text = std::get_if<std::string>(&value);
        return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
    };
    std::vector<FieldMove> moves;
    for (const FieldInfo& field : fields) {
        if (field.has(describe::Hidden | describe::Key) || field.name == "created_at") {
            continue;
        }
        FieldMove move{&field, movedValue(field, before), movedValue(field, after)};
        if (!ui::isSame(move.before, move.after) && !(isEmpty(move.before) && isEmpty(move.after))) {
            moves.push_back(std::move(move));
        }
    }
    return moves;
}

HistoryEntry entryIn(const Entity& entity, const Json& json) {
    HistoryEntry entry;
    entry.at = Instant::parse(client::textOf(json, "at").toStdString()).value_or(Instant());
    entry.action = choiceNamed(account::auditActions, ui::fromQt(client::textOf(json, "action")));
    entry.actorName = client::textOf(json, "actor_name");
    entry.context = entity.context;
    const Json after = json.value("new_values", Json());
    entry.moves = movesIn(entity.fields, json.value("old_values", Json()), after);
    if (entry.action.name == "reveal") {
        if (const FieldInfo* revealed = entity.field(client::textOf(after, "field").toStdString())) {
            entry.moves.push_back({revealed, {}, {}});
        }
    }
    return entry;
}

Call callOf(const Entity& entity, const char* verb) {
    return Call(std::string(entity.name) + verb);
}

Call callOf(const Entity& entity, const char* verb, std::int64_t id) {
    Call call = callOf(entity, verb);
    call.at(QStringLiteral("id"), QString::number(id));
    return call;
}

}  // namespace

QCoro::Task<Answer<Page<Record>>> listRecords(ApiClient& api, const Entity& entity, Listing listing) {
    Call call = client::listCall(std::string(entity.name) + ".list", listing);
    const auto answer = co_await api.call(std::move(call));
    co_return client::pageOf<Record>(answer, [&entity](const Json& item) { return recordIn(entity, item); });
}

QCoro::Task<Answer<Record>> getRecord(ApiClient& api, const Entity& entity, std::int64_t id) {
    const auto answer = co_await api.call(callOf(entity, ".get", id));
    co_return oneOf(entity, answer);
}

QByteArray bodyOf(const Entity& entity, const ui::FieldChanges& changes) {
    Json json = Json::object();
    for (const auto& [name, value] : changes) {
        const auto* number = std::get_if<std::int64_t>(&value);
        const FieldInfo* field = entity.field(name);
        // Ids are texts in JSON: they are longer than its numbers can be everywhere.
        const bool isId = number != nullptr && field != nullptr && field->kind == Kind::Id;
        json[std::string(name)] = isId ? Json(std::to_string(*number)) : jsonOf(value);
    }
    return QByteArray::fromStdString(json.dump());
}

ui::FieldChanges changesIn(const Entity& entity, const QByteArray& body) {
    const Json json = Json::parse(body.toStdString(), nullptr, false);
    ui::FieldChanges changes;
    for (const FieldInfo& field : entity.fields) {
        if (json.is_object() && json.contains(std::string(field.name))) {
            if (auto value = valueOf(field, json[std::string(field.name)])) {
                changes.emplace_back(field.name, std::move(*value));
            }
        }
    }
    return changes;
}

QCoro::Task<Answer<Record>> createRecord(ApiClient& api, const Entity& entity, QByteArray body,
                                         QString idempotencyKey) {
    Call call = callOf(entity, ".create");
    call.body = std::move(body);
    call.idempotencyKey = std::move(idempotencyKey);
    const auto answer = co_await api.call(std::move(call));
    co_return oneOf(entity, answer);
}

QCoro::Task<Answer<Record>> editRecord(ApiClient& api, const Entity& entity, std::int64_t id, int version,
                                       QByteArray body) {
    Call call = callOf(entity, ".edit", id);
    call.ifVersion(version);
    call.body = std::move(body);
    const auto answer = co_await api.call(std::move(call));
    co_return oneOf(entity, answer);
}

QByteArray changeOf(const Entity& entity, std::int64_t id, int version, const ui::FieldChanges& changes) {
    return "{\"id\":\"" + QByteArray::number(qint64{id}) + "\",\"version\":" + QByteArray::number(version) +
           ",\"values\":" + bodyOf(entity, changes) + '}';
}

QByteArray bodyOfMany(const QList<QByteArray>& changes) {
    return "{\"changes\":[" + changes.join(',') + "]}";
}

std::map<std::int64_t, ui::FieldChanges> changesOfMany(const Entity& entity, const QByteArray& body) {
    std::map<std::int64_t, ui::FieldChanges> byId;
    const Json json = Json::parse(body.toStdString(), nullptr, false);
    for (const Json& change : json.is_object() ? json.value("changes", Json::array()) : Json::array()) {
        byId.emplace(client::textOf(change, "id").toLongLong(),
                     changesIn(entity, QByteArray::fromStdString(change["values"].dump())));
    }
    return byId;
}

QCoro::Task<Answer<std::vector<ChangeResult>>> editRecords(ApiClient& api, const Entity& entity,
                                                           QByteArray body, QString idempotencyKey) {
    Call call = callOf(entity, ".edit_many");
    call.body = std::move(body);
    call.idempotencyKey = std::move(idempotencyKey);
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    std::vector<ChangeResult> results;
    for (const Json& one : answer->is_object() ? answer->value("results", Json::array()) : Json::array()) {
        ChangeResult& result = results.emplace_back();
        result.id = client::textOf(one, "id").toLongLong();
        if (const auto error = one.find("error"); error != one.end()) {
            result.version = tl::unexpected(client::failureIn(error->value("status", 0), *error));
        } else {
            result.version = one.value("version", 0);
        }
    }
    co_return results;
}

QCoro::Task<Answer<std::optional<Record>>> removeRecord(ApiClient& api, const Entity& entity, std::int64_t id,
                                                        int version) {
    Call call = callOf(entity, ".remove", id);
    call.ifVersion(version);
    const auto answer = co_await api.call(std::move(call));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    if (answer->is_null()) {
        co_return std::optional<Record>();
    }
    auto record = recordIn(entity, *answer);
    if (!record) {
        co_return tl::unexpected(std::move(record.error()));
    }
    co_return std::optional(std::move(*record));
}

HistoryEntry entryOf(const Record& auditLog) {
    HistoryEntry entry;
    const auto choice = [&](std::string_view field) {
        const auto* held = auditLog.as<describe::Choice>(field);
        return held != nullptr ? *held : describe::Choice{-1, {}, ""};
    };
    const auto json = [&](std::string_view field) {
        return Json::parse(auditLog.text(field), nullptr, false);
    };
    const auto* at = auditLog.as<Instant>("at");
    entry.at = at != nullptr ? *at : Instant();
    entry.action = choice("action");
    entry.actorName = ui::toQt(auditLog.text("actor_name"));
    const describe::Choice table = choice("table_name");
    entry.kind = table;
    if (const auto described = api::describedTable(table.name)) {
        if (const std::int64_t id = auditLog.integer("row_id"); id != 0) {
            entry.record = ui::RecordLink{described->schema, id};
        }
        entry.context = described->context;
        entry.moves = movesIn(described->fields, json("old_values"), json("new_values"));
    }
    return entry;
}

QCoro::Task<Answer<Page<HistoryEntry>>> listHistory(ApiClient& api, const Entity& entity, std::int64_t id,
                                                    QString cursor) {
    constexpr int entriesMax = 30;
    Listing listing;
    listing.cursor = std::move(cursor);
    listing.limit = entriesMax;
    Call call = client::listCall(std::string(entity.name) + ".history", listing);
    call.at(QStringLiteral("id"), QString::number(id));
    const auto answer = co_await api.call(std::move(call));
    co_return client::pageOf<HistoryEntry>(
        answer, [&entity](const Json& item) -> Answer<HistoryEntry> { return entryIn(entity, item); });
}

}  // namespace nextgen::entity
