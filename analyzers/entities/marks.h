#pragma once

#include "analyzers/entities/flag_set.h"
#include "analyzers/text/token.h"

#include <cstdint>
#include <string_view>

namespace nutgraf::entities {

/// What may stand between two words of a text.
enum class Mark : std::uint8_t {
    comma,
    stop,  ///< . ! ? …
    semicolon,
    colon,
    opening,  ///< A bracket.
    closing,
    quote,  ///< A quotation mark or an apostrophe, opening or closing.
    dash,
    slash,
    ampersand,
    line_end,
    paragraph_end,  ///< A blank line.
    other,          ///< Bullets, currency signs, emoji.
    space,
};

using Marks = FlagSet<Mark, std::uint16_t>;

/// The marks of a text between the end of a word and the beginning of the next. `word` is the
/// word before; what makes it a possessive is passed over, and an apostrophe in place of a vowel
/// counts as a space.
Marks marks_between(std::string_view text, const analyzers::Token& word, std::size_t next_begin);

/// The marks of a text before its first word.
Marks marks_before(std::string_view text, std::size_t first_begin);

}  // namespace nutgraf::entities
