#pragma once

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

/// A set of marks.
class Marks {
public:
    constexpr Marks() = default;
    template <class... Rest>
    constexpr explicit Marks(Mark first, Rest... rest) {
        add(first);
        (add(rest), ...);
    }

    constexpr bool has(Mark mark) const { return (bits_ >> static_cast<unsigned>(mark) & 1U) != 0; }
    constexpr bool has_any(Marks marks) const { return (bits_ & marks.bits_) != 0; }
    /// Whether nothing is there beside these.
    constexpr bool has_only(Marks marks) const { return (bits_ & ~marks.bits_) == 0; }
    constexpr void add(Mark mark) {
        bits_ = static_cast<std::uint16_t>(bits_ | 1U << static_cast<unsigned>(mark));
    }

private:
    std::uint16_t bits_ = 0;
};

/// The marks of a text between the end of a word and the beginning of the next. `word` is the
/// word before; what makes it a possessive is passed over, and an apostrophe in place of a vowel
/// counts as a space.
Marks marks_between(std::string_view text, const analyzers::Token& word, std::size_t next_begin);

/// The marks of a text before its first word.
Marks marks_before(std::string_view text, std::size_t first_begin);

}  // namespace nutgraf::entities
