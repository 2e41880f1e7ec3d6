#pragma once

#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <concepts>
#include <type_traits>

/// Entities that nobody computes with need no C++ type: they are described by their fields alone, one line
/// each.
///
///     inline constexpr auto brandFields = std::to_array<FieldInfo>({
///         text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Sort |
///         Search).upTo(200), reference("parent_id", QT_TRANSLATE_NOOP("Field", "Parent"), "categories"),
///
/// Titles are translated in the context "Field", so that a word is translated once for all of them. The key,
/// the version and the dates that every record has are not written out.
namespace nextgen::describe::record {

using describe::FieldInfo;
using describe::Secret;
using enum describe::Trait;

constexpr FieldInfo text(std::string_view name, const char* title) {
    return {name, title, Kind::Text, Plain, 0, false};
}
constexpr FieldInfo money(std::string_view name, const char* title) {
    return {name, title, Kind::Money, Plain, 0, false};
}
constexpr FieldInfo integer(std::string_view name, const char* title) {
    return {name, title, Kind::Integer, Plain, 0, false};
}
constexpr FieldInfo date(std::string_view name, const char* title) {
    return {name, title, Kind::Date, Plain, 0, false};
}
constexpr FieldInfo instant(std::string_view name, const char* title) {
    return {name, title, Kind::Instant, Plain, 0, false};
}
constexpr FieldInfo flag(std::string_view name, const char* title) {
    return {name, title, Kind::Bool, Plain, 0, false};
}
/// Another record, by the schema's name: "categories".
constexpr FieldInfo reference(std::string_view name, const char* title, std::string_view schema) {
    return {name, title, Kind::Id, Equal, 0, false, {}, schema};
}
/// A record of the table that another field names.
constexpr FieldInfo recordIn(std::string_view name, const char* title, std::string_view tableField) {
    FieldInfo field{name, title, Kind::Id, Plain, 0, false};
    field.tableIn = tableField;
    return field;
}
/// The value, as JSON, of the setting that another field names.
constexpr FieldInfo valueOfSetting(std::string_view name, const char* title, std::string_view keyField) {
    FieldInfo field = text(name, title).with(JsonText);
    field.settingIn = keyField;
    return field;
}
template <std::size_t N>
constexpr FieldInfo choice(std::string_view name, const char* title, const std::array<Choice, N>& choices) {
    return {name, title, Kind::Choice, Equal, 0, false, choices};
}
/// A text that is stored encrypted and answered masked.
constexpr FieldInfo secret(std::string_view name, const char* title, Secret kind) {
    return text(name, title).sealed(kind).upTo(60);  // with the blanks that people type
}
/// It may be empty: null in JSON and SQL.
constexpr FieldInfo optional(FieldInfo field) {
    field.isOptional = true;
    return field;
}

}  // namespace nextgen::describe::record
