#pragma once

#include "searchd/search/hit.h"

#include <string>
#include <vector>

namespace nutgraf::render {

/// What has been corrected in an article, as sentences for people; none where nothing was.
std::vector<std::string> correction_sentences(const archive::Article& article);

/// Whether an extra of a corrected article is told by those sentences, and not to be shown as it
/// stands.
bool is_told_as_correction(const archive::Article& article, const std::string& extra);

}  // namespace nutgraf::render
