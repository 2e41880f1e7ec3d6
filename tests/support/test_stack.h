#pragma once

#include "server/db/session.h"
#include "shared/core/id.h"
#include "tests/support/test_folder.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::testing {

/// A migrated PostgreSQL and a Redis of the test program's own. Make one per program, on its main thread: a
/// member of the test class, or of initTestCase.
class TestStack {
  public:
    /// `withDemo` loads the demo tenant, slug "nextgen", with its users and their passwords.
    explicit TestStack(bool withDemo = false);

    const embedded::Stack& stack() const { return m_stack; }
    /// The two pools, as a server has them.
    db::Database& database() { return m_database; }
    /// The owner, whom row-level security does not bind: for arranging and for looking.
    db::Connection& owner() { return m_owner; }

    /// A new tenant with its built-in roles.
    TenantId makeTenant(std::string_view slug);
    /// A new user of it, with one role; the password is "correct horse".
    UserId makeUser(std::string_view tenantSlug, std::string_view email, std::string_view role,
                    std::string_view dealerCode = {});
    TenantId tenant(std::string_view slug);

    static constexpr std::string_view password = "correct horse";

  private:
    TestFolder m_folder;
    embedded::Stack m_stack;
    db::Database m_database;
    db::Connection m_owner;
};

/// The real nextgen-server, serving on a free port; stopped by the destructor.
class ServerProcess {
  public:
    /// On the test's own stack. `settings` are KEY=VALUE, e.g. "limits.requests_per_minute=5".
    explicit ServerProcess(const TestStack& stack, const std::vector<std::string>& settings = {});
    /// With a stack of its own in the folder, as people run it.
    explicit ServerProcess(const TestFolder& folder, const std::vector<std::string>& settings = {});
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    const std::string& url() const { return m_url; }
    pid_t pid() const { return m_process->pid(); }
    /// SIGTERM and wait; the exit status.
    int stop();
    /// SIGKILL, as a machine out of memory would.
    void kill();
    /// What it has printed and logged so far.
    std::string output() const;

  private:
    void start(std::vector<std::string> command, const std::filesystem::path& folder);

    std::filesystem::path m_output;
    std::unique_ptr<embedded::ChildProcess> m_process;
    std::string m_url;
};

}  // namespace nextgen::testing
