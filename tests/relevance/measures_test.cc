#include "tests/relevance/measures.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_measures_test {

using doctest::Approx;
using nutgraf::tests::Ranking;

TEST_CASE("measures are what they are by hand") {
    struct Case {
        Ranking ranking;
        double recall, reciprocal, ndcg, precision;  // Recall at 2, nDCG at 3.
    };
    const Case cases[] = {
        {{{}, {}}, 0, 0, 0, 0},
        {{{0, 0}, {}}, 0, 0, 0, 0},
        {{{}, {3}}, 0, 0, 0, 0},
        {{{3}, {3}}, 1, 1, 1, 1},
        {{{0, 3}, {3}}, 1, 0.5, 0.63093, 0.5},         // 1 / log2(3).
        {{{0, 0, 3}, {3}}, 0, 0.33333, 0.5, 0.33333},  // 1 / log2(4).
        {{{0, 0, 0, 3}, {3}}, 0, 0.25, 0, 0.25},       // Beyond the depth of nDCG.
        {{{1, 3}, {3, 1}}, 1, 1, 0.70981, 1},          // (1 + 7/1.58496) / (7 + 1/1.58496).
        {{{3, 0, 2}, {2, 3, 1}}, 1.0 / 2, 1, 0.90495, 0.55556},
        {{{1, 1, 1, 1}, {1, 1, 1, 1}}, 1, 1, 1, 1},  // Recall: as many as fit.
        {{{2, 0}, {2, 2}}, 0.5, 1, 0.61315, 0.5},
    };
    for (const Case& c : cases) {
        CAPTURE(c.ranking.grades.size());
        CAPTURE(c.ranking.judged.size());
        CHECK(recall_at(c.ranking, 2) == Approx(c.recall).epsilon(0.0001));
        CHECK(reciprocal_rank(c.ranking) == Approx(c.reciprocal).epsilon(0.0001));
        CHECK(ndcg_at(c.ranking, 3) == Approx(c.ndcg).epsilon(0.0001));
        CHECK(average_precision(c.ranking) == Approx(c.precision).epsilon(0.0001));
    }
}

}  // namespace nutgraf::tests::in_measures_test
