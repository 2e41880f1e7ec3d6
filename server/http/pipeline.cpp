#include "server/http/pipeline.h"

#include "server/db/error.h"
#include "server/db/session.h"
#include "server/http/connection.h"
#include "server/http/json_body.h"
#include "shared/core/text.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>
#include <thread>

namespace nextgen::http {

namespace {

constexpr std::size_t requestIdLengthMax = 64;
constexpr std::size_t loggedPathMax = 200;
constexpr std::size_t gzipBytesMin = 2048;
constexpr std::size_t readBytes = 64 * 1024;
constexpr int busyRetrySeconds = 1;
constexpr int lostRetrySeconds = 5;
constexpr int attemptsMax = 3;

bool isRequestId(std::string_view text) {
    return !text.empty() && text.size() <= requestIdLengthMax &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '.' || c == '_' || c == '-';
           });
}

/// Unique, not secret: what this process drew when it began, and a count.
std::string makeRequestId() {
    static const std::uint64_t process = [] {
        std::uint64_t drawn = 0;
        randombytes_buf(&drawn, sizeof drawn);
        return drawn;
    }();
    static std::atomic<std::uint32_t> count = 0;
    return fmt::format("{:016x}{:08x}", process, ++count);
}

std::string header(const httplib::Request& raw, const std::string& name) {
    const auto found = raw.headers.find(name);
    return found == raw.headers.end() ? std::string() : found->second;
}

std::optional<api::Method> methodOf(std::string_view name) {
    if (name == "HEAD") {
        return api::Method::Get;
    }
    for (const api::Method method :
         {api::Method::Get, api::Method::Post, api::Method::Patch, api::Method::Delete}) {
        if (api::methodName(method) == name) {
            return method;
        }
    }
    return std::nullopt;
}

std::string allowOf(const std::vector<api::Method>& methods) {
    std::string allow;
    for (const api::Method method : methods) {
        allow += std::string(api::methodName(method)) + (method == api::Method::Get ? ", HEAD, " : ", ");
    }
    return allow + "OPTIONS";
}

/// "application/json; charset=utf-8" → "application/json", in lower case.
std::string mediaTypeOf(std::string_view contentType) {
    std::string type(contentType.substr(0, contentType.find(';')));
    std::erase_if(type, [](char c) { return c == ' ' || c == '\t'; });
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    return type;
}

bool isJson(std::string_view mediaType) {
    return mediaType == "application/json" ||
           (mediaType.starts_with("application/") && mediaType.ends_with("+json"));
}

bool isTagListed(std::string_view header, std::string_view tag) {
    if (header == "*") {
        return true;
    }
    while (!header.empty()) {
        const auto comma = header.find(',');
        std::string_view one = header.substr(0, comma);
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
        const auto first = one.find_first_not_of(" \t");
        if (first == std::string_view::npos) {
            continue;
        }
        one = one.substr(first, one.find_last_not_of(" \t") - first + 1);
        if (one.starts_with("W/")) {
            one.remove_prefix(2);
        }
        if (one == tag) {
            return true;
        }
    }
    return false;
}

std::string httpDate() {
    thread_local std::time_t second = 0;
    thread_local std::string text;
    if (const std::time_t now = std::time(nullptr); now != second) {
        second = now;
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        std::array<char, 40> buffer{};
        text.assign(buffer.data(),
                    std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
    }
    return text;
}

/// What every answer says to whoever shows it: that it is data, for nobody else's pages and for no cache.
void setShell(httplib::Response& out, bool isCovered) {
    out.set_header("Date", httpDate());
    out.set_header("X-Content-Type-Options", "nosniff");
    out.set_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    out.set_header("Referrer-Policy", "no-referrer");
    out.set_header("Cross-Origin-Resource-Policy", "same-origin");
    out.set_header("Cache-Control", "no-store");
    if (isCovered) {
        out.set_header("Strict-Transport-Security", "max-age=31536000");
    }
}

/// The parameters of an endpoint without a list; those of a list are read with it.
Errors parameterErrors(const Request& request) {
    Errors errors;
    std::set<std::string_view> seen;
    for (const auto& [name, value] : request.query) {
        const auto& known = request.endpoint->parameters;
        const auto field = std::find_if(known.begin(), known.end(),
                                        [&](const api::ListField& one) { return one.name == name; });
        std::optional<ErrorCode> code;
        if (field == known.end()) {
            if (request.endpoint->list == nullptr) {
                code = ErrorCode::QueryParameterUnknown;
            }
        } else if (!seen.insert(field->name).second || !text::isUtf8(value) || !filterValue(*field, value)) {
            code = ErrorCode::QueryParameterInvalid;
        }
        if (code) {
            errors.push_back({*code, {}, {{"name", name}}});
        }
    }
    return errors;
}

/// A failure and what caused it, for the log.
std::string causesOf(const std::exception& failure) {
    std::string text = failure.what();
    try {
        std::rethrow_if_nested(failure);
    } catch (const std::exception& cause) {
        text += ": " + causesOf(cause);
    } catch (...) {
        text += ": of unknown cause";
    }
    return text;
}

}  // namespace

/// A request on its way through the pipeline.
struct Pipeline::Visit {
    const httplib::Request& raw;
    Connection& connection;
    Request request;
    const Route* route = nullptr;
    std::string body;                                          ///< as it came, for the idempotency key's hash
    std::vector<std::pair<std::string, std::string>> headers;  ///< of the answer, whatever it will be

    std::string_view operation() const { return route == nullptr ? "other" : route->endpoint->operation; }
};

Pipeline::Pipeline(PipelineSettings settings, const Routes& routes, db::Pool& writers, CursorSeal cursorSeal,
                   Authenticate authenticate, Granters granters, Committed committed, Clock clock,
                   Metrics& metrics)
    : m_settings(std::move(settings)),
      m_routes(routes),
      m_writers(writers),
      m_cursorSeal(std::move(cursorSeal)),
      m_authenticate(std::move(authenticate)),
      m_granters(std::move(granters)),
      m_committed(std::move(committed)),
      m_clock(std::move(clock)),
      m_metrics(metrics),
      m_auditNotes(writers),
      m_uploads(m_settings.uploads),
      m_signInLimit(m_settings.signInsPerMinute),
      m_userLimit(m_settings.requestsPerMinute) {
    m_routes.check();
}

void Pipeline::serve(std::string path, std::function<Response()> answer) {
    m_pages.insert_or_assign(std::move(path), std::move(answer));
}

std::string Pipeline::clientAddress(const httplib::Request& raw) const {
    const auto& proxies = m_settings.trustedProxies;
    if (std::find(proxies.begin(), proxies.end(), raw.remote_addr) == proxies.end()) {
        return raw.remote_addr;
    }
    // The last address is the one that our proxy saw itself; those before it anybody may have written.
    std::string forwarded = header(raw, "X-Forwarded-For");
    forwarded.erase(0, forwarded.find_last_of(", \t") + 1);
    return forwarded.empty() ? raw.remote_addr : forwarded;
}

void Pipeline::exchange(const httplib::Request& raw, httplib::Response& out, Connection& connection) {
    const auto start = std::chrono::steady_clock::now();
    Visit visit{raw, connection, {}, nullptr, {}, {}};
    Request& request = visit.request;
    request.m_raw = &raw;
    request.m_cursorSeal = &m_cursorSeal;
    request.requestId = header(raw, "X-Request-Id");
    if (!isRequestId(request.requestId)) {
        request.requestId = makeRequestId();
    }
    request.language = languageOf(header(raw, "Accept-Language"));
    request.clientAddress = clientAddress(raw);

    Answer answered = guarded([&] { return explained(visit, answer(visit)); }, visit);
    if (request.isSignedIn()) {
        if (!answered && answered.error().status() == 403) {
            m_auditNotes.denied(request, answered.error());
        } else if (answered && answered->isDownload()) {
            m_auditNotes.exported(request);
        }
    }
    render(visit, std::move(answered), out);

    const auto time =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    m_metrics.countRequest(visit.operation(), out.status, time);
    // The target is as it came, percent-encoded and free of control characters; what was asked for may be
    // personal.
    const std::string_view path =
        std::string_view(raw.target).substr(0, std::min(raw.target.find('?'), loggedPathMax));
    const auto level =
        visit.route == nullptr && out.status < 400 ? spdlog::level::debug : spdlog::level::info;
    spdlog::log(level, "{} {} {} {:.1f} ms, request {}, user {}", raw.method, path, out.status,
                static_cast<double>(time.count()) / 1000, request.requestId,
                request.isSignedIn() ? request.caller().user.value() : 0);
}

httplib::Response Pipeline::refusal(const Problem& problem, std::string_view acceptLanguage) {
    const Language language = languageOf(acceptLanguage);
    const std::string requestId = makeRequestId();
    httplib::Response out;
    out.status = problem.status();
    out.body = problem.render(language, requestId);
    out.set_header("Content-Type", "application/problem+json");
    out.set_header("Content-Language", language == Language::Persian ? "fa" : "en");
    out.set_header("X-Request-Id", requestId);
    setShell(out, m_settings.isCovered);
    if (problem.retryAfterSeconds()) {
        out.set_header("Retry-After", std::to_string(*problem.retryAfterSeconds()));
    }
    m_metrics.countRequest("other", out.status, {});
    return out;
}

Answer Pipeline::answer(Visit& visit) {
    const httplib::Request& raw = visit.raw;
    Request& request = visit.request;
    const auto method = methodOf(raw.method);
    if (const auto page = m_pages.find(raw.path); page != m_pages.end()) {
        if (method == api::Method::Get) {
            return page->second();
        }
        visit.headers.emplace_back("Allow", "GET, HEAD");
        return refuse(Error{ErrorCode::MethodNotAllowed, {}, {{"method", raw.method}}});
    }
    std::string_view path = raw.path;
    if (!path.starts_with(api::basePath)) {
        return refuse(ErrorCode::RouteNotFound);
    }
    path.remove_prefix(api::basePath.size());
    Routes::Match match = m_routes.find(method.value_or(api::Method::Get), path);
    if (match.allowed.empty()) {
        return refuse(ErrorCode::RouteNotFound);
    }
    if (!method || match.route == nullptr) {
        visit.headers.emplace_back("Allow", allowOf(match.allowed));
        if (raw.method == "OPTIONS") {
            return Response::noContent();
        }
        return refuse(Error{ErrorCode::MethodNotAllowed, {}, {{"method", raw.method}}});
    }
    visit.route = match.route;
    request.endpoint = match.route->endpoint;
    request.pathParameters = std::move(match.parameters);
    for (const auto& [name, value] : raw.params) {
        request.query.emplace_back(name, value);
    }

    for (const auto step : {&Pipeline::authenticate, &Pipeline::limitRate}) {
        if (auto problem = (this->*step)(visit)) {
            return tl::unexpected(std::move(*problem));
        }
    }
    if (auto problem = allow(visit)) {
        return tl::unexpected(std::move(*problem));
    }
    if (Errors errors = parameterErrors(request); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    if (auto problem = readIdempotencyKey(visit)) {
        return tl::unexpected(std::move(*problem));
    }
    if (auto problem = readBody(visit)) {
        return tl::unexpected(std::move(*problem));
    }
    return visit.route->handler ? visit.route->handler(request) : write(visit);
}

std::optional<Problem> Pipeline::authenticate(Visit& visit) {
    const api::Endpoint& endpoint = *visit.request.endpoint;
    if (endpoint.access == api::Access::Public) {
        return std::nullopt;
    }
    static constexpr std::string_view scheme = "bearer ";
    const std::string_view authorization = visit.request.header("Authorization");
    const bool isBearer =
        authorization.size() > scheme.size() &&
        std::equal(scheme.begin(), scheme.end(), authorization.begin(), [](char expected, char given) {
            return std::tolower(static_cast<unsigned char>(given)) == expected;
        });
    visit.request.m_caller = isBearer ? m_authenticate(authorization.substr(scheme.size())) : nullptr;
    if (!visit.request.isSignedIn()) {
        visit.headers.emplace_back("WWW-Authenticate", "Bearer");
        return Problem(ErrorCode::NotSignedIn);
    }
    return std::nullopt;
}

/// What has to be done first, then what is missing, then whether the session is fresh enough.
std::optional<Problem> Pipeline::allow(const Visit& visit) const {
    const api::Endpoint& endpoint = *visit.request.endpoint;
    if (endpoint.access == api::Access::Public) {
        return std::nullopt;
    }
    const Caller& caller = visit.request.caller();
    if (!endpoint.isOpenTo(caller.duty)) {
        return Problem(caller.duty == api::Duty::ChangePassword ? ErrorCode::PasswordChangeRequired
                                                                : ErrorCode::SecondFactorEnrollmentRequired);
    }
    if (!caller.may(endpoint.permission)) {
        return permissionMissing(endpoint.permission);
    }
    if (endpoint.has(api::StepUp) && caller.freshUntil <= m_clock()) {
        return Problem(ErrorCode::StepUpRequired);
    }
    return std::nullopt;
}

/// Whoever lacks a right is told who can give it.
Answer Pipeline::explained(const Visit& visit, Answer answer) const {
    if (answer || answer.error().error().code != ErrorCode::PermissionMissing) {
        return answer;
    }
    const std::string& permission = answer.error().error().arguments.at(0).second;
    Json roles = m_granters(visit.request.caller().tenant, permission);
    answer.error().with("missing_permission", permission).with("granted_by", roles);
    return answer;
}

std::optional<Problem> Pipeline::limitRate(Visit& visit) {
    const bool isPublic = visit.request.endpoint->access == api::Access::Public;
    RateLimiter& limiter = isPublic ? m_signInLimit : m_userLimit;
    if (!limiter.isOn()) {
        return std::nullopt;
    }
    const std::string key =
        isPublic ? visit.request.clientAddress
                 : visit.request.caller().tenant.toString() + '/' + visit.request.caller().user.toString();
    const auto now = RateLimiter::Clock::now();
    RateLimiter::Verdict verdict = limiter.take(key, now);
    const api::Endpoint& endpoint = *visit.request.endpoint;
    const bool isOwn = verdict.isAllowed && endpoint.perMinute > 0;
    if (isOwn) {
        verdict = limiter.take(key + ' ' + std::string(endpoint.operation), endpoint.perMinute, now);
    }
    if (isPublic || isOwn || !verdict.isAllowed) {
        visit.headers.emplace_back("RateLimit-Limit", std::to_string(verdict.limit));
        visit.headers.emplace_back("RateLimit-Remaining", std::to_string(verdict.remaining));
        visit.headers.emplace_back("RateLimit-Reset", std::to_string(verdict.resetSeconds));
    }
    if (!verdict.isAllowed) {
        return Problem(ErrorCode::RateLimited).retryAfter(verdict.retrySeconds);
    }
    return std::nullopt;
}

std::optional<Problem> Pipeline::readIdempotencyKey(Visit& visit) const {
    const api::Idempotency rule = visit.request.endpoint->idempotency;
    if (rule == api::Idempotency::None) {
        return std::nullopt;
    }
    visit.request.idempotencyKey = visit.request.header("Idempotency-Key");
    if (visit.request.idempotencyKey.empty()) {
        return rule == api::Idempotency::Required ? std::optional<Problem>(ErrorCode::IdempotencyKeyRequired)
                                                  : std::nullopt;
    }
    return isIdempotencyKey(visit.request.idempotencyKey)
               ? std::nullopt
               : std::optional<Problem>(ErrorCode::IdempotencyKeyInvalid);
}

std::optional<Problem> Pipeline::readBody(Visit& visit) {
    const api::Body kind = visit.request.endpoint->body;
    if (kind == api::Body::None) {
        return std::nullopt;
    }
    const std::string_view encoding = visit.request.header("Content-Encoding");
    if (!encoding.empty() && encoding != "identity") {
        return Problem(Error{ErrorCode::MediaTypeUnsupported, {}, {{"expected", "identity"}}});
    }
    if (kind != api::Body::Upload) {
        return readJson(visit, kind == api::Body::Json);
    }
    const std::string_view contentType = visit.request.header("Content-Type");
    if (mediaTypeOf(contentType) != "multipart/form-data") {
        return Problem(Error{ErrorCode::MediaTypeUnsupported, {}, {{"expected", "multipart/form-data"}}});
    }
    auto upload = m_uploads.read(visit.connection, contentType);
    if (!upload) {
        return std::move(upload.error());
    }
    visit.request.upload = std::move(*upload);
    return std::nullopt;
}

std::optional<Problem> Pipeline::readJson(Visit& visit, bool isRequired) {
    Connection& connection = visit.connection;
    const Problem tooLarge(
        Error{ErrorCode::BodyTooLarge, {}, {{"limit", std::to_string(m_settings.bodyBytesMax)}}});
    const std::uint64_t announced = connection.contentLength().value_or(0);
    if (announced > m_settings.bodyBytesMax) {
        return tooLarge;
    }
    if (connection.hasBody() && (announced > 0 || !connection.contentLength())) {
        if (!isJson(mediaTypeOf(visit.request.header("Content-Type")))) {
            return Problem(Error{ErrorCode::MediaTypeUnsupported, {}, {{"expected", "application/json"}}});
        }
        visit.body.reserve(static_cast<std::size_t>(announced));
        std::array<char, readBytes> buffer;
        for (;;) {
            const auto got = connection.readBody(buffer.data(), buffer.size());
            if (!got) {
                return Problem(got.error());
            }
            if (*got == 0) {
                break;
            }
            if (visit.body.size() + *got > m_settings.bodyBytesMax) {
                return tooLarge;
            }
            visit.body.append(buffer.data(), *got);
        }
    }
    if (visit.body.find_first_not_of(" \t\r\n") == std::string::npos) {
        return isRequired ? std::optional<Problem>(ErrorCode::BodyMissing) : std::nullopt;
    }
    auto json = parseJson(visit.body);
    if (!json) {
        return Problem(json.error());
    }
    visit.request.m_json = std::move(*json);
    return std::nullopt;
}

Answer Pipeline::write(Visit& visit) {
    for (int attempt = 1;; ++attempt) {
        try {
            return writeOnce(visit);
        } catch (const db::TryAgain& failure) {
            // A handler may have moved an upload's file away; everything else of a request can be read again.
            if (attempt == attemptsMax || visit.request.endpoint->body == api::Body::Upload) {
                throw;
            }
            spdlog::info("request {}: {}; trying again", visit.request.requestId, failure.what());
            std::this_thread::sleep_for(std::chrono::milliseconds(10 * attempt + randombytes_uniform(20)));
        }
    }
}

Answer Pipeline::writeOnce(Visit& visit) {
    Request& request = visit.request;
    request.m_afterCommit.clear();
    db::Transaction transaction(m_writers, request.tenantContext());
    const bool isKept = !request.idempotencyKey.empty();
    IdempotentRequest idempotent;
    if (isKept) {
        idempotent = {std::string(visit.operation()) + '/' + request.caller().user.toString(),
                      request.idempotencyKey,
                      requestHash(visit.raw.method, visit.raw.path, visit.body, request.upload)};
        if (auto instead = claimKey(transaction, idempotent)) {
            return std::move(*instead);
        }
    }
    Answer answer = visit.route->writeHandler(request, transaction);
    if (!answer || answer->status >= 400) {
        return answer;
    }
    if (isKept) {
        keepAnswer(transaction, idempotent, *answer);
    }
    transaction.commit();
    request.afterCommit([&] { m_committed(request.caller().tenant); });
    for (const auto& action : request.m_afterCommit) {
        try {
            action();
        } catch (const std::exception& failure) {
            // The work is done: what follows it may be late, but cannot turn the answer into a failure.
            spdlog::error("request {}, after its commit: {}", request.requestId, causesOf(failure));
        }
    }
    return answer;
}

Answer Pipeline::guarded(const std::function<Answer()>& work, const Visit& visit) const {
    const auto log = [&](spdlog::level::level_enum level, const std::exception& failure) {
        spdlog::log(level, "request {} ({}): {}", visit.request.requestId, visit.operation(),
                    causesOf(failure));
    };
    try {
        return work();
    } catch (const db::Unavailable& failure) {
        log(spdlog::level::err, failure);
        return tl::unexpected(Problem(ErrorCode::ServiceUnavailable).retryAfter(lostRetrySeconds));
    } catch (const db::Busy& failure) {
        log(spdlog::level::warn, failure);
        return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    } catch (const db::LockTimeout& failure) {
        log(spdlog::level::warn, failure);
        return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    } catch (const db::StatementTimeout& failure) {
        log(spdlog::level::warn, failure);
        return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(lostRetrySeconds));
    } catch (const db::TryAgain& failure) {
        log(spdlog::level::warn, failure);
        return tl::unexpected(Problem(ErrorCode::ServerBusy).retryAfter(busyRetrySeconds));
    } catch (const db::Failure& failure) {
        auto refusal = m_routes.refusalOf(failure);
        const auto* violation = dynamic_cast<const db::ConstraintViolation*>(&failure);
        if (violation == nullptr || !m_routes.meaningOf(violation->constraint())) {
            log(violation != nullptr && refusal ? spdlog::level::warn : spdlog::level::err, failure);
        }
        if (refusal) {
            return tl::unexpected(std::move(*refusal));
        }
    } catch (const std::exception& failure) {
        log(spdlog::level::err, failure);
    } catch (...) {
        spdlog::error("request {} ({}): an unknown failure", visit.request.requestId, visit.operation());
    }
    return refuse(ErrorCode::InternalError);
}

void Pipeline::render(Visit& visit, Answer answer, httplib::Response& out) const {
    const Request& request = visit.request;
    out.set_header("X-Request-Id", request.requestId);
    setShell(out, m_settings.isCovered);
    for (const auto& [name, value] : visit.headers) {
        out.set_header(name, value);
    }
    if (!answer) {
        const Problem& problem = answer.error();
        out.status = problem.status();
        out.body = problem.render(request.language, request.requestId);
        out.set_header("Content-Type", "application/problem+json");
        out.set_header("Content-Language", request.language == Language::Persian ? "fa" : "en");
        if (problem.retryAfterSeconds()) {
            out.set_header("Retry-After", std::to_string(*problem.retryAfterSeconds()));
        }
        return;
    }
    Response& response = *answer;
    out.status = response.status;
    for (const auto& [name, value] : response.headers) {
        out.set_header(name, value);
    }
    const std::string tag = response.version ? etagOf(*response.version) : response.tag;
    if (!tag.empty()) {
        out.set_header("ETag", tag);
        const bool isGet = visit.raw.method == "GET" || visit.raw.method == "HEAD";
        if (isGet && response.status == 200 && isTagListed(request.header("If-None-Match"), tag)) {
            out.status = 304;
            return;
        }
    }
    if (response.file || !response.storedFile.empty()) {
        struct Open {
            Open(TemporaryFile file, const std::filesystem::path& path)
                : temporary(std::move(file)), stream(path, std::ios::binary) {}
            TemporaryFile temporary;
            std::ifstream stream;
        };
        const std::filesystem::path path = response.file ? response.file->path() : response.storedFile;
        auto open = std::make_shared<Open>(response.file ? std::move(*response.file) : TemporaryFile(), path);
        const auto size = static_cast<std::size_t>(std::filesystem::file_size(path));
        out.set_content_provider(size, response.mediaType,
                                 [open](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                     std::array<char, readBytes> buffer;
                                     open->stream.seekg(static_cast<std::streamoff>(offset));
                                     open->stream.read(buffer.data(), static_cast<std::streamsize>(
                                                                          std::min(length, buffer.size())));
                                     const auto got = static_cast<std::size_t>(open->stream.gcount());
                                     return got > 0 && sink.write(buffer.data(), got);
                                 });
        return;
    }
    out.body = std::move(response.body);
    if (!response.mediaType.empty()) {
        out.set_header("Content-Type", response.mediaType);
    }
    const bool isText = isJson(response.mediaType) || response.mediaType.starts_with("text/");
    if (isText && out.body.size() >= gzipBytesMin) {
        out.set_header("Vary", "Accept-Encoding");
        if (visit.connection.acceptsGzip) {
            visit.connection.parsed->headers.emplace("Accept-Encoding", "gzip");
        }
    }
}

}  // namespace nextgen::http
