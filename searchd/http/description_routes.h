#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// Descriptions of the daemon, for programs and browsers. Each is the `answer` of a Route.

Response openapi(const RouteContext& context, const Request& request, const std::string& name);
Response opensearch(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
