#pragma once

#include "searchd/query/lexer.h"
#include "searchd/query/syntax.h"

#include <optional>
#include <vector>

namespace nutgraf::query {

/// Makes words of the operators in a text that was pasted all in capitals, "EU AND US AGREE ON A
/// DEAL OR TWO", and notes it; empty when the text is none or has no operator.
///
/// It is one when it has more than four words and no small letter, quote, parenthesis, bar or
/// field, and somewhere two words without an operator between them: who writes operators between
/// all of their capitals means them.
std::optional<Note> read_capitals_as_text(std::vector<Lexeme>& lexemes);

}  // namespace nutgraf::query
