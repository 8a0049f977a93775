#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// Everything a search finds, as a stream. Each is the `answer` of a Route.

Response export_api(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
