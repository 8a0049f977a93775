#pragma once

#include "searchd/http/route.h"

#include <vector>

namespace nutgraf::http {

/// The rows of the table of routes that are about alerts: their API, their pages, their feeds.
///
/// GET changes nothing that a person has said; reading what an alert has found has it look first,
/// as the next run would.
std::vector<Route> alert_routes();

}  // namespace nutgraf::http
