#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route.h"
#include "searchd/http/route_context.h"

#include <string>
#include <vector>

namespace nutgraf::http {

/// What queries find, by time. The `answer` of a Route.
Response timeline_api(const RouteContext& context, const Request& request, const std::string& name);

/// What it is asked with.
std::vector<Parameter> timeline_parameters();

}  // namespace nutgraf::http
