#pragma once

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

namespace nextgen::embedded {

/// A user of the operating system, by whose rights a child runs.
struct OsUser {
    uid_t uid = 0;
    gid_t gid = 0;
    std::string name;

    static OsUser current();
    /// std::runtime_error when the machine has no such user.
    static OsUser named(const std::string& name);
    static OsUser byId(uid_t uid);
};

struct ChildSettings {
    std::vector<std::string> command;       ///< the program's full path, then its arguments
    OsUser user = OsUser::current();        ///< another one only when this process is root's
    std::filesystem::path workingFolder{};  ///< empty: the file system's root
    std::filesystem::path log{};            ///< receives its output, appended; empty: our own output
    int signalAtOurEnd = 0;                 ///< sent by the kernel when this process ends, however it ends
    bool isInOurSession = false;            ///< shares our terminal, and its Ctrl+C
};

/// A process of our own, in a session of its own so that Ctrl+C in our terminal does not reach it (or in
/// ours). Start it on a thread that lives as long as the program: the kernel takes that thread's end for
/// ours. It is not stopped by the destructor.
class ChildProcess {
  public:
    /// std::runtime_error when it cannot be started.
    explicit ChildProcess(const ChildSettings& settings);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t pid() const { return m_pid; }
    bool isRunning();
    /// Waits for its end; the exit status as a shell has it (128 + signal).
    int wait();
    /// Sends the signal and waits; false when it still runs after that time.
    bool stop(int signal, std::chrono::milliseconds patience);

  private:
    pid_t m_pid = -1;
    bool m_isReaped = false;
    int m_status = 0;
};

/// Runs a program to its end; its exit status.
int runProgram(const ChildSettings& settings);

/// Whether a process with this number runs: one that ended but was not waited for does not.
bool isAlive(pid_t pid);
/// Waits until it does not.
bool waitForEnd(pid_t pid, std::chrono::milliseconds patience);

}  // namespace nextgen::embedded
