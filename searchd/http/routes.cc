#include "searchd/http/routes.h"

#include "base/utf8.h"
#include "searchd/http/article_routes.h"
#include "searchd/http/asset_routes.h"
#include "searchd/http/health_routes.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/http/search_routes.h"
#include "searchd/http/suggest_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::http {

namespace {

constexpr Parameter marked_query = {"q", "a query; what it finds is marked"};

bool is_api(std::string_view path) {
    return path.starts_with("/api/");
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

}  // namespace

const std::vector<Route>& all_routes() {
    static const std::vector<Route> routes = {
        {"GET", "/api/v1/search", search_api, search_parameters(), Unknown::is_refused,
         "ranked articles"},
        {"POST", "/api/v1/search", search_api, search_parameters(), Unknown::is_refused,
         "the same, the parameters as one JSON record"},
        {"GET",
         "/api/v1/suggest",
         suggest_api,
         {{"q", "the text that is being typed"}},
         Unknown::is_refused,
         "what a query that is being typed may become"},
        {"GET",
         "/api/v1/articles/{key}",
         article_api,
         {marked_query},
         Unknown::is_refused,
         "one article by its key or id"},
        {"GET", "/healthz", liveness, {}, Unknown::is_ignored, "whether the daemon runs"},
        {"GET", "/readyz", readiness, {}, Unknown::is_ignored, "whether the daemon can search"},
        {"GET", "/", search_page, search_parameters(), Unknown::is_ignored},
        {"GET", "/search", search_page, search_parameters(), Unknown::is_ignored},
        {"GET", "/articles/{key}", article_page, {marked_query}, Unknown::is_ignored},
        {"GET", "/assets/{name}", asset, {}, Unknown::is_ignored},
    };
    return routes;
}

Response Routes::answer(const Request& request, std::string& failure) const {
    const auto refused = [&](const Problem& problem) {
        return is_api(request.path) ? problem_json(problem, request.id) : problem_html(problem);
    };
    try {
        return routed(request);
    } catch (const Problem& problem) {
        return refused(problem);
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
