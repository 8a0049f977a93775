#pragma once

#include "searchd/search/highlighter.h"
#include "searchd/search/hit.h"

#include <string_view>
#include <vector>

namespace nutgraf::search {

/// How passages are chosen.
struct PassageOptions {
    std::size_t passages = 2;  ///< At most; at least 1.
    std::size_t bytes = 280;   ///< About how long one is; a marked phrase is never cut.
    std::string_view title;  ///< The headline, shown above: a passage that only repeats it is taken
                             ///< just where there is no other. Lives as long as the call.
};

/// The passages of a text that show best why it matches: those with the most different clauses of
/// the query, then the most marks, then the earliest. They lie within one paragraph each, begin and
/// end with sentences where that fits and with words where it does not, do not overlap, and come in
/// the order of the text. Without marks: how the first paragraph of some length begins. Empty only
/// for a text without a paragraph.
std::vector<Snippet> best_passages(std::string_view text, const Highlights& highlights,
                                   const PassageOptions& options);

}  // namespace nutgraf::search
