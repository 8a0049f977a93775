#include "searchd/http/article_routes.h"

#include "base/utf8.h"
#include "searchd/http/etag.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/html.h"
#include "searchd/render/json.h"
#include "searchd/render/similar.h"
#include "searchd/render/versions.h"
#include "searchd/search/raw_view.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

namespace nutgraf::http {

namespace {

[[noreturn]] void refuse_absent(const RouteContext& context, const std::string& key) {
    const auto held = context.searcher()->held(key);
    const std::string sentence = held ? index::sentence_of(*held) : std::string();
    if (!sentence.empty()) throw Problem{410, sentence, {}, {}};
    throw Problem{404, fmt::format("There is no article \"{}\".", visible(key)), {}, {}};
}

/// The article a request is about, marked for its query.
search::ArticleView article_of(const RouteContext& context, const Request& request,
                               const std::string& key) {
    auto saved = context.saved_queries();
    auto view = context.searcher()->article(key, value_of(request.parameters, "q"),
                                            {.today = RouteContext::today(), .saved = &saved});
    if (!view) refuse_absent(context, key);
    return std::move(*view);
}

bool asks_for_raw(const Request& request) {
    return value_of(request.parameters, "view") == "raw";
}

/// The same in the view that is asked for; one that does not exist is no reason to show nothing.
search::ArticleView viewed_article(const RouteContext& context, const Request& request,
                                   const std::string& key) {
    search::ArticleView view = article_of(context, request, key);
    return asks_for_raw(request) ? search::raw_view(std::move(view)) : view;
}

void check_view(const Request& request) {
    const std::string given = value_of(request.parameters, "view");
    if (given.empty() || given == "clean" || given == "raw") return;
    throw Problem{400, "\"view\" must be \"clean\" or \"raw\".", "view",
                  fmt::format("It is \"{}\".", visible(given))};
}

std::size_t similar_limit(const Request& request) {
    const std::string given = value_of(request.parameters, "limit");
    constexpr std::size_t most = 50;
    if (given.empty()) return search::SimilarRequest{}.limit;
    std::size_t limit = 0;
    const char* end = given.data() + given.size();
    const auto [stop, error] = std::from_chars(given.data(), end, limit);
    if (error != std::errc{} || stop != end || limit == 0 || limit > most)
        throw Problem{400, fmt::format("\"limit\" must be a number from 1 to {}.", most), "limit",
                      fmt::format("It is \"{}\".", visible(given))};
    return limit;
}

search::Deadline deadline_of(const RouteContext& context) {
    return std::chrono::steady_clock::now() + context.options().deadline;
}

/// Those to be read next. A page is shown without them rather than too late.
std::optional<search::SimilarArticles> read_next(const RouteContext& context,
                                                 const std::string& key) {
    constexpr std::size_t shown = 5;
    try {
        return context.searcher()->similar({key, shown, deadline_of(context)});
    } catch (const search::DeadlineExceeded&) {
        return std::nullopt;
    }
}

search::VersionsView wanted_versions(const RouteContext& context, const std::string& key) {
    auto versions = context.searcher()->versions(key, deadline_of(context));
    if (!versions) refuse_absent(context, key);
    return std::move(*versions);
}

}  // namespace

Response article_api(const RouteContext& context, const Request& request, const std::string& name) {
    check_view(request);
    return json_response(render::to_json(viewed_article(context, request, name)));
}

Response similar_api(const RouteContext& context, const Request& request, const std::string& name) {
    const auto similar =
        context.searcher()->similar({name, similar_limit(request), deadline_of(context)});
    if (!similar) refuse_absent(context, name);
    return with_etag(request, state_of(similar->index_uuid, similar->revision),
                     json_response(render::to_json(*similar)));
}

Response versions_api(const RouteContext& context, const Request& /*request*/,
                      const std::string& name) {
    return json_response(render::to_json(wanted_versions(context, name)));
}

Response versions_html(const RouteContext& context, const Request& /*request*/,
                       const std::string& name) {
    return {200, "text/html", render::versions_page(wanted_versions(context, name)), {}};
}

Response article_page(const RouteContext& context, const Request& request,
                      const std::string& name) {
    render::ArticlePage page{viewed_article(context, request, name),
                             value_of(request.parameters, "q"), std::nullopt};
    page.similar = read_next(context, page.article.key);
    return {200, "text/html", render::article_page(page), {}};
}

}  // namespace nutgraf::http
