#include "server/serve.h"

#include "server/account/account_routes.h"
#include "server/account/grants.h"
#include "server/audit/sealer.h"
#include "server/cache/answer_cache.h"
#include "server/cache/invalidation_bus.h"
#include "server/change/change_routes.h"
#include "server/cheque/allocation_routes.h"
#include "server/cheque/bulk_routes.h"
#include "server/cheque/cheque_repository.h"
#include "server/cheque/cheque_routes.h"
#include "server/cheque/guarantee_routes.h"
#include "server/cheque/issued_routes.h"
#include "server/cheque/outlook_routes.h"
#include "server/cheque/slip_routes.h"
#include "server/cheque_import/cheque_import_routes.h"
#include "server/cheque_import/staging.h"
#include "server/clock.h"
#include "server/credit/credit_routes.h"
#include "server/db/migrator.h"
#include "server/db/upkeep.h"
#include "server/entity/entity_routes.h"
#include "server/file/file_routes.h"
#include "server/home/home_routes.h"
#include "server/http/health.h"
#include "server/http/pipeline.h"
#include "server/message/inbox_routes.h"
#include "server/message/mailer.h"
#include "server/note/note_routes.h"
#include "server/search/search_routes.h"
#include "server/secret/vault.h"
#include "server/sql.h"
#include "server/storage/sweep.h"
#include "server/view/view_routes.h"
#include "shared/api/openapi.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <random>
#include <thread>

namespace nextgen {

namespace {

using namespace std::chrono_literals;

constexpr auto stopInterval = 100ms;
constexpr std::size_t secretBytes = 32;
constexpr std::size_t answersMax = 10'000;
constexpr std::chrono::milliseconds answersFor = 5s;

db::PoolSettings poolSettings(const std::string& url, const std::string& name, int connections) {
    db::PoolSettings pool;
    pool.connection.url = url;
    pool.connection.applicationName = name;
    pool.connectionsMax = static_cast<std::size_t>(connections);
    return pool;
}

std::string secretOf(const Settings& settings) {
    if (!settings.secret.empty()) {
        return settings.secret;
    }
    std::random_device device;
    std::string drawn(secretBytes, '\0');
    for (char& byte : drawn) {
        byte = static_cast<char>(device());
    }
    return drawn;
}

http::PipelineSettings pipelineSettings(const ServeOptions& options) {
    const Settings& settings = options.settings;
    http::PipelineSettings pipeline;
    pipeline.uploads.folder = options.uploads;
    pipeline.uploads.bytesMax = static_cast<std::size_t>(settings.uploadMaxMib) << 20U;
    pipeline.bodyBytesMax = static_cast<std::size_t>(settings.bodyMaxKib) << 10U;
    pipeline.signInsPerMinute = settings.signInsPerMinute;
    pipeline.requestsPerMinute = settings.requestsPerMinute;
    pipeline.isCovered = !settings.tlsCertificate.empty() || settings.isTlsProxys;
    for (std::string_view rest = settings.trustedProxies; !rest.empty();) {
        const auto comma = rest.find(',');
        pipeline.trustedProxies.emplace_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return pipeline;
}

account::HasherSettings hasherSettings(const Settings& settings) {
    return {{settings.passwordPasses, settings.passwordMemoryMib},
            settings.passwordsAtOnce,
            std::chrono::milliseconds(settings.passwordWaitMs)};
}

account::SignInSettings signInSettings(const Settings& settings) {
    return {settings.sessionHours * 60 * 60, settings.sessionIdleMinutes * 60, settings.wrongFromAddress};
}

bool canWriteInto(const std::filesystem::path& folder) {
    const auto path = folder / ("ready-" + std::to_string(::getpid()));
    const bool isWritten = static_cast<bool>(std::ofstream(path) << "x" << std::flush);
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return isWritten;
}

/// A server's parts, in the order in which they need each other.
class Server {
  public:
    explicit Server(const ServeOptions& options)
        : m_database(
              poolSettings(options.databaseUrl, "nextgen server", options.settings.databaseConnections),
              poolSettings(options.databaseReaderUrl, "nextgen reader",
                           options.settings.databaseConnections)),
          m_objects(options.objects),
          m_vault(m_database.outside, options.masterKeyFile),
          m_bus(options.redisUrl),
          m_answers(answersMax, answersFor, m_bus),
          m_changes(m_database, m_bus, secretOf(options.settings)),
          m_sessions(m_database, m_bus, systemNow),
          m_hasher(hasherSettings(options.settings)),
          m_factors(m_vault, systemNow),
          m_desk(m_database, m_sessions, m_hasher, m_factors, signInSettings(options.settings)),
          m_resets(m_database, m_vault),
          m_staging(m_database, m_vault),
          m_sealer(m_database.writers, m_vault, options.auditAnchorFile, systemNow),
          m_routes(makeRoutes(options.settings)),
          m_pipeline(
              pipelineSettings(options), m_routes, m_database.writers,
              http::CursorSeal(secretOf(options.settings)),
              [this](std::string_view token) { return m_sessions.find(token); },
              [this](TenantId tenant, std::string_view permission) {
                  return account::granters(m_database, tenant, permission);
              },
              [this](TenantId tenant) {
                  m_changes.changed(tenant);
                  m_sealer.wake();
              },
              systemNow, m_metrics),
          m_listener(
              listenerSettings(options.settings),
              [this](const httplib::Request& raw, httplib::Response& out, http::Connection& connection) {
                  m_pipeline.exchange(raw, out, connection);
              },
              [this](const http::Problem& problem, std::string_view language) {
                  return m_pipeline.refusal(problem, language);
              }),
          m_upkeep(
              m_database.writers, systemNow, [this] { return m_metrics.measurements(); },
              [this] { storage::sweep(m_database.writers, m_objects); }, cheque::remindOfCheques) {
        startMailer(options.settings);
        servePages(options.uploads);
        addGauges();
        db::SystemSession(m_database.writers).query(sql::cheque_import::failInterrupted);
    }

    int port() const { return m_listener.port(); }
    void run() { m_listener.run(); }
    void stop() { m_listener.stop(); }

  private:
    static http::ListenerSettings listenerSettings(const Settings& settings) {
        http::ListenerSettings listener;
        listener.address = settings.host;
        listener.port = settings.port;
        listener.certificate = settings.tlsCertificate;
        listener.key = settings.tlsKey;
        listener.threads = static_cast<std::size_t>(settings.threads);
        return listener;
    }

    http::Routes makeRoutes(const Settings& settings) {
        http::Routes routes;
        account::addRoutes(routes, {m_database, m_sessions, m_desk, m_hasher, m_factors, m_resets});
        change::addRoutes(routes, m_changes);
        credit::addRoutes(routes, m_database, systemNow);
        cheque::addRoutes(routes, m_database, systemNow, m_vault);
        cheque::addAllocationRoutes(routes, m_database, systemNow);
        cheque::addBulkRoutes(routes, m_database, systemNow, m_vault);
        cheque::addGuaranteeRoutes(routes, systemNow, m_vault);
        cheque::addIssuedRoutes(routes, m_database, systemNow);
        cheque::addOutlookRoutes(routes, m_database, systemNow, m_vault);
        cheque::addSlipRoutes(routes, m_database, systemNow);
        entity::addRoutes(routes, m_database, m_answers, m_vault,
                          account::grantGuards(m_sessions, systemNow));
        view::addRoutes(routes, m_database);
        note::addRoutes(routes, m_database, systemNow, m_vault);
        file::addRoutes(routes, m_database, m_objects, static_cast<std::size_t>(settings.fileMaxMib) << 20U,
                        systemNow);
        search::addRoutes(routes, m_database, m_vault);
        cheque_import::addRoutes(routes, m_database, systemNow, m_staging, m_vault);
        message::addRoutes(routes, m_database);
        home::addRoutes(routes, m_database, m_answers, systemNow, m_vault);
        return routes;
    }

    void startMailer(const Settings& settings) {
        if (settings.mailUrl.empty()) {
            return;
        }
        m_mailer.emplace(m_database.writers,
                         message::PostSettings{settings.mailUrl, settings.mailUser, settings.mailPassword,
                                               settings.mailFrom},
                         std::map<std::string, message::Mailer::Fill>{
                             {"password_reset",
                              [this](TenantId tenant, std::int64_t reset, const std::string& body) {
                                  return account::withResetToken(m_database.readers, m_vault, tenant, reset, body);
                              }}},
                         systemNow);
    }

    void servePages(const std::filesystem::path& uploads) {
        m_pipeline.serve("/livez", [] { return http::Response::rendered(R"({"status":"ok"})"); });
        m_pipeline.serve("/readyz", [parts = healthParts(uploads)] { return http::readiness(parts); });
        m_pipeline.serve(std::string(api::basePath) + "/openapi.json",
                         [document = api::openApiDocument(NEXTGEN_VERSION)] {
                             return http::Response::rendered(document);
                         });
        m_pipeline.serve("/metrics", [this] {
            http::Response response = http::Response::rendered(m_metrics.render());
            response.mediaType = "text/plain; version=0.0.4; charset=utf-8";
            return response;
        });
    }

    std::vector<http::HealthPart> healthParts(const std::filesystem::path& uploads) {
        return {
            {"database", true,
             [this] { return m_database.readers.isHealthy() && m_database.writers.isHealthy(); }},
            {"migrations", true,
             [this] {
                 db::SystemSession session(m_database.readers);
                 return db::schemaState(session, sql::migrations()) == db::SchemaState::Current;
             }},
            {"cache", false, [this] { return m_bus.isHeard(); }},
            {"storage", true, [this, uploads] { return canWriteInto(uploads) && m_objects.isHealthy(); }},
            {"queue", false, [this] { return m_staging.hasRoom(); }},
        };
    }

    void addGauges() {
        const auto pool = [this](const std::string& name, const db::Pool& one) {
            m_metrics.addGauge("nextgen_db_" + name + "_in_use", "Connections of the pool in use.",
                               [&one] { return static_cast<double>(one.state().inUse); });
            m_metrics.addGauge("nextgen_db_" + name + "_waiting", "Threads that wait for a connection.",
                               [&one] { return static_cast<double>(one.state().waiting); });
        };
        pool("writers", m_database.writers);
        pool("readers", m_database.readers);
        pool("outside", m_database.outside);
        const auto http = [this](const std::string& name, const std::string& help, auto member) {
            m_metrics.addGauge("nextgen_http_" + name, help,
                               [this, member] { return static_cast<double>(m_listener.state().*member); });
        };
        http("connections", "Open connections.", &http::ListenerState::connections);
        http("threads_busy", "Threads that answer a request.", &http::ListenerState::busyThreads);
        http("queued", "Requests that wait for a thread.", &http::ListenerState::queued);
        http("refused_busy", "Requests answered 503 for want of a thread.",
             &http::ListenerState::refusedBusy);
    }

    db::Database m_database;
    storage::ObjectStore m_objects;
    secret::Vault m_vault;
    cache::InvalidationBus m_bus;
    cache::AnswerCache m_answers;
    change::ChangeFeed m_changes;
    account::Sessions m_sessions;
    account::Hasher m_hasher;
    account::SecondFactors m_factors;
    account::SignInDesk m_desk;
    account::ResetDesk m_resets;
    cheque_import::StagingWorker m_staging;
    audit::Sealer m_sealer;
    http::Metrics m_metrics;
    http::Routes m_routes;
    http::Pipeline m_pipeline;
    http::Listener m_listener;
    db::Upkeep m_upkeep;
    std::optional<message::Mailer> m_mailer;  ///< where there is an SMTP server
};

}  // namespace

void serve(const ServeOptions& options) {
    Server server(options);
    std::thread loop([&] { server.run(); });
    options.ready(server.port());
    while (options.mayGoOn()) {
        std::this_thread::sleep_for(stopInterval);
    }
    server.stop();
    loop.join();
}

}  // namespace nextgen
