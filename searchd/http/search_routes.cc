#include "searchd/http/search_routes.h"

#include "searchd/http/etag.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_form.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/atom.h"
#include "searchd/render/html.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <chrono>

namespace nutgraf::http {

namespace {

using Clock = std::chrono::steady_clock;

/// How long the answer to a search took, for its header.
class Stopwatch {
public:
    Clock::time_point start() const { return start_; }
    double milliseconds() const {
        return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
    }

private:
    Clock::time_point start_ = Clock::now();
};

void add_timing(Response& response, double took_ms) {
    response.headers.emplace_back("Server-Timing", fmt::format("search;dur={:.2f}", took_ms));
}

/// The parameters of the URL, and those of a POST's body.
Parameters parameters_of(const Request& request) {
    Parameters parameters = request.parameters;
    if (request.method != "POST") return parameters;
    if (!request.content_type.starts_with("application/json"))
        throw Problem{415, "The body must be application/json.", {}, {}};
    auto posted = parameters_in(request.body);
    if (!posted)
        throw Problem{400, posted.error().message, posted.error().parameter, posted.error().hint};
    parameters.insert(parameters.end(), posted->begin(), posted->end());
    return parameters;
}

search::SearchRequest wanted_search(const Parameters& parameters) {
    auto wanted = search_request(parameters, Unknown::is_refused);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    return std::move(*wanted);
}

/// Adds to a search what every search here has; the saved queries are borrowed.
void complete(search::SearchRequest& wanted, const RouteContext& context,
              query::SavedQueries& saved, Clock::time_point start) {
    wanted.parse.saved = &saved;
    wanted.parse.today = RouteContext::today(wanted.parse.zone);
    wanted.deadline = start + context.options().deadline;
    wanted.is_to_be_corrected = true;
}

}  // namespace

Response search_api(const RouteContext& context, const Request& request, const std::string&) {
    const Stopwatch watch;
    const Parameters parameters = parameters_of(request);
    const std::string cursor = value_of(parameters, "cursor");
    search::SearchRequest wanted = wanted_search(parameters);
    if (!cursor.empty() && !value_of(parameters, "offset").empty())
        throw Problem{400, "\"cursor\" and \"offset\" both say where to begin.", "cursor",
                      "Leave one of them out."};
    auto saved = context.saved_queries(wanted.parse.zone);
    complete(wanted, context, saved, watch.start());
    const auto page = context.searcher()->page(wanted, cursor);
    if (!page) refuse_query(page.error());
    const double took = watch.milliseconds();
    Json record = render::to_json(page->results, {wanted.text, took});
    if (page->passed > 0) record["passed"] = page->passed;
    if (!page->next.empty()) record["next_cursor"] = page->next;
    Response response = json_response(record);
    add_timing(response, took);
    if (request.method == "POST") return response;
    return with_etag(request, state_of(page->results), std::move(response));
}

Response search_feed(const RouteContext& context, const Request& request, const std::string&) {
    const Stopwatch watch;
    search::SearchRequest wanted = wanted_search(request.parameters);
    auto saved = context.saved_queries(wanted.parse.zone);
    complete(wanted, context, saved, watch.start());
    const std::string parameters = render::search_parameters(form_of(wanted));
    wanted.order = search::Order::newest;
    wanted.collapse = search::Collapse::none;  // A feed has every article.
    const auto results = context.searcher()->search(wanted);
    if (!results) refuse_query(results.error());
    const std::string site = "http://" + request.host;
    render::Feed feed;
    feed.id = render::feed_id("search" + parameters);
    feed.title = wanted.text.empty() ? "Nutgraf" : "Nutgraf: " + wanted.text;
    feed.address = site + request.path + parameters;
    // What is undated has no place in an order of time that a reader could show it at.
    for (const search::Hit& hit : results->hits)
        if (hit.published) feed.entries.push_back(render::entry_of(hit, site));
    if (!feed.entries.empty()) feed.updated = feed.entries.front().updated;
    Response response{200, "application/atom+xml", render::to_atom(feed), {}};
    add_timing(response, watch.milliseconds());
    return with_etag(request, state_of(*results), std::move(response));
}

Response search_page(const RouteContext& context, const Request& request, const std::string&) {
    const Stopwatch watch;
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted) throw Problem{400, wanted.error().message, {}, wanted.error().hint};
    auto saved = context.saved_queries(wanted->parse.zone);
    complete(*wanted, context, saved, watch.start());
    render::SearchPage page{form_of(*wanted), std::nullopt, {}, wanted->offset};
    if (!render::is_start(page)) {
        wanted->facets.assign(search::facet_fields.begin(), search::facet_fields.end());
        wanted->histogram = search::HistogramWish{};
    }
    wanted->has_listed_copies = true;
    auto results = context.searcher()->search(*wanted);
    if (!results) {
        page.problem = results.error().message;
        return {400, "text/html", render::search_page(page), {}};
    }
    const std::string state = state_of(*results);
    page.results = std::move(*results);
    Response response{200, "text/html", render::search_page(page), {}};
    add_timing(response, watch.milliseconds());
    return with_etag(request, state, std::move(response));
}

}  // namespace nutgraf::http
