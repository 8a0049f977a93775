#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// What the daemon does, for Prometheus. Each is the `answer` of a Route.

Response metrics_text(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
