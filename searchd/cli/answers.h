#pragma once

#include "base/error.h"
#include "base/json.h"
#include "searchd/cli/commands.h"
#include "searchd/search/completions.h"
#include "searchd/search/explanation.h"
#include "searchd/search/paging.h"
#include "searchd/search/search_request.h"
#include "searchd/search/similar.h"
#include "searchd/search/similar_request.h"
#include "searchd/search/story_view.h"
#include "searchd/search/timeline.h"
#include "searchd/search/versions_view.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::cli {

/// A search as the verbs print it.
// NOLINTNEXTLINE(bugprone-exception-escape): moving what it holds throws nothing.
struct FoundPage {
    search::Page page;   ///< Its query is not filled in: `parsed` is what it was read as.
    std::string parsed;  ///< As text.
    Json record;         ///< The answer of the API.
};

/// An article as the verbs print it.
struct FoundArticle {
    search::ArticleView view;
    Json record;  ///< The answer of the API.
};

/// The former versions of an article as the verbs print them.
struct FoundVersions {
    search::VersionsView view;
    Json record;  ///< The answer of the API.
};

/// A story as the verbs print it.
struct FoundStory {
    search::StoryView view;
    Json record;  ///< The answer of the API.
};

/// Why a query finds what it finds, as the verbs print it.
// NOLINTNEXTLINE(bugprone-exception-escape): moving what it holds throws nothing.
struct FoundExplanation {
    search::Explanation
        explanation;     ///< Its query is not filled in: `parsed` is what it is read as.
    std::string parsed;  ///< As text.
    Json record;         ///< The answer of the API.
};

/// How articles are written.
enum class ExportFormat { jsonl, csv };

/// Takes the next rows of an export.
using RowSink = std::function<void(std::string rows)>;

/// An article that is asked for is hidden by a notice; says so in a whole sentence.
class ArticleHidden : public Error {
public:
    using Error::Error;
};

/// Where the verbs have their answers from: an index, or a daemon that has one. Both answer alike.
/// Not thread-safe: one per thread.
///
/// Every call throws Error where there is no answer: for a query that is refused, with its message,
/// and where the index or the daemon fails.
class Answers {
public:
    Answers() = default;
    virtual ~Answers() = default;
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;

    /// The page of a search behind a cursor; an empty one: the first.
    virtual FoundPage page(const search::SearchRequest& request, const std::string& cursor) = 0;

    /// The article with that id or key, marked for a query; empty when there is none. Throws
    /// ArticleHidden for one that is killed or withheld.
    virtual std::optional<FoundArticle> article(const std::string& id,
                                                const search::SearchRequest& request,
                                                TextView view) = 0;

    /// What that article said before; empty and throwing likewise.
    virtual std::optional<FoundVersions> versions(const std::string& id) = 0;

    virtual search::TimelineAnswer timeline(const std::vector<search::SearchRequest>& requests,
                                            const search::TimelineWish& wish) = 0;

    /// Empty when there is no such article.
    virtual std::optional<search::SimilarArticles> similar(
        const search::SimilarRequest& request) = 0;

    /// Empty when there is no such story.
    virtual std::optional<FoundStory> story(const search::StoryRequest& request) = 0;

    /// Why a query finds what it finds, and how an article fares by it; none where the id is empty.
    virtual FoundExplanation explanation(const search::SearchRequest& request,
                                         const std::string& id) = 0;

    /// What a query that is being typed may become.
    virtual std::vector<search::Completion> completions(const std::string& text) = 0;

    /// Hands every article that matches to a sink, some rows at a time; whether there is any.
    virtual bool export_rows(const search::SearchRequest& request, ExportFormat format,
                             const RowSink& sink) = 0;
};

/// Those of the index, or of the daemon where one is named.
std::unique_ptr<Answers> answers_of(const CommonOptions& common);

}  // namespace nutgraf::cli
