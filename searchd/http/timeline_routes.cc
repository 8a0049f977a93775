#include "searchd/http/timeline_routes.h"

#include "base/utf8.h"
#include "searchd/http/etag.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace nutgraf::http {

namespace {

using search::TimeAxis;
using search::TimeUnit;

/// More than eight lines side by side nobody can tell apart.
constexpr std::size_t max_queries = 8;

constexpr Parameter several_queries = {
    "q", "a query; up to 8 are counted side by side",
    R"({"type":"array","items":{"type":"string"},"maxItems":8})"};
constexpr Parameter counted_by = {
    "by", "how long a bucket is; auto: what suits",
    R"({"type":"string","enum":["auto","year","month","week","day"],"default":"auto"})"};
constexpr Parameter counted_of = {
    "of", "by the day of publication, or of ingestion in the zone of tz",
    R"({"type":"string","enum":["published","seen"],"default":"published"})"};

[[noreturn]] void refuse(const Parameter& parameter, std::string_view wanted,
                         const std::string& value) {
    throw Problem{400, fmt::format("\"{}\" must be {}.", parameter.name, wanted),
                  std::string(parameter.name), fmt::format("It is \"{}\".", visible(value))};
}

search::TimelineWish wish_in(const Request& request) {
    search::TimelineWish wish;
    const std::string by = value_of(request.parameters, counted_by.name);
    for (const TimeUnit unit : {TimeUnit::year, TimeUnit::month, TimeUnit::week, TimeUnit::day})
        if (by == search::name_of(unit)) wish.unit = unit;
    if (!wish.unit && !by.empty() && by != "auto")
        refuse(counted_by, "auto, year, month, week or day", by);
    const std::string of = value_of(request.parameters, counted_of.name);
    if (of == search::name_of(TimeAxis::Of::seen))
        wish.axis.of = TimeAxis::Of::seen;
    else if (!of.empty() && of != search::name_of(TimeAxis::Of::published))
        refuse(counted_of, "published or seen", of);
    return wish;
}

/// The search that all the queries share but for their texts.
search::SearchRequest shared_search(const RouteContext& context, const Request& request) {
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    wanted->parse.today = RouteContext::today(wanted->parse.zone);
    wanted->deadline = std::chrono::steady_clock::now() + context.options().deadline;
    return std::move(*wanted);
}

}  // namespace

std::vector<Parameter> timeline_parameters() {
    std::vector<Parameter> parameters =
        search_parameters_named({"from", "to", "any", "entities", "strict", "tz"});
    parameters.insert(parameters.begin(), several_queries);
    parameters.insert(parameters.end(), {counted_by, counted_of});
    return parameters;
}

Response timeline_api(const RouteContext& context, const Request& request, const std::string&) {
    search::TimelineWish wish = wish_in(request);
    const search::SearchRequest shared = shared_search(context, request);
    wish.axis.zone = shared.parse.zone;
    std::vector<search::SearchRequest> requests;
    for (const auto& [name, value] : request.parameters) {
        if (name != several_queries.name) continue;
        requests.push_back(shared);
        requests.back().text = value;
    }
    if (requests.empty()) requests.push_back(shared);
    if (requests.size() > max_queries)
        throw Problem{400,
                      fmt::format("There are {} queries; {} can be counted side by side.",
                                  requests.size(), max_queries),
                      "q",
                      {}};
    const auto answer = context.searcher()->timeline(requests, wish);
    if (!answer) refuse_query(answer.error());
    return with_etag(request, state_of(answer->index_uuid, answer->revision),
                     json_response(render::to_json(*answer)));
}

}  // namespace nutgraf::http
