#include "searchd/http/story_routes.h"

#include "base/utf8.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/json_story.h"
#include "searchd/render/story_page.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::http {

namespace {

constexpr Parameter before_parameter = {
    "before", "the key or id of the article to compare another with; the first when not given"};
constexpr Parameter after_parameter = {"after",
                                       "the key or id of the other; the last when not given"};

search::StoryView wanted_story(const RouteContext& context, const Request& request,
                               const std::string& id) {
    auto story = context.searcher()->story(
        {id, value_of(request.parameters, "before"), value_of(request.parameters, "after")});
    if (!story)
        throw Problem{404,
                      fmt::format("There is no story \"{}\" with those articles.", visible(id)),
                      {},
                      "Its id is in the hits of a search; that of an article does as well."};
    return std::move(*story);
}

Response story_api(const RouteContext& context, const Request& request, const std::string& id) {
    return json_response(render::to_json(wanted_story(context, request, id)));
}

Response story_html(const RouteContext& context, const Request& request, const std::string& id) {
    return {200, "text/html", render::story_page(wanted_story(context, request, id)), {}};
}

}  // namespace

std::vector<Route> story_routes() {
    const std::vector<Parameter> compared = {before_parameter, after_parameter};
    return {{"GET", "/api/v1/stories/{name}", story_api, compared, Unknown::is_refused,
             "the articles of a story in order, and how two of them differ", "Story"},
            {"GET", "/stories/{name}", story_html, compared, Unknown::is_ignored}};
}

}  // namespace nutgraf::http
