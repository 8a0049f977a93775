#pragma once

#include "searchd/http/route.h"

#include <vector>

namespace nutgraf::http {

/// The addresses of stories.
std::vector<Route> story_routes();

}  // namespace nutgraf::http
