#pragma once

#include "base/json.h"
#include "searchd/search/story_view.h"

#include <string>
#include <string_view>

namespace nutgraf::render {

/// A page as those of html.h.
std::string story_page(const search::StoryView& story);

/// The address of the page of a story.
std::string story_address(std::string_view id);

/// The fields of "copies.html", which lists the other copies of a hit; false where it has none.
Json copies_fields(const search::HitStory& story);

}  // namespace nutgraf::render
