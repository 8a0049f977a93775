#pragma once

#include "searchd/http/route.h"

#include <vector>

namespace nutgraf::http {

// Organisations and people: who there are, and what there is to read about one.

/// The rows of the table.
std::vector<Route> entity_routes();

}  // namespace nutgraf::http
