#pragma once

#include "searchd/query/clause.h"
#include "searchd/query/lexer.h"
#include "searchd/query/syntax.h"

#include <optional>
#include <string_view>

namespace nutgraf::query {

/// The field of what an article can have: has:quote.
constexpr std::string_view has_field = "has";

/// Reads a phrase as what a speaker says; with a hyphenated word in it as either of two phrases. A
/// phrase without a word leaves the speaker alone, with a note. Throws LimitBroken as phrases do.
Query query_of_speech(const Lexeme& lexeme, const Said& speaker, ClauseReader& clauses);

}  // namespace nutgraf::query
