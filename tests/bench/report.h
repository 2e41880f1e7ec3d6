#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nextgen::bench {

enum class Unit { PerSecond, Seconds, Milliseconds, MebiBytes };

/// One line of the table: a figure of ours beside the limit it is held against, both measured in this run.
struct Figure {
    std::string key;   ///< in the JSON, "http_dealer_uncached"
    std::string name;  ///< in the table
    Unit unit = Unit::PerSecond;
    std::vector<double> ours;  ///< one value a round; the best one counts
    std::string against;
    std::vector<double> limit;
    std::optional<double> aim;  ///< of ours / limit; none: shown for information

    /// Of speeds the highest, of times and memory the lowest; a peak is the highest of all rounds.
    double bestOurs() const;
    double bestLimit() const;
    double ratio() const { return bestOurs() / bestLimit(); }
    bool isMet() const;
};

/// What a figure is made of, for those who want to mend it: lines of text below the table.
struct Breakdown {
    std::string title;
    std::vector<std::string> lines;
};

struct Report {
    std::vector<Figure> figures;
    std::vector<Breakdown> breakdowns;

    void print() const;
    void write(const std::filesystem::path& path, bool isQuick) const;
};

}  // namespace nextgen::bench
