#pragma once

#include <xapian.h>

#include <vector>

namespace nutgraf::search {

/// A document and its rank among the hits.
struct RankedDocument {
    Xapian::docid document = 0;
    double score = 0;

    bool operator==(const RankedDocument&) const = default;
};

/// Puts hits in a new order, in which what similar articles score counts as well: half of a score
/// stays an article's own, the other half is the mean of the ten among the hits that are most like
/// it, by the cosine of their telling words. An article that says the same in other words than the
/// query's comes up with those that have them. No score falls below the least of all hits, so that
/// hits that come behind them stay behind. Of two with one score the lesser document comes first.
///
/// Reads the words of every hit: some 0.1 ms each. May throw what Xapian throws on reading.
void rank_by_neighbours(const Xapian::Database& database, std::vector<RankedDocument>& hits);

}  // namespace nutgraf::search
