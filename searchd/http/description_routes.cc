#include "searchd/http/description_routes.h"

#include "searchd/http/json_response.h"
#include "searchd/http/openapi.h"
#include "searchd/http/routes.h"
#include "searchd/render/opensearch.h"

namespace nutgraf::http {

Response openapi(const RouteContext&, const Request&, const std::string&) {
    return json_response(openapi_of(all_routes()));
}

Response opensearch(const RouteContext&, const Request& request, const std::string&) {
    return {200,
            "application/opensearchdescription+xml",
            render::to_opensearch("http://" + request.host),
            {}};
}

}  // namespace nutgraf::http
