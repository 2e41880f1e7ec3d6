#include "tests/bench/figures.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>

namespace nextgen::bench {

namespace {

constexpr int rowsScrolled = 1'000'000;
constexpr int rowsScrolledQuickly = 50'000;
constexpr double frameMs = 1000.0 / 60;

}  // namespace

void measureDesk(const Site& site, const Rounds& rounds, Report& report) {
    const int rows = rounds.isQuick ? rowsScrolledQuickly : rowsScrolled;
    Figure frame{"desk_scroll_p99",
                 fmt::format("Client: a frame of scrolling through {} rows, P99", rows),
                 Unit::Milliseconds,
                 {},
                 "a frame at 60 Hz",
                 {},
                 1.0};
    Breakdown times{"Scrolling, in ms: P50, P99 and the longest frame; rows held at most", {}};
    const std::filesystem::path home = site.folder().root() / "desk";
    std::filesystem::create_directory(home);
    std::filesystem::permissions(home, std::filesystem::perms::owner_all);
    for (int round = 0; round < rounds.start && round < 3; ++round) {
        Program program({"/usr/bin/env", "QT_QPA_PLATFORM=offscreen", "HOME=" + home.string(),
                         "XDG_RUNTIME_DIR=" + home.string(),
                         (site.programs() / "nextgen-bench-scroll").string(), std::to_string(rows)},
                        site.logOf("scroll"));
        program.finish();
        frame.ours.push_back(program.figure("p99"));
        frame.limit.push_back(frameMs);
        times.lines.push_back(fmt::format("{:.2f}  {:.2f}  {:.2f}  {:.0f}", program.figure("p50"),
                                          program.figure("p99"), program.figure("max"),
                                          program.figure("held")));
    }
    report.figures.push_back(std::move(frame));
    report.breakdowns.push_back(std::move(times));
}

}  // namespace nextgen::bench
