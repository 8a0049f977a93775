#pragma once

#include "base/json.h"
#include "searchd/search/explanation.h"
#include "searchd/search/paging.h"
#include "searchd/search/proposals.h"
#include "searchd/search/similar.h"
#include "searchd/search/story_view.h"
#include "searchd/search/timeline.h"
#include "searchd/search/versions_view.h"

#include <vector>

namespace nutgraf::cli {

// Values from the records that the API gives for them (docs/http-api.md). Each throws Error for a
// record that lacks something or has it in another form.

/// Without the tree of the query and without what only the record of a note has.
search::Page page_from(const Json& record);

/// With what a terminal shows of an article.
search::ArticleView article_from(const Json& record);

search::TimelineAnswer timeline_from(const Json& record);

search::SimilarArticles similar_from(const Json& record);

std::vector<search::Completion> completions_from(const Json& record);

search::StoryView story_from(const Json& record);

search::VersionsView versions_from(const Json& record);

/// Without the tree of the query.
search::Explanation explanation_from(const Json& record);

}  // namespace nutgraf::cli
