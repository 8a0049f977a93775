#pragma once

#include "searchd/cli/answers.h"
#include "searchd/search/searcher.h"

#include <string>
#include <vector>

namespace nutgraf::cli {

/// Answers of an index. Not thread-safe: one per thread.
class IndexAnswers final : public Answers {
public:
    /// Throws Error when there is no index in the folder.
    explicit IndexAnswers(const CommonOptions& common)
        : searcher_(common.index, common.gazetteer) {}

    FoundPage page(const search::SearchRequest& request, const std::string& cursor) override;
    std::optional<FoundArticle> article(const std::string& id, const search::SearchRequest& request,
                                        TextView view) override;
    std::optional<FoundVersions> versions(const std::string& id) override;
    search::TimelineAnswer timeline(const std::vector<search::SearchRequest>& requests,
                                    const search::TimelineWish& wish) override;
    std::optional<search::SimilarArticles> similar(const search::SimilarRequest& request) override;
    std::optional<FoundStory> story(const search::StoryRequest& request) override;
    FoundExplanation explanation(const search::SearchRequest& request,
                                 const std::string& id) override;
    std::vector<search::Completion> completions(const std::string& text) override;
    bool export_rows(const search::SearchRequest& request, ExportFormat format,
                     const RowSink& sink) override;

private:
    void refuse_hidden(const std::string& id);

    search::Searcher searcher_;
};

}  // namespace nutgraf::cli
