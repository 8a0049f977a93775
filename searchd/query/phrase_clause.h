#pragma once

#include "searchd/query/clause.h"
#include "searchd/query/lexer.h"
#include "searchd/query/syntax.h"

#include <optional>

namespace nutgraf::query {

/// The query of what stands between quotes: a Phrase, with a "~5" a Within, for an entity alone an
/// Entity. One with hyphens is also looked for with its hyphenated words joined. Empty, with a
/// note, when there is no word in it. Throws LimitBroken for a "~500".
std::optional<Query> query_of_phrase(const Lexeme& lexeme, const Scope& scope,
                                     ClauseReader& clauses);

/// What a phrase of a source or a section was read as, where the field must have no other words.
Query as_whole(Query query);

/// Whether a field can be asked for as a whole: the source and the section.
bool may_be_whole(std::string_view field);

}  // namespace nutgraf::query
