#include "searchd/http/health_routes.h"

#include "base/error.h"

#include <fmt/format.h>

namespace nutgraf::http {

Response liveness(const RouteContext&, const Request&, const std::string&) {
    return {200, "text/plain", "ok\n", {}};
}

Response readiness(const RouteContext& context, const Request&, const std::string&) {
    search::SearchRequest request;
    request.limit = 0;
    const auto results = context.searcher()->search(request);
    if (!results) throw Error(results.error().message);
    return {200, "text/plain", fmt::format("ready, {} articles\n", results->articles), {}};
}

}  // namespace nutgraf::http
