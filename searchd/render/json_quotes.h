#pragma once

#include "base/json.h"
#include "searchd/search/hit.h"

namespace nutgraf::render {

/// What is said in an article, and by whom, in the order of the text, the headline's first. Places
/// are [start, end) in code points of the text, or of the headline where `in` says "title".
Json quotes_to_json(const search::ArticleView& view);

}  // namespace nutgraf::render
