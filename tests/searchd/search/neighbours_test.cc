#include "searchd/search/neighbours.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace nutgraf::tests::in_neighbours_test {

using namespace nutgraf;
using search::Rerank;
using tests::ScratchIndex;
using tests::TestArticle;

namespace {

search::Results found(const ScratchIndex& index, Rerank rerank, std::size_t limit = 100,
                      std::size_t offset = 0) {
    const auto results =
        search::Searcher(index.path())
            .search({.text = "flood", .rerank = rerank, .limit = limit, .offset = offset});
    REQUIRE(results);
    return *results;
}

std::vector<std::string> ids_of(const search::Results& results) {
    std::vector<std::string> ids;
    for (const search::Hit& hit : results.hits) ids.push_back(hit.id);
    return ids;
}

std::size_t rank_of(const search::Results& results, const std::string& id) {
    const auto ids = ids_of(results);
    return static_cast<std::size_t>(std::ranges::find(ids, id) - ids.begin());
}

/// Ten reports of a flood, a report that has the word but once, and an article of no like that has
/// it as often.
std::vector<TestArticle> reports() {
    const std::string river = "river bridge bank rescue boats mayor rain water ";
    std::vector<TestArticle> articles;
    for (int i = 0; i < 10; ++i)
        articles.push_back({"report" + std::to_string(i), "flood",
                            "flood " + river + "flood town" + std::to_string(i)});
    articles.push_back({"unlike", "news", "flood offers letters mail box shop spam sale tin x y"});
    articles.push_back({"like", "news", "flood " + river + "story teller"});
    return articles;
}

}  // namespace

TEST_CASE("of two articles that are as good the one comes first that the best ones are like") {
    const ScratchIndex index(reports());
    const auto plain = found(index, Rerank::none);
    const auto smoothed = found(index, Rerank::neighbours);
    CHECK(plain.total == smoothed.total);
    CHECK(rank_of(plain, "unlike") < rank_of(plain, "like"));  // The same score, taken in first.
    CHECK(rank_of(smoothed, "like") < rank_of(smoothed, "unlike"));
}

TEST_CASE("a new order loses no hit, and its pages and scores go on") {
    std::vector<TestArticle> articles = reports();
    for (int i = 0; i < 320; ++i)
        articles.push_back({"more" + std::to_string(i), "", "flood " + std::to_string(i % 7)});
    const ScratchIndex index(articles);
    const auto all = found(index, Rerank::neighbours, articles.size());
    const auto ids = ids_of(all);
    CHECK(std::set(ids.begin(), ids.end()).size() == articles.size());
    CHECK(std::ranges::is_sorted(all.hits, std::greater(), &search::Hit::score));
    std::vector<std::string> paged;
    for (std::size_t offset = 0; offset < articles.size(); offset += 37)
        for (const std::string& id : ids_of(found(index, Rerank::neighbours, 37, offset)))
            paged.push_back(id);
    CHECK(paged == ids);
}

TEST_CASE("one hit, none, and hits without a word stay as they are") {
    const ScratchIndex index({{"a", "flood", ""}, {"b", "", "wall"}});
    CHECK(ids_of(found(index, Rerank::neighbours)) == std::vector<std::string>{"a"});
    std::vector<search::RankedDocument> none;
    search::rank_by_neighbours(Xapian::Database(), none);
    CHECK(none.empty());
}

}  // namespace nutgraf::tests::in_neighbours_test
