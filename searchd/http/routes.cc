#include "searchd/http/routes.h"

#include "base/error.h"
#include "base/utf8.h"
#include "searchd/http/etag.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/assets.h"
#include "searchd/render/html.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace nutgraf::http {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view api_search = "/api/v1/search";
constexpr std::string_view api_suggest = "/api/v1/suggest";
constexpr std::array<std::string_view, 1> only_q = {"q"};
constexpr std::size_t max_completed_bytes = 500;
constexpr std::string_view api_articles = "/api/v1/articles/";
constexpr std::string_view page_articles = "/articles/";
constexpr std::string_view assets = "/assets/";

std::chrono::sys_days today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

bool is_api(std::string_view path) {
    return path.starts_with("/api/");
}

/// What stands behind a prefix of a path, when that is one whole segment.
std::optional<std::string> segment_behind(const std::string& path, std::string_view prefix) {
    if (!path.starts_with(prefix)) return std::nullopt;
    std::string segment = path.substr(prefix.size());
    if (segment.empty()) return std::nullopt;
    return segment;
}

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Response json_response(const Json& json) {
    return {200, "application/json", to_text(json) + "\n", {}};
}

/// The page's form as the reader filled it in.
render::SearchForm form_of(const search::SearchRequest& request) {
    return {.text = request.text,
            .sources = request.sources,
            .langs = request.langs,
            .orgs = request.orgs,
            .officials = request.officials,
            .from = request.from,
            .to = request.to,
            .order = request.order,
            .limit = request.limit,
            .is_any = request.parse.is_any,
            .is_strict = request.parse.is_strict};
}

[[noreturn]] void refuse_method(const Request& request, std::string_view allowed) {
    Problem problem{
        405, fmt::format("{} is not a method of this address.", request.method), {}, {}};
    problem.allowed_methods = allowed;
    throw problem;
}

void refuse_body(const Request& request) {
    if (!request.body.empty()) throw Problem{400, "A request of this kind has no body.", {}, {}};
}

/// The API takes no parameter it does not know.
void refuse_unknown(const Request& request, std::span<const std::string_view> known) {
    for (const auto& [name, value] : request.parameters)
        if (std::ranges::find(known, name) == known.end())
            throw Problem{
                400, fmt::format("There is no parameter \"{}\".", visible(name)), name, {}};
}

}  // namespace

Routes::Routes(SearcherPool& pool, RouteOptions options)
    : pool_(pool), options_(std::move(options)) {}

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
    if (request.path == api_search) return search_api(request);
    if (request.method != "GET" && request.method != "HEAD") refuse_method(request, "GET, HEAD");
    refuse_body(request);
    if (request.path == "/" || request.path == "/search") return search_page(request);
    if (request.path == "/healthz") return {200, "text/plain", "ok\n", {}};
    if (request.path == "/readyz") return readiness();
    if (request.path == api_suggest) return suggest_api(request);
    if (const auto id = segment_behind(request.path, api_articles))
        return article_api(request, *id);
    if (const auto id = segment_behind(request.path, page_articles))
        return article_page(request, *id);
    if (const auto name = segment_behind(request.path, assets))
        if (const render::Asset* asset = render::asset_named(*name))
            return {200,
                    std::string(asset->content_type),
                    std::string(asset->bytes),
                    {{"Cache-Control", "max-age=3600"}}};
    throw Problem{404, fmt::format("There is nothing at \"{}\".", visible(request.path)), {}, {}};
}

Response Routes::search_api(const Request& request) const {
    const auto start = Clock::now();
    Parameters parameters = request.parameters;
    if (request.method == "POST") {
        if (!request.content_type.starts_with("application/json"))
            throw Problem{415, "The body must be application/json.", {}, {}};
        auto posted = parameters_in(request.body);
        if (!posted)
            throw Problem{400, posted.error().message, posted.error().parameter,
                          posted.error().hint};
        parameters.insert(parameters.end(), posted->begin(), posted->end());
    } else if (request.method != "GET" && request.method != "HEAD") {
        refuse_method(request, "GET, HEAD, POST");
    } else {
        refuse_body(request);
    }
    auto wanted = search_request(parameters, Unknown::is_refused);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    wanted->parse.today = today();
    wanted->deadline = start + options_.deadline;
    wanted->is_to_be_corrected = true;
    const auto results = borrowed()->search(*wanted);
    if (!results) {
        const auto& suggestion = results.error().suggestion;
        throw Problem{400, results.error().message, "q",
                      suggestion.empty() ? "" : fmt::format("Is \"{}\" meant?", suggestion)};
    }
    const double took = milliseconds_since(start);
    Response response = json_response(render::to_json(*results, {wanted->text, took}));
    response.headers.emplace_back("Server-Timing", fmt::format("search;dur={:.2f}", took));
    if (request.method == "POST") return response;
    return with_etag(request, state_of(*results), std::move(response));
}

Response Routes::search_page(const Request& request) const {
    const auto start = Clock::now();
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted) throw Problem{400, wanted.error().message, {}, wanted.error().hint};
    wanted->parse.today = today();
    wanted->deadline = start + options_.deadline;
    wanted->is_to_be_corrected = true;
    render::SearchPage page{form_of(*wanted), std::nullopt, {}, wanted->offset};
    if (!render::is_start(page)) {
        wanted->facets.assign(search::facet_fields.begin(), search::facet_fields.end());
        wanted->histogram = search::HistogramWish{};
    }
    auto results = borrowed()->search(*wanted);
    if (!results) {
        page.problem = results.error().message;
        return {400, "text/html", render::search_page(page), {}};
    }
    const std::string state = state_of(*results);
    page.results = std::move(*results);
    Response response{200, "text/html", render::search_page(page), {}};
    response.headers.emplace_back("Server-Timing",
                                  fmt::format("search;dur={:.2f}", milliseconds_since(start)));
    return with_etag(request, state, std::move(response));
}

Response Routes::suggest_api(const Request& request) const {
    constexpr std::size_t completions = 10;
    refuse_unknown(request, only_q);
    const std::string text = value_of(request.parameters, "q");
    if (text.size() > max_completed_bytes)
        throw Problem{
            400,
            fmt::format("\"q\" is longer than {} bytes, which is too long to be completed.",
                        max_completed_bytes),
            "q",
            {}};
    return json_response(render::to_json(text, borrowed()->completions(text, completions)));
}

Response Routes::article_api(const Request& request, const std::string& id) const {
    refuse_unknown(request, only_q);
    const auto view = borrowed()->article(id, value_of(request.parameters, "q"), today());
    if (!view) throw Problem{404, fmt::format("There is no article \"{}\".", visible(id)), {}, {}};
    return json_response(render::to_json(*view));
}

Response Routes::article_page(const Request& request, const std::string& id) const {
    const std::string text = value_of(request.parameters, "q");
    auto view = borrowed()->article(id, text, today());
    if (!view) throw Problem{404, fmt::format("There is no article \"{}\".", visible(id)), {}, {}};
    return {200, "text/html", render::article_page({std::move(*view), text}), {}};
}

Response Routes::readiness() const {
    search::SearchRequest request;
    request.limit = 0;
    const auto results = borrowed()->search(request);
    if (!results) throw Error(results.error().message);
    return {200, "text/plain", fmt::format("ready, {} articles\n", results->articles), {}};
}

bool Routes::is_allowed_host(const std::string& host) const {
    constexpr std::array<std::string_view, 3> loopback = {"localhost", "127.0.0.1", "[::1]"};
    std::string_view name = host;
    const auto colon = name.rfind(':');
    if (colon != std::string_view::npos && name.find(']', colon) == std::string_view::npos)
        name = name.substr(0, colon);
    return std::ranges::find(loopback, name) != loopback.end() ||
           std::ranges::find(options_.allowed_hosts, name) != options_.allowed_hosts.end();
}

SearcherPool::Loan Routes::borrowed() const {
    auto loan = pool_.borrow(options_.deadline);
    if (!loan) throw Problem{503, "Too many searches are running; try again in a second.", {}, {}};
    return std::move(*loan);
}

}  // namespace nutgraf::http
