#pragma once

#include "server/db/connection.h"
#include "server/embedded/stack.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nextgen::bench {

/// A program that runs beside the bench, with what it says in a file. It is stopped by the destructor.
class Program {
  public:
    Program(std::vector<std::string> command, std::filesystem::path log);
    ~Program();
    Program(Program&&) = default;
    Program& operator=(Program&&) = delete;

    pid_t pid() const { return m_child->pid(); }
    bool isRunning() { return m_child->isRunning(); }
    std::string output() const;
    /// The rest of the first line that begins so, once it is there; std::runtime_error when the program ends
    /// without it, or after a minute.
    std::string waitForLine(const std::string& beginning);
    /// Waits for its end; std::runtime_error with its output when it failed.
    std::string finish();
    /// The number in its line "NAME 12.3"; std::runtime_error where there is none.
    double figure(const std::string& name) const;

  private:
    std::filesystem::path m_log;
    std::unique_ptr<embedded::ChildProcess> m_child;
};

/// The private cluster of a run with its base database: the demo tenant, more dealers, and users of whom each
/// signs in for one connection.
class Site {
  public:
    static constexpr int dealerCount = 1000;
    static constexpr int dealerIdFirst = 1001;
    static constexpr int userCount = 8;
    static constexpr const char* base = "nextgen";  ///< the database that the others are copied from

    /// `folder` for the run's data, `programs` where nextgen-server is. `keeps`: generated databases stay for
    /// the next run, and those of an earlier one are used.
    Site(const std::filesystem::path& folder, std::filesystem::path programs, bool keeps);

    const embedded::DataFolder& folder() const { return m_stack.folder(); }
    const std::filesystem::path& programs() const { return m_programs; }
    std::filesystem::path postgresProgram(const std::string& name) const;
    std::filesystem::path logOf(const std::string& name) const;
    std::string url(const std::string& role, const std::string& database) const;
    std::string redisUrl() const { return m_stack.redisUrl(); }
    db::Connection connectAsOwner(const std::string& database) const;

    /// A database as full as the base one; nobody may be connected to that.
    void copyBase(const std::string& database) const;
    void dropDatabase(const std::string& database) const;
    /// A database with generated tenants, see nextgen-server seed --scale.
    void makeGenerated(const std::string& database, double scale) const;
    void dropGenerated(const std::string& database) const;

    static std::string dealerCode(int number);  ///< of 0 … dealerCount - 1
    static std::string userEmail(int number);   ///< of 0 … userCount - 1

  private:
    bool hasDatabase(const std::string& database) const;
    void fillBase() const;

    std::filesystem::path m_programs;
    bool m_keeps;
    embedded::Stack m_stack;
};

/// nextgen-server on a database of the site.
class Server {
  public:
    Server(const Site& site, const std::string& database);

    int port() const { return m_port; }
    pid_t pid() const { return m_program.pid(); }
    /// The bearer token of one of the site's users.
    std::string signIn(int user, const std::string& tenant = "nextgen") const;

    static constexpr int threads = 64;
    static constexpr int databaseConnections = 8;

  private:
    Program m_program;
    int m_port = 0;
};

}  // namespace nextgen::bench
