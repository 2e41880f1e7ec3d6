#include "tests/bench/cheque_workbook.h"
#include "tests/bench/figures.h"
#include "tests/bench/usage.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace nextgen::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr std::array stagedTables{"cheque_imports", "cheque_import_rows"};
// In the order in which they name each other.
constexpr std::array postedTables{"cheques", "ledger_entries", "cheque_events", "ledger_lines"};

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// What a phase of an import took, and what it was made of.
struct Phase {
    double seconds = 0;
    std::vector<std::string> lines;
};

/// What PostgreSQL has logged about slow statements since this object was made.
class StatementLog {
  public:
    explicit StatementLog(const Site& site)
        : m_path(site.folder().log() / "postgres.log"), m_from(std::filesystem::file_size(m_path)) {}

    /// Milliseconds by statement, the slowest first. Several runs of one are added up.
    std::vector<std::pair<std::string, double>> statements() const {
        std::ifstream file(m_path);
        file.seekg(static_cast<std::streamoff>(m_from));
        static const std::regex form(
            R"(LOG:  duration: ([0-9.]+) ms  (?:(execute|bind|parse) ([^:]+)|statement): (.*))");
        std::map<std::string, double> sums;
        for (std::string line; std::getline(file, line);) {
            std::smatch match;
            if (std::regex_search(line, match, form)) {
                const std::string name =
                    match[3].matched
                        ? match[3].str() + (match[2] == "execute" ? "" : " (" + match[2].str() + ")")
                        : match[4].str().substr(0, 60);
                sums[name] += std::stod(match[1]);
            }
        }
        std::vector<std::pair<std::string, double>> sorted(sums.begin(), sums.end());
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto& a, const auto& b) { return a.second > b.second; });
        return sorted;
    }

  private:
    std::filesystem::path m_path;
    std::uintmax_t m_from;
};

/// One workbook on its way through a server of its own.
class ImportRun {
  public:
    ImportRun(const Site& site, const std::string& database)
        : m_site(site), m_server(site, database), m_client("127.0.0.1", m_server.port()) {
        m_client.set_read_timeout(120s);
        m_client.set_write_timeout(120s);
        m_client.set_keep_alive(true);
        m_client.set_bearer_token_auth(m_server.signIn(0).c_str());
    }

    Phase stage(const std::string& workbook) {
        return timed([&] {
            const httplib::MultipartFormDataItems parts{
                {"file", workbook, "cheques.xlsx",
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}};
            Json import = answered(m_client.Post(
                "/api/v1/cheque_imports", httplib::Headers{{"Idempotency-Key", "bench-stage"}}, parts));
            m_path = "/api/v1/cheque_imports/" + import.at("id").get<std::string>();
            while (import.at("state") == "staging") {
                std::this_thread::sleep_for(20ms);
                import = answered(m_client.Get(m_path));
            }
            if (import.at("state") != "staged") {
                throw std::runtime_error("the import was not staged: " + import.dump());
            }
            m_counts = import;
        });
    }

    Phase commit() {
        return timed([&] {
            const Json import = answered(m_client.Post(m_path + "/commit",
                                                       httplib::Headers{{"Idempotency-Key", "bench-commit"}},
                                                       Json{{"rows", "ready"}}.dump(), "application/json"));
            if (import.at("state") != "committed" || import.at("rows_posted") != m_counts.at("rows_ready")) {
                throw std::runtime_error("the import was not committed: " + import.dump());
            }
        });
    }

    double serverMemory() const { return peakMemory(m_server.pid()).value(); }
    const Json& counts() const { return m_counts; }

  private:
    static Json answered(const httplib::Result& answer) {
        if (!answer || answer->status >= 300) {
            throw std::runtime_error(answer ? fmt::format("the import was answered {}: {}", answer->status,
                                                          answer->body.substr(0, 2000))
                                            : "the import was not answered: " +
                                                  httplib::to_string(answer.error()));
        }
        return Json::parse(answer->body);
    }

    template <class Work>
    Phase timed(const Work& work) {
        m_site.connectAsOwner("postgres").script("CHECKPOINT");
        const StatementLog log(m_site);
        const auto cpu = [this] { return std::array{cpuSeconds(m_server.pid()), cpuSeconds(m_postgres)}; };
        const auto before = cpu();
        const auto begin = Clock::now();
        work();
        Phase phase{secondsSince(begin), {}};
        const auto after = cpu();
        phase.lines.push_back(fmt::format("{:.2f} s; processor time: server {:.2f} s, PostgreSQL {:.2f} s",
                                          phase.seconds, after[0] - before[0], after[1] - before[1]));
        for (const auto& [name, milliseconds] : log.statements()) {
            if (phase.lines.size() < 12) {
                phase.lines.push_back(fmt::format("  {:<64} {:>8.2f} s", name, milliseconds / 1000));
            }
        }
        return phase;
    }

    const Site& m_site;
    const pid_t m_postgres = childNamed("postgres");
    Server m_server;
    httplib::Client m_client;
    std::string m_path;
    Json m_counts;
};

/// Rows that an import made, in files, for the owner to COPY into an equal database.
class ResultingRows {
  public:
    ResultingRows(const Site& site, const std::string& database)
        : m_folder(site.folder().root() / "rows"), m_connection(site.connectAsOwner(database)) {
        site.folder().makeRunnersFolder(m_folder);
        for (const char* table : stagedTables) {
            dump(table);
        }
        for (const char* table : postedTables) {
            dump(table);
        }
    }

    template <std::size_t Count>
    Phase copyInto(const Site& site, const std::string& database,
                   const std::array<const char*, Count>& tables) const {
        db::Connection connection = site.connectAsOwner(database);
        connection.script("CHECKPOINT");
        // As the server does for bulk work: no line of the audit trail for each row.
        connection.script("SELECT set_config('app.bulk_id', 'bench', false)");
        Phase phase;
        const auto begin = Clock::now();
        connection.begin();
        for (const char* table : tables) {
            const auto tableBegin = Clock::now();
            connection.script(fmt::format("COPY app.{} ({}) FROM '{}'", table, m_columns.at(table),
                                          (m_folder / table).string()));
            phase.lines.push_back(
                fmt::format("  {:<64} {:>8.2f} s", std::string("COPY ") + table, secondsSince(tableBegin)));
        }
        connection.commit();
        phase.seconds = secondsSince(begin);
        return phase;
    }

  private:
    void dump(const std::string& table) {
        // posted_xid is the writing transaction's own.
        m_columns[table] =
            m_connection
                .script(fmt::format("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) "
                                    "  FROM information_schema.columns "
                                    " WHERE table_schema = 'app' AND table_name = '{}' "
                                    "   AND column_name <> 'posted_xid'",
                                    table))
                .one()
                .get<std::string>(0);
        m_connection.script(fmt::format("COPY (SELECT {} FROM app.{}) TO '{}'", m_columns[table], table,
                                        (m_folder / table).string()));
    }

    std::filesystem::path m_folder;
    db::Connection m_connection;
    std::map<std::string, std::string> m_columns;
};

std::string readFile(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(text).str();
}

/// The most memory that the client holds while it goes through the steps before posting: its tour, which
/// stages the workbook that it is given.
double clientMemory(const Site& site, const std::filesystem::path& workbook, int rows) {
    const std::string database = "bench_client";
    site.copyBase(database);
    double peak = 0;
    {
        const Server server(site, database);
        const std::filesystem::path home = site.folder().root() / "tour";
        std::filesystem::create_directory(home);
        std::filesystem::permissions(home, std::filesystem::perms::owner_all);
        Program client(
            {"/usr/bin/env", "NEXTGEN_PASSWORD=Admin123!", "QT_QPA_PLATFORM=offscreen",
             "HOME=" + home.string(), "XDG_RUNTIME_DIR=" + home.string(),
             "DBUS_SESSION_BUS_ADDRESS=disabled:", (site.programs() / "nextgen-backoffice").string(),
             "--tour", home.string(), "--tour-file", workbook.string(), "--tenant", "nextgen", "--user",
             Site::userEmail(0), "--server", fmt::format("http://127.0.0.1:{}", server.port())},
            site.logOf("tour"));
        while (client.isRunning()) {
            peak = std::max(peak, peakMemory(client.pid()).value_or(0));
            std::this_thread::sleep_for(20ms);
        }
        client.finish();
        const auto staged = site.connectAsOwner(database)
                                .script("SELECT coalesce(max(rows_total), 0)::int FROM app.cheque_imports")
                                .one()
                                .get<int>(0);
        if (staged != rows) {
            throw std::runtime_error(fmt::format("the client's tour staged {} rows, not {}", staged, rows));
        }
    }
    site.dropDatabase(database);
    return peak;
}

/// Keeps the lines of a phase's best round.
void keepBest(Phase& best, const Phase& phase) {
    if (best.lines.empty() || phase.seconds < best.seconds) {
        best = phase;
    }
}

}  // namespace

void measureImport(const Site& site, const Rounds& rounds, Report& report) {
    const std::filesystem::path path = site.folder().root() / "cheques.xlsx";
    writeChequeWorkbook(path, rounds.rows);
    const std::string workbook = readFile(path);
    const std::string size = fmt::format("{} rows", rounds.rows);

    Figure staged{"import_staged",
                  size + ": sent, read and staged",
                  Unit::Seconds,
                  {},
                  "COPY of the staged rows",
                  {},
                  {}};
    Figure committed{
        "import_committed", size + ": committed", Unit::Seconds, {}, "COPY of the posted rows", {}, {}};
    Figure both{
        "import", size + ": staged and committed", Unit::Seconds, {}, "COPY of the resulting rows", {}, 3.0};
    Figure memory{
        "import_server_memory", "Server's peak memory meanwhile", Unit::MebiBytes, {}, "500 MiB", {}, 1.0};

    std::unique_ptr<ResultingRows> rows;
    Phase bestStage;
    Phase bestCommit;
    Phase bestStageCopy;
    Phase bestCommitCopy;
    Json counts;
    for (int round = 0; round < rounds.import; ++round) {
        const std::string database = "bench_import";
        site.copyBase(database);
        {
            ImportRun run(site, database);
            const Phase stage = run.stage(workbook);
            const Phase commit = run.commit();
            staged.ours.push_back(stage.seconds);
            committed.ours.push_back(commit.seconds);
            both.ours.push_back(stage.seconds + commit.seconds);
            memory.ours.push_back(run.serverMemory());
            memory.limit.push_back(500);
            keepBest(bestStage, stage);
            keepBest(bestCommit, commit);
            counts = run.counts();
        }
        if (!rows) {
            rows = std::make_unique<ResultingRows>(site, database);
        }
        site.dropDatabase(database);

        const std::string copied = "bench_copy";
        site.copyBase(copied);
        const Phase stageCopy = rows->copyInto(site, copied, stagedTables);
        const Phase commitCopy = rows->copyInto(site, copied, postedTables);
        staged.limit.push_back(stageCopy.seconds);
        committed.limit.push_back(commitCopy.seconds);
        both.limit.push_back(stageCopy.seconds + commitCopy.seconds);
        keepBest(bestStageCopy, stageCopy);
        keepBest(bestCommitCopy, commitCopy);
        site.dropDatabase(copied);
    }
    const Figure client{"import_client_memory",
                        "Client's peak memory before posting",
                        Unit::MebiBytes,
                        {clientMemory(site, path, rounds.rows)},
                        "500 MiB",
                        {500},
                        1.0};
    report.figures.insert(report.figures.end(), {staged, committed, both, memory, client});

    const auto describe = [&](const std::string& title, const Phase& ours, const Phase& copy) {
        Breakdown breakdown{title, ours.lines};
        breakdown.lines.insert(breakdown.lines.end(), copy.lines.begin(), copy.lines.end());
        report.breakdowns.push_back(std::move(breakdown));
    };
    describe(
        fmt::format("Staging {} rows ({} ready of which {} repaired, {} duplicate, {} failed; {:.1f} MiB), "
                    "best round",
                    rounds.rows, counts.at("rows_ready").get<int>(), counts.at("rows_repaired").get<int>(),
                    counts.at("rows_duplicate").get<int>(), counts.at("rows_failed").get<int>(),
                    static_cast<double>(workbook.size()) / (1 << 20)),
        bestStage, bestStageCopy);
    describe("Committing them, best round", bestCommit, bestCommitCopy);
}

}  // namespace nextgen::bench
