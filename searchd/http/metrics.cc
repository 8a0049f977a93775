#include "searchd/http/metrics.h"

#include <fmt/format.h>

namespace nutgraf::http {

namespace {

void add_family(std::string& text, std::string_view name, std::string_view type,
                std::string_view help) {
    text += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

void add_gauge(std::string& text, std::string_view name, std::string_view help,
               std::uint64_t value) {
    add_family(text, name, "gauge", help);
    text += fmt::format("{} {}\n", name, value);
}

}  // namespace

void Metrics::count(std::string_view route, int status, std::chrono::duration<double> took) {
    const std::lock_guard lock(counts_mutex_);
    ++requests_[{route, status}];
    Latencies& latencies = latencies_[route];
    ++latencies.count;
    latencies.sum += took.count();
    for (std::size_t i = 0; i < bounds.size(); ++i)
        if (took.count() <= bounds[i]) ++latencies.within[i];
}

std::string Metrics::text(const Gauges& gauges) const {
    constexpr std::string_view requests = "nutgraf_http_requests_total";
    constexpr std::string_view seconds = "nutgraf_http_request_duration_seconds";
    const std::lock_guard lock(counts_mutex_);
    std::string text;
    add_family(text, requests, "counter", "Requests answered, by address and status.");
    for (const auto& [key, count] : requests_)
        text += fmt::format("{}{{route=\"{}\",status=\"{}\"}} {}\n", requests, key.first,
                            key.second, count);
    add_family(text, seconds, "histogram", "Time until an answer was made, by address.");
    for (const auto& [route, latencies] : latencies_) {
        for (std::size_t i = 0; i < bounds.size(); ++i)
            text += fmt::format("{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", seconds, route,
                                bounds[i], latencies.within[i]);
        text += fmt::format("{}_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", seconds, route,
                            latencies.count);
        text += fmt::format("{}_sum{{route=\"{}\"}} {}\n", seconds, route, latencies.sum);
        text += fmt::format("{}_count{{route=\"{}\"}} {}\n", seconds, route, latencies.count);
    }
    add_gauge(text, "nutgraf_searches_running", "Searchers at work just now.",
              gauges.running_searches);
    if (gauges.has_index) {
        add_gauge(text, "nutgraf_index_revision", "Sequence of the index's last change.",
                  gauges.revision);
        add_gauge(text, "nutgraf_index_articles", "Articles in the index.", gauges.articles);
    }
    add_gauge(text, "process_resident_memory_bytes", "Resident memory of the daemon.",
              gauges.resident_bytes);
    return text;
}

}  // namespace nutgraf::http
