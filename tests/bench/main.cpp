#include "tests/bench/figures.h"

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <functional>

namespace nextgen::bench {
namespace {

struct Group {
    std::string name;
    std::string title;
    std::function<void(const Site&, const Rounds&, Report&)> measure;
};

int run(int argc, char** argv) {
    CLI::App options{"Measures the programs beside the limits they are held against", "nextgen-bench"};
    std::filesystem::path data;
    std::filesystem::path json;
    std::filesystem::path programs;
    Rounds rounds;
    std::vector<std::string> only;
    options.add_option("--data", data, "an empty folder for the run's data")->required();
    bool keeps = false;
    options.add_flag("--keep", keeps,
                     "generated databases stay in the folder; those of an earlier run are used");
    options.add_option("--programs", programs, "where the programs are")->required();
    options.add_option("--json", json, "where the figures are written")->required();
    options.add_flag("--quick", rounds.isQuick, "one short round of each: that all of it works");
    options.add_option("--rows", rounds.rows, "rows of the imported workbook")
        ->check(CLI::Range(1'000, 100'000));
    options.add_option("--only", only, "http, import, cheques, start, desk or lists; may be repeated")
        ->check(CLI::IsMember({"http", "import", "cheques", "start", "desk", "lists"}));
    options
        .add_option("--scale", rounds.scale, "of the larger database whose lists are measured; 1 needs 60 GB")
        ->check(CLI::Range(0.02, 1.0))
        ->capture_default_str();
    bool isFull = false;
    options.add_flag("--full", isFull, "the lists as well, at --scale 1");
    CLI11_PARSE(options, argc, argv);
    if (isFull) {
        rounds.scale = 1;
    }
    if (rounds.isQuick) {
        rounds = {1, 1, 1, 1000, std::min(rounds.rows, 10'000), true, 0.02, 1, {}};
    }
    rounds.plans = std::filesystem::path(json).replace_filename("bench-plans.txt");

    spdlog::set_level(spdlog::level::warn);
    const std::vector<Group> groups{{"http", "HTTP", measureHttp},
                                    {"import", "imports", measureImport},
                                    {"cheques", "cheques", measureCheques},
                                    {"start", "the client's start", measureStart},
                                    {"desk", "the client's tables", measureDesk},
                                    {"lists", "lists", measureLists}};
    Report report;
    const Site site(data, std::filesystem::absolute(programs), keeps);
    bool isWhole = true;
    for (const Group& group : groups) {
        // Lists take minutes to fill a database for: only when they are asked for.
        const bool isNamed = std::find(only.begin(), only.end(), group.name) != only.end();
        if (!isNamed && (group.name == "lists" ? !isFull : !only.empty())) {
            continue;
        }
        fmt::print(stderr, "Measuring {} …\n", group.title);
        try {
            group.measure(site, rounds, report);
        } catch (const std::exception& failure) {
            fmt::print(stderr, "{}: {}\n", group.title, failure.what());
            isWhole = false;
        }
    }
    report.print();
    report.write(json, rounds.isQuick);
    return isWhole ? 0 : 1;
}

}  // namespace
}  // namespace nextgen::bench

int main(int argc, char** argv) {
    try {
        return sodium_init() < 0 ? 1 : nextgen::bench::run(argc, argv);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "nextgen-bench: {}\n", failure.what());
        return 1;
    }
}
