#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// One article by its key or id, what it said before, and those like it. Each is the `answer` of a
// Route.

Response article_api(const RouteContext& context, const Request& request, const std::string& name);
Response similar_api(const RouteContext& context, const Request& request, const std::string& name);
Response versions_api(const RouteContext& context, const Request& request, const std::string& name);
Response versions_html(const RouteContext& context, const Request& request,
                       const std::string& name);
Response article_page(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
