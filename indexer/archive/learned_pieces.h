#pragma once

#include "indexer/archive/article.h"
#include "indexer/archive/clean/block.h"

#include <vector>

namespace nutgraf::archive {

/// Takes ranges out of the body of an article, as pieces that were learned. The ranges are in
/// order, none in another, not empty and on borders of characters.
void take_out_learned(Article& article, const std::vector<TextRange>& ranges);

/// The article with all that was taken out so back in its body, exactly as it was.
Article with_learned_lines(Article article);

}  // namespace nutgraf::archive
