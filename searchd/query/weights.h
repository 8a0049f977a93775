#pragma once

#include <cstddef>

namespace nutgraf::query {

/// THE table of what counts how much in the ranking: chosen on the questions of odd number of three
/// public collections and measured on those of even number; what those collections lack, on
/// corpus/judgements.tsv. docs/ranking.md, "What was tried", tells of the experiments.
struct RankingWeights {
    // BM25. A longer article is held against a text less than usual. Experiment "length".
    double k1 = 1.2;
    double b = 0.6;
    double min_normalised_length = 0.5;

    // A word: its stem counts 1, and in addition the exact form, and the headline. Experiments
    // "exact forms" and "headline", and q34 of the judgements.
    double exact_form = 0.4;
    double title = 0.4;

    // Two words side by side in the query that are so in the article, for the most. Experiment
    // "pairs".
    double pair = 0.4;
    std::size_t most_pairs = 24;

    // Words that are the name of one organisation or person, where they are named. By judgement.
    double named = 0.3;

    // The same where the query finds articles by it that do not have the words: less than the words
    // count where they stand once, so that those come first, and enough to order the others.
    double also_named = 0.1;

    // The most that being new adds, and the age in days at which half of it is left. By
    // judgement.
    double newest = 0.4;
    double half_age = 365;
};

inline constexpr RankingWeights weights;

/// What neighbours are asked, and how much they count: the experiment "neighbours".
struct NeighbourWeights {
    std::size_t hits = 300;       ///< How many of the best are put in a new order.
    std::size_t neighbours = 10;  ///< Of each, the most similar.
    double share = 0.5;           ///< Of the score that is the mean of theirs.
    std::size_t words = 120;      ///< Of an article, the most telling, that are compared.
};

inline constexpr NeighbourWeights neighbour_weights;

}  // namespace nutgraf::query
