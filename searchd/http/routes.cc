#include "searchd/http/routes.h"

#include "base/utf8.h"
#include "searchd/http/alert_routes.h"
#include "searchd/http/article_routes.h"
#include "searchd/http/asset_routes.h"
#include "searchd/http/description_routes.h"
#include "searchd/http/entity_routes.h"
#include "searchd/http/export_routes.h"
#include "searchd/http/health_routes.h"
#include "searchd/http/index_routes.h"
#include "searchd/http/metrics_routes.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/http/search_routes.h"
#include "searchd/http/story_routes.h"
#include "searchd/http/suggest_routes.h"
#include "searchd/http/timeline_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::http {

namespace {

constexpr Parameter marked_query = {"q", "a query; what it finds is marked"};
constexpr Parameter article_view = {
    "view", "the text without furniture, or as the archive gave it",
    R"({"type":"string","enum":["clean","raw"],"default":"clean"})"};
constexpr Parameter typed_text = {"q", "the text that is being typed, of at most 500 bytes"};
constexpr Parameter explained_id = {"id", "the key or id of an article to explain it by"};
constexpr Parameter similar_limit = {"limit", "articles at most",
                                     R"({"type":"integer","minimum":1,"maximum":50,"default":10})"};
constexpr Parameter export_format = {
    "format", "how articles are written",
    R"({"type":"string","enum":["jsonl","csv"],"default":"jsonl"})"};

bool is_api(std::string_view path) {
    return path.starts_with("/api/");
}

/// Some parameters of a search, and others.
std::vector<Parameter> filters_and(const std::vector<Parameter>& others) {
    std::vector<Parameter> parameters =
        search_parameters_named({"q", "from", "to", "any", "plain", "entities", "strict", "tz"});
    parameters.insert(parameters.end(), others.begin(), others.end());
    return parameters;
}

/// The pattern of a path: what requests are counted by.
std::string_view pattern_of(std::string_view path) {
    for (const Route& route : all_routes())
        if (name_in(path, route.pattern)) return route.pattern;
    return "none";
}

/// A HEAD is answered like a GET; the server leaves the body out.
std::string_view answered_method(const Request& request) {
    return request.method == "HEAD" ? "GET" : std::string_view(request.method);
}

/// The methods of an address as the Allow header has them.
std::string allowed_methods(const std::vector<std::string_view>& methods) {
    std::string allowed;
    for (const std::string_view method : methods) {
        allowed.append(allowed.empty() ? "" : ", ").append(method);
        if (method == "GET") allowed += ", HEAD";
    }
    return allowed;
}

/// What programs ask of the articles.
std::vector<Route> article_routes() {
    constexpr auto refused = Unknown::is_refused;
    return {
        {"GET", "/api/v1/search", search_api, search_parameters(), refused, "ranked articles",
         "SearchAnswer"},
        {"POST", "/api/v1/search", search_api, search_parameters(), refused,
         "the same, the parameters as one JSON record", "SearchAnswer"},
        {"GET", "/api/v1/export", export_api, filters_and({export_format}), refused,
         "every article a search finds, as a stream", "application/x-ndjson"},
        {"GET", "/api/v1/explain", explain_api, filters_and({explained_id}), refused,
         "how a query is read and what it finds", "Explanation"},
        {"GET",
         "/api/v1/suggest",
         suggest_api,
         {typed_text},
         refused,
         "what a query that is being typed may become",
         "Suggestions"},
        {"GET",
         "/api/v1/articles/{key}/similar",
         similar_api,
         {similar_limit},
         refused,
         "the articles most like one, and why",
         "SimilarArticles"},
        {"GET",
         "/api/v1/articles/{key}/versions",
         versions_api,
         {},
         refused,
         "what an article said before, and what each version changed",
         "Versions"},
        {"GET",
         "/api/v1/articles/{key}",
         article_api,
         {marked_query, article_view},
         refused,
         "one article by its key or id",
         "Article"},
        {"GET", "/api/v1/timeline", timeline_api, timeline_parameters(), refused,
         "what queries find, by time and side by side", "Timeline"},
        {"GET", "/api/v1/stats", statistics_api, {}, refused, "what the index holds", "Statistics"},
        {"GET", "/search.atom", search_feed, filters_and({}), refused,
         "the newest articles a search finds, as an Atom feed", "application/atom+xml"},
    };
}

/// The pages, and what belongs to the daemon itself.
std::vector<Route> site_routes() {
    constexpr auto ignored = Unknown::is_ignored;
    return {
        {"GET",
         "/suggest",
         suggest_opensearch,
         {typed_text},
         ignored,
         "the same as OpenSearch suggestions",
         "application/x-suggestions+json"},
        {"GET",
         "/opensearch.xml",
         opensearch,
         {},
         ignored,
         "this site as a search engine",
         "application/opensearchdescription+xml"},
        {"GET", "/openapi.json", openapi, {}, ignored, "this description", "application/json"},
        {"GET", "/metrics", metrics_text, {}, ignored, "figures for Prometheus", "text/plain"},
        {"GET", "/healthz", liveness, {}, ignored, "whether the daemon runs", "text/plain"},
        {"GET", "/readyz", readiness, {}, ignored, "whether the daemon can search", "text/plain"},
        {"GET", "/", search_page, search_parameters(), ignored},
        {"GET", "/search", search_page, search_parameters(), ignored},
        {"GET", "/articles/{key}/versions", versions_html, {}, ignored},
        {"GET", "/articles/{key}", article_page, {marked_query, article_view}, ignored},
        {"GET", "/assets/{name}", asset, {}, ignored},
    };
}

}  // namespace

const std::vector<Route>& all_routes() {
    static const std::vector<Route> routes = [] {
        std::vector<Route> rows = article_routes();
        for (const std::vector<Route>& more :
             {site_routes(), entity_routes(), story_routes(), alert_routes()})
            rows.insert(rows.end(), more.begin(), more.end());
        return rows;
    }();
    return routes;
}

Response Routes::answer(const Request& request, std::string& failure) const {
    const auto start = std::chrono::steady_clock::now();
    Response response = attempt(request, failure);
    context_.metrics().count(pattern_of(request.path), response.status,
                             std::chrono::steady_clock::now() - start);
    return response;
}

Response Routes::attempt(const Request& request, std::string& failure) const {
    const auto refused = [&](const Problem& problem) {
        return is_api(request.path) ? problem_json(problem, request.id) : problem_html(problem);
    };
    try {
        return routed(request);
    } catch (const Problem& problem) {
        return refused(problem);
    } catch (const search::CursorRefused& error) {
        const bool is_expired = error.reason() == search::CursorRefused::Reason::is_expired;
        return refused({is_expired ? 410 : 400, error.what(), "cursor",
                        "Begin again without a cursor; those of newest and oldest first last "
                        "longer."});
    } catch (const AlertsUnavailable& error) {
        failure = error.what();
        return refused({503,
                        "The alerts cannot be reached; searching is not concerned.",
                        {},
                        fmt::format("The log has the reason under {}.", request.id)});
    } catch (const search::DeadlineExceeded& error) {
        failure = error.what();
        return refused({503, error.what(), {}, {}});
    } catch (const std::exception& error) {
        failure = error.what();
        return refused(
            {500,
             fmt::format("Something went wrong here; the log has it under {}.", request.id),
             {},
             {}});
    }
}

Response Routes::refusal(int status, const std::string& path, const std::string& id) {
    const Problem problem{
        status, fmt::format("The request was refused: {}.", title_of(status)), {}, {}};
    return is_api(path) ? problem_json(problem, id) : problem_html(problem);
}

Response Routes::routed(const Request& request) const {
    if (!is_allowed_host(request.host))
        throw Problem{request.host.empty() ? 400 : 421,
                      "The Host header names a host this daemon does not answer for.",
                      {},
                      "Start it with --allow-host NAME to allow another."};
    if (!is_valid_utf8(request.path)) throw Problem{400, "The address is not UTF-8.", {}, {}};
    std::vector<std::string_view> methods;
    for (const Route& route : all_routes()) {
        const auto name = name_in(request.path, route.pattern);
        if (!name) continue;
        methods.push_back(route.method);
        if (route.method != answered_method(request)) continue;
        if (!takes_body(route.method) && !request.body.empty())
            throw Problem{400, "A request of this kind has no body.", {}, {}};
        refuse_unknown(request, route);
        return route.answer(context_, request, *name);
    }
    if (methods.empty())
        throw Problem{
            404, fmt::format("There is nothing at \"{}\".", visible(request.path)), {}, {}};
    Problem problem{
        405, fmt::format("{} is not a method of this address.", request.method), {}, {}};
    problem.allowed_methods = allowed_methods(methods);
    throw problem;
}

bool Routes::is_allowed_host(const std::string& host) const {
    constexpr std::array<std::string_view, 3> loopback = {"localhost", "127.0.0.1", "[::1]"};
    const std::vector<std::string>& allowed = context_.options().allowed_hosts;
    std::string_view name = host;
    const auto colon = name.rfind(':');
    if (colon != std::string_view::npos && name.find(']', colon) == std::string_view::npos)
        name = name.substr(0, colon);
    return std::ranges::find(loopback, name) != loopback.end() ||
           std::ranges::find(allowed, name) != allowed.end();
}

}  // namespace nutgraf::http
