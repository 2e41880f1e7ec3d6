#include "server/embedded/postgres.h"

#include "server/db/connection.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace nextgen::embedded {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr const char* owner = "nextgen_owner";
constexpr const char* port = "5432";  // names the socket; no TCP port is opened

/// What a small machine shares with its other programs. Readable by hand, and overruled by custom.conf beside
/// it.
constexpr std::string_view settings =
    R"(# Written by nextgen-server at each start. Put changes into custom.conf in this folder.
listen_addresses = ''
port = {port}
unix_socket_directories = '{sockets}'
unix_socket_permissions = 0700
hba_file = '{config}/pg_hba.conf'
ident_file = '{config}/pg_ident.conf'
max_connections = 60
shared_buffers = {buffers}
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
random_page_cost = 1.1
jit = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 1GB
checkpoint_timeout = 15min
max_locks_per_transaction = 256
timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'iso, ymd'
lc_messages = 'C'
default_text_search_config = 'pg_catalog.simple'
# What callers can provoke is logged by the program with the request's id; here stands what concerns the cluster.
log_min_messages = log
log_line_prefix = '%m [%p] '
{durability}include 'custom.conf'
)";

std::string quoted(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result;
}

/// An element of unix_socket_directories: in double quotes, since a comma would separate two.
std::string socketFolder(const fs::path& folder) {
    std::string element = "\"";
    for (const char c : folder.string()) {
        element += c;
        if (c == '"') {
            element += c;
        }
    }
    return quoted(element + '"');
}

struct PidFile {
    pid_t pid = 0;
    std::string status;  ///< "starting", "ready", "stopping"
};

/// postmaster.pid: the number on the first line, the status on the eighth.
PidFile readPidFile(const DataFolder& folder) {
    std::ifstream file(folder.postgres() / "postmaster.pid");
    PidFile result;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (number == 1) {
            result.pid = std::atoi(line.c_str());
        } else if (number == 8) {
            result.status = line.substr(0, line.find_last_not_of(" \n") + 1);
        }
    }
    return result;
}

/// Whether the process is a PostgreSQL server of this cluster: it works in the cluster's folder.
bool isServerOf(pid_t pid, const DataFolder& folder) {
    std::error_code failure;
    const fs::path workingFolder = fs::read_symlink(fmt::format("/proc/{}/cwd", pid), failure);
    return !failure && isAlive(pid) && workingFolder == folder.postgres();
}

/// A server whose program was killed stops by itself, soon; one that does not is stopped.
void endLeftOver(const DataFolder& folder) {
    const pid_t pid = readPidFile(folder).pid;
    if (pid <= 0) {
        return;
    }
    if (!isServerOf(pid, folder)) {
        // The number may by now be some other process's, which PostgreSQL would take for a server of its own.
        if (isAlive(pid)) {
            fs::remove(folder.postgres() / "postmaster.pid");
        }
        return;
    }
    spdlog::info("waiting for PostgreSQL (process {}) of an earlier run to stop", pid);
    if (waitForEnd(pid, 5s)) {
        return;
    }
    ::kill(pid, SIGINT);
    if (waitForEnd(pid, 30s)) {
        return;
    }
    ::kill(pid, SIGQUIT);
    if (!waitForEnd(pid, 30s)) {
        throw StackProblem(
            fmt::format("PostgreSQL (process {}) still uses {} and does not stop. Stop it by hand, "
                        "then start again.",
                        pid, folder.postgres().string()));
    }
}

/// The last lines of a log, for a message.
std::string tailOf(const fs::path& path) {
    std::ifstream file(path, std::ios::ate);
    const auto size = static_cast<std::int64_t>(file.tellg());
    file.seekg(std::max<std::int64_t>(0, size - 2000));
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Made beside its place and then moved, so that an interrupted start leaves nothing half-made.
void makeCluster(const DataFolder& folder, const fs::path& programs, bool isForTests) {
    spdlog::info("making the database cluster in {}", folder.postgres().string());
    const fs::path fresh = folder.root() / "postgres.new";
    const fs::path log = folder.log() / "initdb.log";
    fs::remove_all(fresh);
    fs::remove(log);
    folder.makeRunnersFolder(fresh);
    std::vector<std::string> command{(programs / "initdb").string(),
                                     "--pgdata=" + fresh.string(),
                                     std::string("--username=") + owner,
                                     "--encoding=UTF8",
                                     "--locale=C.UTF-8",
                                     "--auth=peer",
                                     "--data-checksums",
                                     "--no-instructions"};
    if (isForTests) {
        command.emplace_back("--no-sync");
    }
    if (runProgram({command, folder.runner(), {}, log}) != 0) {
        throw StackProblem(fmt::format("The database cluster cannot be made:\n{}", tailOf(log)));
    }
    fs::rename(fresh, folder.postgres());
}

void writeSettings(const DataFolder& folder, bool isForTests) {
    folder.writeConfig(
        "postgresql.conf",
        fmt::format(fmt::runtime(settings), fmt::arg("port", port),
                    fmt::arg("sockets", socketFolder(folder.sockets())),
                    fmt::arg("config", quoted(folder.config().string())),
                    fmt::arg("buffers", isForTests ? "64MB" : "256MB"),
                    fmt::arg("durability", isForTests ? "# A test's data may be lost.\nfsync = off\n"
                                                        "synchronous_commit = off\nfull_page_writes = off\n"
                                                      : "")));
    if (!fs::exists(folder.config() / "custom.conf")) {
        folder.writeConfig("custom.conf",
                           "# Your own settings of the private PostgreSQL; they win over postgresql.conf.\n");
    }
    folder.writeConfig("pg_hba.conf", "local all all peer map=nextgen\n");
    std::string map;
    for (const std::string& user : {OsUser::current().name, folder.runner().name}) {
        for (const char* role : {owner, "nextgen_server", "nextgen_reader"}) {
            map += fmt::format("nextgen \"{}\" {}\n", user, role);
        }
    }
    folder.writeConfig("pg_ident.conf", map);
}

/// A log that has grown begins anew; one older is kept.
void turnLogOver(const fs::path& log) {
    constexpr std::uintmax_t bytesMax = 4U << 20U;
    std::error_code failure;
    if (fs::file_size(log, failure) > bytesMax && !failure) {
        fs::rename(log, log.string() + ".1", failure);
    }
}

void waitUntilReady(const DataFolder& folder, ChildProcess& server, const fs::path& log) {
    for (int tick = 0; readPidFile(folder).pid != server.pid() || readPidFile(folder).status != "ready";
         ++tick) {
        if (!server.isRunning()) {
            throw StackProblem(fmt::format("PostgreSQL did not start:\n{}", tailOf(log)));
        }
        if (tick % 1000 == 999) {
            spdlog::info("PostgreSQL is still starting (it may be recovering); see {}", log.string());
        }
        std::this_thread::sleep_for(10ms);
    }
}

void makeDatabase(const DataFolder& folder) {
    db::Connection connection({EmbeddedPostgres::url(folder, owner, "postgres"), "nextgen start"});
    if (connection.script("SELECT FROM pg_database WHERE datname = 'nextgen'").empty()) {
        connection.script("CREATE DATABASE nextgen");
    }
}

}  // namespace

fs::path findPostgresPrograms(const DataFolder& folder, const fs::path& versions) {
    std::string wanted;
    std::ifstream(folder.postgres() / "PG_VERSION") >> wanted;
    if (!wanted.empty()) {
        const fs::path programs = versions / wanted / "bin";
        if (!fs::exists(programs / "postgres")) {
            throw StackProblem(
                fmt::format("The data in {} needs PostgreSQL {}, which is not in {}. Install the package "
                            "postgresql-{}.",
                            folder.postgres().string(), wanted, versions.string(), wanted));
        }
        return programs;
    }
    int newest = 0;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(versions, failure)) {
        if (fs::exists(entry.path() / "bin" / "postgres")) {
            newest = std::max(newest, std::atoi(entry.path().filename().c_str()));
        }
    }
    if (newest == 0) {
        throw StackProblem(
            "PostgreSQL is not installed. Install the package postgresql, or set database.url.");
    }
    return versions / std::to_string(newest) / "bin";
}

EmbeddedPostgres::EmbeddedPostgres(const DataFolder& folder, const fs::path& programs, bool isForTests) {
    endLeftOver(folder);
    folder.openTheWay(programs);
    if (!fs::exists(folder.postgres() / "PG_VERSION")) {
        makeCluster(folder, programs, isForTests);
    }
    writeSettings(folder, isForTests);
    const fs::path log = folder.log() / "postgres.log";
    turnLogOver(log);
    // SIGINT is PostgreSQL's fast stop: running statements are cut off, what was committed is kept.
    m_server = std::make_unique<ChildProcess>(
        ChildSettings{{(programs / "postgres").string(), "-D", folder.postgres().string(),
                       "--config-file=" + (folder.config() / "postgresql.conf").string()},
                      folder.runner(),
                      folder.postgres(),
                      log,
                      SIGINT});
    try {
        waitUntilReady(folder, *m_server, log);
        makeDatabase(folder);
    } catch (...) {
        m_server->stop(SIGINT, 30s);
        throw;
    }
}

EmbeddedPostgres::~EmbeddedPostgres() {
    if (!m_server->stop(SIGINT, 60s) && !m_server->stop(SIGQUIT, 10s)) {
        spdlog::error("PostgreSQL (process {}) does not stop", m_server->pid());
    }
}

std::string EmbeddedPostgres::url(const DataFolder& folder, const std::string& role,
                                  const std::string& database) {
    return fmt::format("host='{}' port={} user={} dbname={}", quoted(folder.sockets().string()), port, role,
                       database);
}

bool EmbeddedPostgres::answers(const DataFolder& folder) {
    const PidFile file = readPidFile(folder);
    return file.status == "ready" && isServerOf(file.pid, folder);
}

}  // namespace nextgen::embedded
