#pragma once

#include "shared/core/error_code.h"
#include "shared/describe/describe.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

/// JSON of described entities, both ways. Include it from .cpp files only: it is slow to compile.
namespace nextgen::describe {

using Json = nlohmann::ordered_json;

namespace detail {

std::optional<Error> readText(const Json& value, std::string& into, std::size_t textMax);
std::optional<Error> readMoney(const Json& value, Money& into);
std::optional<Error> readDate(const Json& value, Date& into);
std::optional<Error> readInstant(const Json& value, Instant& into);
std::optional<Error> readId(const Json& value, std::int64_t& into);
std::optional<Error> readInteger(const Json& value, std::int64_t& into);
std::optional<Error> readBool(const Json& value, bool& into);
Error choiceRefused(std::span<const Choice> choices);
/// "/name", escaped as RFC 6901 wants it.
std::string pointerTo(std::string_view name);

}  // namespace detail

/// What was sent for a field, as text in one form per kind (that of PostgreSQL), or nullopt for null; refused
/// when it is not of the field's kind, too long or none of its choices.
tl::expected<std::optional<std::string>, Error> textOf(const FieldInfo& field, const Json& value);

template <class T>
Json valueToJson(const T& value) {
    if constexpr (Unwrapped<T>::isOptional) {
        return value ? valueToJson(*value) : Json(nullptr);
    } else if constexpr (std::is_same_v<T, Money>) {
        return value.rials();
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant> || IsId<T>::value) {
        return value.toString();
    } else if constexpr (std::is_enum_v<T>) {
        return nameOf(value);
    } else {
        return value;
    }
}

/// nullopt when the value was taken; the error (without a pointer) when it was refused.
template <class T>
std::optional<Error> valueFromJson(const Json& json, T& into, std::size_t textMax = 0) {
    if constexpr (Unwrapped<T>::isOptional) {
        if (json.is_null()) {
            into.reset();
            return std::nullopt;
        }
        typename Unwrapped<T>::type inner{};
        auto error = valueFromJson(json, inner, textMax);
        if (!error) {
            into = std::move(inner);
        }
        return error;
    } else {
        if (json.is_null()) {
            return Error{ErrorCode::FieldNotNullable, {}, {}};
        }
        if constexpr (std::is_same_v<T, std::string>) {
            return detail::readText(json, into, textMax);
        } else if constexpr (std::is_same_v<T, Money>) {
            return detail::readMoney(json, into);
        } else if constexpr (std::is_same_v<T, Date>) {
            return detail::readDate(json, into);
        } else if constexpr (std::is_same_v<T, Instant>) {
            return detail::readInstant(json, into);
        } else if constexpr (std::is_same_v<T, bool>) {
            return detail::readBool(json, into);
        } else if constexpr (IsId<T>::value) {
            std::int64_t number = 0;
            auto error = detail::readId(json, number);
            into = T(number);
            return error;
        } else if constexpr (std::is_enum_v<T>) {
            const auto found =
                json.is_string() ? byName<T>(json.get_ref<const std::string&>()) : std::nullopt;
            if (!found) {
                return detail::choiceRefused(choicesOfMember<T>());
            }
            into = *found;
            return std::nullopt;
        } else {
            std::int64_t number = 0;
            auto error = detail::readInteger(json, number);
            if (!error && !std::in_range<T>(number)) {
                error = Error{ErrorCode::NumberInvalid, {}, {}};
            }
            into = static_cast<T>(number);
            return error;
        }
    }
}

template <Described E>
Json toJson(const E& entity) {
    Json json = Json::object();
    forEachField<E>([&](const auto& f) { json[std::string(f.info.name)] = valueToJson(entity.*(f.member)); });
    return json;
}

/// A whole entity as the server sends it: every field may be present, unknown keys are passed over, so that
/// an older client understands a newer server.
template <Described E>
Errors fromAnswer(const Json& json, E& entity) {
    Errors errors;
    if (!json.is_object()) {
        return {Error{ErrorCode::AnswerNotUnderstood, {}, {}}};
    }
    forEachField<E>([&](const auto& f) {
        const auto found = json.find(std::string(f.info.name));
        if (found == json.end()) {
            return;
        }
        if (auto error = valueFromJson(*found, entity.*(f.member))) {
            error->pointer = detail::pointerTo(f.info.name);
            errors.push_back(std::move(*error));
        }
    });
    return errors;
}

/// RFC 7396 onto the entity: only keys that are present are touched; null empties; unknown and read-only keys
/// are refused.
template <Described E>
Errors applyPatch(const Json& json, E& entity) {
    Errors errors;
    if (!json.is_object()) {
        return {Error{ErrorCode::FieldTypeInvalid, {}, {{"expected", "object"}}}};
    }
    for (const auto& [key, value] : json.items()) {
        bool isKnown = false;
        forEachField<E>([&](const auto& f) {
            if (f.info.name != key) {
                return;
            }
            isKnown = true;
            std::optional<Error> error;
            if (f.info.has(ReadOnly | Key)) {
                error = Error{ErrorCode::FieldReadOnly, {}, {}};
            } else {
                error = valueFromJson(value, entity.*(f.member), f.info.textMax);
            }
            if (error) {
                error->pointer = detail::pointerTo(key);
                errors.push_back(std::move(*error));
            }
        });
        if (!isKnown) {
            errors.push_back({ErrorCode::FieldUnknown, detail::pointerTo(key), {}});
        }
    }
    return errors;
}

/// The rules that hang on single fields: required ones are filled in, texts are short enough.
template <Described E>
Errors validate(const E& entity) {
    Errors errors;
    forEachField<E>([&](const auto& f) {
        if (!f.info.has(Required) || f.info.has(ReadOnly)) {
            return;
        }
        const auto& value = entity.*(f.member);
        using T = std::remove_cvref_t<decltype(value)>;
        bool isEmpty = false;
        if constexpr (Unwrapped<T>::isOptional) {
            isEmpty = !value.has_value();
        } else if constexpr (std::is_same_v<T, std::string>) {
            isEmpty = value.empty();
        } else if constexpr (IsId<T>::value) {
            isEmpty = !value;
        }
        if (isEmpty) {
            errors.push_back({ErrorCode::FieldRequired, detail::pointerTo(f.info.name), {}});
        }
    });
    return errors;
}

/// A new entity out of a request's body: applyPatch onto a fresh one, then every required field must have
/// come.
template <Described E>
Errors fromRequest(const Json& json, E& entity) {
    Errors errors = applyPatch(json, entity);
    if (!json.is_object()) {
        return errors;
    }
    forEachField<E>([&](const auto& f) {
        if (f.info.has(Required) && !f.info.has(ReadOnly) && !json.contains(std::string(f.info.name))) {
            errors.push_back({ErrorCode::FieldRequired, detail::pointerTo(f.info.name), {}});
        }
    });
    if (errors.empty()) {
        errors = validate(entity);
    }
    return errors;
}

}  // namespace nextgen::describe
