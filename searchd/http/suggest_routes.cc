#include "searchd/http/suggest_routes.h"

#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

namespace nutgraf::http {

Response suggest_api(const RouteContext& context, const Request& request, const std::string&) {
    constexpr std::size_t completions = 10;
    constexpr std::size_t max_completed_bytes = 500;
    const std::string text = value_of(request.parameters, "q");
    if (text.size() > max_completed_bytes)
        throw Problem{
            400,
            fmt::format("\"q\" is longer than {} bytes, which is too long to be completed.",
                        max_completed_bytes),
            "q",
            {}};
    return json_response(render::to_json(text, context.searcher()->completions(text, completions)));
}

}  // namespace nutgraf::http
