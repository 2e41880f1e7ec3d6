#pragma once

#include "server/http/problem.h"
#include "shared/api/list_spec.h"
#include "shared/describe/describe.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace nextgen::http {

/// Signs cursors, so that what comes back is what was given out.
class CursorSeal {
  public:
    /// At least 32 bytes; servers behind one address share them.
    explicit CursorSeal(std::string key) : m_key(std::move(key)) {}
    /// For lists that give out no cursor.
    static const CursorSeal& unused();
    /// A cursor that holds `text` and opens only with the same `context`.
    std::string seal(std::string_view text, std::string_view context) const;
    std::optional<std::string> open(std::string_view cursor, std::string_view context) const;

  private:
    std::string macOf(std::string_view text, std::string_view context) const;

    std::string m_key;
};

using SqlParameters = std::vector<std::optional<std::string>>;  ///< db::Params

/// Where a list's rows come from.
struct ListSource {
    /// "SELECT c.id, …, d.company_name AS dealer_name FROM … WHERE c.tenant_id = $1": its columns are named
    /// as the list's fields, the key is among them and of those that sort only an optional one is ever NULL.
    /// No ORDER BY, no LIMIT.
    std::string_view sql;
    SqlParameters parameters;  ///< of $1, $2 …
    /// The condition for q, with {q} for the folded text: "id IN (SELECT app.search_cheques({q}::text))".
    std::string_view search = {};
    /// What secret fields are found by, in the columns <name>_index: keyed hashes of a value, as SQL.
    std::function<SqlParameters(std::string_view value)> blindIndexes = {};
    /// Some of its parameters' values have a few rows and others very many: planned for these, always.
    bool isUneven = false;
};

/// A statement with its positional parameters.
struct ListSql {
    std::string text;
    SqlParameters parameters;
    /// What it filters by decides how it is best run: for db::Session::runOnce, otherwise runText.
    bool isForTheseValues = false;
};

/// What a caller asked of a list, understood and checked: limit, cursor, sort=a,-b, q, count=exact and the
/// filters name=a,b · name.ne=a,b · name.gte= · name.lte= · name.gt= · name.lt=.
class ListQuery {
  public:
    using Parameters = std::vector<std::pair<std::string, std::string>>;

    /// `scope` names the list (its operation and path), so that no cursor passes for another list's.
    static tl::expected<ListQuery, Problem> parse(const api::ListSpec& spec, std::string_view scope,
                                                  const Parameters& parameters, const CursorSeal& seal);

    /// Narrows to a value that the caller cannot choose, e.g. a dealer's own people to their dealer.
    void restrictTo(std::string_view field, std::string value);

    int limit() const { return m_limit; }
    /// One row more than the page holds, to see whether another page follows.
    ListSql rows(const ListSource& source) const;
    /// Whether `count` must run, given how many rows `rows` found: neither when they are all there are, nor
    /// when the cursor carries the count of an earlier page.
    bool needsCount(std::size_t found) const;
    /// Up to 10,001 rows; all of them with count=exact.
    ListSql count(const ListSource& source) const;
    /// How many rows there are, as `count`, and what a field of them adds up to, as `amount` (empty: 0),
    /// whatever the page. With a group — "ordered_on - DATE '2026-11-21'", the program's own words — by that,
    /// as `bar`.
    ListSql totals(const ListSource& source, std::string_view amount, std::string_view group = {}) const;
    /// {"items", "next_cursor", "previous_cursor", "estimated_total"}: takes what `rows` found, as JSON, and
    /// what `count` said. The previous cursor is one for the opposite order.
    Json page(std::vector<Json> found, std::optional<std::int64_t> counted) const;

  private:
    struct Condition {
        std::string_view field;
        describe::Kind kind;
        std::string_view comparison;  ///< "=", "<>" (none of them), ">=", "<=", ">", "<"
        std::vector<std::string> values;
        bool isSecret = false;
    };

    /// One field of the order.
    struct Order {
        std::string_view field;
        bool isDescending;
    };

    ListQuery(const api::ListSpec& spec, const CursorSeal& seal) : m_spec(&spec), m_seal(&seal) {}
    std::optional<Error> take(std::string_view name, const std::string& value);
    std::optional<Error> takeSort(const std::string& value);
    std::optional<Error> takeFilter(std::string_view name, const std::string& value);
    /// What a cursor belongs to: the list, its filters and its order, or the opposite one.
    std::string fingerprint(bool isOpposite) const;
    bool openCursor(const std::string& cursor);
    std::string sealAt(const Json& row, std::int64_t total, bool isOpposite) const;
    /// The rows after the cursor, in the list's order.
    std::string afterCursor(SqlParameters& parameters) const;
    std::string conditions(const ListSource& source, SqlParameters& parameters, bool withCursor) const;
    const api::ListField* fieldOf(std::string_view name) const;
    describe::Kind kindOf(std::string_view name) const;
    bool isFiltered() const { return !m_conditions.empty() || !m_search.empty(); }

    const api::ListSpec* m_spec;
    const CursorSeal* m_seal;
    int m_limit = api::pageSizeDefault;
    std::vector<Order> m_sort;  ///< the key last, unless it is the first
    bool m_isCountExact = false;
    std::string m_search;
    std::vector<Condition> m_conditions;
    std::string m_scope;
    /// Of m_sort, in the last row seen; empty: the first page.
    std::vector<std::optional<std::string>> m_after;
    std::optional<std::int64_t> m_total;  ///< carried by the cursor
};

/// Whether `value` is one of the field's kind, and how SQL writes it; nullopt when it is not.
std::optional<std::string> filterValue(const api::ListField& field, std::string_view value);

}  // namespace nextgen::http
