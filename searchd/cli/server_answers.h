#pragma once

#include "searchd/cli/answers.h"
#include "searchd/cli/client.h"

#include <optional>
#include <string>
#include <vector>

namespace nutgraf::cli {

/// Answers of a daemon. Not thread-safe: one per thread.
class ServerAnswers final : public Answers {
public:
    /// Throws Error for what is no address of a server; it is not asked yet.
    explicit ServerAnswers(const std::string& address) : client_(address) {}

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
    std::optional<Json> unless_hidden(const std::string& path,
                                      const ServerParameters& parameters) const;

    Client client_;
};

}  // namespace nutgraf::cli
