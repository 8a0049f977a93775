#pragma once

#include "analyzers/entities/reading.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// Words of a text between two blank lines, or of one line where lines are not wrapped.
struct Paragraph {
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    std::uint32_t begin = 0;  ///< Bytes, [begin, end), with the marks around its words.
    std::uint32_t end = 0;
    /// Whether it ends as sentences do: not a headline, a caption or a button.
    bool is_running_text = false;
};

/// Overwrites `paragraphs` with those of a text, in order. All its words are in them.
void find_paragraphs(const Reading& text, std::vector<Paragraph>& paragraphs);

}  // namespace nutgraf::entities
