#include "server/entity/entity_store.h"

#include "server/http/request.h"
#include "shared/account/setting.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nextgen::entity {

namespace {

using api::Entity;
using describe::FieldInfo;
using describe::Kind;
using http::Problem;

/// The reference that this field words; nullptr for a column of the table's own.
const FieldInfo* worded(const Entity& entity, const FieldInfo& field) {
    const auto reference = std::find_if(
        entity.fields.begin(), entity.fields.end(),
        [&](const FieldInfo& one) { return !one.refersTo.empty() && api::wordsOf(one) == field.name; });
    return reference == entity.fields.end() ? nullptr : &*reference;
}

std::string columnOf(const Entity& entity, const FieldInfo& field) {
    const FieldInfo* reference = worded(entity, field);
    if (reference == nullptr) {
        return "t." + std::string(field.name);
    }
    const api::ReferredTable other = api::referredTable(reference->refersTo);
    return fmt::format("(SELECT r.{} FROM {} r WHERE r.tenant_id = t.tenant_id AND r.id = t.{}) AS {}",
                       other.titleColumn, other.table, reference->name, field.name);
}

std::string selectOf(const Entity& entity) {
    std::string columns;
    for (const FieldInfo& field : entity.fields) {
        columns += (columns.empty() ? "" : ", ") + columnOf(entity, field);
    }
    return fmt::format("SELECT {}{} FROM {} t WHERE t.tenant_id = $1", columns,
                       entity.list.hasSearch && entity.searchFunction.empty() ? ", t.search_key" : "",
                       entity.table);
}

bool isWritten(const FieldInfo& field, bool isNew) {
    return !field.has(describe::Key | describe::ReadOnly) && (isNew || !field.has(describe::Fixed));
}

/// The fields of `body` with their values for SQL. Errors where something is unknown, read-only or of the
/// wrong kind.
struct Values {
    std::vector<std::pair<const FieldInfo*, db::Param>> fields;
    Errors errors;
};

Values valuesIn(const Entity& entity, const Json& body, bool isNew) {
    Values values;
    if (!body.is_object()) {
        values.errors.push_back({ErrorCode::FieldTypeInvalid, {}, {{"expected", "object"}}});
        return values;
    }
    for (const auto& [key, value] : body.items()) {
        const std::string pointer = describe::detail::pointerTo(key);
        const FieldInfo* field = entity.field(key);
        if (field == nullptr || !isWritten(*field, isNew)) {
            values.errors.push_back(
                {field == nullptr ? ErrorCode::FieldUnknown : ErrorCode::FieldReadOnly, pointer, {}});
            continue;
        }
        auto text = describe::textOf(*field, value);
        if (!text) {
            text.error().pointer = pointer;
            values.errors.push_back(std::move(text.error()));
        } else if (field->has(describe::JsonText) && *text && !Json::accept(**text)) {
            values.errors.push_back({ErrorCode::FieldTypeInvalid, pointer, {{"expected", "JSON"}}});
        } else if (field->has(describe::Required) && (!*text || (*text)->empty())) {
            values.errors.push_back({ErrorCode::FieldRequired, pointer, {}});
        } else {
            values.fields.emplace_back(field, std::move(*text));
        }
    }
    return values;
}

/// Values of settings that the program knows are of their kind and within their bounds. `record` names them.
void judgeSettings(const Json& record, Values& values) {
    for (const auto& [field, text] : values.fields) {
        const auto key = field->settingIn.empty() ? record.end() : record.find(std::string(field->settingIn));
        const account::Setting* setting =
            key != record.end() && key->is_string() ? account::findSetting(key->get<std::string>()) : nullptr;
        if (setting == nullptr || !text) {
            continue;
        }
        if (auto error = account::judgeSetting(*setting, *text)) {
            error->pointer = describe::detail::pointerTo(field->name);
            values.errors.push_back(std::move(*error));
        }
    }
}

/// The id that `body` names in a reference; NULL when it names none.
db::Param idIn(const Json& body, const FieldInfo& reference) {
    const auto value = body.find(std::string(reference.name));
    return value != body.end() && value->is_string() ? db::Param(value->get<std::string>()) : std::nullopt;
}

Json valueOf(const FieldInfo& field, std::optional<std::string_view> cell) {
    if (!cell) {
        return nullptr;
    }
    switch (field.kind) {
        case Kind::Money:
        case Kind::Integer:
            return db::fromSql<std::int64_t>(*cell);
        case Kind::Bool:
            return db::fromSql<bool>(*cell);
        case Kind::Instant:
            return db::fromSql<Instant>(*cell).toString();
        case Kind::Text:
        case Kind::Choice:
        case Kind::Date:
        case Kind::Id:
            return *cell;
    }
    return nullptr;
}

}  // namespace

EntityStore::EntityStore(const Entity& entity)
    : m_entity(&entity),
      m_list(selectOf(entity)),
      m_search(entity.searchFunction.empty()
                   ? std::string("position({q} IN search_key) > 0")
                   : fmt::format("id IN (SELECT {}({{q}}))", entity.searchFunction)),
      m_findName("entity/" + std::string(entity.name)),
      m_find(m_list + " AND t.id = $2") {}

http::ListSource EntityStore::listSource(TenantId tenant) const {
    return {m_list, {db::toSql(tenant)}, m_search};
}

Json EntityStore::jsonOf(const db::Row& row) const {
    Json json = Json::object();
    for (std::size_t i = 0; i < m_entity->fields.size(); ++i) {
        json[std::string(m_entity->fields[i].name)] = valueOf(m_entity->fields[i], row.cell(i));
    }
    return json;
}

std::optional<Record> EntityStore::find(db::Session& session, TenantId tenant, std::int64_t id) const {
    const db::Rows rows = session.query(db::Query{m_findName, m_find}, tenant, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    Record record{jsonOf(rows[0]), 0};
    record.version = record.json.value("version", 1);
    return record;
}

tl::expected<std::int64_t, Problem> EntityStore::create(db::Transaction& transaction,
                                                        const Json& body) const {
    Values values = valuesIn(*m_entity, body, true);
    for (const FieldInfo& field : m_entity->fields) {
        if (field.has(describe::Required) && isWritten(field, true) &&
            !(body.is_object() && body.contains(std::string(field.name)))) {
            values.errors.push_back({ErrorCode::FieldRequired, describe::detail::pointerTo(field.name), {}});
        }
    }
    judgeSettings(body, values);
    if (!values.errors.empty()) {
        return tl::unexpected(Problem(std::move(values.errors)));
    }
    std::string columns = "tenant_id";
    std::string places = "$1";
    db::Params params{db::toSql(transaction.context().tenant)};
    const auto add = [&](std::string_view column, db::Param value) {
        params.push_back(std::move(value));
        columns += fmt::format(", {}", column);
        places += fmt::format(", ${}", params.size());
    };
    for (auto& [field, value] : values.fields) {
        add(field->name, std::move(value));
    }
    for (const FieldInfo& field : m_entity->fields) {
        if (!field.copiedFrom.empty()) {
            const FieldInfo& from = *m_entity->field(field.copiedFrom);
            params.push_back(idIn(body, from));
            columns += fmt::format(", {}", field.name);
            places += fmt::format(", (SELECT c.{} FROM {} c WHERE c.tenant_id = $1 AND c.id = ${})",
                                  field.name, api::referredTable(from.refersTo).table, params.size());
        }
    }
    if (m_entity->list.hasSearch && m_entity->searchTable.empty()) {
        add("search_key", searchKeyOf(body));
    }
    const auto id = transaction
                        .runText(fmt::format("INSERT INTO {} ({}) VALUES ({}) RETURNING id", m_entity->table,
                                             columns, places),
                                 params)
                        .one()
                        .get<std::int64_t>("id");
    keepSearchKey(transaction, id);
    return id;
}

void EntityStore::keepSearchKey(db::Transaction& transaction, std::int64_t id) const {
    if (m_entity->searchTable.empty()) {
        return;
    }
    const TenantId tenant = transaction.context().tenant;
    if (const auto record = find(transaction, tenant, id)) {
        transaction.runText(
            fmt::format("INSERT INTO {0} (tenant_id, id, vendor_id, search_key) "
                        "SELECT tenant_id, id, vendor_id, $3 FROM {1} WHERE tenant_id = $1 AND id = $2 "
                        "ON CONFLICT (tenant_id, id) DO UPDATE SET search_key = excluded.search_key",
                        m_entity->searchTable, m_entity->table),
            {db::toSql(tenant), db::toSql(id), searchKeyOf(record->json)});
    }
}

tl::expected<Record, Problem> EntityStore::lockAt(db::Transaction& transaction, std::int64_t id,
                                                  int version) const {
    const TenantId tenant = transaction.context().tenant;
    transaction.runText(
        fmt::format("SELECT 1 FROM {} WHERE tenant_id = $1 AND id = $2 FOR UPDATE", m_entity->table),
        {db::toSql(tenant), db::toSql(id)});
    auto record = find(transaction, tenant, id);
    if (!record) {
        return tl::unexpected(Problem(ErrorCode::NotFound));
    }
    if (record->version != version) {
        return tl::unexpected(http::staleVersion(record->version));
    }
    return std::move(*record);
}

tl::expected<void, Problem> EntityStore::change(db::Transaction& transaction, std::int64_t id, int version,
                                                const Json& patch) const {
    Values values = valuesIn(*m_entity, patch, false);
    auto record = lockAt(transaction, id, version);
    if (!record) {
        return tl::unexpected(std::move(record.error()));
    }
    judgeSettings(record->json, values);
    if (!values.errors.empty()) {
        return tl::unexpected(Problem(std::move(values.errors)));
    }
    if (values.fields.empty()) {
        return {};
    }
    std::string sets;
    db::Params params{db::toSql(transaction.context().tenant), db::toSql(id)};
    const auto set = [&](std::string_view column, db::Param value) {
        params.push_back(std::move(value));
        sets += fmt::format("{}{} = ${}", sets.empty() ? "" : ", ", column, params.size());
    };
    bool isSearched = false;
    for (auto& [field, value] : values.fields) {
        isSearched = isSearched || field->has(describe::Search);
        set(field->name, std::move(value));
    }
    if (isSearched && m_entity->searchTable.empty()) {
        record->json.merge_patch(patch);
        set("search_key", searchKeyOf(record->json));
    }
    transaction.runText(
        fmt::format("UPDATE {} SET {} WHERE tenant_id = $1 AND id = $2", m_entity->table, sets), params);
    if (isSearched) {
        keepSearchKey(transaction, id);
    }
    return {};
}

tl::expected<void, Problem> EntityStore::remove(db::Transaction& transaction, std::int64_t id,
                                                int version) const {
    const auto record = lockAt(transaction, id, version);
    if (!record) {
        return tl::unexpected(record.error());
    }
    const char* statement = m_entity->can(api::Deactivate)
                                ? "UPDATE {} SET is_active = false WHERE tenant_id = $1 AND id = $2"
                                : "DELETE FROM {} WHERE tenant_id = $1 AND id = $2";
    transaction.runText(fmt::format(fmt::runtime(statement), m_entity->table),
                        {db::toSql(transaction.context().tenant), db::toSql(id)});
    return {};
}

std::string EntityStore::searchKeyOf(const Json& record) const {
    std::string text;
    for (const FieldInfo& field : m_entity->fields) {
        if (!field.has(describe::Search)) {
            continue;
        }
        const auto value =
            record.find(field.refersTo.empty() ? std::string(field.name) : api::wordsOf(field));
        if (value != record.end() && value->is_string()) {
            text += value->get_ref<const std::string&>() + ' ';
        }
    }
    return text::searchKey(text);
}

std::optional<Error> EntityStore::meaningOf(std::string_view constraint) const {
    if (!constraint.starts_with(std::string(m_entity->table) + '_')) {
        return std::nullopt;
    }
    const std::string_view rule = constraint.substr(m_entity->table.size() + 1);
    // The longest field that begins the rule: title_fa before title.
    const FieldInfo* meant = nullptr;
    for (const FieldInfo& field : m_entity->fields) {
        const bool isMeant =
            rule.starts_with(field.name) ||
            (field.name.ends_with("_id") && rule.starts_with(field.name.substr(0, field.name.size() - 3)));
        if (isMeant && isWritten(field, true) &&
            (meant == nullptr || field.name.size() > meant->name.size())) {
            meant = &field;
        }
    }
    const std::string pointer = meant == nullptr ? std::string() : describe::detail::pointerTo(meant->name);
    if (rule.ends_with("_fkey")) {
        return Error{ErrorCode::ReferenceUnknown, pointer, {}};
    }
    if (rule.ends_with("_key")) {
        return Error{ErrorCode::AlreadyExists, pointer, {}};
    }
    if (meant != nullptr) {
        return Error{ErrorCode::ValueRefused, pointer, {}};
    }
    return Error{ErrorCode::RuleBroken, {}, {{"rule", std::string(rule)}}};
}

}  // namespace nextgen::entity
