#include "searchd/http/suggest_routes.h"

#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/json.h"
#include "searchd/render/opensearch.h"

#include <fmt/format.h>

#include <vector>

namespace nutgraf::http {

namespace {

std::vector<search::Completion> completions_of(const RouteContext& context,
                                               const std::string& text) {
    constexpr std::size_t completions = 10;
    constexpr std::size_t max_completed_bytes = 500;
    if (text.size() > max_completed_bytes)
        throw Problem{
            400,
            fmt::format("\"q\" is longer than {} bytes, which is too long to be completed.",
                        max_completed_bytes),
            "q",
            {}};
    return context.searcher()->completions(text, completions);
}

}  // namespace

Response suggest_api(const RouteContext& context, const Request& request, const std::string&) {
    const std::string text = value_of(request.parameters, "q");
    return json_response(render::to_json(text, completions_of(context, text)));
}

Response suggest_opensearch(const RouteContext& context, const Request& request,
                            const std::string&) {
    const std::string text = value_of(request.parameters, "q");
    Response response =
        json_response(render::to_opensearch_suggestions(text, completions_of(context, text)));
    response.content_type = "application/x-suggestions+json";
    return response;
}

}  // namespace nutgraf::http
