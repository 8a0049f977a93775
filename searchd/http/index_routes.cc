#include "searchd/http/index_routes.h"

#include "searchd/http/etag.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/json.h"
#include "searchd/render/json_explanation.h"

#include <chrono>

namespace nutgraf::http {

Response statistics_api(const RouteContext& context, const Request& request, const std::string&) {
    search::SearchRequest everything;
    everything.limit = 0;
    everything.facets = {search::FacetField::source, search::FacetField::lang,
                         search::FacetField::year};
    const auto results = context.searcher()->search(everything);
    if (!results) throw Problem{500, results.error().message, {}, {}};
    return with_etag(request, state_of(*results),
                     json_response({{"version", 1},
                                    {"index",
                                     {{"uuid", results->index_uuid},
                                      {"revision", results->revision},
                                      {"articles", results->articles}}},
                                    {"facets", render::to_json(results->facets)}}));
}

Response explain_api(const RouteContext& context, const Request& request, const std::string&) {
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    wanted->parse.today = RouteContext::today(wanted->parse.zone);
    auto saved = context.saved_queries(wanted->parse.zone);
    wanted->parse.saved = &saved;
    wanted->deadline = std::chrono::steady_clock::now() + context.options().deadline;
    const std::string id = value_of(request.parameters, "id");
    const auto explanation = context.searcher()->explain(*wanted, id);
    if (!explanation) refuse_query(explanation.error());
    return json_response(render::to_json(*explanation, {wanted->text, id}));
}

}  // namespace nutgraf::http
