#pragma once

#include "base/json.h"
#include "searchd/search/story_view.h"

namespace nutgraf::render {

/// A story as the record of the API (docs/http-api.md). Marks are ranges of Unicode code points of
/// the text beside them.
Json to_json(const search::StoryView& story);

}  // namespace nutgraf::render
