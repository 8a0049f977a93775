#pragma once

#include "searchd/query/syntax.h"
#include "searchd/search/hit.h"

#include <xapian.h>

namespace nutgraf::search {

/// The order hits come in: by relevance only where the query ranks; a query of filters alone, or an
/// empty one, gives the newest first.
Order effective_order(const query::Query& query, Order wanted);

/// Sets an enquiry up to rank and order hits. BM25 (Robertson and Zaragoza 2009,
/// https://doi.org/10.1561/1500000019) with k1 1.2 and b 0.75.
void set_up_ranking(Xapian::Enquire& enquire, Order order);

}  // namespace nutgraf::search
