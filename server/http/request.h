#pragma once

#include "server/http/caller.h"
#include "server/http/list_query.h"
#include "server/http/problem.h"
#include "server/http/temporary_file.h"
#include "shared/api/endpoint.h"
#include "shared/core/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace httplib {
struct Request;
}
namespace nextgen::db {
struct TenantContext;
}

namespace nextgen::http {

/// One part of a multipart body: a file on disk, or a short text.
struct Part {
    std::string name;
    std::string fileName;  ///< as sent, without folders; empty for a text
    std::string mediaType;
    std::string text;    ///< of a part without a file name; at most 4 KiB
    TemporaryFile file;  ///< of a part with a file name
    std::uint64_t bytes = 0;
    std::string digest;  ///< BLAKE2b-256 of the content
};

struct Upload {
    std::vector<Part> parts;
    /// nullptr when there is none; the first of several.
    Part* find(std::string_view name);
    /// The text of a part; empty when there is none.
    std::string_view text(std::string_view name) const;
};

/// A request as handlers see it: routed, allowed, its body read and within its limits.
class Request {
  public:
    const api::Endpoint* endpoint = nullptr;
    std::string requestId;
    Language language = Language::English;
    std::string clientAddress;
    std::vector<std::pair<std::string_view, std::string>> pathParameters;
    std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in the order sent
    Upload upload;
    std::string idempotencyKey;  ///< empty: none came

    /// The signed-in caller; std::logic_error on a public endpoint.
    const Caller& caller() const;
    bool isSignedIn() const { return m_caller != nullptr; }
    /// For db::ReadSession and db::Transaction: tenant, actor, dealer scope, request id and address.
    db::TenantContext tenantContext() const;

    /// The body; an empty object where none was sent.
    const Json& json() const;
    /// A header's value, empty when it is absent.
    std::string_view header(std::string_view name) const;
    std::string_view pathParameter(std::string_view name) const;
    /// The record that the path names: requireId<ChequeId>(). Nonsense is a record that does not exist:
    /// not_found.
    template <class RecordId>
    Result<RecordId> requireId(std::string_view name = "id") const {
        const auto id = RecordId::parse(pathParameter(name));
        if (!id) {
            return refuse(ErrorCode::NotFound);
        }
        return *id;
    }

    /// The list parameters of an endpoint with a ListSpec; refused with all that is wrong in them.
    tl::expected<ListQuery, Problem> listQuery() const;
    /// The value of one of the endpoint's own parameters, empty when it is absent. The pipeline has refused
    /// unknown and repeated ones and values that are not of the parameter's kind.
    std::string_view parameter(std::string_view name) const;

    /// The version that If-Match names: precondition_required without one, precondition_failed when it is no
    /// version. Compare with the record's and answer staleVersion(current) when they differ.
    Result<int> requireIfMatch() const;

    /// Runs once the pipeline's transaction is committed and not at all when it is rolled back: cache
    /// invalidation, waking a worker.
    void afterCommit(std::function<void()> action) { m_afterCommit.push_back(std::move(action)); }

  private:
    friend class Pipeline;

    const httplib::Request* m_raw = nullptr;
    std::shared_ptr<const Caller> m_caller;
    std::shared_ptr<const Json> m_json;
    const CursorSeal* m_cursorSeal = nullptr;
    std::vector<std::function<void()>> m_afterCommit;
};

/// permission_missing with the permission's name; the pipeline adds who can grant it.
Problem permissionMissing(Permission permission);
/// precondition_failed with current_version.
Problem staleVersion(int currentVersion);

}  // namespace nextgen::http
