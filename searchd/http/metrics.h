#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace nutgraf::http {

/// What the daemon is and does at one moment.
struct Gauges {
    std::size_t running_searches = 0;
    bool has_index = false;  ///< Whether the index could be asked.
    std::uint64_t revision = 0;
    std::uint64_t articles = 0;
    std::uint64_t resident_bytes = 0;  ///< Memory of the process.
};

/// Counts requests for Prometheus. Knows addresses by their patterns alone, so that nothing of what
/// people search for is in it. Thread-safe.
class Metrics {
public:
    /// Counts one answer; `route` is a pattern, which must live as long as the program.
    void count(std::string_view route, int status, std::chrono::duration<double> took);

    /// Everything in Prometheus' text format, version 0.0.4.
    std::string text(const Gauges& gauges) const;

private:
    static constexpr std::array<double, 11> bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                      0.1,   0.25,   0.5,   1,    2.5};

    struct Latencies {
        std::array<std::uint64_t, bounds.size()> within = {};  ///< Up to each bound, in seconds.
        std::uint64_t count = 0;
        double sum = 0;
    };

    mutable std::mutex counts_mutex_;  // Guards what follows.
    std::map<std::pair<std::string_view, int>, std::uint64_t> requests_;
    std::map<std::string_view, Latencies> latencies_;
};

}  // namespace nutgraf::http
