#pragma once

#include <string>
#include <string_view>

namespace nutgraf::index {

/// An article's place in a story of several.
struct StoryPlace {
    std::string story;      ///< The key of the story: that of its first article.
    bool is_first = false;  ///< Whether the article is the first of it.

    bool operator==(const StoryPlace&) const = default;
};

/// A place as the value of a document. The values of copies sort behind those of firsts.
std::string encoded_place(const StoryPlace& place);

/// Back from that value. Throws Error for one that is not of that form.
StoryPlace decoded_place(std::string_view value);

/// Where the values of all places begin, and those of the places of copies.
constexpr std::string_view least_place_value = "1";
constexpr std::string_view least_copy_value = "2";

}  // namespace nutgraf::index
