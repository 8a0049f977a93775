#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// The text of the article that a page is made for: the element whose paragraphs are the longest
/// and have the fewest links, with those beside it that go with it, without what its class or its
/// links show to be furniture. Empty when the page has no text. `title` is left out where it stands
/// as a heading above it.
std::string main_text(const GumboNode& page, std::string_view title);

}  // namespace nutgraf::archive
