#include "searchd/http/article_routes.h"

#include "base/utf8.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/html.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::http {

namespace {

/// The article a request is about, marked for its query.
search::ArticleView article_of(const RouteContext& context, const Request& request,
                               const std::string& key) {
    auto saved = context.saved_queries();
    auto view = context.searcher()->article(key, value_of(request.parameters, "q"),
                                            {.today = RouteContext::today(), .saved = &saved});
    if (!view) throw Problem{404, fmt::format("There is no article \"{}\".", visible(key)), {}, {}};
    return std::move(*view);
}

}  // namespace

Response article_api(const RouteContext& context, const Request& request, const std::string& name) {
    return json_response(render::to_json(article_of(context, request, name)));
}

Response article_page(const RouteContext& context, const Request& request,
                      const std::string& name) {
    return {200,
            "text/html",
            render::article_page(
                {article_of(context, request, name), value_of(request.parameters, "q")}),
            {}};
}

}  // namespace nutgraf::http
