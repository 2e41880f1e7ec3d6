#include "server/sql.h"
#include "tests/bench/figures.h"
#include "tests/bench/load.h"
#include "tests/bench/usage.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <regex>
#include <stdexcept>

namespace nextgen::bench {

namespace {

constexpr const char* database = "bench_http";

/// What the best round of a load cost.
struct Costs {
    double best = 0;
    std::string text;
};

class HttpRows {
  public:
    HttpRows(const Site& site, const Rounds& rounds)
        : m_site(site), m_rounds(rounds), m_server(site, database) {
        for (int user = 0; user < Site::userCount; ++user) {
            m_tokens.push_back(m_server.signIn(user));
        }
        // Before it is measured, the answer must be what it should.
        httplib::Client client("127.0.0.1", m_server.port());
        const auto answer = client.Get(dealerPath(0), {{"Authorization", "Bearer " + m_tokens.front()}});
        if (!answer || answer->status != 200 || answer->body.find(Site::dealerCode(0)) == std::string::npos) {
            throw std::runtime_error("a dealer was answered " + (answer ? answer->body : "not at all"));
        }
        m_dealerBytes = answer->body.size();
        const auto alive = client.Get("/livez");
        if (!alive || alive->status != 200) {
            throw std::runtime_error("/livez does not answer");
        }
        m_aliveBytes = alive->body.size();
    }

    void measure(Report& report) {
        Figure uncached{"http_dealer_uncached",
                        "GET /dealers/{id}, not from the cache",
                        Unit::PerSecond,
                        {},
                        "pgbench -M prepared, the same SQL",
                        {},
                        0.4};
        Figure cached{"http_dealer_cached",
                      "GET /dealers/{id}, from the cache",
                      Unit::PerSecond,
                      {},
                      "bare cpp-httplib handler",
                      {},
                      0.7};
        Figure alive{"http_livez", "GET /livez", Unit::PerSecond, {}, "bare cpp-httplib handler", {}, {}};

        writePgbenchScript();
        const Program bareDealer = startBareHandler(m_dealerBytes);
        const Program bareAlive = startBareHandler(m_aliveBytes);
        for (int round = 0; round < m_rounds.http; ++round) {
            uncached.ours.push_back(loadServer("GET /dealers/{id}, not from the cache",
                                               dealerRequests("Cache-Control: no-cache\r\n")));
            uncached.limit.push_back(pgbench());
            cached.ours.push_back(loadServer("GET /dealers/{id}, from the cache", dealerRequests("")));
            cached.limit.push_back(loadBare(bareDealer));
            alive.ours.push_back(loadServer("GET /livez", onEveryConnection("/livez")));
            alive.limit.push_back(loadBare(bareAlive));
        }
        report.figures.insert(report.figures.end(), {uncached, cached, alive});

        Breakdown costs{"HTTP, 8 connections: processor time of one request in microseconds, best round", {}};
        for (const auto& [name, cost] : m_costs) {
            costs.lines.push_back(fmt::format("{:<40} {}", name, cost.text));
        }
        report.breakdowns.push_back(std::move(costs));
    }

  private:
    static std::string dealerPath(int number) {
        return fmt::format("/api/v1/dealers/{}", Site::dealerIdFirst + number % Site::dealerCount);
    }

    /// Each connection is a user's and asks for every dealer in turn, each beginning elsewhere.
    std::vector<std::vector<std::string>> dealerRequests(const std::string& headers) const {
        std::vector<std::vector<std::string>> requests(m_tokens.size());
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            for (int dealer = 0; dealer < Site::dealerCount; ++dealer) {
                requests[i].push_back(
                    getRequest(dealerPath(dealer + static_cast<int>(i) * 125),
                               fmt::format("Authorization: Bearer {}\r\n{}", m_tokens[i], headers)));
            }
        }
        return requests;
    }

    /// Processes whose processor time is counted, with their names in the breakdown.
    using Watched = std::vector<std::pair<std::string_view, pid_t>>;

    double loadServer(const std::string& name, const std::vector<std::vector<std::string>>& requests) {
        return loadOn(name, m_server.port(), requests,
                      {{"server", m_server.pid()}, {"PostgreSQL", m_postgres}, {"Redis", m_redis}});
    }

    double loadBare(const Program& handler) {
        const int port = std::stoi(handler.output().substr(std::string_view("port ").size()));
        return loadOn("bare cpp-httplib handler", port, onEveryConnection("/"), {{"server", handler.pid()}});
    }

    std::vector<std::vector<std::string>> onEveryConnection(const std::string& path) const {
        return std::vector<std::vector<std::string>>(m_tokens.size(), {getRequest(path)});
    }

    double loadOn(const std::string& name, int port, const std::vector<std::vector<std::string>>& requests,
                  const Watched& watched) {
        load({port, requests, std::chrono::milliseconds(300)});  // warms up
        const std::vector<double> before = spent(watched);
        const LoadResult result = load({port, requests, std::chrono::milliseconds(m_rounds.milliseconds)});
        note(name, result.perSecond, static_cast<double>(result.answers), watched, before,
             fmt::format("(answered after {:.0f}, 99 % within {:.0f})", result.medianMicroseconds,
                         result.p99Microseconds));
        return result.perSecond;
    }

    static std::vector<double> spent(const Watched& watched) {
        std::vector<double> seconds;
        for (const auto& [name, pid] : watched) {
            seconds.push_back(cpuSeconds(pid));
        }
        return seconds;
    }

    /// Keeps what the best round of its name cost.
    void note(const std::string& name, double perSecond, double answers, const Watched& watched,
              const std::vector<double>& before, const std::string& more) {
        Costs& costs = costsOf(name);
        if (perSecond <= costs.best) {
            return;
        }
        costs = {perSecond, {}};
        const std::vector<double> after = spent(watched);
        for (std::size_t i = 0; i < watched.size(); ++i) {
            costs.text +=
                fmt::format("{} {:.1f}   ", watched[i].first, (after[i] - before[i]) * 1e6 / answers);
        }
        costs.text += more;
    }

    Costs& costsOf(const std::string& name) {
        for (auto& [known, costs] : m_costs) {
            if (known == name) {
                return costs;
            }
        }
        return m_costs.emplace_back(name, Costs{}).second;
    }

    Program startBareHandler(std::size_t bytes) const {
        Program program({(m_site.programs() / "nextgen-bench-handler").string(),
                         std::to_string(Server::threads), std::to_string(bytes)},
                        m_site.logOf("handler"));
        program.waitForLine("port ");
        return program;
    }

    void writePgbenchScript() {
        std::string sql(sql::dealer::selectDealer.text);
        sql = std::regex_replace(sql, std::regex("\\$1"), ":tenant");
        sql = std::regex_replace(sql, std::regex("\\$2"), ":id");
        m_script = m_site.folder().root() / "select_dealer.pgbench";
        std::ofstream file(m_script);
        file << fmt::format("\\set id random({}, {})\n", Site::dealerIdFirst,
                            Site::dealerIdFirst + Site::dealerCount - 1)
             << sql << ";\n";
        m_tenant = m_site.connectAsOwner(database)
                       .script("SELECT id FROM app.tenants WHERE slug = 'nextgen'")
                       .one()
                       .get<std::string>("id");
    }

    /// Transactions a second, as the server's role with the tenant set once for the session.
    double pgbench() {
        const std::string url =
            m_site.url("nextgen_reader", database) + fmt::format(" options='-c app.tenant_id={}'", m_tenant);
        Program program({m_site.postgresProgram("pgbench").string(), "--no-vacuum", "--protocol=prepared",
                         fmt::format("--client={}", m_tokens.size()), "--jobs=1",
                         fmt::format("--time={}", std::max(1, m_rounds.milliseconds / 1000)),
                         "--define=tenant=" + m_tenant, "--file=" + m_script.string(), url},
                        m_site.logOf("pgbench"));
        const Watched watched{{"PostgreSQL", m_postgres}};
        const std::vector<double> before = spent(watched);
        const std::string output = program.finish();
        std::smatch tps;
        std::smatch count;
        if (!std::regex_search(output, tps, std::regex("tps = ([0-9.]+)")) ||
            !std::regex_search(output, count, std::regex("actually processed: ([0-9]+)"))) {
            throw std::runtime_error("pgbench said:\n" + output);
        }
        note("pgbench -M prepared", std::stod(tps[1]), std::stod(count[1]), watched, before, {});
        return std::stod(tps[1]);
    }

    const Site& m_site;
    const Rounds& m_rounds;
    Server m_server;
    const pid_t m_postgres = childNamed("postgres");
    const pid_t m_redis = childNamed("redis-server");
    std::vector<std::string> m_tokens;
    std::size_t m_dealerBytes = 0;
    std::size_t m_aliveBytes = 0;
    std::filesystem::path m_script;
    std::string m_tenant;
    std::vector<std::pair<std::string, Costs>> m_costs;
};

}  // namespace

void measureHttp(const Site& site, const Rounds& rounds, Report& report) {
    site.copyBase(database);
    HttpRows(site, rounds).measure(report);
    site.dropDatabase(database);
}

}  // namespace nextgen::bench
