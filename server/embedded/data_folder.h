#pragma once

#include "server/embedded/child_process.h"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace nextgen::embedded {

/// What stands in the way of the stack, in words for the person at the terminal: what is wrong and what to
/// do.
class StackProblem : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// The folder in which one installation keeps everything: the cluster, sockets, logs and uploads.
class DataFolder {
  public:
    /// Makes the folder and its parts where they are missing. StackProblem when they cannot be used.
    explicit DataFolder(const std::filesystem::path& folder);

    const std::filesystem::path& root() const { return m_root; }
    std::filesystem::path postgres() const { return m_root / "postgres"; }
    std::filesystem::path redis() const { return m_root / "redis"; }
    std::filesystem::path config() const { return m_root / "config"; }
    std::filesystem::path log() const { return m_root / "log"; }
    std::filesystem::path uploads() const { return m_root / "uploads"; }
    std::filesystem::path masterKey() const { return m_root / "master.key"; }
    std::filesystem::path auditAnchors() const { return m_root / "audit-anchors.jsonl"; }
    /// Where the sockets are: `run` in the folder, or a short place elsewhere when the path would not fit
    /// into a socket's address.
    const std::filesystem::path& sockets() const { return m_sockets; }

    /// By whose rights PostgreSQL and Redis run: ours, or `postgres` when we are root.
    const OsUser& runner() const { return m_runner; }

    /// Makes a folder inside, if missing, that belongs to the runner and is closed to all others.
    void makeRunnersFolder(const std::filesystem::path& folder) const;
    /// Writes a file of the configuration folder; the runner can read it, only we can change it.
    void writeConfig(const std::string& name, const std::string& text) const;

    /// Lets the runner pass through what is closed to it on the way to a folder, if we may. StackProblem
    /// when it cannot be entered afterwards.
    void openTheWay(const std::filesystem::path& folder) const;

  private:
    void chooseSockets();

    std::filesystem::path m_root;
    std::filesystem::path m_sockets;
    OsUser m_runner;
};

/// The right to run the stack of a data folder, held until destroyed or until the process ends.
class FolderLock {
  public:
    /// nullopt when another process holds it. `purpose` is what that other process is told.
    static std::optional<FolderLock> tryTake(const DataFolder& folder, const std::string& purpose);
    /// Who holds it, "process 4711 (serve)"; empty when unknown.
    static std::string holder(const DataFolder& folder);

    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;

  private:
    explicit FolderLock(int file) : m_file(file) {}
    int m_file;
};

}  // namespace nextgen::embedded
