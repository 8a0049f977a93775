#pragma once

#include "searchd/query/syntax.h"
#include "searchd/search/proposals.h"
#include "searchd/search/search_request.h"

#include <xapian.h>

#include <vector>

namespace nutgraf::search {

/// For a request that finds nothing: what to leave out so that it finds something, and how much it
/// finds then. Either one filter; or the clauses, of those joined by AND, that find nothing even
/// alone; or, where each of them finds something, one of them; or, where the query is of words and
/// that finds something else, all but one. In this order, and of clauses that of the query. Empty
/// where there is nothing to leave out, and of a text that is plain only filters are.
///
/// At most `most_relaxations` counts, over the first clauses alone; fewer when the time is up. May
/// throw what Xapian throws on reading.
std::vector<Relaxation> relaxations(const SearchRequest& request, const Xapian::Database& database);

constexpr std::size_t most_relaxations = 6;

}  // namespace nutgraf::search
