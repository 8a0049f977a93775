#include "searchd/http/metrics.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace nutgraf::tests::in_metrics_test {

using namespace nutgraf::http;
using std::chrono::milliseconds;

namespace {

bool has_line(const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("requests are counted by address and status, and their times in growing buckets") {
    Metrics metrics;
    metrics.count("/search", 200, milliseconds(3));
    metrics.count("/search", 200, milliseconds(30));
    metrics.count("/search", 400, milliseconds(9000));
    const std::string text = metrics.text({.running_searches = 2});
    for (const char* line :
         {"# TYPE nutgraf_http_requests_total counter",
          "nutgraf_http_requests_total{route=\"/search\",status=\"200\"} 2",
          "nutgraf_http_requests_total{route=\"/search\",status=\"400\"} 1",
          "nutgraf_http_request_duration_seconds_bucket{route=\"/search\",le=\"0.001\"} 0",
          "nutgraf_http_request_duration_seconds_bucket{route=\"/search\",le=\"0.005\"} 1",
          "nutgraf_http_request_duration_seconds_bucket{route=\"/search\",le=\"0.05\"} 2",
          "nutgraf_http_request_duration_seconds_bucket{route=\"/search\",le=\"2.5\"} 2",
          "nutgraf_http_request_duration_seconds_bucket{route=\"/search\",le=\"+Inf\"} 3",
          "nutgraf_http_request_duration_seconds_count{route=\"/search\"} 3",
          "nutgraf_searches_running 2"}) {
        CAPTURE(line);
        CHECK(has_line(text, line));
    }
}

TEST_CASE("an index that could not be asked has no figures rather than zeros") {
    const Metrics metrics;
    CHECK(metrics.text({}).find("nutgraf_index_articles") == std::string::npos);
    CHECK(has_line(metrics.text({.has_index = true, .articles = 7}), "nutgraf_index_articles 7"));
}

}  // namespace nutgraf::tests::in_metrics_test
