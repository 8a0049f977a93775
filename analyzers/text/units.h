#pragma once

#include "analyzers/text/token.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf::analyzers {

/// Where the sentences and the paragraphs of a text begin: the index of each one's first token, in
/// order. Both begin with 0; both are empty for a text without a token.
struct TextUnits {
    std::vector<std::uint32_t> sentences;
    std::vector<std::uint32_t> paragraphs;
};

/// The units of a text, of which `tokens` are the words, in time linear in its size.
///
/// A paragraph ends with its line. A sentence ends with its paragraph, and behind a full stop, an
/// ellipsis, a question or an exclamation mark with a space after it, quotes and brackets between
/// them not counted; the East Asian marks need no space. It does not end before a small letter, nor
/// behind "Mr." and the like, "No." with a number, and single capitals; behind "U.S." and other
/// words with stops in them it does only where a word like "The" or "He" follows.
TextUnits units_of(std::string_view text, const Tokens& tokens);

}  // namespace nutgraf::analyzers
