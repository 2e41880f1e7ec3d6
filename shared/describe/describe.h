#pragma once

#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

/// An entity is described once, in a constexpr function found by its type:
///
///     constexpr auto descriptionOf(std::type_identity<Cheque>) {
///         return schema("cheques", field("amount", &Cheque::amount).titled(QT_TRANSLATE_NOOP("Cheque",
///         "Amount")).with(Required), …);
///     }
///
/// On a field's line hang its JSON key and SQL column (one name), its member, its label and what one may do
/// with it. JSON, patches, validation, rows of the database, grids and forms all walk the same lines.
namespace nextgen::describe {

enum Trait : unsigned {
    Plain = 0,
    Key = 1U << 0,
    Hidden = 1U << 1,       ///< not a column of grids nor a line of forms
    Required = 1U << 2,     ///< must be there, and not empty
    ReadOnly = 1U << 3,     ///< written by the server only
    Code = 1U << 4,         ///< digits or Latin letters that stay left-to-right in Persian: ids, IBANs
    Summed = 1U << 5,       ///< a total of the selection makes sense
    Title = 1U << 6,        ///< names the record where others refer to it
    Equal = 1U << 7,        ///< lists take name=value
    Range = 1U << 8,        ///< lists take name.gte=value and its like
    Sort = 1U << 9,         ///< lists may be ordered by it
    Search = 1U << 10,      ///< found by q=
    Fixed = 1U << 11,       ///< written with a new record and never changed
    JsonText = 1U << 12,    ///< a text that holds JSON
    TableName = 1U << 13,   ///< a text that names a table
    SettingKey = 1U << 14,  ///< a text that names a setting
};

/// What kind of value a field holds, which decides its editor, its alignment and how it is shown.
enum class Kind { Text, Money, Date, Instant, Id, Integer, Bool, Choice };

/// What a state says to whoever looks over many of them. A choice that is no state (a kind, a tier) has none.
enum class Tone {
    None,
    Good,     ///< as it should be
    Open,     ///< under way, nobody has to do anything
    Waiting,  ///< somebody has to act
    Bad,      ///< it went wrong
    Ended,    ///< over, without being good or bad
};

/// A text that is stored encrypted: in the columns <name>_cipher, <name>_index (to find it by, where lists
/// do) and <name>_last4. Answers carry it masked; what it is decides how it is read and masked
/// (shared/describe/secret.h).
enum class Secret { No, NationalId, EconomicCode, Iban };

/// A list of named values: one two-way table per enumeration, `choicesOf(std::type_identity<E>)`.
struct Choice {
    int value;
    std::string_view name;  ///< snake_case, in SQL and JSON
    const char* title;      ///< English label, marked for translation in `context`
    Tone tone = Tone::None;
    const char* context = "Choice";
};

template <class E>
concept Named = std::is_enum_v<E> && requires { choicesOf(std::type_identity<E>{}); };

template <Named E>
constexpr std::string_view nameOf(E value) {
    for (const Choice& choice : choicesOf(std::type_identity<E>{})) {
        if (choice.value == static_cast<int>(value)) {
            return choice.name;
        }
    }
    return {};
}

template <Named E>
constexpr std::optional<E> byName(std::string_view name) {
    for (const Choice& choice : choicesOf(std::type_identity<E>{})) {
        if (choice.name == name) {
            return static_cast<E>(choice.value);
        }
    }
    return std::nullopt;
}

template <class T>
struct Unwrapped {
    using type = T;
    static constexpr bool isOptional = false;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using type = T;
    static constexpr bool isOptional = true;
};

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

/// The kind of a member's type; std::optional<T> has T's.
template <class T>
constexpr Kind kindOf() {
    using Inner = typename Unwrapped<T>::type;
    if constexpr (std::is_same_v<Inner, Money>) {
        return Kind::Money;
    } else if constexpr (std::is_same_v<Inner, Date>) {
        return Kind::Date;
    } else if constexpr (std::is_same_v<Inner, Instant>) {
        return Kind::Instant;
    } else if constexpr (IsId<Inner>::value) {
        return Kind::Id;
    } else if constexpr (std::is_same_v<Inner, bool>) {
        return Kind::Bool;
    } else if constexpr (std::is_integral_v<Inner>) {
        return Kind::Integer;
    } else if constexpr (std::is_enum_v<Inner>) {
        return Kind::Choice;
    } else {
        static_assert(std::is_same_v<Inner, std::string>, "a described member is of a known value type");
        return Kind::Text;
    }
}

/// A field without its member: what a grid, a form or an OpenAPI document needs to know.
struct FieldInfo {
    std::string_view name;
    const char* title;
    Kind kind;
    unsigned traits;
    std::size_t textMax;  ///< characters; 0: no limit of its own
    bool isOptional;
    std::span<const Choice> choices = {};  ///< of a Choice
    std::string_view refersTo = {};        ///< of an Id: the schema whose record it names
    std::string_view tableIn = {};         ///< of an Id of any table's record: the field that names the table
    std::string_view settingIn = {};   ///< of a JsonText: the field that names the setting it is the value of
    std::string_view copiedFrom = {};  ///< the reference whose record has the same field with the same value
    Secret secret = Secret::No;

    constexpr bool has(unsigned trait) const { return (traits & trait) != 0; }
    constexpr bool isSecret() const { return secret != Secret::No; }

    constexpr FieldInfo with(unsigned added) const {
        FieldInfo copy = *this;
        copy.traits |= added;
        return copy;
    }
    constexpr FieldInfo without(unsigned taken) const {
        FieldInfo copy = *this;
        copy.traits &= ~taken;
        return copy;
    }
    constexpr FieldInfo upTo(std::size_t characters) const {
        FieldInfo copy = *this;
        copy.textMax = characters;
        return copy;
    }
    constexpr FieldInfo sealed(Secret how) const {
        FieldInfo copy = with(Code);
        copy.secret = how;
        return copy;
    }
    constexpr FieldInfo copied(std::string_view reference) const {
        FieldInfo copy = with(ReadOnly);
        copy.copiedFrom = reference;
        return copy;
    }
};

template <class E, class T>
struct Field {
    using Value = T;
    FieldInfo info;
    T E::* member;

    constexpr Field titled(const char* title) const {
        Field copy = *this;
        copy.info.title = title;
        return copy;
    }
    constexpr Field with(unsigned traits) const { return {info.with(traits), member}; }
    constexpr Field upTo(std::size_t characters) const { return {info.upTo(characters), member}; }
    constexpr Field sealed(Secret kind) const { return {info.sealed(kind), member}; }
};

/// The choices of a Choice member; empty for other kinds.
template <class T>
constexpr std::span<const Choice> choicesOfMember() {
    using Inner = typename Unwrapped<T>::type;
    if constexpr (std::is_enum_v<Inner>) {
        static_assert(std::is_lvalue_reference_v<decltype(choicesOf(std::type_identity<Inner>{}))>,
                      "fields point to the table of choices, so it must stay");
        return choicesOf(std::type_identity<Inner>{});
    } else {
        return {};
    }
}

template <class E, class T>
constexpr Field<E, T> field(std::string_view name, T E::* member) {
    return {{name, "", kindOf<T>(), Plain, 0, Unwrapped<T>::isOptional, choicesOfMember<T>()}, member};
}

template <class... Fields>
struct Schema {
    std::string_view name;  ///< the table, and the plural in routes
    std::tuple<Fields...> fields;
};

template <class... Fields>
constexpr Schema<Fields...> schema(std::string_view name, Fields... fields) {
    return {name, {fields...}};
}

template <class E>
concept Described = requires { descriptionOf(std::type_identity<E>{}); };

/// Calls visitor(field) for each described field, in order.
template <Described E, class Visitor>
constexpr void forEachField(Visitor&& visitor) {
    std::apply([&](const auto&... fields) { (visitor(fields), ...); },
               descriptionOf(std::type_identity<E>{}).fields);
}

template <Described E>
constexpr std::string_view schemaName() {
    return descriptionOf(std::type_identity<E>{}).name;
}

/// The fields of E, in order.
template <Described E>
const std::vector<FieldInfo>& fieldsOf() {
    static const std::vector<FieldInfo> fields = [] {
        std::vector<FieldInfo> list;
        forEachField<E>([&](const auto& f) { list.push_back(f.info); });
        return list;
    }();
    return fields;
}

}  // namespace nextgen::describe
