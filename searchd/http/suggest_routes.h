#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// What a query may become, for programs and for browsers. Each is the `answer` of a Route.

Response suggest_api(const RouteContext& context, const Request& request, const std::string& name);
Response suggest_opensearch(const RouteContext& context, const Request& request,
                            const std::string& name);

}  // namespace nutgraf::http
