#include "tests/support/test_stack.h"

#include "server/account/password.h"
#include "server/command/demo.h"
#include "server/sql.h"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace nextgen::testing {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// Tests ask more in a second than people do in a minute; one that is about the limits sets its own.
constexpr std::array noRateLimits{"--set=limits.requests_per_minute=0", "--set=limits.sign_ins_per_minute=0",
                                  "--set=limits.wrong_sign_ins_per_address=0"};

}  // namespace

TestStack::TestStack(bool withDemo)
    : m_stack(m_folder.settings(), embedded::Stack::Use::Serve, "test"),
      m_database({{m_stack.databaseUrl()}}, {{m_stack.databaseReaderUrl()}}),
      m_owner({m_stack.databaseOwnerUrl()}) {
    if (withDemo) {
        command::loadDemo(m_stack.databaseOwnerUrl());
    }
}

TenantId TestStack::makeTenant(std::string_view slug) {
    return m_owner.run(sql::admin::createTenant, {db::toSql(slug), db::toSql(slug)})
        .one()
        .get<TenantId>("id");
}

UserId TestStack::makeUser(std::string_view tenantSlug, std::string_view email, std::string_view role,
                           std::string_view dealerCode) {
    const db::Param dealer = dealerCode.empty() ? db::Param() : db::toSql(dealerCode);
    return m_owner
        .run(sql::admin::insertUser,
             {db::toSql(tenantSlug), db::toSql(email), db::toSql(email), account::hashPassword(password),
              db::toSql(role), dealer, db::toSql(false)})
        .one()
        .get<UserId>("id");
}

TenantId TestStack::tenant(std::string_view slug) {
    return m_owner.run({"test/tenant", "SELECT id FROM tenants WHERE slug = $1"}, {db::toSql(slug)})
        .one()
        .get<TenantId>("id");
}

ServerProcess::ServerProcess(const TestStack& stack, const std::vector<std::string>& settings) {
    const embedded::Stack& running = stack.stack();
    static std::atomic<int> count = 0;  // several servers may share a stack
    const fs::path folder = running.folder().root() / fmt::format("server-{}", ++count);
    fs::create_directories(folder);
    std::vector<std::string> command{NEXTGEN_BIN_DIR "/nextgen-server",
                                     "serve",
                                     "--demo",
                                     "--data=" + folder.string(),
                                     "--port=0",
                                     "--set=database.url=" + running.databaseUrl(),
                                     "--set=database.reader_url=" + running.databaseReaderUrl(),
                                     "--set=database.owner_url=" + running.databaseOwnerUrl(),
                                     "--set=redis.url=" + running.redisUrl(),
                                     "--set=keys.file=" + running.folder().masterKey().string(),
                                     noRateLimits[0],
                                     noRateLimits[1],
                                     noRateLimits[2]};
    for (const std::string& setting : settings) {
        command.push_back("--set=" + setting);
    }
    start(std::move(command), folder);
}

ServerProcess::ServerProcess(const TestFolder& folder, const std::vector<std::string>& settings) {
    std::vector<std::string> command{NEXTGEN_BIN_DIR "/nextgen-server",
                                     "serve",
                                     "--demo",
                                     "--data=" + folder.path().string(),
                                     "--port=0",
                                     noRateLimits[0],
                                     noRateLimits[1],
                                     noRateLimits[2]};
    for (const std::string& setting : settings) {
        command.push_back("--set=" + setting);
    }
    start(std::move(command), folder.path());
}

void ServerProcess::start(std::vector<std::string> command, const fs::path& folder) {
    m_output = folder / "server.out";
    fs::remove(m_output);
    embedded::ChildSettings settings{std::move(command)};
    settings.log = m_output;
    settings.signalAtOurEnd = SIGTERM;
    m_process = std::make_unique<embedded::ChildProcess>(settings);
    constexpr std::string_view mark = "NextGen is ready: ";
    for (int tick = 0; m_url.empty(); ++tick) {
        if (!m_process->isRunning() || tick > 3000) {
            throw std::runtime_error("the server did not start:\n" + output());
        }
        std::this_thread::sleep_for(20ms);
        const std::string text = output();
        const std::size_t at = text.find(mark);
        const std::size_t end = text.find('\n', at);
        if (at != std::string::npos && end != std::string::npos) {
            m_url = text.substr(at + mark.size(), end - at - mark.size());
        }
    }
}

ServerProcess::~ServerProcess() {
    if (!m_process->stop(SIGTERM, 60s)) {
        kill();
    }
}

int ServerProcess::stop() {
    m_process->stop(SIGTERM, 60s);
    return m_process->wait();
}

void ServerProcess::kill() {
    m_process->stop(SIGKILL, 60s);
}

std::string ServerProcess::output() const {
    std::ifstream file(m_output);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace nextgen::testing
