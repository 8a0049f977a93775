#include "searchd/http/metrics_routes.h"

#include "searchd/http/problem.h"

#include <unistd.h>

#include <fstream>

namespace nutgraf::http {

namespace {

/// As Linux counts it (proc(5)); 0 where it does not say.
std::uint64_t resident_bytes() {
    std::ifstream statistics("/proc/self/statm");
    std::uint64_t all_pages = 0;
    std::uint64_t resident_pages = 0;
    statistics >> all_pages >> resident_pages;
    return resident_pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// A daemon that is too busy to be asked about its index still says that it is busy.
void add_index(Gauges& gauges, const RouteContext& context) {
    try {
        search::SearchRequest everything;
        everything.limit = 0;
        const auto results = context.searcher()->search(everything);
        if (!results) return;
        gauges.has_index = true;
        gauges.revision = results->revision;
        gauges.articles = results->articles;
    } catch (const Problem&) {
        return;
    }
}

}  // namespace

Response metrics_text(const RouteContext& context, const Request&, const std::string&) {
    Gauges gauges;
    gauges.running_searches = context.running_searches();
    gauges.resident_bytes = resident_bytes();
    add_index(gauges, context);
    return {200, "text/plain; version=0.0.4", context.metrics().text(gauges), {}};
}

}  // namespace nutgraf::http
