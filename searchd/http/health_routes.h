#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// Whether the daemon runs, and whether it can search. Each is the `answer` of a Route.

Response liveness(const RouteContext& context, const Request& request, const std::string& name);
Response readiness(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
