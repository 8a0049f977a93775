#pragma once

#include "analyzers/text/time_zone.h"
#include "searchd/http/alert_visits.h"
#include "searchd/http/metrics.h"
#include "searchd/http/searcher_pool.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace nutgraf::http {

/// How the daemon answers.
struct RouteOptions {
    std::chrono::milliseconds deadline{1000};  ///< For one search.
    std::vector<std::string> allowed_hosts;    ///< Beside the loopback names; without a port.
};

/// What the routes answer from. Thread-safe.
class RouteContext {
public:
    /// Borrows the pool and the desks, which must outlive it.
    RouteContext(SearcherPool& pool, AlertDesks& desks, RouteOptions options)
        : pool_(pool),
          desks_(desks),
          options_(std::move(options)),
          alerts_(desks, options_.deadline) {}

    const RouteOptions& options() const { return options_; }
    const AlertVisits& alerts() const { return alerts_; }

    /// A searcher, waited for as long as a search may take; throws Problem 503 when none is free.
    SearcherPool::Loan searcher() const { return searcher(options_.deadline); }
    /// The same, waited for as long as `wait`.
    SearcherPool::Loan searcher(std::chrono::milliseconds wait) const;

    /// What "alert:NAME" may ask for in one request.
    alerts::AlertQueries saved_queries(const analyzers::TimeZone& zone = {}) const {
        return desks_.queries(today(zone));
    }

    /// Today where a clock shows a zone's time.
    static std::chrono::sys_days today(const analyzers::TimeZone& zone = {});

    /// How many searchers are lent out just now.
    std::size_t running_searches() const { return pool_.lent(); }

    /// What has been answered so far.
    Metrics& metrics() const { return *metrics_; }

private:
    SearcherPool& pool_;
    AlertDesks& desks_;
    RouteOptions options_;
    AlertVisits alerts_;
    std::unique_ptr<Metrics> metrics_ = std::make_unique<Metrics>();
};

}  // namespace nutgraf::http
