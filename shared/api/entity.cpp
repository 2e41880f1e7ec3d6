#include "shared/api/entity.h"

#include "shared/api/entity_line.h"
#include "shared/cheque/cheque.h"
#include "shared/core/kept_text.h"
#include "shared/describe/record.h"
#include "shared/view/saved_view.h"

#include <deque>
#include <stdexcept>
#include <string>
#include <utility>

namespace nextgen::api {

namespace {

using describe::FieldInfo;
using describe::Kind;

/// Tables whose records have calls of their own, or none.
constexpr auto otherTables = std::to_array<describe::Choice>({
    {-1, "cheques", QT_TRANSLATE_NOOP("Entity", "Cheques"), describe::Tone::None, "Entity"},
    {-2, "cheque_imports", QT_TRANSLATE_NOOP("Entity", "Imports of cheques"), describe::Tone::None, "Entity"},
    {-6, "cheque_bounces", QT_TRANSLATE_NOOP("Entity", "Bounces of cheques"), describe::Tone::None, "Entity"},
    {-7, "cheque_slips", QT_TRANSLATE_NOOP("Entity", "Deposit slips"), describe::Tone::None, "Entity"},
    {-8, "cheque_slip_items", QT_TRANSLATE_NOOP("Entity", "Cheques on slips"), describe::Tone::None, "Entity"},
    {-9, "cheque_exchanges", QT_TRANSLATE_NOOP("Entity", "Exchanges of cheques"), describe::Tone::None, "Entity"},
    {-10, "drawer_colours", QT_TRANSLATE_NOOP("Entity", "Colours of drawers"), describe::Tone::None, "Entity"},
    {-3, "sessions", QT_TRANSLATE_NOOP("Entity", "Sign-ins"), describe::Tone::None, "Entity"},
    {-5, "saved_views", QT_TRANSLATE_NOOP("Entity", "Saved views"), describe::Tone::None, "Entity"},
    {-4, "tenants", QT_TRANSLATE_NOOP("Entity", "Tenants"), describe::Tone::None, "Entity"},
    {-5, "record_notes", QT_TRANSLATE_NOOP("Entity", "Notes"), describe::Tone::None, "Entity"},
    {-6, "record_files", QT_TRANSLATE_NOOP("Entity", "Files"), describe::Tone::None, "Entity"},
});

/// Every table that the audit trail may name, as a choice worded by the title of its entity.
std::span<const describe::Choice> tableChoices() {
    static const std::vector<describe::Choice> choices = [] {
        std::vector<describe::Choice> made(otherTables.begin(), otherTables.end());
        for (const EntityLine& line : entityLines()) {
            made.push_back({static_cast<int>(made.size()), line.table.empty() ? line.name : line.table,
                            line.title, describe::Tone::None, "Entity"});
        }
        return made;
    }();
    return choices;
}

std::vector<FieldInfo> wholeFields(const EntityLine& line) {
    namespace record = describe::record;
    if (line.fields.front().has(describe::Key)) {
        return {line.fields.begin(), line.fields.end()};  // an entity with a C++ type, which says it all
    }
    std::vector<FieldInfo> fields{
        {"id", "", Kind::Id, describe::Key | describe::Hidden | describe::Sort, 0, false}};
    for (const FieldInfo& field : line.fields) {
        fields.push_back(field);
        if (field.has(describe::TableName)) {
            fields.back().kind = Kind::Choice;
            fields.back().choices = tableChoices();
        }
        if (!field.refersTo.empty()) {
            fields.push_back(record::optional(
                record::text(keptText(wordsOf(field)), field.title).with(describe::ReadOnly)));
        }
    }
    if ((line.calls & Deactivate) != 0) {
        fields.push_back(
            record::flag("is_active", QT_TRANSLATE_NOOP("Field", "Active")).with(describe::Equal));
    }
    if ((line.calls & History) != 0) {
        return fields;
    }
    fields.push_back(record::integer("version", "").with(describe::ReadOnly | describe::Hidden));
    fields.push_back(record::instant("created_at", QT_TRANSLATE_NOOP("Field", "Created"))
                         .with(describe::ReadOnly | describe::Range));
    fields.push_back(record::instant("updated_at", QT_TRANSLATE_NOOP("Field", "Changed"))
                         .with(describe::ReadOnly | describe::Hidden));
    return fields;
}

ListSpec listOf(const std::vector<FieldInfo>& fields, std::string_view sort) {
    static std::deque<std::vector<ListField>> lists;
    std::vector<ListField>& listed = lists.emplace_back();
    bool hasSearch = false;
    for (const FieldInfo& field : fields) {
        const unsigned traits = field.traits & (describe::Equal | describe::Range | describe::Sort);
        hasSearch = hasSearch || field.has(describe::Search);
        if (traits != 0) {
            listed.push_back({field.name, field.kind, traits, field.choices, field.secret, field.isOptional});
        }
    }
    return {listed, sort, hasSearch};
}

}  // namespace

const FieldInfo* Entity::field(std::string_view fieldName) const {
    for (const FieldInfo& one : fields) {
        if (one.name == fieldName) {
            return &one;
        }
    }
    return nullptr;
}

bool Entity::hasSecrets() const {
    return std::any_of(fields.begin(), fields.end(), [](const FieldInfo& field) { return field.isSecret(); });
}

const FieldInfo& Entity::titleField() const {
    for (const FieldInfo& one : fields) {
        if (one.has(describe::Title)) {
            return one;
        }
    }
    throw std::logic_error("nothing names a record of " + std::string(name));
}

std::span<const Entity> entities() {
    static const std::vector<Entity> all = [] {
        std::vector<Entity> made;
        for (const EntityLine& line : entityLines()) {
            std::vector<FieldInfo> fields = wholeFields(line);
            ListSpec list = listOf(fields, line.sort);
            // What has a C++ type is worded where that is described, under the type's name.
            const bool isTyped = line.fields.front().has(describe::Key);
            made.push_back({line.name, line.table.empty() ? line.name : line.table, line.title, line.singular,
                            line.area, line.read, line.write, line.calls, std::move(fields), list,
                            line.partOf, line.searchFunction, line.searchTable,
                            isTyped ? line.singular : "Field"});
        }
        return made;
    }();
    return all;
}

const Entity* findEntity(std::string_view name) {
    for (const Entity& entity : entities()) {
        if (entity.name == name) {
            return &entity;
        }
    }
    return nullptr;
}

std::optional<DescribedTable> describedTable(std::string_view table) {
    const std::string_view cheques = describe::schemaName<cheque::Cheque>();
    if (table == cheques) {
        return DescribedTable{cheques, describe::fieldsOf<cheque::Cheque>(), "Cheque"};
    }
    const std::string_view views = describe::schemaName<view::SavedView>();
    if (table == views) {
        return DescribedTable{views, describe::fieldsOf<view::SavedView>(), "SavedView"};
    }
    for (const Entity& entity : entities()) {
        if (entity.table == table) {
            return DescribedTable{entity.name, entity.fields, entity.context};
        }
    }
    return std::nullopt;
}

ReferredTable referredTable(std::string_view schema) {
    if (schema == describe::schemaName<cheque::Cheque>()) {
        return {"cheques", "sayad_id"};
    }
    const Entity* entity = findEntity(schema);
    if (entity == nullptr) {
        throw std::out_of_range(std::string(schema) + " is nothing that one can refer to");
    }
    return {entity->table, entity->titleField().name};
}

std::string wordsOf(const FieldInfo& reference) {
    std::string_view stem = reference.name;
    if (stem.ends_with("_id")) {
        stem.remove_suffix(3);
    }
    return std::string(stem) + "_name";
}

}  // namespace nextgen::api
