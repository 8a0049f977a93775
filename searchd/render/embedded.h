#pragma once

#include <span>
#include <string_view>

namespace nutgraf::render {

/// A file of searchd/web as it was when the program was built; the style sheets are one,
/// "style.css".
struct EmbeddedFile {
    std::string_view name;
    std::string_view digest;  ///< 16 hexadecimal digits of the SHA-256 of the content.
    std::string_view content;
};

/// Every file of the pages, by name. Written by searchd/web/embed.py.
std::span<const EmbeddedFile> embedded_files();

}  // namespace nutgraf::render
