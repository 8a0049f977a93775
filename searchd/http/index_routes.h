#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// The index, and how it understands a query. Each is the `answer` of a Route.

Response statistics_api(const RouteContext& context, const Request& request,
                        const std::string& name);
Response explain_api(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
