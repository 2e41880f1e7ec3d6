#include "server/http/request.h"

#include "server/db/session.h"
#include "server/http/response.h"

#include <httplib.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace nextgen::http {

Part* Upload::find(std::string_view name) {
    for (Part& part : parts) {
        if (part.name == name) {
            return &part;
        }
    }
    return nullptr;
}

std::string_view Upload::text(std::string_view name) const {
    for (const Part& part : parts) {
        if (part.name == name) {
            return part.text;
        }
    }
    return {};
}

const Caller& Request::caller() const {
    if (!m_caller) {
        throw std::logic_error("a public endpoint has no caller");
    }
    return *m_caller;
}

db::TenantContext Request::tenantContext() const {
    const Caller& who = caller();
    return {who.tenant, who.user, who.scope, requestId, clientAddress};
}

const Json& Request::json() const {
    static const Json none = Json::object();
    return m_json ? *m_json : none;
}

std::string_view Request::header(std::string_view name) const {
    if (m_raw == nullptr) {
        return {};
    }
    const auto found = m_raw->headers.find(std::string(name));
    return found == m_raw->headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Request::pathParameter(std::string_view name) const {
    for (const auto& [key, value] : pathParameters) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::string_view Request::parameter(std::string_view name) const {
    for (const auto& [key, value] : query) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

tl::expected<ListQuery, Problem> Request::listQuery() const {
    if (endpoint == nullptr || endpoint->list == nullptr || m_cursorSeal == nullptr) {
        throw std::logic_error("not a list");
    }
    std::string scope(endpoint->operation);
    for (const auto& [name, value] : pathParameters) {
        scope += '/' + value;
    }
    ListQuery::Parameters parameters;
    for (const auto& parameter : query) {
        const bool isOwn =
            std::any_of(endpoint->parameters.begin(), endpoint->parameters.end(),
                        [&](const api::ListField& field) { return field.name == parameter.first; });
        if (!isOwn) {
            parameters.push_back(parameter);
        }
    }
    return ListQuery::parse(*endpoint->list, scope, parameters, *m_cursorSeal);
}

Result<int> Request::requireIfMatch() const {
    std::string_view tag = header("If-Match");
    if (tag.empty()) {
        return refuse(ErrorCode::PreconditionRequired);
    }
    int version = 0;
    if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') {
        tag = tag.substr(1, tag.size() - 2);
        const auto [end, failure] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
        if (failure == std::errc{} && end == tag.data() + tag.size() && version > 0) {
            return version;
        }
    }
    return refuse(ErrorCode::PreconditionFailed);
}

Problem permissionMissing(Permission permission) {
    const std::string name(permissionName(permission));
    return Problem(Error{ErrorCode::PermissionMissing, {}, {{"permission", name}}}).with("permission", name);
}

Problem staleVersion(int currentVersion) {
    return Problem(ErrorCode::PreconditionFailed).with("current_version", currentVersion);
}

}  // namespace nextgen::http
