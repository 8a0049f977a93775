#pragma once

#include <cstdint>

namespace nutgraf::analyzers {

/// What a code point does at the borders of words: the Word_Break property of
/// UAX #29 (https://unicode.org/reports/tr29/), reduced to what our rules ask.
enum class WordClass : std::uint8_t {
    none,        ///< Ends a word: spaces, most punctuation, symbols.
    lower,       ///< A letter that is not upper case.
    upper,       ///< An upper- or title-case letter.
    hebrew,      ///< A Hebrew letter.
    digit,       ///< A numeric character.
    single,      ///< A word of its own: Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
    extend,      ///< Belongs to what stands before it: marks, soft hyphens, zero-width characters.
    apostrophe,  ///< ' or ’ or ＇: joins letters; before a last s, a possessive.
    full_stop,   ///< Joins letters or digits, with rules of our own.
    mid_letter,  ///< Joins letters: · and its like, but not the colon.
    mid_number,  ///< Joins digits: comma, semicolon.
    mid_either,  ///< Joins letters, or digits: ‘ and the full stop's like.
    quote,       ///< Joins Hebrew letters: the keyboard's ", in place of a gershayim.
    underscore,  ///< Joins letters and digits: _ and its like, but not the narrow no-break space.
    ampersand,   ///< Joins capitals: AT&T.
    hyphen,      ///< Splits a word, and glues its parts: - ‐ ‑.
};

/// The class of a code point. Constant time, from a table made at the first call. Thread-safe.
WordClass word_class(char32_t code_point);

inline bool is_letter(WordClass c) {
    return c == WordClass::lower || c == WordClass::upper || c == WordClass::hebrew;
}
inline bool is_alphanumeric(WordClass c) {
    return is_letter(c) || c == WordClass::digit;
}

}  // namespace nutgraf::analyzers
