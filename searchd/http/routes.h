#pragma once

#include "searchd/http/request.h"
#include "searchd/http/searcher_pool.h"

#include <chrono>
#include <string>
#include <vector>

namespace nutgraf::http {

/// How the daemon answers.
struct RouteOptions {
    std::chrono::milliseconds deadline{1000};  ///< For one search.
    std::vector<std::string> allowed_hosts;    ///< Beside the loopback names; without a port.
};

/// Answers every request: the JSON API, the pages, health. Thread-safe.
class Routes {
public:
    /// Borrows the pool, which must outlive it.
    Routes(SearcherPool& pool, RouteOptions options);

    /// The answer to a request. Never throws: a failure is an answer too, its reason is written to
    /// `failure` for the log and not told to the client.
    Response answer(const Request& request, std::string& failure) const;

    /// The answer to a request that the HTTP library itself refused, with that status.
    static Response refusal(int status, const std::string& path, const std::string& id);

private:
    Response routed(const Request& request) const;
    Response search_api(const Request& request) const;
    Response search_page(const Request& request) const;
    Response suggest_api(const Request& request) const;
    Response article_api(const Request& request, const std::string& id) const;
    Response article_page(const Request& request, const std::string& id) const;
    Response readiness() const;
    bool is_allowed_host(const std::string& host) const;
    SearcherPool::Loan borrowed() const;

    SearcherPool& pool_;
    RouteOptions options_;
};

}  // namespace nutgraf::http
