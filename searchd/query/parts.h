#pragma once

#include "searchd/query/syntax.h"

#include <span>

namespace nutgraf::query {

/// The queries that a query is made of, one level down, in its order; none of a leaf. They live as
/// long as the query.
std::span<const Query> parts_of(const Query& query);

/// Whether a query is the speech of somebody, whatever they say, or an OR of nothing but such.
bool is_speech(const Query& query);

}  // namespace nutgraf::query
