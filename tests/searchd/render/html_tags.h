#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::test {

/// A tag of a page.
struct Tag {
    std::string name;
    bool is_closing = false;
    std::map<std::string, std::string> attributes;  ///< Values with their entities read.

    /// The tag without its values: "a class href", "/a".
    std::string shape() const;
};

/// What a page consists of when it is read more strictly than any browser would.
struct ReadPage {
    std::vector<Tag> tags;
    std::string text;  ///< What stands between the tags, entities read.

    /// The shapes of all tags, one a line.
    std::string shape() const;
};

/// Reads a page. Throws std::runtime_error, with the place, where a "<" begins no tag with quoted
/// attributes each given once, or a "&" none of the five entities that the pages use.
ReadPage read_page(std::string_view html);

/// The markup within the first element whose opening tag holds a text such as `class="snippet"`,
/// up to the next closing tag of that name. Throws std::runtime_error where there is none.
std::string markup_within(const std::string& html, const std::string& opening);

}  // namespace nutgraf::test
