#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route.h"
#include "searchd/http/route_context.h"

#include <string>
#include <vector>

namespace nutgraf::http {

/// Every address of the daemon. Where two rows fit a path, the first one answers.
const std::vector<Route>& all_routes();

/// Answers every request by the table of routes. Thread-safe.
class Routes {
public:
    /// Borrows the pool and the desks, which must outlive it.
    Routes(SearcherPool& pool, AlertDesks& desks, RouteOptions options)
        : context_(pool, desks, std::move(options)) {}

    /// The answer to a request. Never throws: a failure is an answer too, its reason is written to
    /// `failure` for the log and not told to the client.
    Response answer(const Request& request, std::string& failure) const;

    /// The answer to a request that the HTTP library itself refused, with that status.
    static Response refusal(int status, const std::string& path, const std::string& id);

private:
    Response attempt(const Request& request, std::string& failure) const;
    Response routed(const Request& request) const;
    bool is_allowed_host(const std::string& host) const;

    RouteContext context_;
};

}  // namespace nutgraf::http
