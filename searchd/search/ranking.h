#pragma once

#include "searchd/query/syntax.h"
#include "searchd/search/hit.h"

#include <xapian.h>

#include <chrono>
#include <optional>
#include <string>

namespace nutgraf::search {

/// The order hits come in: by relevance only where the query ranks; a query of filters alone, or an
/// empty one, gives the newest first.
Order effective_order(const query::Query& query, Order wanted);

/// By what an order of time compares articles, no two of which have the same: the day their
/// publication begins, and among those of a day the sequence of their last change, the lower first.
/// An article whose date is not known to the month counts as undated and comes last. In order of
/// `newest` the greater key comes first, in that of `oldest` the lesser.
std::string time_key(const Xapian::Document& document, Order order);

/// A query with what ranks its articles besides its words: a bonus of query::bonus_of, which may be
/// empty, and how new they are, counted from a day. Its matches stay what they are.
Xapian::Query ranked(const Xapian::Query& query, const Xapian::Query& bonus,
                     std::optional<std::chrono::sys_days> latest);

/// Sets an enquiry up to rank and order hits. BM25 (Robertson and Zaragoza 2009,
/// https://doi.org/10.1561/1500000019) with the parameters of query::weights.
void set_up_ranking(Xapian::Enquire& enquire, Order order);

}  // namespace nutgraf::search
