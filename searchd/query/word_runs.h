#pragma once

#include "searchd/query/syntax.h"

#include <vector>

namespace nutgraf::query {

/// The words that stand side by side in a query, run by run in its order: bare words of the title
/// and the text among the parts of an AND or an OR, also those that are a name. Stop words belong
/// to no run and end one there. What is negated has none. They point into the query.
std::vector<std::vector<const Word*>> word_runs(const Query& query);

}  // namespace nutgraf::query
