#include "server/http/list_query.h"

#include "shared/core/money.h"
#include "shared/core/text.h"
#include "shared/describe/secret.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

namespace nextgen::http {

namespace {

constexpr std::size_t macBytes = 16;
constexpr std::size_t valuesMax = 50;       // of one comma list
constexpr std::size_t partsMax = 8;         // values that are looked up each for itself
constexpr std::size_t textLengthMax = 200;  // characters of a filter or a search
constexpr std::int64_t countMax = 10'001;
constexpr int base64Variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Error invalid(std::string_view name) {
    return {ErrorCode::QueryParameterInvalid, {}, {{"name", std::string(name)}}};
}

std::string_view sqlTypeOf(describe::Kind kind) {
    switch (kind) {
        case describe::Kind::Text:
        case describe::Kind::Choice:
            return "text";
        case describe::Kind::Money:
        case describe::Kind::Id:
        case describe::Kind::Integer:
            return "bigint";
        case describe::Kind::Date:
            return "date";
        case describe::Kind::Instant:
            return "timestamptz";
        case describe::Kind::Bool:
            return "boolean";
    }
    return "text";
}

std::optional<std::int64_t> integerOf(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

/// {a,"b"}: how PostgreSQL reads an array.
std::string arrayOf(const std::vector<std::string>& values) {
    std::string text = "{";
    for (const std::string& value : values) {
        if (text.size() > 1) {
            text += ',';
        }
        text += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                text += '\\';
            }
            text += c;
        }
        text += '"';
    }
    return text + '}';
}

std::string placeholder(SqlParameters& parameters, std::string value, std::string_view type) {
    parameters.emplace_back(std::move(value));
    return '$' + std::to_string(parameters.size()) + "::" + std::string(type);
}

/// A value of name=value; a secret in its stored form.
Result<std::string> understood(const api::ListField& field, std::string_view value) {
    if (field.secret == describe::Secret::No) {
        auto one = filterValue(field, value);
        return one ? Result<std::string>(std::move(*one)) : refuse(invalid(field.name));
    }
    auto read = describe::readSecret(field.secret, value);
    if (!read) {
        read.error().pointer = '/' + std::string(field.name);
    }
    return read;
}

Json cursorText(const Json& value) {
    return value.is_string() || value.is_null() ? value : Json(value.dump());
}

}  // namespace

const CursorSeal& CursorSeal::unused() {
    static const CursorSeal seal(std::string(32, '0'));
    return seal;
}

std::string CursorSeal::macOf(std::string_view text, std::string_view context) const {
    crypto_generichash_state state;
    std::string mac(macBytes, '\0');
    crypto_generichash_init(&state, bytesOf(m_key), m_key.size(), macBytes);
    const std::string length = std::to_string(context.size()) + ':';
    crypto_generichash_update(&state, bytesOf(length), length.size());
    crypto_generichash_update(&state, bytesOf(context), context.size());
    crypto_generichash_update(&state, bytesOf(text), text.size());
    crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(mac.data()), macBytes);
    return mac;
}

std::string CursorSeal::seal(std::string_view text, std::string_view context) const {
    const std::string sealed = macOf(text, context) + std::string(text);
    std::string cursor(sodium_base64_encoded_len(sealed.size(), base64Variant), '\0');
    sodium_bin2base64(cursor.data(), cursor.size(), bytesOf(sealed), sealed.size(), base64Variant);
    cursor.pop_back();  // its terminating zero
    return cursor;
}

std::optional<std::string> CursorSeal::open(std::string_view cursor, std::string_view context) const {
    std::string sealed(cursor.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(sealed.data()), sealed.size(), cursor.data(),
                          cursor.size(), nullptr, &size, nullptr, base64Variant) != 0 ||
        size < macBytes) {
        return std::nullopt;
    }
    sealed.resize(size);
    std::string text = sealed.substr(macBytes);
    const std::string mac = macOf(text, context);
    if (sodium_memcmp(mac.data(), sealed.data(), macBytes) != 0) {
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> filterValue(const api::ListField& field, std::string_view value) {
    using describe::Kind;
    switch (field.kind) {
        case Kind::Text:
            if (value.empty() || text::length(value) > textLengthMax) {
                return std::nullopt;
            }
            return std::string(value);
        case Kind::Choice:
            for (const describe::Choice& choice : field.choices) {
                if (choice.name == value) {
                    return std::string(value);
                }
            }
            return std::nullopt;
        case Kind::Id:
        case Kind::Money:
        case Kind::Integer: {
            const auto number = integerOf(value);
            return number ? std::optional(std::to_string(*number)) : std::nullopt;
        }
        case Kind::Date: {
            const auto date = Date::parse(value);
            return date ? std::optional(date->toString()) : std::nullopt;
        }
        case Kind::Instant: {
            const auto instant = Instant::parse(value);
            return instant ? std::optional(instant->toString()) : std::nullopt;
        }
        case Kind::Bool:
            return value == "true" || value == "false" ? std::optional(std::string(value)) : std::nullopt;
    }
    return std::nullopt;
}

tl::expected<ListQuery, Problem> ListQuery::parse(const api::ListSpec& spec, std::string_view scope,
                                                  const Parameters& parameters, const CursorSeal& seal) {
    ListQuery query(spec, seal);
    query.m_scope = scope;
    Errors errors;
    if (auto error = query.takeSort(std::string(spec.sortDefault))) {
        errors.push_back(std::move(*error));
    }
    const std::string* cursor = nullptr;
    std::set<std::string_view> seen;
    for (const auto& [name, value] : parameters) {
        std::optional<Error> error;
        if (!seen.insert(name).second || !text::isUtf8(value) || value.find('\0') != std::string::npos) {
            error = invalid(name);
        } else if (name == "cursor") {
            cursor = &value;
        } else {
            error = query.take(name, value);
        }
        if (error) {
            errors.push_back(std::move(*error));
        }
    }
    if (errors.empty() && cursor != nullptr && !query.openCursor(*cursor)) {
        errors.push_back({ErrorCode::CursorInvalid, {}, {}});
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    return query;
}

std::optional<Error> ListQuery::take(std::string_view name, const std::string& value) {
    if (name == "limit") {
        const auto number = integerOf(value);
        if (!number || *number < 1 || *number > api::pageSizeMax) {
            return invalid(name);
        }
        m_limit = static_cast<int>(*number);
        return std::nullopt;
    }
    if (name == "sort") {
        return takeSort(value);
    }
    if (name == "count") {
        m_isCountExact = value == "exact";
        return m_isCountExact ? std::nullopt : std::optional(invalid(name));
    }
    if (name == "q" && m_spec->hasSearch) {
        if (text::length(value) > textLengthMax) {
            return invalid(name);
        }
        m_search = text::searchKey(value);
        return std::nullopt;
    }
    return takeFilter(name, value);
}

std::optional<Error> ListQuery::takeSort(const std::string& value) {
    m_sort.clear();
    for (std::string_view rest = value;;) {
        const auto comma = rest.find(',');
        const std::string_view name = rest.substr(0, comma);
        const bool isDescending = name.starts_with('-');
        const std::string_view wanted = name.substr(isDescending ? 1 : 0);
        const api::ListField* field = fieldOf(wanted);
        const bool isSorting =
            wanted == m_spec->key || (field != nullptr && (field->traits & api::Sort) != 0);
        if (!isSorting || m_sort.size() == api::sortFieldsMax ||
            std::ranges::find(m_sort, wanted, &Order::field) != m_sort.end()) {
            return Error{ErrorCode::SortNotAllowed, {}, {{"name", std::string(name)}}};
        }
        m_sort.push_back({wanted == m_spec->key ? m_spec->key : field->name, isDescending});
        if (comma == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(comma + 1);
    }
    // Nothing is left to be ordered behind the key, which is unique.
    if (const auto key = std::ranges::find(m_sort, m_spec->key, &Order::field); key != m_sort.end()) {
        m_sort.erase(key + 1, m_sort.end());
    } else {
        m_sort.push_back({m_spec->key, m_sort.back().isDescending});
    }
    return std::nullopt;
}

std::optional<Error> ListQuery::takeFilter(std::string_view name, const std::string& value) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> comparisons{
        {{".gte", ">="}, {".lte", "<="}, {".gt", ">"}, {".lt", "<"}}};
    const auto dot = name.find('.');
    const std::string_view fieldName = name.substr(0, dot);
    const api::ListField* field = fieldOf(fieldName);
    if (field == nullptr) {
        return Error{ErrorCode::QueryParameterUnknown, {}, {{"name", std::string(name)}}};
    }
    Condition condition{field->name, field->kind, "=", {}, field->secret != describe::Secret::No};
    const bool isNot = dot != std::string_view::npos && name.substr(dot) == ".ne";
    if (dot == std::string_view::npos || isNot) {
        // Of a secret there are many that it is not.
        if ((field->traits & api::Equal) == 0 || (isNot && field->secret != describe::Secret::No)) {
            return Error{ErrorCode::QueryParameterUnknown, {}, {{"name", std::string(name)}}};
        }
        condition.comparison = isNot ? "<>" : "=";
        for (std::string_view rest = value; condition.values.size() <= valuesMax;) {
            const auto comma = rest.find(',');
            auto one = understood(*field, rest.substr(0, comma));
            if (!one) {
                return std::move(one.error());
            }
            if (std::ranges::find(condition.values, *one) == condition.values.end()) {
                condition.values.push_back(std::move(*one));
            }
            if (comma == std::string_view::npos) {
                break;
            }
            rest.remove_prefix(comma + 1);
        }
        if (condition.values.size() > valuesMax) {
            return invalid(name);
        }
    } else {
        const auto comparison = std::find_if(comparisons.begin(), comparisons.end(),
                                             [&](const auto& one) { return one.first == name.substr(dot); });
        if (comparison == comparisons.end() || (field->traits & api::Range) == 0) {
            return Error{ErrorCode::QueryParameterUnknown, {}, {{"name", std::string(name)}}};
        }
        auto one = filterValue(*field, value);
        if (!one) {
            return invalid(name);
        }
        condition.comparison = comparison->second;
        condition.values.push_back(std::move(*one));
    }
    m_conditions.push_back(std::move(condition));
    return std::nullopt;
}

void ListQuery::restrictTo(std::string_view field, std::string value) {
    m_conditions.push_back({field, kindOf(field), "=", {std::move(value)}});
}

const api::ListField* ListQuery::fieldOf(std::string_view name) const {
    const auto field = std::ranges::find(m_spec->fields, name, &api::ListField::name);
    return field == m_spec->fields.end() ? nullptr : &*field;
}

describe::Kind ListQuery::kindOf(std::string_view name) const {
    const api::ListField* field = fieldOf(name);
    return field == nullptr ? describe::Kind::Id : field->kind;
}

std::string ListQuery::fingerprint(bool isOpposite) const {
    std::vector<std::string> parts;
    for (const Condition& condition : m_conditions) {
        parts.push_back(std::string(condition.field) + std::string(condition.comparison) +
                        arrayOf(condition.values));
    }
    std::sort(parts.begin(), parts.end());
    parts.push_back(m_scope);
    for (const Order& order : m_sort) {
        parts.push_back((order.isDescending != isOpposite ? "-" : "+") + std::string(order.field));
    }
    parts.push_back(m_search);
    return arrayOf(parts);
}

bool ListQuery::openCursor(const std::string& cursor) {
    const auto text = m_seal->open(cursor, fingerprint(false));
    if (!text) {
        return false;
    }
    const Json after = Json::parse(*text);  // ours, as its seal shows
    for (const Json& value : after.at(0)) {
        m_after.push_back(value.is_null() ? std::nullopt : std::optional(value.get<std::string>()));
    }
    if (!m_isCountExact) {
        m_total = after.at(1).get<std::int64_t>();
    }
    return true;
}

std::string ListQuery::sealAt(const Json& row, std::int64_t total, bool isOpposite) const {
    Json values = Json::array();
    for (const Order& order : m_sort) {
        values.push_back(cursorText(row.at(std::string(order.field))));
    }
    return m_seal->seal(Json::array({std::move(values), total}).dump(), fingerprint(isOpposite));
}

std::string ListQuery::afterCursor(SqlParameters& parameters) const {
    std::vector<std::string> values;  // empty: NULL
    for (std::size_t i = 0; i < m_sort.size(); ++i) {
        values.push_back(m_after[i] ? placeholder(parameters, *m_after[i], sqlTypeOf(kindOf(m_sort[i].field)))
                                    : std::string());
    }
    // PostgreSQL has NULL after all values, in the opposite order before them.
    const auto endsInNull = [&](const Order& order) {
        const api::ListField* field = fieldOf(order.field);
        return !order.isDescending && field != nullptr && field->isOptional;
    };
    bool mayMeetNull = false;
    for (std::size_t i = 0; i < m_sort.size(); ++i) {
        mayMeetNull = mayMeetNull || values[i].empty() || endsInNull(m_sort[i]);
    }
    const bool isOneWay = std::ranges::all_of(
        m_sort, [&](const Order& order) { return order.isDescending == m_sort.front().isDescending; });
    const auto comparison = [](const Order& order) { return order.isDescending ? " < " : " > "; };
    if (isOneWay && !mayMeetNull) {
        // One comparison of rows, which an index over these columns answers as it stands.
        std::string fields;
        std::string bounds;
        for (std::size_t i = 0; i < m_sort.size(); ++i) {
            fields += (i == 0 ? "" : ", ") + std::string(m_sort[i].field);
            bounds += (i == 0 ? "" : ", ") + values[i];
        }
        return m_sort.size() == 1 ? fields + comparison(m_sort.front()) + bounds
                                  : '(' + fields + ')' + comparison(m_sort.front()) + '(' + bounds + ')';
    }
    std::string condition;
    for (std::size_t i = m_sort.size(); i-- > 0;) {
        const std::string field(m_sort[i].field);
        std::string beyond = field + comparison(m_sort[i]) + values[i];
        if (values[i].empty()) {
            beyond = m_sort[i].isDescending ? field + " IS NOT NULL" : "FALSE";
        } else if (endsInNull(m_sort[i])) {
            beyond = '(' + beyond + " OR " + field + " IS NULL)";
        }
        const std::string same = values[i].empty() ? field + " IS NULL" : field + " = " + values[i];
        condition = condition.empty() ? beyond : '(' + beyond + " OR (" + same + " AND " + condition + "))";
    }
    if (values.front().empty() || endsInNull(m_sort.front())) {
        return condition;
    }
    // Said once more without an OR, since only so the index of the first column begins at the cursor.
    const std::string bound = m_sort.front().isDescending ? " <= " : " >= ";
    return std::string(m_sort.front().field) + bound + values.front() + " AND " + condition;
}

std::string ListQuery::conditions(const ListSource& source, SqlParameters& parameters,
                                  bool withCursor) const {
    std::string sql;
    const auto add = [&](const std::string& condition) {
        sql += sql.empty() ? " WHERE " : " AND ";
        sql += condition;
    };
    for (const Condition& condition : m_conditions) {
        const std::string_view type = sqlTypeOf(condition.kind);
        if (condition.isSecret) {
            std::vector<std::string> indexes;
            for (const std::string& value : condition.values) {
                for (auto& index : source.blindIndexes(value)) {
                    indexes.push_back(std::move(*index));
                }
            }
            add(std::string(condition.field) + "_index = ANY(" +
                placeholder(parameters, arrayOf(indexes), "bytea[]") + ')');
        } else if (condition.comparison == "<>") {
            // What has no value is none of them either.
            add('(' + std::string(condition.field) + " = ANY(" +
                placeholder(parameters, arrayOf(condition.values), std::string(type) + "[]") +
                ")) IS NOT TRUE");
        } else if (condition.values.size() == 1) {
            add(std::string(condition.field) + ' ' + std::string(condition.comparison) + ' ' +
                placeholder(parameters, condition.values.front(), type));
        } else {
            add(std::string(condition.field) + " = ANY(" +
                placeholder(parameters, arrayOf(condition.values), std::string(type) + "[]") + ')');
        }
    }
    if (!m_search.empty()) {
        std::string condition(source.search);
        const std::string value = placeholder(parameters, m_search, "text");
        static constexpr std::string_view mark = "{q}";
        for (auto at = condition.find(mark); at != std::string::npos;
             at = condition.find(mark, at + value.size())) {
            condition.replace(at, mark.size(), value);
        }
        add('(' + condition + ')');
    }
    if (withCursor && !m_after.empty()) {
        add(afterCursor(parameters));
    }
    return sql;
}

ListSql ListQuery::rows(const ListSource& source) const {
    ListSql sql{{}, source.parameters, source.isUneven || isFiltered()};
    std::string tail = " ORDER BY ";
    for (const Order& order : m_sort) {
        tail += (&order == &m_sort.front() ? "" : ", ") + std::string(order.field) +
                (order.isDescending ? " DESC" : " ASC");
    }
    tail += " LIMIT " + std::to_string(m_limit + 1);
    const auto select = [&](const ListQuery& query) {
        return "SELECT * FROM (" + std::string(source.sql) + ") AS list" +
               query.conditions(source, sql.parameters, true) + tail;
    };
    // An index holds the order for one value only. For several the planner would rather walk the order
    // itself, month after month, and throw away what has none of them; each value's own first rows are a few
    // look-ups.
    const auto several = std::ranges::find_if(m_conditions, [](const Condition& condition) {
        return condition.comparison == "=" && !condition.isSecret && condition.values.size() > 1 &&
               condition.values.size() <= partsMax;
    });
    if (several == m_conditions.end() || !m_search.empty()) {
        sql.text = select(*this);
        return sql;
    }
    for (const std::string& value : several->values) {
        ListQuery part = *this;
        part.m_conditions[static_cast<std::size_t>(several - m_conditions.begin())].values = {value};
        sql.text += (sql.text.empty() ? "SELECT * FROM ((" : " UNION ALL (") + select(part) + ')';
    }
    sql.text += ") AS parts" + tail;
    return sql;
}

bool ListQuery::needsCount(std::size_t found) const {
    if (!m_after.empty()) {
        return !m_total;
    }
    return found > static_cast<std::size_t>(m_limit);
}

ListSql ListQuery::count(const ListSource& source) const {
    ListSql sql{{}, source.parameters, source.isUneven || isFiltered()};
    sql.text = "SELECT count(*) FROM (SELECT 1 FROM (" + std::string(source.sql) + ") AS list" +
               conditions(source, sql.parameters, false) +
               (m_isCountExact ? std::string() : " LIMIT " + std::to_string(countMax)) + ") AS counted";
    return sql;
}

ListSql ListQuery::totals(const ListSource& source, std::string_view amount, std::string_view group) const {
    ListSql sql{{}, source.parameters, true};
    const std::string sum = amount.empty() ? std::string("0::bigint")
                                           : "least(coalesce(sum(" + std::string(amount) + "), 0), " +
                                                 std::to_string(Money::rialsMax) + ")::bigint";
    sql.text = "SELECT " + (group.empty() ? std::string() : '(' + std::string(group) + ")::bigint AS bar, ") +
               "count(*) AS count, " + sum + " AS amount FROM (" + std::string(source.sql) + ") AS list" +
               conditions(source, sql.parameters, false) + (group.empty() ? "" : " GROUP BY 1 ORDER BY 1");
    return sql;
}

Json ListQuery::page(std::vector<Json> found, std::optional<std::int64_t> counted) const {
    const auto size = static_cast<std::size_t>(m_limit);
    const bool hasMore = found.size() > size;
    const std::int64_t total =
        counted.value_or(m_total.value_or(static_cast<std::int64_t>(std::min(found.size(), size))));
    Json next = nullptr;
    if (hasMore) {
        found.resize(size);
        next = sealAt(found.back(), total, false);
    }
    // Nothing stands before the first page.
    Json previous = nullptr;
    if (!m_after.empty() && !found.empty()) {
        previous = sealAt(found.front(), total, true);
    }
    Json page = Json::object();
    Json& items = page["items"] = Json::array();
    for (Json& item : found) {
        items.push_back(std::move(item));
    }
    page["next_cursor"] = std::move(next);
    page["previous_cursor"] = std::move(previous);
    page["estimated_total"] = total;
    return page;
}

}  // namespace nextgen::http
