#pragma once

#include "indexer/archive/clean/block.h"
#include "indexer/archive/clean/script.h"

namespace nutgraf::archive {

/// Whether a block is furniture wherever it stands: a button, a request to the reader, a pointer to
/// another article, a count of comments or minutes.
bool is_furniture_anywhere(const Block& block, std::string_view line);

/// Whether a block is furniture before the first paragraph of a text or behind the last, in a text
/// whose letters are of a script: a part of the site, a menu, a list of languages, signs without a
/// word, a notice of copyright.
bool is_furniture_at_an_edge(const Block& block, std::string_view line, Script script);

/// Whether a block is the heading of a list of other articles.
bool is_list_heading(const Block& block);

/// The section that a line before an article names: itself, "Politics", or the last one of a way
/// through the site, "Home > World > Asia". Empty for any other line. Lives as long as the line.
std::string_view section_in(const Block& block, std::string_view line);

}  // namespace nutgraf::archive
