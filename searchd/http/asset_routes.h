#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <string>

namespace nutgraf::http {

// The files that the pages are made of. Each is the `answer` of a Route.

Response asset(const RouteContext& context, const Request& request, const std::string& name);

}  // namespace nutgraf::http
