#include "tests/bench/figures.h"
#include "tests/bench/load.h"
#include "tests/bench/screen.h"
#include "tests/bench/tryton.h"
#include "tests/bench/usage.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>

namespace nextgen::bench {

namespace {

using Clock = std::chrono::steady_clock;

struct Start {
    double seconds = 0;  ///< from starting the program to its first painted window
    double memory = 0;   ///< the most until then, in MiB
};

Start startOf(const Site& site, Screen& screen, const std::filesystem::path& home,
              std::vector<std::string> command) {
    command = screen.started(home, std::move(command));
    screen.forget();
    const auto begin = Clock::now();
    Program program(std::move(command), site.logOf("window"));
    screen.waitForWindow(program);
    const std::chrono::duration<double> taken = Clock::now() - begin;
    return {taken.count(), peakMemory(program.pid()).value_or(0)};
}

/// The first window beside Tryton's, where that is installed.
void measureTryton(const Site& site, const Rounds& rounds, Screen& screen, const std::filesystem::path& home,
                   const std::vector<std::string>& client, Report& report) {
    if (!Tryton::hasClient()) {
        return;
    }
    Figure time{"client_start_beside_tryton",
                "Client: sign-in window painted",
                Unit::Seconds,
                {},
                "Tryton's, of Debian",
                {},
                1.0};
    Figure memory{"client_memory_beside_tryton",
                  "Client: peak memory by then",
                  Unit::MebiBytes,
                  {},
                  "Tryton's, of Debian",
                  {},
                  1.0};
    startOf(site, screen, home, Tryton::client());
    for (int round = 0; round < rounds.start; ++round) {
        const Start ours = startOf(site, screen, home, client);
        const Start theirs = startOf(site, screen, home, Tryton::client());
        time.ours.push_back(ours.seconds);
        time.limit.push_back(theirs.seconds);
        memory.ours.push_back(ours.memory);
        memory.limit.push_back(theirs.memory);
    }
    report.figures.insert(report.figures.end(), {time, memory});
}

/// The client opened on a list by somebody who is signed in, and searched in.
void measureUse(const Site& site, const Rounds& rounds, Screen& screen, const std::filesystem::path& home,
                Report& report) {
    Figure shown{
        "client_page", "Client: a page of 100 rows painted", Unit::Milliseconds, {}, "500 ms", {}, 1.0};
    Figure memory{
        "client_page_memory", "Client: peak memory with it", Unit::MebiBytes, {}, "120 MiB", {}, 1.0};
    Figure keystroke{"client_keystroke",
                     "Client: a typed letter to its rows, less the answer",
                     Unit::Milliseconds,
                     {},
                     "100 ms",
                     {},
                     1.0};
    const Server server(site, Site::base);
    const std::string token = server.signIn(0);
    for (int round = 0; round <= rounds.start; ++round) {
        const auto now = Clock::now().time_since_epoch();
        Program program(
            screen.started(
                home, {"NEXTGEN_TOKEN=" + token, (site.programs() / "nextgen-bench-desk").string(),
                       fmt::format("http://127.0.0.1:{}", server.port()), "dealers",
                       std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count())}),
            site.logOf("desk"));
        program.finish();
        const double answer = load({server.port(),
                                    {{getRequest("/api/v1/dealers?limit=100&q=%D9%86%D9%85%D9%88",
                                                 "Authorization: Bearer " + token + "\r\n")}},
                                    std::chrono::milliseconds(500)})
                                  .medianMicroseconds /
                              1000;
        // The first start reads its files from the disk.
        if (round > 0) {
            shown.ours.push_back(program.figure("painted"));
            shown.limit.push_back(500);
            memory.ours.push_back(program.figure("memory"));
            memory.limit.push_back(120);
            keystroke.ours.push_back(program.figure("keystroke") - answer);
            keystroke.limit.push_back(100);
        }
    }
    report.figures.insert(report.figures.end(), {shown, memory, keystroke});
    if (!Tryton::hasServer()) {
        return;
    }
    Figure time{"client_list_beside_tryton",
                "Client: started until a list is painted",
                Unit::Milliseconds,
                shown.ours,
                "Tryton's, from its password on",
                {},
                1.0};
    Figure held{"client_list_memory_beside_tryton",
                "Client: peak memory with it",
                Unit::MebiBytes,
                memory.ours,
                "Tryton's, of Debian",
                {},
                1.0};
    const Tryton tryton(site, home);
    for (int round = 0; round <= rounds.start; ++round) {
        const Tryton::List list = tryton.openList(screen);
        if (round > 0) {
            time.limit.push_back(list.milliseconds);
            held.limit.push_back(list.memory);
        }
    }
    report.figures.insert(report.figures.end(), {time, held});
}

}  // namespace

void measureStart(const Site& site, const Rounds& rounds, Report& report) {
    Figure start{"client_start", "Client: sign-in window painted", Unit::Seconds, {}, "1 s", {}, 1.0};
    Figure beside{"client_start_beside_qt",
                  "Client: sign-in window painted",
                  Unit::Seconds,
                  {},
                  "smallest Qt program with a form",
                  {},
                  {}};
    const std::filesystem::path home = site.folder().root() / "home";
    std::filesystem::create_directory(home);
    std::filesystem::permissions(home, std::filesystem::perms::owner_all);
    Screen screen(site);
    const std::vector<std::string> client{(site.programs() / "nextgen-backoffice").string(), "--server",
                                          "http://127.0.0.1:9"};
    const std::vector<std::string> smallest{(site.programs() / "nextgen-bench-window").string()};
    // The first start of each reads its files from the disk, and makes its caches.
    startOf(site, screen, home, client);
    startOf(site, screen, home, smallest);
    for (int round = 0; round < rounds.start; ++round) {
        start.ours.push_back(startOf(site, screen, home, client).seconds);
        start.limit.push_back(1);
        beside.limit.push_back(startOf(site, screen, home, smallest).seconds);
    }
    beside.ours = start.ours;
    report.figures.insert(report.figures.end(), {start, beside});
    measureTryton(site, rounds, screen, home, client, report);
    measureUse(site, rounds, screen, home, report);
}

}  // namespace nextgen::bench
