#pragma once

#include "analyzers/entities/gazetteer.h"
#include "searchd/query/syntax.h"

#include <vector>

namespace nutgraf::query {

/// The query with each of its words, and each of its rows of words joined by AND, that is just one
/// name of one organisation or person made NamedWords; the longest rows first. The query as it is
/// where that would be nested too deep.
///
/// Not so: what stands under a field, a NOT, NEAR or "atleast:", words with a star or a tilde, and
/// phrases with "=", a star or a distance. A single word of Latin letters must be written with a
/// capital by the gazetteer and be no word of its lexicons, and no name may be one that the
/// gazetteer finds only with evidence beside it, nor one of anything else.
Query with_named_words(Query query, const entities::Gazetteer& gazetteer);

/// Every NamedWords of a query, in its order; they live as long as the query.
std::vector<const NamedWords*> named_words_in(const Query& query);

}  // namespace nutgraf::query
