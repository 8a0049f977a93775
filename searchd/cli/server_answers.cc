#include "searchd/cli/server_answers.h"

#include "base/error.h"
#include "searchd/cli/decoded.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nutgraf::cli {

namespace {

/// How many hits the API gives at most at once.
constexpr std::size_t largest_page = 100;

/// How a query is read, and its filters.
ServerParameters filters_of(const search::SearchRequest& request) {
    ServerParameters parameters;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) parameters.emplace_back(name, value);
    };
    search::for_each_filter(request, add);
    add("from", request.from);
    add("to", request.to);
    if (request.parse.is_any) add("any", "true");
    if (request.parse.is_plain) add("plain", "true");
    if (request.parse.is_strict) add("strict", "true");
    if (!request.parse.words_find_entities) add("entities", "false");
    add("tz", request.parse.zone.name());
    return parameters;
}

std::string order_name(search::Order order) {
    if (order == search::Order::relevance) return "relevance";
    return order == search::Order::newest ? "newest" : "oldest";
}

ServerParameters parameters_of(const search::SearchRequest& request) {
    ServerParameters parameters = filters_of(request);
    parameters.emplace_back("q", request.text);
    parameters.emplace_back("sort", order_name(request.order));
    if (request.rerank == search::Rerank::neighbours)
        parameters.emplace_back("rerank", "neighbours");
    if (request.collapse == search::Collapse::none) parameters.emplace_back("collapse", "none");
    std::string facets;
    for (const search::FacetField field : request.facets)
        facets += (facets.empty() ? "" : ",") + std::string(search::name_of(field));
    if (facets.empty()) return parameters;
    parameters.emplace_back("facets", facets);
    parameters.emplace_back("facet_limit", fmt::format("{}", request.facet_values));
    return parameters;
}

FoundPage found_in(Json record) {
    FoundPage found;
    found.page = page_from(record);
    found.parsed = record.at("query").at("parsed").get<std::string>();
    found.record = std::move(record);
    return found;
}

/// Adds the hits of the page behind one.
void append_page(FoundPage& found, FoundPage more) {
    std::ranges::move(more.page.results.hits, std::back_inserter(found.page.results.hits));
    found.page.next = std::move(more.page.next);
    for (Json& hit : more.record.at("hits")) found.record.at("hits").push_back(std::move(hit));
    found.record.erase("next_cursor");
    if (!found.page.next.empty()) found.record["next_cursor"] = found.page.next;
}

std::string article_path(const std::string& id) {
    return "/api/v1/articles/" + render::percent_encoded(id);
}

}  // namespace

FoundPage ServerAnswers::page(const search::SearchRequest& request, const std::string& cursor) {
    const auto asked = [&](std::size_t limit, const std::string& from) {
        ServerParameters parameters = parameters_of(request);
        parameters.emplace_back("limit",
                                fmt::format("{}", std::clamp<std::size_t>(limit, 1, largest_page)));
        if (!from.empty()) parameters.emplace_back("cursor", from);
        return found_in(client_.post("/api/v1/search", parameters));
    };
    FoundPage found = asked(request.limit, cursor);
    while (!found.page.next.empty() && found.page.results.hits.size() < request.limit)
        append_page(found, asked(request.limit - found.page.results.hits.size(), found.page.next));
    return found;
}

/// The answer about an article, which a notice may hide.
std::optional<Json> ServerAnswers::unless_hidden(const std::string& path,
                                                 const ServerParameters& parameters) const {
    try {
        return client_.get(path, parameters);
    } catch (const Gone& gone) {
        throw ArticleHidden(gone.what());
    }
}

std::optional<FoundArticle> ServerAnswers::article(const std::string& id,
                                                   const search::SearchRequest& request,
                                                   TextView view) {
    ServerParameters parameters;
    if (!request.text.empty()) parameters.emplace_back("q", request.text);
    if (view == TextView::raw) parameters.emplace_back("view", "raw");
    auto record = unless_hidden(article_path(id), parameters);
    if (!record) return std::nullopt;
    return FoundArticle{article_from(*record), std::move(*record)};
}

std::optional<FoundVersions> ServerAnswers::versions(const std::string& id) {
    auto record = unless_hidden(article_path(id) + "/versions", {});
    if (!record) return std::nullopt;
    return FoundVersions{versions_from(*record), std::move(*record)};
}

search::TimelineAnswer ServerAnswers::timeline(const std::vector<search::SearchRequest>& requests,
                                               const search::TimelineWish& wish) {
    ServerParameters parameters = filters_of(requests.front());
    for (const search::SearchRequest& request : requests)
        parameters.emplace_back("q", request.text);
    if (wish.unit) parameters.emplace_back("by", search::name_of(*wish.unit));
    parameters.emplace_back("of", search::name_of(wish.axis.of));
    const auto record = client_.get("/api/v1/timeline", parameters);
    if (!record) throw Error("The server has no timeline: it is of an earlier version.");
    return timeline_from(*record);
}

std::optional<search::SimilarArticles> ServerAnswers::similar(
    const search::SimilarRequest& request) {
    const auto record = client_.get(article_path(request.id) + "/similar",
                                    {{"limit", fmt::format("{}", request.limit)}});
    if (!record) return std::nullopt;
    return similar_from(*record);
}

std::optional<FoundStory> ServerAnswers::story(const search::StoryRequest& request) {
    ServerParameters parameters;
    if (!request.before.empty()) parameters.emplace_back("before", request.before);
    if (!request.after.empty()) parameters.emplace_back("after", request.after);
    auto record = client_.get("/api/v1/stories/" + render::percent_encoded(request.id), parameters);
    if (!record) return std::nullopt;
    return FoundStory{story_from(*record), std::move(*record)};
}

FoundExplanation ServerAnswers::explanation(const search::SearchRequest& request,
                                            const std::string& id) {
    ServerParameters parameters = filters_of(request);
    parameters.emplace_back("q", request.text);
    if (!id.empty()) parameters.emplace_back("id", id);
    auto record = client_.get("/api/v1/explain", parameters);
    if (!record) throw Error("The server explains nothing: it is of an earlier version.");
    return {explanation_from(*record), record->at("query").at("parsed").get<std::string>(),
            std::move(*record)};
}

std::vector<search::Completion> ServerAnswers::completions(const std::string& text) {
    const auto record = client_.get("/api/v1/suggest", {{"q", text}});
    if (!record) throw Error("The server has no suggestions: it is of an earlier version.");
    return completions_from(*record);
}

bool ServerAnswers::export_rows(const search::SearchRequest& request, ExportFormat format,
                                const RowSink& sink) {
    ServerParameters parameters = filters_of(request);
    parameters.emplace_back("q", request.text);
    const bool as_csv = format == ExportFormat::csv;
    parameters.emplace_back("format", as_csv ? "csv" : "jsonl");
    std::size_t lines = 0;
    std::string rest;  // A line that has not come in whole.
    client_.stream("/api/v1/export", parameters, [&](std::string_view piece) {
        lines += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
        rest.append(piece);
        const std::size_t end = rest.rfind('\n');
        if (end == std::string::npos) return;
        sink(rest.substr(0, end + 1));
        rest.erase(0, end + 1);
    });
    return lines > (as_csv ? 1 : 0);  // The first line of a table is its header.
}

}  // namespace nutgraf::cli
