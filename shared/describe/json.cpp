#include "shared/describe/json.h"

#include "shared/core/text.h"

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

Error choiceRefused(const std::vector<Choice>& choices) {
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
