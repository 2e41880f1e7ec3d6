#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nextgen::http {

/// What the server counts, as GET /metrics shows it (Prometheus' text form).
class Metrics {
  public:
    Metrics();

    /// One answered request. Operations that the endpoint table does not name count as "other".
    void countRequest(std::string_view operation, int status, std::chrono::microseconds time);
    /// A value that is asked for when the metrics are; `name` with its unit, e.g.
    /// nextgen_db_connections_in_use. Called before the server listens.
    void addGauge(std::string name, std::string help, std::function<double()> value);

    std::string render() const;
    /// The same for keeping, without the histograms' buckets: [{"name", "labels", "value"}].
    std::string measurements() const;

  private:
    static constexpr std::array<double, 11> bucketSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                          0.1,   0.25,   0.5,   1.0,  5.0};
    static constexpr int statusMax = 600;

    struct Operation {
        std::array<std::atomic<std::uint64_t>, statusMax> byStatus{};
        std::array<std::atomic<std::uint64_t>, bucketSeconds.size() + 1> buckets{};
        std::atomic<std::uint64_t> microseconds = 0;
    };
    struct Gauge {
        std::string name;
        std::string help;
        std::function<double()> value;
    };

    std::map<std::string, std::unique_ptr<Operation>, std::less<>> m_operations;
    std::vector<Gauge> m_gauges;
};

}  // namespace nextgen::http
