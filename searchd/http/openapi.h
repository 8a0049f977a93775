#pragma once

#include "base/json.h"
#include "searchd/http/route.h"

#include <string_view>
#include <vector>

namespace nutgraf::http {

/// The routes that have a help, described for programs (OpenAPI 3.1).
Json openapi_of(const std::vector<Route>& routes);

/// The schemas of what the API answers, as one JSON record of JSON Schemas by name.
std::string_view api_schemas();

}  // namespace nutgraf::http
