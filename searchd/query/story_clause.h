#pragma once

#include "searchd/query/syntax.h"

#include <optional>
#include <string_view>

namespace nutgraf::query {

/// Whether a field asks for stories and copies: "story" and "is".
bool is_story_field(std::string_view name);

/// Reads what stands after "story:", the id of a story or the key of one of its articles, or after
/// "is:", "original" or "copy". Empty when the text is none of this.
std::optional<Query> parse_story(std::string_view field, std::string_view text);

/// What can stand after such a field, in words.
std::string_view story_values(std::string_view field);

}  // namespace nutgraf::query
