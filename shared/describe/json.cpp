#include "shared/describe/json.h"

#include "shared/core/text.h"

#include <algorithm>
#include <utility>

namespace nextgen::describe::detail {

namespace {

Error wrongType(std::string_view expected) {
    return {ErrorCode::FieldTypeInvalid, {}, {{"expected", std::string(expected)}}};
}

}  // namespace

std::optional<Error> readText(const Json& value, std::string& into, std::size_t textMax) {
    if (!value.is_string()) {
        return wrongType("string");
    }
    const auto& text = value.get_ref<const std::string&>();
    if (textMax != 0 && text::length(text) > textMax) {
        return Error{ErrorCode::FieldTooLong, {}, {{"limit", std::to_string(textMax)}}};
    }
    into = text;
    return std::nullopt;
}

std::optional<Error> readMoney(const Json& value, Money& into) {
    std::int64_t rials = 0;
    if (auto error = readInteger(value, rials)) {
        return error;
    }
    const auto money = Money::fromRials(rials);
    if (!money) {
        return money.error();
    }
    into = *money;
    return std::nullopt;
}

std::optional<Error> readDate(const Json& value, Date& into) {
    const auto date = value.is_string() ? Date::parse(value.get_ref<const std::string&>()) : std::nullopt;
    if (!date) {
        return Error{ErrorCode::DateInvalid, {}, {}};
    }
    into = *date;
    return std::nullopt;
}

std::optional<Error> readInstant(const Json& value, Instant& into) {
    const auto instant =
        value.is_string() ? Instant::parse(value.get_ref<const std::string&>()) : std::nullopt;
    if (!instant) {
        return Error{ErrorCode::InstantInvalid, {}, {}};
    }
    into = *instant;
    return std::nullopt;
}

std::optional<Error> readId(const Json& value, std::int64_t& into) {
    const auto id = value.is_string() ? Id<void>::parse(value.get_ref<const std::string&>()) : std::nullopt;
    if (!id) {
        return Error{ErrorCode::IdInvalid, {}, {}};
    }
    into = id->value();
    return std::nullopt;
}

std::optional<Error> readInteger(const Json& value, std::int64_t& into) {
    if (!value.is_number_integer()) {
        return wrongType("integer");
    }
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        return Error{ErrorCode::MoneyOutOfRange, {}, {}};
    }
    into = value.get<std::int64_t>();
    return std::nullopt;
}

std::optional<Error> readBool(const Json& value, bool& into) {
    if (!value.is_boolean()) {
        return wrongType("boolean");
    }
    into = value.get<bool>();
    return std::nullopt;
}

Error choiceRefused(std::span<const Choice> choices) {
    std::string allowed;
    for (const Choice& choice : choices) {
        allowed += allowed.empty() ? "" : ", ";
        allowed += choice.name;
    }
    return {ErrorCode::ValueNotAllowed, {}, {{"allowed", allowed}}};
}

std::string pointerTo(std::string_view name) {
    std::string pointer = "/";
    for (const char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

}  // namespace nextgen::describe::detail

namespace nextgen::describe {

namespace {

/// As readX judges it, then as toString() or std::to_string writes it.
template <class T>
tl::expected<std::optional<std::string>, Error> textAs(const Json& value,
                                                       std::optional<Error> (*read)(const Json&, T&)) {
    T got{};
    if (auto error = read(value, got)) {
        return tl::unexpected(std::move(*error));
    }
    if constexpr (std::is_same_v<T, Money>) {
        return std::to_string(got.rials());
    } else if constexpr (std::is_same_v<T, bool>) {
        return std::string(got ? "true" : "false");
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        return std::to_string(got);
    } else {
        return got.toString();
    }
}

bool isChoice(const FieldInfo& field, std::string_view name) {
    return std::any_of(field.choices.begin(), field.choices.end(),
                       [&](const Choice& choice) { return choice.name == name; });
}

}  // namespace

tl::expected<std::optional<std::string>, Error> textOf(const FieldInfo& field, const Json& value) {
    if (value.is_null()) {
        if (!field.isOptional) {
            return tl::unexpected(Error{ErrorCode::FieldNotNullable, {}, {}});
        }
        return std::nullopt;
    }
    switch (field.kind) {
        case Kind::Text: {
            std::string text;
            if (auto error = detail::readText(value, text, field.textMax)) {
                return tl::unexpected(std::move(*error));
            }
            return text;
        }
        case Kind::Choice: {
            if (!value.is_string() || !isChoice(field, value.get_ref<const std::string&>())) {
                return tl::unexpected(detail::choiceRefused(field.choices));
            }
            return value.get<std::string>();
        }
        case Kind::Money:
            return textAs<Money>(value, detail::readMoney);
        case Kind::Date:
            return textAs<Date>(value, detail::readDate);
        case Kind::Instant:
            return textAs<Instant>(value, detail::readInstant);
        case Kind::Id:
            return textAs<std::int64_t>(value, detail::readId);
        case Kind::Integer: {
            auto text = textAs<std::int64_t>(value, detail::readInteger);
            // The columns are four bytes wide.
            if (text && !std::in_range<std::int32_t>(value.get<std::int64_t>())) {
                return tl::unexpected(Error{ErrorCode::NumberInvalid, {}, {}});
            }
            return text;
        }
        case Kind::Bool:
            return textAs<bool>(value, detail::readBool);
    }
    return std::nullopt;
}

}  // namespace nextgen::describe
