#include "server/embedded/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace nextgen::embedded {

namespace {

using namespace std::chrono_literals;

/// Looks a user up; `find(entry, buffer, size, result)` is getpwnam_r or getpwuid_r.
template <class Find>
OsUser findUser(const std::string& wanted, const Find& find) {
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* result = nullptr;
    if (find(&entry, buffer.data(), buffer.size(), &result) != 0 || result == nullptr) {
        throw std::runtime_error(fmt::format("this machine has no user {}", wanted));
    }
    return {entry.pw_uid, entry.pw_gid, entry.pw_name};
}

/// Polls until the condition holds; false when the time is over.
template <class Condition>
bool waitUntil(std::chrono::milliseconds patience, const Condition& condition) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end) {
            return false;
        }
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

/// The child's part between fork and exec: system calls only, since other threads may hold any lock.
[[noreturn]] void become(const ChildSettings& settings, char* const* arguments, const char* folder, int log,
                         int report, pid_t parent) {
    const auto fail = [&] {
        const int reason = errno;
        [[maybe_unused]] const ssize_t written = ::write(report, &reason, sizeof reason);
        ::_exit(127);
    };
    if (!settings.isInOurSession) {
        ::setsid();
    }
    if (log >= 0 && (::dup2(log, STDOUT_FILENO) < 0 || ::dup2(log, STDERR_FILENO) < 0)) {
        fail();
    }
    const bool isOther = settings.user.uid != ::geteuid();
    if (isOther && (::setgroups(0, nullptr) != 0 ||
                    ::setresgid(settings.user.gid, settings.user.gid, settings.user.gid) != 0 ||
                    ::setresuid(settings.user.uid, settings.user.uid, settings.user.uid) != 0)) {
        fail();
    }
    // After the change of user, which clears it. When our parent ended before this call nobody would tell us.
    if (settings.signalAtOurEnd != 0 &&
        (::prctl(PR_SET_PDEATHSIG, settings.signalAtOurEnd) != 0 || ::getppid() != parent)) {
        fail();
    }
    sigset_t none;
    sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    if (::chdir(folder) != 0) {
        fail();
    }
    ::execv(arguments[0], arguments);
    fail();
    ::_exit(127);
}

}  // namespace

OsUser OsUser::current() {
    return byId(::geteuid());
}

OsUser OsUser::named(const std::string& name) {
    return findUser(name, [&](auto... more) { return ::getpwnam_r(name.c_str(), more...); });
}

OsUser OsUser::byId(uid_t uid) {
    return findUser(fmt::format("with the number {}", uid),
                    [&](auto... more) { return ::getpwuid_r(uid, more...); });
}

ChildProcess::ChildProcess(const ChildSettings& settings) {
    std::vector<char*> arguments;
    arguments.reserve(settings.command.size() + 1);
    for (const std::string& argument : settings.command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    const std::string folder = settings.workingFolder.empty() ? "/" : settings.workingFolder.string();

    int log = -1;
    if (!settings.log.empty()) {
        log = ::open(settings.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (log < 0) {
            throw std::system_error(errno, std::generic_category(), settings.log);
        }
    }
    std::array<int, 2> report{};
    if (::pipe2(report.data(), O_CLOEXEC) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    const pid_t parent = ::getpid();
    m_pid = ::fork();
    if (m_pid == 0) {
        become(settings, arguments.data(), folder.c_str(), log, report[1], parent);
    }
    const int forkError = errno;
    ::close(report[1]);
    if (log >= 0) {
        ::close(log);
    }
    int reason = 0;
    // The pipe closes by itself when exec succeeds.
    const ssize_t got = m_pid < 0 ? 0 : ::read(report[0], &reason, sizeof reason);
    ::close(report[0]);
    if (m_pid < 0) {
        throw std::system_error(forkError, std::generic_category(), "fork");
    }
    if (got == sizeof reason) {
        wait();
        throw std::system_error(reason, std::generic_category(), settings.command.front());
    }
}

bool ChildProcess::isRunning() {
    if (!m_isReaped && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid) {
        m_isReaped = true;
    }
    return !m_isReaped;
}

int ChildProcess::wait() {
    while (!m_isReaped && ::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
    }
    m_isReaped = true;
    return WIFSIGNALED(m_status) ? 128 + WTERMSIG(m_status) : WEXITSTATUS(m_status);
}

bool ChildProcess::stop(int signal, std::chrono::milliseconds patience) {
    if (isRunning()) {
        ::kill(m_pid, signal);
    }
    return waitUntil(patience, [this] { return !isRunning(); });
}

int runProgram(const ChildSettings& settings) {
    return ChildProcess(settings).wait();
}

bool isAlive(pid_t pid) {
    if (pid <= 0) {
        return false;
    }
    // "4711 (name) S …": Z is a zombie, X is dead. The name may hold blanks and brackets.
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string line;
    std::getline(file, line);
    const std::size_t end = line.rfind(')');
    return end != std::string::npos && end + 2 < line.size() && line[end + 2] != 'Z' && line[end + 2] != 'X';
}

bool waitForEnd(pid_t pid, std::chrono::milliseconds patience) {
    return waitUntil(patience, [pid] { return !isAlive(pid); });
}

}  // namespace nextgen::embedded
