#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// A piece of a query's text.
struct Lexeme {
    enum class Kind {
        word,    ///< A run without spaces; may hold any character but quotes and parentheses.
        phrase,  ///< What stands between quotes.
        field,   ///< A field's name, before what is looked for in it; the colon is taken off.
        open,
        close,
        operator_and,
        operator_or,
        operator_not,
        operator_near,  ///< NEAR, NEAR/5, ADJ, ADJ/5, /s, /p.
        weight,         ///< "^3" right behind a closing quote or parenthesis.
        end,
    };
    Kind kind = Kind::end;
    std::size_t position = 0;      ///< First byte in the query's text.
    std::string_view text;         ///< Borrowed from the query's text.
    bool is_unclosed = false;      ///< A phrase whose closing quote is missing.
    std::string_view within = {};  ///< The digits of a "~5" right behind a phrase's closing quote.
    std::size_t quote_bytes = 0;   ///< Of a phrase's opening quote, between `position` and `text`.

    bool operator==(const Lexeme&) const = default;
};

/// Cuts a query's text into pieces; the last is always `end`. Never fails: what has no meaning is a
/// word. The pieces borrow the text.
///
/// Straight, curly, low, angle and East Asian double quotes all open and close phrases, also
/// mismatched; one within a Hebrew word is part of it. AND, OR, NOT, NEAR and ADJ count in capitals
/// only, "|" is OR; "-" is NOT after a space, an opening parenthesis or at the beginning, when
/// something follows it at once. `is_field` tells which names before a colon are fields.
std::vector<Lexeme> lexemes(std::string_view text, bool (*is_field)(std::string_view name));

/// The runs of a text between its spaces, of whatever kind and width; none when it is blank.
std::vector<std::string_view> runs_without_spaces(std::string_view text);

}  // namespace nutgraf::query
