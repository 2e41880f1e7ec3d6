#pragma once

#include "server/clock.h"
#include "server/http/audit_notes.h"
#include "server/http/idempotency.h"
#include "server/http/listener.h"
#include "server/http/metrics.h"
#include "server/http/rate_limit.h"
#include "server/http/routes.h"
#include "server/http/upload.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::db {
class Pool;
}

namespace nextgen::http {

struct PipelineSettings {
    UploadSettings uploads;
    std::size_t bodyBytesMax = api::bodyBytesMax;
    int signInsPerMinute = 30;      ///< per client address, on public endpoints; 0: no limit
    int requestsPerMinute = 6'000;  ///< per user; 0: no limit
    /// Addresses whose X-Forwarded-For is believed: our own proxies.
    std::vector<std::string> trustedProxies;
    bool isCovered = false;  ///< by TLS, ours or a proxy's
};

/// Whose token this is; nullptr when it is nobody's, or over.
using Authenticate = std::function<std::shared_ptr<const Caller>(std::string_view token)>;

/// Which roles of the tenant hold a right and can grant it.
using Granters = std::function<std::vector<std::string>(TenantId tenant, std::string_view permission)>;

/// Told of every commit of a request, before its answer goes out.
using Committed = std::function<void(TenantId tenant)>;

/// What happens to every request, in this order: an id and a language are settled, the path is routed, the
/// caller is made out, whether it may is asked, the query and the body read, the idempotency key claimed,
/// the handler run, the answer rendered, counted and logged. Exceptions end here.
class Pipeline {
  public:
    /// `routes` must be complete: std::logic_error otherwise. `writers` opens the transactions of write
    /// handlers.
    Pipeline(PipelineSettings settings, const Routes& routes, db::Pool& writers, CursorSeal cursorSeal,
             Authenticate authenticate, Granters granters, Committed committed, Clock clock,
             Metrics& metrics);

    /// A path that anybody may GET and that no operation has: /livez and the like. Before the server listens.
    void serve(std::string path, std::function<Response()> answer);

    void exchange(const httplib::Request& raw, httplib::Response& out, Connection& connection);
    httplib::Response refusal(const Problem& problem, std::string_view acceptLanguage);

  private:
    struct Visit;

    Answer answer(Visit& visit);
    std::optional<Problem> authenticate(Visit& visit);
    std::optional<Problem> allow(const Visit& visit) const;
    Answer explained(const Visit& visit, Answer answer) const;
    std::optional<Problem> limitRate(Visit& visit);
    std::optional<Problem> readIdempotencyKey(Visit& visit) const;
    std::optional<Problem> readBody(Visit& visit);
    std::optional<Problem> readJson(Visit& visit, bool isRequired);
    Answer write(Visit& visit);
    Answer writeOnce(Visit& visit);
    Answer guarded(const std::function<Answer()>& work, const Visit& visit) const;
    void render(Visit& visit, Answer answer, httplib::Response& out) const;
    std::string clientAddress(const httplib::Request& raw) const;

    const PipelineSettings m_settings;
    const Routes& m_routes;
    db::Pool& m_writers;
    const CursorSeal m_cursorSeal;
    const Authenticate m_authenticate;
    const Granters m_granters;
    const Committed m_committed;
    const Clock m_clock;
    Metrics& m_metrics;
    AuditNotes m_auditNotes;
    UploadReader m_uploads;
    RateLimiter m_signInLimit;
    RateLimiter m_userLimit;
    std::map<std::string, std::function<Response()>, std::less<>> m_pages;
};

}  // namespace nextgen::http
