#pragma once

#include "shared/describe/describe.h"

#include <charconv>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// How values travel to and from PostgreSQL: as text, in one form per type, both ways.
namespace nextgen::db {

/// The content of a bytea column.
using Bytes = std::vector<unsigned char>;

/// A parameter as PostgreSQL reads it; nullopt is NULL.
using Param = std::optional<std::string>;
using Params = std::vector<Param>;

namespace detail {

std::string textOf(std::string_view text);  ///< throws Failure for a zero byte, which PostgreSQL cannot hold
std::string textOf(Instant instant);        ///< microseconds, UTC
std::string textOf(const Bytes& bytes);
std::string textOf(const nlohmann::ordered_json& json);
std::string arrayOf(const Params& elements);

[[noreturn]] void throwUnreadable(std::string_view text, std::string_view type);
Money moneyFrom(std::string_view text);
Date dateFrom(std::string_view text);
Instant instantFrom(std::string_view text);
bool boolFrom(std::string_view text);
Bytes bytesFrom(std::string_view text);
/// Json is nlohmann::ordered_json, whose definition only those who use it include.
template <class Json>
Json jsonFrom(std::string_view text);
Params elementsFrom(std::string_view array);

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

}  // namespace detail

/// Enumerations are sent as their snake_case name, std::vector<T> as an array, Json as jsonb, Bytes as bytea.
template <class T>
Param toSql(const T& value) {
    using describe::Unwrapped;
    if constexpr (std::is_same_v<T, std::nullptr_t> || std::is_same_v<T, std::nullopt_t>) {
        return std::nullopt;
    } else if constexpr (Unwrapped<T>::isOptional) {
        return value ? toSql(*value) : std::nullopt;
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? "t" : "f";
    } else if constexpr (std::is_integral_v<T>) {
        return std::to_string(value);
    } else if constexpr (std::is_same_v<T, Money>) {
        return std::to_string(value.rials());
    } else if constexpr (std::is_same_v<T, Date> || describe::IsId<T>::value) {
        return value.toString();
    } else if constexpr (std::is_enum_v<T>) {
        return std::string(describe::nameOf(value));
    } else if constexpr (std::is_convertible_v<T, std::string_view> &&
                         !std::is_same_v<T, nlohmann::ordered_json>) {
        return detail::textOf(std::string_view(value));
    } else if constexpr (detail::IsVector<T>::value && !std::is_same_v<T, Bytes>) {
        Params elements;
        elements.reserve(value.size());
        for (const auto& element : value) {
            elements.push_back(toSql<typename T::value_type>(element));
        }
        return detail::arrayOf(elements);
    } else {
        return detail::textOf(value);
    }
}

/// The value of a cell that is not NULL. Throws Failure when the text is not one of T's.
template <class T>
T fromSql(std::string_view text) {
    if constexpr (std::is_same_v<T, std::string>) {
        return std::string(text);
    } else if constexpr (std::is_same_v<T, bool>) {
        return detail::boolFrom(text);
    } else if constexpr (std::is_integral_v<T>) {
        T value{};
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failure != std::errc{} || end != text.data() + text.size()) {
            detail::throwUnreadable(text, "integer");
        }
        return value;
    } else if constexpr (std::is_same_v<T, Money>) {
        return detail::moneyFrom(text);
    } else if constexpr (std::is_same_v<T, Date>) {
        return detail::dateFrom(text);
    } else if constexpr (std::is_same_v<T, Instant>) {
        return detail::instantFrom(text);
    } else if constexpr (describe::IsId<T>::value) {
        return T(fromSql<std::int64_t>(text));
    } else if constexpr (std::is_enum_v<T>) {
        const std::optional<T> value = describe::byName<T>(text);
        if (!value) {
            detail::throwUnreadable(text, "choice");
        }
        return *value;
    } else if constexpr (std::is_same_v<T, Bytes>) {
        return detail::bytesFrom(text);
    } else if constexpr (detail::IsVector<T>::value) {
        T list;
        for (const Param& element : detail::elementsFrom(text)) {
            using Element = typename T::value_type;
            if constexpr (describe::Unwrapped<Element>::isOptional) {
                using Inner = typename describe::Unwrapped<Element>::type;
                list.push_back(element ? Element(fromSql<Inner>(*element)) : Element());
            } else {
                if (!element) {
                    detail::throwUnreadable(text, "array without NULL");
                }
                list.push_back(fromSql<Element>(*element));
            }
        }
        return list;
    } else {
        static_assert(std::is_same_v<T, nlohmann::ordered_json>, "a type that has a form in SQL");
        return detail::jsonFrom<T>(text);
    }
}

}  // namespace nextgen::db
