#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nextgen::db {
class Failure;
class Transaction;
}  // namespace nextgen::db

namespace nextgen::http {

/// Answers a request; a transaction, if it needs one, is its own matter.
using Handler = std::function<Answer(Request&)>;
/// Answers a request within the pipeline's transaction, which commits when the answer is below 400 and rolls
/// back otherwise. Idempotency keys are kept in the same transaction, so every POST that takes one registers
/// so.
using WriteHandler = std::function<Answer(Request&, db::Transaction&)>;

/// An operation of the endpoint table with its handler.
struct Route {
    const api::Endpoint* endpoint = nullptr;
    std::vector<std::string_view> segments;  ///< of the path below /api/v1; "{id}" stands for any
    Handler handler;
    WriteHandler writeHandler;
};

/// The endpoint table with the handlers of its operations.
class Routes {
  public:
    Routes();

    /// std::logic_error for an operation that the table does not name or that has a handler already.
    void on(std::string_view operation, Handler handler);
    void onWrite(std::string_view operation, WriteHandler handler);
    /// What a violated constraint of the database means to callers; `pointer` names the field, if it is
    /// one's.
    void onConstraint(std::string constraint, ErrorCode code, std::string pointer = {});
    /// The same by a rule, for names that no line was given to; the first rule that knows the name wins.
    void onConstraints(std::function<std::optional<Error>(std::string_view constraint)> meaning);
    /// nullopt for a constraint that nobody gave a meaning.
    std::optional<Error> meaningOf(std::string_view constraint) const;
    /// What callers are told of a statement that PostgreSQL refused for what it would write: a constraint's
    /// meaning, a rule without one, a row that row-level security keeps out. nullopt: it failed otherwise.
    std::optional<Problem> refusalOf(const db::Failure& failure) const;

    /// std::logic_error that names every operation without a handler. Called before the server listens.
    void check() const;

    struct Match {
        const Route* route = nullptr;  ///< nullptr: nothing for this method
        std::vector<std::pair<std::string_view, std::string>> parameters;
        std::vector<api::Method> allowed;  ///< at this path; empty: nothing is there
    };
    /// `path` is below /api/v1, decoded. A literal step goes before a {name}.
    Match find(api::Method method, std::string_view path) const;

  private:
    Route& registered(std::string_view operation);

    std::vector<Route> m_routes;
    /// By the first step of the path, which is a literal in every one; there the order of m_routes.
    std::map<std::string_view, std::vector<std::size_t>, std::less<>> m_byFirstStep;
    std::map<std::string, Error, std::less<>> m_constraints;
    std::vector<std::function<std::optional<Error>(std::string_view)>> m_meanings;
};

}  // namespace nextgen::http
