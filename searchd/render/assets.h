#pragma once

#include <string_view>

namespace nutgraf::render {

/// A file served beside the pages, compiled into the program.
struct Asset {
    std::string_view name;          ///< "style.css"; served as "/assets/style.css".
    std::string_view content_type;  ///< Without a charset: texts are UTF-8.
    std::string_view bytes;
    std::string_view digest;  ///< Of the bytes: good for an ETag, and pages ask with "?v=" it.
};

/// The asset of that name; null when there is none. Lives as long as the program.
const Asset* asset_named(std::string_view name);

/// A template of the pages, by the name of its file: "search.html". Throws Error for another name.
std::string_view page_template(std::string_view name);

}  // namespace nutgraf::render
