#include "tests/bench/site.h"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

namespace nextgen::bench {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// What `serve` and `seed` are told so that they work on a database of the site.
std::vector<std::string> serverCommand(const Site& site, const std::string& database,
                                       std::vector<std::string> arguments) {
    std::vector<std::string> command{(site.programs() / "nextgen-server").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    for (const std::string& setting : {
             "data=" + (site.folder().root() / "server").string(),
             "database.url=" + site.url("nextgen_server", database),
             "database.reader_url=" + site.url("nextgen_reader", database),
             "database.owner_url=" + site.url("nextgen_owner", database),
             "redis.url=" + site.redisUrl(),
         }) {
        command.insert(command.end(), {"--set", setting});
    }
    return command;
}

}  // namespace

Program::Program(std::vector<std::string> command, fs::path log)
    : m_log(std::move(log)),
      m_child(std::make_unique<embedded::ChildProcess>(
          embedded::ChildSettings{std::move(command), embedded::OsUser::current(), {}, m_log, SIGTERM})) {}

Program::~Program() {
    if (m_child && !m_child->stop(SIGTERM, 20s)) {
        m_child->stop(SIGKILL, 5s);
    }
}

std::string Program::output() const {
    std::ifstream file(m_log);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string Program::waitForLine(const std::string& beginning) {
    for (int tick = 0; tick < 6000; ++tick) {
        const bool isLast = !m_child->isRunning();
        const std::string text = "\n" + output();
        if (const auto at = text.find("\n" + beginning); at != std::string::npos) {
            const auto from = at + 1 + beginning.size();
            if (const auto end = text.find('\n', from); end != std::string::npos) {
                return text.substr(from, end - from);
            }
        }
        if (isLast) {
            break;
        }
        std::this_thread::sleep_for(10ms);
    }
    throw std::runtime_error(fmt::format("a program did not say \"{}\":\n{}", beginning, output()));
}

std::string Program::finish() {
    if (m_child->wait() != 0) {
        throw std::runtime_error("a program failed:\n" + output());
    }
    return output();
}

double Program::figure(const std::string& name) const {
    const std::string text = '\n' + output();
    const std::string line = '\n' + name + ' ';
    const auto at = text.find(line);
    if (at == std::string::npos) {
        throw std::runtime_error("a program does not say " + name + ":\n" + text);
    }
    return std::stod(text.substr(at + line.size()));
}

Site::Site(const fs::path& folder, fs::path programs, bool keeps)
    : m_programs(std::move(programs)),
      m_keeps(keeps),
      m_stack({folder, {}, false}, embedded::Stack::Use::Serve, "bench") {
    if (!m_keeps || !connectAsOwner(base)
                         .script("SELECT to_regclass('app.dealer_profiles')::text")
                         .one()
                         .get<std::optional<std::string>>(0)) {
        fillBase();
    }
}

bool Site::hasDatabase(const std::string& database) const {
    return !connectAsOwner("postgres")
                .runText("SELECT 1 FROM pg_database WHERE datname = $1", {database})
                .empty();
}

fs::path Site::postgresProgram(const std::string& name) const {
    return m_stack.postgresPrograms() / name;
}

fs::path Site::logOf(const std::string& name) const {
    static std::atomic<int> count = 0;
    return folder().log() / fmt::format("{}-{}.log", name, ++count);
}

std::string Site::url(const std::string& role, const std::string& database) const {
    return embedded::EmbeddedPostgres::url(folder(), role, database);
}

db::Connection Site::connectAsOwner(const std::string& database) const {
    db::ConnectionSettings settings;
    settings.url = url("nextgen_owner", database);
    settings.applicationName = "nextgen bench";
    return db::Connection(settings);
}

void Site::fillBase() const {
    Program(serverCommand(*this, base, {"seed", "--demo"}), logOf("seed")).finish();
    db::Connection connection = connectAsOwner(base);
    connection.script("SELECT set_config('app.bulk_id', 'bench', false)");
    connection.script(fmt::format(
        "INSERT INTO app.dealer_profiles (tenant_id, id, code, company_name, tier, credit_limit, search_key) "
        "SELECT t.id, {0} + n, 'B-' || 1000 + n, 'بازرگانی نمونه ' || 1000 + n, 'SILVER', 500000000000, "
        "       'b-' || 1000 + n || ' بازرگانی نمونه ' || 1000 + n "
        "  FROM app.tenants t, generate_series(0, {1} - 1) n WHERE t.slug = 'nextgen'",
        dealerIdFirst, dealerCount));
    connection.script(
        fmt::format("INSERT INTO app.users (tenant_id, email, display_name, password_hash) "
                    "SELECT u.tenant_id, 'bench' || n || '@nextgen.local', 'bench ' || n, u.password_hash "
                    "  FROM app.users u, generate_series(0, {} - 1) n WHERE u.email = 'admin@nextgen.local'",
                    userCount));
    connection.script(
        "INSERT INTO app.user_role_assignments (tenant_id, user_id, role) "
        "SELECT tenant_id, id, 'ADMIN' FROM app.users WHERE email LIKE 'bench%'");
    // The log of slow statements tells later where an import's time went.
    connection.script("ALTER ROLE nextgen_server SET log_min_duration_statement = '20ms'");
    connection.script("VACUUM ANALYZE");
}

void Site::copyBase(const std::string& database) const {
    db::Connection connection = connectAsOwner("postgres");
    connection.script(fmt::format("CREATE DATABASE {} TEMPLATE {}", database, base));
    // Settings of a database are not copied with it.
    connection.script(fmt::format("ALTER DATABASE {} SET search_path = app, public", database));
    connection.script("CHECKPOINT");
}

void Site::dropDatabase(const std::string& database) const {
    connectAsOwner("postgres").script(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", database));
}

void Site::makeGenerated(const std::string& database, double scale) const {
    if (m_keeps && hasDatabase(database)) {
        return;
    }
    connectAsOwner("postgres").script(fmt::format("CREATE DATABASE {} TEMPLATE template0", database));
    Program(serverCommand(*this, database, {"seed", "--scale", fmt::format("{}", scale)}), logOf("seed"))
        .finish();
}

void Site::dropGenerated(const std::string& database) const {
    if (!m_keeps) {
        dropDatabase(database);
    }
}

std::string Site::dealerCode(int number) {
    return fmt::format("B-{}", 1000 + number);
}

std::string Site::userEmail(int number) {
    return fmt::format("bench{}@nextgen.local", number);
}

Server::Server(const Site& site, const std::string& database)
    : m_program(serverCommand(site, database,
                              {"serve", "--demo", "--port", "0", "--threads", std::to_string(threads),
                               "--set", fmt::format("database.connections={}", databaseConnections), "--set",
                               "limits.requests_per_minute=1000000"}),
                site.logOf("server")) {
    const std::string address = m_program.waitForLine("NextGen is ready: http://127.0.0.1:");
    m_port = std::stoi(address);
}

std::string Server::signIn(int user, const std::string& tenant) const {
    httplib::Client client("127.0.0.1", m_port);
    const nlohmann::json body{
        {"tenant", tenant}, {"email", Site::userEmail(user)}, {"password", "Admin123!"}};
    const auto answer = client.Post("/api/v1/auth/login", body.dump(), "application/json");
    if (!answer || answer->status != 200) {
        throw std::runtime_error("signing in failed: " + (answer ? answer->body : std::string("no answer")));
    }
    return nlohmann::json::parse(answer->body).at("token");
}

}  // namespace nextgen::bench
