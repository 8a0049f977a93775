#pragma once

#include <cstddef>
#include <vector>

namespace nutgraf::tests {

/// What one query was answered with, and what could have been.
struct Ranking {
    std::vector<int> grades;  ///< Of the hits in their order; 0 is not relevant, 1 and more is.
    std::vector<int> judged;  ///< The grades of all articles that are relevant to the query.
};

/// How many of the relevant articles are among the first `depth` hits; at most what fits there
/// counts as all. 0 when nothing is relevant, here and below.
double recall_at(const Ranking& ranking, std::size_t depth);

/// One over the rank of the first relevant hit.
double reciprocal_rank(const Ranking& ranking);

/// Normalised discounted cumulative gain of the first `depth` hits: gain 2^grade - 1, discount
/// log2(rank + 1) (Burges et al. 2005, https://doi.org/10.1145/1102351.1102363).
double ndcg_at(const Ranking& ranking, std::size_t depth);

/// The mean over the relevant articles of the precision at their rank, 0 for one not found.
double average_precision(const Ranking& ranking);

}  // namespace nutgraf::tests
