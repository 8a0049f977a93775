#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// What a reader sees of an HTML fragment, as plain text: paragraphs with an empty line between
/// them, a line feed for a line break, every other run of white space one space. Scripts, styles
/// and what a page says in place of pictures and forms are left out. Text without any tag keeps its
/// own lines.
///
/// UTF-8 in, UTF-8 out. A fragment that is built to exhaust a reader only loses its tags.
std::string html_text(std::string_view html);

}  // namespace nutgraf::archive
