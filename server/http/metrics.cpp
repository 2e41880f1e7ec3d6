#include "server/http/metrics.h"

#include "shared/api/endpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace nextgen::http {

namespace {

constexpr std::string_view other = "other";

void describe(std::string& text, std::string_view name, std::string_view help, std::string_view type) {
    fmt::format_to(std::back_inserter(text), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

}  // namespace

Metrics::Metrics() {
    for (const api::Endpoint& endpoint : api::endpoints()) {
        m_operations.emplace(endpoint.operation, std::make_unique<Operation>());
    }
    m_operations.emplace(other, std::make_unique<Operation>());
}

void Metrics::countRequest(std::string_view operation, int status, std::chrono::microseconds time) {
    auto found = m_operations.find(operation);
    if (found == m_operations.end()) {
        found = m_operations.find(other);
    }
    Operation& one = *found->second;
    one.byStatus[static_cast<std::size_t>(std::clamp(status, 0, statusMax - 1))].fetch_add(
        1, std::memory_order_relaxed);
    const double seconds = std::chrono::duration<double>(time).count();
    const auto bucket = std::lower_bound(bucketSeconds.begin(), bucketSeconds.end(), seconds);
    one.buckets[static_cast<std::size_t>(bucket - bucketSeconds.begin())].fetch_add(
        1, std::memory_order_relaxed);
    one.microseconds.fetch_add(static_cast<std::uint64_t>(time.count()), std::memory_order_relaxed);
}

void Metrics::addGauge(std::string name, std::string help, std::function<double()> value) {
    m_gauges.push_back({std::move(name), std::move(help), std::move(value)});
}

std::string Metrics::render() const {
    std::string text;
    const auto into = std::back_inserter(text);
    describe(text, "nextgen_http_requests_total", "Requests answered, by operation and status.", "counter");
    for (const auto& [name, operation] : m_operations) {
        for (int status = 0; status < statusMax; ++status) {
            if (const auto count = operation->byStatus[static_cast<std::size_t>(status)].load(); count != 0) {
                fmt::format_to(into, "nextgen_http_requests_total{{operation=\"{}\",status=\"{}\"}} {}\n",
                               name, status, count);
            }
        }
    }
    describe(text, "nextgen_http_request_seconds", "Time from a request's head to its answer.", "histogram");
    for (const auto& [name, operation] : m_operations) {
        std::uint64_t sum = 0;
        std::string lines;
        for (std::size_t i = 0; i <= bucketSeconds.size(); ++i) {
            sum += operation->buckets[i].load();
            const std::string bound = i < bucketSeconds.size() ? fmt::format("{}", bucketSeconds[i]) : "+Inf";
            fmt::format_to(std::back_inserter(lines),
                           "nextgen_http_request_seconds_bucket{{operation=\"{}\",le=\"{}\"}} {}\n", name,
                           bound, sum);
        }
        if (sum != 0) {
            const double seconds = static_cast<double>(operation->microseconds.load()) / 1e6;
            fmt::format_to(into,
                           "{0}nextgen_http_request_seconds_sum{{operation=\"{1}\"}} {2}\n"
                           "nextgen_http_request_seconds_count{{operation=\"{1}\"}} {3}\n",
                           lines, name, seconds, sum);
        }
    }
    for (const Gauge& gauge : m_gauges) {
        describe(text, gauge.name, gauge.help, "gauge");
        fmt::format_to(into, "{} {}\n", gauge.name, gauge.value());
    }
    return text;
}

std::string Metrics::measurements() const {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [name, operation] : m_operations) {
        std::uint64_t requests = 0;
        for (int status = 0; status < statusMax; ++status) {
            if (const auto count = operation->byStatus[static_cast<std::size_t>(status)].load(); count != 0) {
                requests += count;
                all.push_back({{"name", "nextgen_http_requests_total"},
                               {"labels", {{"operation", name}, {"status", std::to_string(status)}}},
                               {"value", count}});
            }
        }
        if (requests != 0) {
            all.push_back({{"name", "nextgen_http_request_seconds_sum"},
                           {"labels", {{"operation", name}}},
                           {"value", static_cast<double>(operation->microseconds.load()) / 1e6}});
        }
    }
    for (const Gauge& gauge : m_gauges) {
        all.push_back({{"name", gauge.name}, {"labels", nlohmann::json::object()}, {"value", gauge.value()}});
    }
    return all.dump();
}

}  // namespace nextgen::http
