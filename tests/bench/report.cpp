#include "tests/bench/report.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

namespace nextgen::bench {

namespace {

bool isHigherBetter(Unit unit) {
    return unit == Unit::PerSecond;
}

double best(const std::vector<double>& rounds, Unit unit) {
    // Other programs of the machine only ever make a round slower; memory is a peak.
    return unit == Unit::Seconds || unit == Unit::Milliseconds
               ? *std::min_element(rounds.begin(), rounds.end())
               : *std::max_element(rounds.begin(), rounds.end());
}

std::string grouped(double value) {
    std::string text = fmt::format("{:.0f}", value);
    for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), ",");
    }
    return text;
}

std::string shown(double value, Unit unit) {
    switch (unit) {
        case Unit::PerSecond:
            return grouped(value) + "/s";
        case Unit::Seconds:
            return fmt::format("{:.2f} s", value);
        case Unit::Milliseconds:
            return fmt::format("{:.2f} ms", value);
        case Unit::MebiBytes:
            return fmt::format("{:.0f} MiB", value);
    }
    return {};
}

std::string_view nameOf(Unit unit) {
    switch (unit) {
        case Unit::PerSecond:
            return "per_second";
        case Unit::Seconds:
            return "seconds";
        case Unit::Milliseconds:
            return "milliseconds";
        case Unit::MebiBytes:
            return "mebibytes";
    }
    return {};
}

std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return {};
}

}  // namespace

double Figure::bestOurs() const {
    return best(ours, unit);
}

double Figure::bestLimit() const {
    return best(limit, unit);
}

bool Figure::isMet() const {
    return !aim || (isHigherBetter(unit) ? ratio() >= *aim : ratio() <= *aim);
}

void Report::print() const {
    constexpr std::string_view line = "{:<44} {:>11}   {:<34} {:>11} {:>6}  {:<8} {}\n";
    fmt::print("\n");
    fmt::print(fmt::runtime(line), "", "ours", "held against", "limit", "ratio", "aim", "");
    fmt::print("{:-<126}\n", "");
    for (const Figure& figure : figures) {
        const std::string aim =
            figure.aim ? fmt::format("{} {:.2f}", isHigherBetter(figure.unit) ? ">=" : "<=", *figure.aim)
                       : "";
        fmt::print(fmt::runtime(line), figure.name, shown(figure.bestOurs(), figure.unit), figure.against,
                   shown(figure.bestLimit(), figure.unit), fmt::format("{:.2f}", figure.ratio()), aim,
                   !figure.aim      ? ""
                   : figure.isMet() ? "met"
                                    : "FALLS SHORT");
    }
    fmt::print("\nOurs and limit take turns; each is the best of its rounds, memory the highest.\n");
    if (!breakdowns.empty()) {
        fmt::print("\nWhere the time goes\n");
    }
    for (const Breakdown& breakdown : breakdowns) {
        fmt::print("\n  {}\n", breakdown.title);
        for (const std::string& text : breakdown.lines) {
            fmt::print("    {}\n", text);
        }
    }
    std::fflush(stdout);
}

void Report::write(const std::filesystem::path& path, bool isQuick) const {
    using Json = nlohmann::ordered_json;
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    Json json{{"at", fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", now)},
              {"quick", isQuick},
              {"machine", {{"cores", std::thread::hardware_concurrency()}, {"processor", processor()}}},
              {"figures", Json::array()},
              {"breakdowns", Json::array()}};
    for (const Figure& figure : figures) {
        Json entry{{"key", figure.key},
                   {"name", figure.name},
                   {"unit", nameOf(figure.unit)},
                   {"against", figure.against}};
        entry["ours"] = figure.bestOurs();
        entry["limit"] = figure.bestLimit();
        entry["ratio"] = figure.ratio();
        entry["ours_rounds"] = figure.ours;
        entry["limit_rounds"] = figure.limit;
        if (figure.aim) {
            entry["aim"] = *figure.aim;
            entry["met"] = figure.isMet();
        }
        json["figures"].push_back(std::move(entry));
    }
    for (const Breakdown& breakdown : breakdowns) {
        json["breakdowns"].push_back({{"title", breakdown.title}, {"lines", breakdown.lines}});
    }
    std::ofstream file(path, std::ios::trunc);
    file << json.dump(2) << '\n';
    file.close();
    if (!file) {
        throw std::runtime_error("cannot write " + path.string());
    }
}

}  // namespace nextgen::bench
