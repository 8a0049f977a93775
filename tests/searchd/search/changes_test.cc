#include "indexer/index/index_writer.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_changes_test {

using namespace nutgraf;
using search::ChangeRange;
using search::Searcher;
using tests::ScratchIndex;

namespace {

using Ids = std::vector<std::string>;

/// "1" to "6", of which the even ones are about gold.
ScratchIndex numbered_index() {
    std::vector<tests::TestArticle> articles;
    for (int i = 1; i <= 6; ++i)
        articles.push_back({std::to_string(i), "News", i % 2 == 0 ? "gold" : "silver"});
    return ScratchIndex(articles);
}

search::ChangedHits found(Searcher& searcher, const std::string& text, const ChangeRange& range) {
    auto hits = searcher.matches_between({.text = text}, range);
    REQUIRE(hits);
    return *hits;
}

Ids ids(Searcher& searcher, const std::string& text, const ChangeRange& range) {
    Ids ids;
    for (const search::ChangedHit& hit : found(searcher, text, range).hits)
        ids.push_back(hit.hit.id);
    return ids;
}

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

}  // namespace

TEST_CASE("the changes in a half-open range that match come in their order, exactly") {
    const ScratchIndex index = numbered_index();
    Searcher searcher(index.path());
    struct Case {
        ChangeRange range;
        Ids ids;
        std::uint64_t total;
    };
    const Case cases[] = {
        {{0, 6}, {"2", "4", "6"}, 3},
        {{2, 6}, {"4", "6"}, 2},
        {{1, 2}, {"2"}, 1},
        {{0, 5}, {"2", "4"}, 2},
        {{6, 6}, {}, 0},
        {{6, 2}, {}, 0},
        {{0, 99}, {"2", "4", "6"}, 3},
        {{0, 6, 2}, {"2", "4"}, 3},
        {{0, 6, 0}, {}, 3},
        {{0, 6, 2, true}, {"6", "4"}, 3},
    };
    for (const Case& c : cases) {
        CAPTURE(c.range.after);
        CAPTURE(c.range.up_to);
        CAPTURE(c.range.limit);
        CHECK(ids(searcher, "gold", c.range) == c.ids);
        CHECK(found(searcher, "gold", c.range).total == c.total);
    }
    CHECK(ids(searcher, "", {3, 6}) == Ids{"4", "5", "6"});
    CHECK(ids(searcher, "platinum", {0, 6}).empty());
    CHECK(!searcher.matches_between({.text = "x", .from = "soon"}, {0, 6}));
}

TEST_CASE("a changed article stands where its last change is, and a removed one nowhere") {
    const ScratchIndex index = numbered_index();
    Searcher searcher(index.path());
    const search::IndexState before = searcher.state();
    CHECK(before.sequence == 6);
    index.add({"2", "News", "more gold"});
    {
        index::IndexWriter writer(index.path());
        writer.remove("4", {});
        writer.commit();
    }
    CHECK(ids(searcher, "gold", {0, 6}) == Ids{"6"});
    CHECK(ids(searcher, "gold", {0, 99}) == Ids{"6", "2"});
    const auto last = found(searcher, "gold", {6, 99});
    CHECK(last.hits.front().sequence == 7);
    CHECK(last.state == searcher.state());
    CHECK(last.state.uuid == before.uuid);
    CHECK(searcher.missing({"1", "2", "4", "99"}) == Ids{"4", "99"});
}

TEST_CASE("silent changes are in no range, and keep nothing from those who have yet to look") {
    const ScratchIndex index = numbered_index();
    Searcher searcher(index.path());
    const auto add_silently = [&](const std::vector<tests::TestArticle>& articles) {
        index::IndexWriter writer(index.path(), {.is_silent = true});
        for (const tests::TestArticle& article : articles)
            writer.add(tests::article_of(article), noon);
        writer.commit();
    };
    add_silently({{"7", "News", "gold"}, {"4", "News", "more gold"}, {"8", "News", "gold"}});
    CHECK(ids(searcher, "gold", {0, 99}) == Ids{"2", "4", "6"});
    CHECK(ids(searcher, "more", {3, 4}) == Ids{"4"});
    CHECK(ids(searcher, "gold", {6, 99}).empty());
    add_silently({{"7", "News", "gold again"}, {"7", "News", "gold, again and again"}});
    CHECK(ids(searcher, "gold", {6, 99}).empty());
    // The seventh change is gone: two others took its place.
    CHECK(searcher.sequence_before(noon) == 7);
    // What changes after that is news, once.
    index.add({"7", "News", "gold at last"});
    CHECK(ids(searcher, "gold", {6, 99}) == Ids{"7"});
    CHECK(found(searcher, "gold", {6, 99}).hits.front().sequence == 12);
    add_silently({{"7", "News", "gold at the very last"}});
    CHECK(ids(searcher, "gold", {11, 12}) == Ids{"7"});
    CHECK(searcher.search({.text = "gold"})->total == 5);
}

TEST_CASE("hits of changes are marked as those of a search") {
    const ScratchIndex index({{"1", "Gold", "All that glitters."}});
    Searcher searcher(index.path());
    const auto hits = found(searcher, "gold", {0, 1}).hits;
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().hit.title == search::MarkedText{"Gold", {{0, 4}}});
    CHECK(hits.front().hit.snippets.front().passage.text == "All that glitters.");
}

TEST_CASE("an instant leads to the sequence before the first change taken in from then on") {
    const ScratchIndex index;
    index::IndexWriter writer(index.path());
    for (int i = 0; i < 3; ++i)
        writer.add(tests::article_of({std::to_string(i), "News", "gold"}),
                   noon + std::chrono::hours(i));
    writer.commit();
    Searcher searcher(index.path());
    CHECK(searcher.sequence_before({}) == 0);
    CHECK(searcher.sequence_before(noon) == 0);
    CHECK(searcher.sequence_before(noon + std::chrono::seconds(1)) == 1);
    CHECK(searcher.sequence_before(noon + std::chrono::hours(2)) == 2);
    CHECK(searcher.sequence_before(noon + std::chrono::hours(3)) == 3);
}

}  // namespace nutgraf::tests::in_changes_test
