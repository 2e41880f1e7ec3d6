#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nextgen::bench {

/// A load of HTTP requests over kept-alive connections to a port of this machine, each of which sends its
/// next request when it has the answer to the last.
struct LoadSettings {
    int port = 0;
    /// For each connection the requests that it sends in turn, as they go over the wire.
    std::vector<std::vector<std::string>> requests;
    std::chrono::milliseconds time{1500};
};

struct LoadResult {
    double perSecond = 0;
    std::uint64_t answers = 0;
    double medianMicroseconds = 0;
    double p99Microseconds = 0;
};

/// One thread, as pgbench has with -j 1. Throws std::runtime_error for an answer that is not 200, and when
/// none comes for five seconds.
LoadResult load(const LoadSettings& settings);

/// A GET as the load sends it; `headers` are whole lines with their ends.
std::string getRequest(const std::string& path, const std::string& headers = {});

}  // namespace nextgen::bench
