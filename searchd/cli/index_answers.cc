#include "searchd/cli/index_answers.h"

#include "base/error.h"
#include "searchd/query/print.h"
#include "searchd/render/article_rows.h"
#include "searchd/render/json.h"
#include "searchd/render/json_explanation.h"
#include "searchd/render/json_story.h"
#include "searchd/render/versions.h"
#include "searchd/search/raw_view.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace nutgraf::cli {

namespace {

[[noreturn]] void refuse_query(const query::QueryError& error) {
    const std::string suggestion =
        error.suggestion.empty() ? "" : fmt::format(" Is \"{}\" meant?", error.suggestion);
    throw Error(error.message + suggestion);
}

}  // namespace

FoundPage IndexAnswers::page(const search::SearchRequest& request, const std::string& cursor) {
    const auto start = std::chrono::steady_clock::now();
    auto page = searcher_.page(request, cursor);
    if (!page) refuse_query(page.error());
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    FoundPage found;
    found.parsed = query::to_text(page->results.query);
    found.record = render::to_json(page->results, {request.text, took.count()});
    if (page->passed > 0) found.record["passed"] = page->passed;
    if (!page->next.empty()) found.record["next_cursor"] = page->next;
    found.page = std::move(*page);
    return found;
}

/// Throws ArticleHidden for an article that a notice hides.
void IndexAnswers::refuse_hidden(const std::string& id) {
    const auto held = searcher_.held(id);
    const std::string sentence = held ? index::sentence_of(*held) : std::string();
    if (!sentence.empty()) throw ArticleHidden(sentence);
}

std::optional<FoundArticle> IndexAnswers::article(const std::string& id,
                                                  const search::SearchRequest& request,
                                                  TextView view) {
    auto found = searcher_.article(id, request.text, request.parse);
    if (!found) {
        refuse_hidden(id);
        return std::nullopt;
    }
    if (view == TextView::raw) found = search::raw_view(std::move(*found));
    Json record = render::to_json(*found);
    return FoundArticle{std::move(*found), std::move(record)};
}

std::optional<FoundVersions> IndexAnswers::versions(const std::string& id) {
    auto found = searcher_.versions(id, {});
    if (!found) {
        refuse_hidden(id);
        return std::nullopt;
    }
    Json record = render::to_json(*found);
    return FoundVersions{std::move(*found), std::move(record)};
}

search::TimelineAnswer IndexAnswers::timeline(const std::vector<search::SearchRequest>& requests,
                                              const search::TimelineWish& wish) {
    auto answer = searcher_.timeline(requests, wish);
    if (!answer) refuse_query(answer.error());
    return std::move(*answer);
}

std::optional<search::SimilarArticles> IndexAnswers::similar(
    const search::SimilarRequest& request) {
    return searcher_.similar(request);
}

std::optional<FoundStory> IndexAnswers::story(const search::StoryRequest& request) {
    auto story = searcher_.story(request);
    if (!story) return std::nullopt;
    Json record = render::to_json(*story);
    return FoundStory{std::move(*story), std::move(record)};
}

FoundExplanation IndexAnswers::explanation(const search::SearchRequest& request,
                                           const std::string& id) {
    auto explanation = searcher_.explain(request, id);
    if (!explanation) refuse_query(explanation.error());
    Json record = render::to_json(*explanation, {request.text, id});
    std::string parsed = query::to_text(explanation->parsed.query);
    return {std::move(*explanation), std::move(parsed), std::move(record)};
}

std::vector<search::Completion> IndexAnswers::completions(const std::string& text) {
    constexpr std::size_t most = 10;
    return searcher_.completions(text, most);
}

bool IndexAnswers::export_rows(const search::SearchRequest& request, ExportFormat format,
                               const RowSink& sink) {
    constexpr std::size_t batch_size = 200;
    const auto list = searcher_.list(request);
    if (!list) refuse_query(list.error());
    const bool as_csv = format == ExportFormat::csv;
    if (as_csv) sink(render::csv_header());
    for (std::size_t i = 0; i < list->documents.size(); i += batch_size) {
        std::string rows;
        for (const search::ArticleView& view : searcher_.articles(*list, i, batch_size))
            rows += as_csv ? render::to_csv_row(view) : render::to_json_line(view);
        sink(std::move(rows));
    }
    return !list->documents.empty();
}

}  // namespace nutgraf::cli
