#pragma once

#include "tests/bench/report.h"
#include "tests/bench/site.h"

#include <filesystem>

namespace nextgen::bench {

/// How long and how often; each round is one of ours and one of the limit's.
struct Rounds {
    int http = 5;
    int import = 3;
    int start = 5;
    int milliseconds = 1500;  ///< of one HTTP load
    int rows = 100'000;       ///< of the imported workbook
    bool isQuick = false;
    double scale = 0.1;  ///< of the larger of the two databases whose lists are compared
    int list = 3;
    std::filesystem::path plans;  ///< where the plans of the lists' statements are written
};

/// Reads by id against pgbench, cached ones and /livez against a bare handler.
void measureHttp(const Site& site, const Rounds& rounds, Report& report);
/// A workbook staged and committed against COPY of the rows that come of it, and the server's memory
/// meanwhile.
void measureImport(const Site& site, const Rounds& rounds, Report& report);
/// The lists' statements with ten (or a hundred) times as many rows against the same statements.
void measureLists(const Site& site, const Rounds& rounds, Report& report);
/// The day's worklists, the calendar and the forecast over a million cheques against 200 ms, and a move of ten
/// thousand against the bare statements.
void measureCheques(const Site& site, const Rounds& rounds, Report& report);
/// The client's table scrolled through a long list, a frame at a time.
void measureDesk(const Site& site, const Rounds& rounds, Report& report);
/// The desktop client's way to its first window against a minimal Qt program's.
void measureStart(const Site& site, const Rounds& rounds, Report& report);

}  // namespace nextgen::bench
