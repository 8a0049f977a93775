#pragma once

#include "searchd/render/terminal.h"
#include "searchd/search/story_view.h"

#include <string>

namespace nutgraf::render {

// A story for people at a terminal, as terminal.h has hits.

/// Its articles, one a line: key, date, source, number of words, headline.
std::string story_text(const search::StoryView& story);

/// How the two that are compared differ: "- " before what only the old one has, "+ " before what
/// only the new one has, "[-so-]" and "{+so+}" around words within a paragraph. Empty for a story
/// of one.
std::string changes_text(const search::StoryView& story, const TerminalStyle& style);

}  // namespace nutgraf::render
