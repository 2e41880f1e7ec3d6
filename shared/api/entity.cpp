#include "shared/api/entity.h"

#include "shared/account/users.h"
#include "shared/dealer/dealer.h"
#include "shared/describe/record.h"

#include <deque>
#include <stdexcept>
#include <string>
#include <utility>

namespace nextgen::api {

namespace {

using describe::FieldInfo;
using describe::Kind;
using enum Area;
using enum Permission;

/// A line of the table below.
struct Line {
    std::string_view name;
    const char* title;
    const char* singular;
    Area area;
    Permission read;
    Permission write;
    unsigned calls;
    std::span<const FieldInfo> fields;
    std::string_view sort;
    std::string_view partOf = {};
    std::string_view table = {};  ///< where it is not named as the entity
    std::string_view searchedIn = {};
};

/// Texts that are put together at the start and live as long as the program.
std::string_view kept(std::string text) {
    static std::deque<std::string> texts;
    return texts.emplace_back(std::move(text));
}

std::vector<FieldInfo> wholeFields(const Line& line) {
    namespace record = describe::record;
    if (line.fields.front().has(describe::Key)) {
        return {line.fields.begin(), line.fields.end()};  // an entity with a C++ type, which says it all
    }
    std::vector<FieldInfo> fields{
        {"id", "", Kind::Id, describe::Key | describe::Hidden | describe::Sort, 0, false}};
    for (const FieldInfo& field : line.fields) {
        fields.push_back(field);
        if (!field.refersTo.empty()) {
            const std::string stem(field.name.substr(0, field.name.rfind("_id")));
            fields.push_back(
                record::optional(record::text(kept(stem + "_name"), field.title).with(describe::ReadOnly)));
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
            listed.push_back({field.name, field.kind, traits, field.choices});
        }
    }
    return {listed, sort, hasSearch};
}

const std::vector<Line>& lines() {
    static const std::vector<Line> table{
        {"dealers", QT_TRANSLATE_NOOP("Entity", "Dealers"), QT_TRANSLATE_NOOP("Entity", "Dealer"), Dealers,
         DealersRead, DealersRead, ReadOnlyEntity, describe::fieldsOf<dealer::Dealer>(), "code", "",
         "dealer_profiles"},
        {"users", QT_TRANSLATE_NOOP("Entity", "Users"), QT_TRANSLATE_NOOP("Entity", "User"), System,
         UsersRead, UsersRead, ReadOnlyEntity, account::userFields, "email"},
        {"audit_logs", QT_TRANSLATE_NOOP("Entity", "Audit trail"), QT_TRANSLATE_NOOP("Entity", "Audit entry"),
         System, AuditRead, AuditRead, History, account::auditFields, "-id"},
    };
    return table;
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
        for (const Line& line : lines()) {
            std::vector<FieldInfo> fields = wholeFields(line);
            ListSpec list = listOf(fields, line.sort);
            // What has a C++ type is worded where that is described, under the type's name.
            const bool isTyped = line.fields.front().has(describe::Key);
            made.push_back({line.name, line.table.empty() ? line.name : line.table, line.title, line.singular,
                            line.area, line.read, line.write, line.calls, std::move(fields), list,
                            line.partOf, line.searchedIn, isTyped ? line.singular : "Field"});
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

}  // namespace nextgen::api
