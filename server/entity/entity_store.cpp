#include "server/entity/entity_store.h"

#include "server/http/request.h"
#include "server/secret/reveal.h"
#include "server/sql.h"
#include "shared/account/setting.h"
#include "shared/core/identifier.h"
#include "shared/core/text.h"
#include "shared/describe/json.h"
#include "shared/describe/secret.h"

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
    if (field.isSecret()) {
        return fmt::format("t.{0}_last4 AS {0}", field.name);
    }
    if (reference == nullptr) {
        return "t." + std::string(field.name);
    }
    const api::ReferredTable other = api::referredTable(reference->refersTo);
    // $1, not t.tenant_id: of a tenant that it does not know the planner takes an average one, and reads all
    // of a large one's titles for each row.
    return fmt::format("(SELECT r.{} FROM {} r WHERE r.tenant_id = $1 AND r.id = t.{}) AS {}",
                       other.titleColumn, other.table, reference->name, field.name);
}

std::string selectOf(const Entity& entity) {
    std::string columns;
    for (const FieldInfo& field : entity.fields) {
        columns += (columns.empty() ? "" : ", ") + columnOf(entity, field);
    }
    for (const FieldInfo& field : entity.fields) {
        if (field.isSecret() && field.has(describe::Equal)) {
            columns += fmt::format(", t.{}_index", field.name);
        }
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

/// A secret in its stored form; empty where it is to be emptied.
Result<std::optional<std::string>> secretOf(const FieldInfo& field, std::string typed) {
    if (typed.empty()) {
        return typed;
    }
    auto read = describe::readSecret(field.secret, typed);
    return read ? Result<std::optional<std::string>>(std::move(*read)) : refuse(std::move(read.error()));
}

/// `shown`: the record as its reader knows it, nullptr for a new one. A secret that comes back masked as it
/// was shown is left as it is.
Values valuesIn(const Entity& entity, const Json& body, const Json* shown) {
    const bool isNew = shown == nullptr;
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
        if (field->isSecret() && !isNew && shown->at(key) == value) {
            continue;
        }
        auto text = describe::textOf(*field, value);
        if (text && *text && field->isSecret()) {
            text = secretOf(*field, std::move(**text));
        }
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
    if (field.isSecret()) {
        return describe::masked(field.secret, *cell);
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

EntityStore::EntityStore(const Entity& entity, secret::Vault& vault)
    : m_entity(&entity),
      m_vault(&vault),
      m_list(selectOf(entity)),
      m_search(entity.searchFunction.empty()
                   ? std::string("position({q} IN search_key) > 0")
                   : fmt::format("id IN (SELECT {}({{q}}))", entity.searchFunction)),
      m_findName("entity/" + std::string(entity.name)),
      m_find(m_list + " AND t.id = $2") {}

http::ListSource EntityStore::listSource(TenantId tenant) const {
    return {m_list, {db::toSql(tenant)}, m_search, [this, tenant](std::string_view value) {
                return secret::lookupsAsSql(*m_vault, tenant, value);
            }};
}

http::ListSource EntityStore::historySource(TenantId tenant, std::int64_t id) const {
    http::ListSource source{sql::entity::listHistory.text,
                            {db::toSql(tenant), db::toSql(m_entity->table), std::to_string(id)}};
    // Most records changed a few times, and a product's stock may have done so thousands of times.
    source.isUneven = true;
    return source;
}

Json EntityStore::jsonOf(const db::Row& row) const {
    Json json = Json::object();
    for (std::size_t i = 0; i < m_entity->fields.size(); ++i) {
        json[std::string(m_entity->fields[i].name)] = valueOf(m_entity->fields[i], row.cell(i));
    }
    return json;
}

Json EntityStore::asAnswered(Json columns) const {
    for (const FieldInfo& field : m_entity->fields) {
        const std::string name(field.name);
        const auto cipher = field.isSecret() ? columns.find(name + "_cipher") : columns.end();
        if (cipher == columns.end()) {
            continue;
        }
        // Of two values with the same last digits only the ciphertext differs.
        const std::string digits = columns.value(name + "_last4", cipher->is_null() ? "" : "****");
        columns.erase(name + "_cipher");
        columns.erase(name + "_last4");
        columns[name] = describe::masked(field.secret, digits);
    }
    return columns;
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
    Values values = valuesIn(*m_entity, body, nullptr);
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
    if (std::any_of(values.fields.begin(), values.fields.end(),
                    [](const auto& one) { return one.first->isSecret(); })) {
        // A ciphertext is bound to its row, so the id must be known before.
        const auto id = transaction.query(sql::entity::drawId).one().get<std::int64_t>("id");
        add("id", db::toSql(id));
        const secret::Keyring keyring = m_vault->forWriting(transaction);
        for (const auto& [field, value] : values.fields) {
            if (field->isSecret()) {
                addSecret(keyring, id, *field, *value, add);
            }
        }
    }
    for (auto& [field, value] : values.fields) {
        if (!field->isSecret()) {
            add(field->name, std::move(value));
        }
    }
    for (const FieldInfo& field : m_entity->fields) {
        if (!field.copiedFrom.empty()) {
            const FieldInfo& from = *m_entity->field(field.copiedFrom);
            const std::string_view table = api::referredTable(from.refersTo).table;
            db::Param id = idIn(body, from);
            // Of a record that is not there, or not to be seen, nothing can be copied.
            if (transaction
                    .runText(fmt::format("SELECT FROM {} WHERE tenant_id = $1 AND id = $2", table),
                             {params.front(), id})
                    .empty()) {
                return tl::unexpected(Problem(
                    Errors{{ErrorCode::ReferenceUnknown, describe::detail::pointerTo(from.name), {}}}));
            }
            params.push_back(std::move(id));
            columns += fmt::format(", {}", field.name);
            places += fmt::format(", (SELECT c.{} FROM {} c WHERE c.tenant_id = $1 AND c.id = ${})",
                                  field.name, table, params.size());
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

void EntityStore::addSecret(const secret::Keyring& keyring, std::int64_t id, const FieldInfo& field,
                            const std::string& value,
                            const std::function<void(std::string_view, db::Param)>& add) const {
    const std::string name(field.name);
    secret::Sealed sealed = secret::seal(keyring, {m_entity->table, name, id}, value);
    add(name + "_cipher", std::move(sealed.cipher));
    add(name + "_index", std::move(sealed.index));
    add(name + "_last4", std::move(sealed.lastFour));
    if (field.secret == describe::Secret::Iban && m_entity->field("bank_code") != nullptr) {
        add("bank_code", identifier::ibanBankCode(value));  // which nobody needs to read the rest for
    }
}

tl::expected<std::string, Problem> EntityStore::reveal(db::Transaction& transaction, std::int64_t id,
                                                       std::string_view name) const {
    const FieldInfo* field = m_entity->field(name);
    if (field == nullptr || !field->isSecret()) {
        return tl::unexpected(Problem(secret::fieldRefused(m_entity->fields)));
    }
    const db::Rows rows =
        transaction.runText(fmt::format("SELECT {}_cipher AS cipher FROM {} WHERE tenant_id = $1 AND id = $2",
                                        name, m_entity->table),
                            {db::toSql(transaction.context().tenant), db::toSql(id)});
    if (rows.empty()) {
        return tl::unexpected(Problem(ErrorCode::NotFound));
    }
    return secret::reveal(transaction, *m_vault, {m_entity->table, name, id},
                          rows[0].get<std::optional<db::Bytes>>("cipher"));
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
    // Before the row is locked: a change of keys that is under way locks rows after the keys, too.
    std::optional<secret::Keyring> keyring;
    if (std::any_of(m_entity->fields.begin(), m_entity->fields.end(), [&](const FieldInfo& field) {
            return field.isSecret() && patch.is_object() && patch.contains(std::string(field.name));
        })) {
        keyring = m_vault->forWriting(transaction);
    }
    auto record = lockAt(transaction, id, version);
    if (!record) {
        return tl::unexpected(std::move(record.error()));
    }
    Values values = valuesIn(*m_entity, patch, &record->json);
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
        if (field->isSecret()) {
            addSecret(*keyring, id, *field, *value, set);
        } else {
            set(field->name, std::move(value));
        }
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
