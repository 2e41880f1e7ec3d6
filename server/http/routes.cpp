#include "server/http/routes.h"

#include "server/db/error.h"

#include <algorithm>
#include <stdexcept>

namespace nextgen::http {

namespace {

std::vector<std::string_view> segmentsOf(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty() && path.front() == '/') {
        path.remove_prefix(1);
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    return segments;
}

bool isName(std::string_view segment) {
    return segment.starts_with('{');
}

bool matches(const Route& route, const std::vector<std::string_view>& segments) {
    return route.segments.size() == segments.size() &&
           std::equal(route.segments.begin(), route.segments.end(), segments.begin(),
                      [](std::string_view expected, std::string_view given) {
                          return isName(expected) ? !given.empty() : expected == given;
                      });
}

}  // namespace

Routes::Routes() {
    for (const api::Endpoint& endpoint : api::endpoints()) {
        m_routes.push_back({&endpoint, segmentsOf(endpoint.path), {}, {}});
    }
    // Of two paths that fit, the one whose earlier steps are literal is meant.
    std::stable_sort(m_routes.begin(), m_routes.end(), [](const Route& a, const Route& b) {
        return std::lexicographical_compare(
            a.segments.begin(), a.segments.end(), b.segments.begin(), b.segments.end(),
            [](std::string_view x, std::string_view y) { return !isName(x) && isName(y); });
    });
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        m_byFirstStep[m_routes[i].segments.at(0)].push_back(i);
    }
}

Route& Routes::registered(std::string_view operation) {
    for (Route& route : m_routes) {
        if (route.endpoint->operation == operation) {
            if (route.handler || route.writeHandler) {
                throw std::logic_error("two handlers for " + std::string(operation));
            }
            return route;
        }
    }
    throw std::logic_error("no operation is named " + std::string(operation));
}

void Routes::on(std::string_view operation, Handler handler) {
    Route& route = registered(operation);
    if (route.endpoint->idempotency != api::Idempotency::None) {
        throw std::logic_error(std::string(operation) + " takes idempotency keys: register it with onWrite");
    }
    route.handler = std::move(handler);
}

void Routes::onWrite(std::string_view operation, WriteHandler handler) {
    registered(operation).writeHandler = std::move(handler);
}

void Routes::onConstraint(std::string constraint, ErrorCode code, std::string pointer) {
    m_constraints.insert_or_assign(std::move(constraint), Error{code, std::move(pointer), {}});
}

void Routes::onConstraints(std::function<std::optional<Error>(std::string_view)> meaning) {
    m_meanings.push_back(std::move(meaning));
}

std::optional<Error> Routes::meaningOf(std::string_view constraint) const {
    if (const auto found = m_constraints.find(constraint); found != m_constraints.end()) {
        return found->second;
    }
    for (const auto& meaning : m_meanings) {
        if (auto error = meaning(constraint)) {
            return error;
        }
    }
    return std::nullopt;
}

std::optional<Problem> Routes::refusalOf(const db::Failure& failure) const {
    static constexpr std::string_view uniqueViolation = "23505";
    static constexpr std::string_view checkViolation = "23514";
    static constexpr std::string_view insufficientPrivilege = "42501";
    if (failure.sqlState() == insufficientPrivilege) {
        return Problem(ErrorCode::OutOfScope);
    }
    const auto* violation = dynamic_cast<const db::ConstraintViolation*>(&failure);
    if (violation == nullptr) {
        return std::nullopt;
    }
    if (auto meaning = meaningOf(violation->constraint())) {
        return meaning->pointer.empty() ? Problem(std::move(*meaning)) : Problem(Errors{std::move(*meaning)});
    }
    if (failure.sqlState() == uniqueViolation) {
        return Problem(ErrorCode::Conflict);
    }
    if (failure.sqlState() == checkViolation) {
        return Problem(Error{ErrorCode::RuleBroken, {}, {{"rule", violation->constraint()}}});
    }
    return std::nullopt;
}

void Routes::check() const {
    std::string missing;
    for (const Route& route : m_routes) {
        if (!route.handler && !route.writeHandler) {
            missing += ' ';
            missing += route.endpoint->operation;
        }
    }
    if (!missing.empty()) {
        throw std::logic_error("no handler for" + missing);
    }
}

Routes::Match Routes::find(api::Method method, std::string_view path) const {
    Match match;
    const std::vector<std::string_view> segments = segmentsOf(path);
    const auto first = segments.empty() ? m_byFirstStep.end() : m_byFirstStep.find(segments.front());
    if (first == m_byFirstStep.end()) {
        return match;
    }
    for (const std::size_t place : first->second) {
        const Route& route = m_routes[place];
        if (!matches(route, segments)) {
            continue;
        }
        const api::Method offered = route.endpoint->method;
        if (std::find(match.allowed.begin(), match.allowed.end(), offered) == match.allowed.end()) {
            match.allowed.push_back(offered);
        }
        if (offered == method && match.route == nullptr) {
            match.route = &route;
            for (std::size_t i = 0; i < segments.size(); ++i) {
                if (isName(route.segments[i])) {
                    match.parameters.emplace_back(route.segments[i].substr(1, route.segments[i].size() - 2),
                                                  segments[i]);
                }
            }
        }
    }
    return match;
}

}  // namespace nextgen::http
