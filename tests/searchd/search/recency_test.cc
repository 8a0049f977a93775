#include "searchd/search/recency.h"

#include "searchd/query/weights.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_recency_test {

using namespace nutgraf;
using search::worth_of_age;
using std::chrono::days;
using tests::ScratchIndex;

namespace {

constexpr std::chrono::sys_days today(std::chrono::year(2024) / 6 / 1);

std::string found(const ScratchIndex& index, const std::string& text) {
    const auto results =
        search::Searcher(index.path()).search({.text = text, .parse = {.today = today}});
    REQUIRE(results);
    std::string ids;
    for (const search::Hit& hit : results->hits) ids += (ids.empty() ? "" : " ") + hit.id;
    return ids;
}

}  // namespace

TEST_CASE("being new is worth less and less, and never more than its bound") {
    const double most = query::weights.newest;
    CHECK(worth_of_age(days(0)) == most);
    CHECK(worth_of_age(days(-5)) == most);
    CHECK(worth_of_age(days(365)) == doctest::Approx(most / 2));
    double before = most;
    for (int age = 1; age < 40'000; age += 97) {
        CAPTURE(age);
        const double worth = worth_of_age(days(age));
        CHECK(worth < before);
        CHECK(worth > 0);
        before = worth;
    }
}

TEST_CASE("of articles that are as good the newer comes first, and last those of no known day") {
    const ScratchIndex index({{"undated", "", "ban one"},
                              {"old", "", "ban one", "1990-01-01"},
                              {"new", "", "ban one", "2024-05-01"},
                              {"year", "", "ban one", "2023"},
                              {"middle", "", "ban one", "2020-05"}});
    CHECK(found(index, "ban") == "new middle old undated year");
}

TEST_CASE("an older article that is clearly better stays above") {
    const ScratchIndex index({{"new", "news", "a ban here and much else beside it", "2024-05-31"},
                              {"old", "ban", "ban of the one", "1990-01-01"},
                              {"more", "other", "words and things"},
                              {"rest", "other", "words and things again"}});
    CHECK(found(index, "ban") == "old new");
}

TEST_CASE("articles of the future take nothing from those of today") {
    const ScratchIndex index({{"today", "", "ban one", "2024-06-01"},
                              {"year", "", "ban one", "2023-06-01"},
                              {"future", "", "ban one", "2999-01-01"}});
    // The future counts as today: the one taken in first comes first.
    CHECK(found(index, "ban") == "today future year");
}

}  // namespace nutgraf::tests::in_recency_test
