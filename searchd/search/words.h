#pragma once

#include "analyzers/text/token.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// The words of one text, and the hyphenated ones taken as one word. Borrows the text.
struct Words {
    explicit Words(std::string_view content);

    /// A word as it is written.
    std::string_view written(std::size_t token) const;

    /// The first word from `at` on whose folded form begins with one of two bytes, or whose stem
    /// may begin with another, as behind an elided article; their number when none is left.
    std::size_t next(std::size_t at, char first, char second) const;

    std::string_view text;
    analyzers::Tokens tokens;
    std::vector<analyzers::Compound> compounds;
    std::size_t first_paragraph = 0;  ///< Its words.

private:
    void mark_inner(std::string_view apostrophe);

    std::string initials_;  // The first byte of each word's folded form; 0: look closer.
};

}  // namespace nutgraf::search
