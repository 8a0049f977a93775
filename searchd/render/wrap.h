#pragma once

#include "searchd/search/hit.h"

#include <cstddef>
#include <string>

namespace nutgraf::render {

/// How a text is laid out on a terminal.
struct Wrapping {
    std::size_t width = 100;   ///< Columns, one a code point.
    std::size_t indent = 0;    ///< Spaces before every line but the first, which has them already.
    bool is_coloured = false;  ///< Marks are set off by colour; otherwise not at all.
};

/// The text broken between words into lines of the width, its own line feeds kept, marks coloured,
/// and nothing in it that could command a terminal. A word longer than a line is left whole.
std::string wrapped(const search::MarkedText& marked, const Wrapping& wrapping);

}  // namespace nutgraf::render
