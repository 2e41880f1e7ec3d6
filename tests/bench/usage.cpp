#include "tests/bench/usage.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace nextgen::bench {

namespace {

struct Stat {
    std::string name;
    pid_t parent = 0;
    double ownSeconds = 0;
    double reapedSeconds = 0;
};

/// /proc/PID/stat: "4711 (name) S parent …"; the times are its fields 14 to 17.
Stat readStat(pid_t pid) {
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(file, text);
    const auto nameEnd = text.rfind(')');
    if (nameEnd == std::string::npos) {
        return {};
    }
    std::istringstream fields(text.substr(nameEnd + 1));
    std::string state;
    Stat stat;
    const auto nameBegin = text.find('(') + 1;
    stat.name = text.substr(nameBegin, nameEnd - nameBegin);
    fields >> state >> stat.parent;
    std::string skipped;
    for (int field = 5; field < 14; ++field) {
        fields >> skipped;
    }
    double user = 0;
    double kernel = 0;
    double reapedUser = 0;
    double reapedKernel = 0;
    fields >> user >> kernel >> reapedUser >> reapedKernel;
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    stat.ownSeconds = (user + kernel) / ticks;
    stat.reapedSeconds = (reapedUser + reapedKernel) / ticks;
    return stat;
}

template <class Visit>
void forEachChild(pid_t parent, const Visit& visit) {
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string number = entry.path().filename();
        if (number.find_first_not_of("0123456789") != std::string::npos) {
            continue;
        }
        const pid_t pid = std::stoi(number);
        if (const Stat stat = readStat(pid); stat.parent == parent) {
            visit(pid, stat);
        }
    }
}

}  // namespace

double cpuSeconds(pid_t pid) {
    const Stat own = readStat(pid);
    double seconds = own.ownSeconds + own.reapedSeconds;
    forEachChild(pid, [&](pid_t, const Stat& child) { seconds += child.ownSeconds + child.reapedSeconds; });
    return seconds;
}

pid_t childNamed(const std::string& name) {
    pid_t found = 0;
    forEachChild(::getpid(), [&](pid_t pid, const Stat& child) {
        if (child.name == name) {
            found = pid;
        }
    });
    if (found == 0) {
        throw std::runtime_error("no process " + name + " was started");
    }
    return found;
}

std::optional<double> peakMemory(pid_t pid) {
    std::ifstream file(fmt::format("/proc/{}/status", pid));
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
    return std::nullopt;
}

}  // namespace nextgen::bench
