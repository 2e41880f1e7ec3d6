#include "server/db/value.h"

#include "server/db/error.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace nextgen::db::detail {

std::string textOf(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) {
        throw Failure("a text with a zero byte", "22021");
    }
    return std::string(text);
}

std::string textOf(Instant instant) {
    constexpr std::int64_t dayUs = 86'400'000'000;
    const Date date = instant.dateAt(0);
    const std::int64_t rest = instant.microseconds() - date.daysSinceEpoch() * dayUs;
    return fmt::format("{} {:02}:{:02}:{:02}.{:06}+00", date.toString(), rest / 3'600'000'000,
                       rest / 60'000'000 % 60, rest / 1'000'000 % 60, rest % 1'000'000);
}

std::string textOf(const Bytes& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string textOf(const nlohmann::ordered_json& json) {
    return json.dump();
}

std::string arrayOf(const Params& elements) {
    std::string text = "{";
    for (const Param& element : elements) {
        if (text.size() > 1) {
            text += ',';
        }
        if (!element) {
            text += "NULL";
            continue;
        }
        text += '"';
        for (const char c : *element) {
            if (c == '"' || c == '\\') {
                text += '\\';
            }
            text += c;
        }
        text += '"';
    }
    text += '}';
    return text;
}

void throwUnreadable(std::string_view text, std::string_view type) {
    throw Failure(fmt::format("a cell of {} bytes is not a {}", text.size(), type));
}

Money moneyFrom(std::string_view text) {
    const auto money = Money::fromRials(fromSql<std::int64_t>(text));
    if (!money) {
        throwUnreadable(text, "money");
    }
    return *money;
}

Date dateFrom(std::string_view text) {
    const auto date = Date::parse(text);
    if (!date) {
        throwUnreadable(text, "date");
    }
    return *date;
}

Instant instantFrom(std::string_view text) {
    const auto instant = Instant::parse(text);
    if (!instant) {
        throwUnreadable(text, "instant");
    }
    return *instant;
}

bool boolFrom(std::string_view text) {
    if (text != "t" && text != "f") {
        throwUnreadable(text, "bool");
    }
    return text == "t";
}

Bytes bytesFrom(std::string_view text) {
    const auto nibble = [&](char c) -> unsigned {
        if (c >= '0' && c <= '9') {
            return static_cast<unsigned>(c - '0');
        }
        if (c >= 'a' && c <= 'f') {
            return static_cast<unsigned>(c - 'a' + 10);
        }
        throwUnreadable(text, "bytea");
    };
    if (!text.starts_with("\\x") || text.size() % 2 != 0) {
        throwUnreadable(text, "bytea");
    }
    Bytes bytes;
    bytes.reserve(text.size() / 2 - 1);
    for (std::size_t at = 2; at < text.size(); at += 2) {
        bytes.push_back(static_cast<unsigned char>(nibble(text[at]) << 4U | nibble(text[at + 1])));
    }
    return bytes;
}

template <class Json>
Json jsonFrom(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        throwUnreadable(text, "jsonb");
    }
    return json;
}
template nlohmann::ordered_json jsonFrom(std::string_view text);

Params elementsFrom(std::string_view array) {
    if (array.size() < 2 || array.front() != '{' || array.back() != '}') {
        throwUnreadable(array, "array");
    }
    Params elements;
    std::size_t at = 1;
    const std::size_t end = array.size() - 1;
    while (at < end) {
        std::string element;
        const bool quoted = array[at] == '"';
        if (quoted) {
            for (++at; at < end && array[at] != '"'; ++at) {
                if (array[at] == '\\') {
                    ++at;
                }
                element += array[at];
            }
            ++at;
        } else {
            for (; at < end && array[at] != ','; ++at) {
                if (array[at] == '{') {
                    throwUnreadable(array, "array of one dimension");
                }
                element += array[at];
            }
        }
        elements.push_back(!quoted && element == "NULL" ? Param() : Param(std::move(element)));
        if (at < end && array[at] != ',') {
            throwUnreadable(array, "array");
        }
        ++at;
    }
    return elements;
}

}  // namespace nextgen::db::detail
