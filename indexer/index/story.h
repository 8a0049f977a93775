#pragma once

#include "indexer/index/story_place.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

// A story is a group of articles whose texts are near copies. Its key is that of its first article,
// the earliest by date. An article without copies is a story by itself, of which nothing is stored.
// All of these may throw what Xapian throws on reading.

/// The place of a document's article; empty where it has no copies.
std::optional<StoryPlace> place_of(const Xapian::Document& document);

/// The metadata that holds the keys of a story's articles.
std::string story_metadata(std::string_view story);

/// The keys of the articles of a story, in their order: by date, the undated last, then as they
/// came into the index. Empty for a story of one.
std::vector<std::string> keys_of_story(const Xapian::Database& database, std::string_view story);

/// The keys of the story that the article with a key is in, one for a story of one; empty where
/// there is no such article.
std::vector<std::string> keys_with(const Xapian::Database& database, const std::string& key);

/// By what the articles of a story are ordered.
std::string story_order(const Xapian::Document& document);

}  // namespace nutgraf::index
