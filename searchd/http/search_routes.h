#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// The search, for programs, for people and for readers of feeds. Each is the `answer` of a Route.

Response search_api(const RouteContext& context, const Request& request, const std::string& name);
Response search_page(const RouteContext& context, const Request& request, const std::string& name);
Response search_feed(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
