#pragma once

#include "searchd/query/pattern.h"

#include <xapian.h>

namespace nutgraf::query {

/// The articles that meet a test on where things stand in them, as a query without weight.
///
/// Meant to be joined by OP_FILTER with a query that finds the candidates: it looks at every
/// article it is asked about, at the positions of words in the index and at the mentions in the
/// stored record. Xapian itself can say none of this exactly: its NEAR and PHRASE know neither
/// operands of several words nor anything that must not be near.
Xapian::Query span_query(SpanTest test);

}  // namespace nutgraf::query
