#include "searchd/search/stories.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

namespace nutgraf::tests::in_stories_test {

using namespace nutgraf;
using namespace nutgraf::search;
using nutgraf::tests::ScratchIndex;
using nutgraf::tests::TestArticle;

namespace {

/// Thirty words of a story, and "strike" in each.
std::string report(int story) {
    std::string text = "strike";
    for (int i = 0; i < 30; ++i) text += fmt::format(" word{}x{}", story, i);
    return text;
}

/// Stories 0 to `count` - 1, of which story k has 1 + k % 4 articles, days apart; "k.0" is the
/// first. Their articles come in mixed up.
std::vector<TestArticle> syndicated(int count) {
    std::vector<TestArticle> articles;
    for (int copy = 3; copy >= 0; --copy)
        for (int story = 0; story < count; ++story)
            if (copy <= story % 4)
                articles.push_back({fmt::format("{}.{}", story, copy),
                                    fmt::format("Paper {}", copy),
                                    report(story) + fmt::format("\nPrinted by paper {}.", copy),
                                    fmt::format("2019-{:02}-{:02}", 1 + copy, 1 + story)});
    return articles;
}

SearchRequest collapsed(Order order, std::size_t limit) {
    SearchRequest request;
    request.text = "strike";
    request.order = order;
    request.limit = limit;
    request.collapse = Collapse::story;
    return request;
}

std::vector<std::string> ids_of(const Results& results) {
    std::vector<std::string> ids;
    for (const Hit& hit : results.hits) ids.push_back(hit.id);
    return ids;
}

std::vector<std::string> ids_on_pages(Searcher& searcher, const SearchRequest& request) {
    std::vector<std::string> all;
    std::string cursor;
    do {
        const auto page = searcher.page(request, cursor);
        REQUIRE(page);
        CHECK(page->passed == all.size());
        for (const std::string& id : ids_of(page->results)) all.push_back(id);
        cursor = page->next;
    } while (!cursor.empty());
    return all;
}

std::vector<std::string> found(Searcher& searcher, const std::string& text) {
    SearchRequest request;
    request.text = text;
    request.order = Order::oldest;
    request.limit = 100;
    return ids_of(*searcher.search(request));
}

}  // namespace

TEST_CASE("an answer has a row for each story, and counts articles and rows") {
    const ScratchIndex index(syndicated(12));
    Searcher searcher(index.path());
    for (const Order order : {Order::relevance, Order::newest, Order::oldest}) {
        CAPTURE(static_cast<int>(order));
        const auto results = searcher.search(collapsed(order, 100));
        CHECK(results->total == 30);
        CHECK(results->stories == 12);
        CHECK(results->hits.size() == 12);
        std::set<std::string> stories;
        std::uint64_t articles = 0;
        for (const Hit& hit : results->hits) {
            stories.insert(hit.story.id);
            articles += 1 + hit.story.copies;
        }
        CHECK(stories.size() == 12);
        CHECK(articles == 30);
    }
    SearchRequest all = collapsed(Order::relevance, 100);
    all.collapse = Collapse::none;
    CHECK(searcher.search(all)->hits.size() == 30);
    CHECK(searcher.search(all)->stories == 30);
}

TEST_CASE("of a story the row is the article that comes first in the order and matches") {
    const ScratchIndex index(syndicated(4));
    Searcher searcher(index.path());
    using Ids = std::vector<std::string>;
    CHECK(ids_of(*searcher.search(collapsed(Order::newest, 9))) == Ids{"3.3", "2.2", "1.1", "0.0"});
    CHECK(ids_of(*searcher.search(collapsed(Order::oldest, 9))) == Ids{"0.0", "1.0", "2.0", "3.0"});
    SearchRequest printed = collapsed(Order::newest, 9);
    printed.text = "\"paper 1\"";
    const auto results = searcher.search(printed);
    CHECK(ids_of(*results) == Ids{"3.1", "2.1", "1.1"});
    CHECK(results->total == 3);
    CHECK(results->stories == 3);
    CHECK(results->hits.front().story.copies == 3);  // Whether they match or not.
}

TEST_CASE("pages of any size give every story once, in the order of the whole") {
    const ScratchIndex index(syndicated(23));
    Searcher searcher(index.path());
    for (const Order order : {Order::relevance, Order::newest, Order::oldest})
        for (const Rerank rerank : {Rerank::none, Rerank::neighbours}) {
            SearchRequest request = collapsed(order, 100);
            request.rerank = rerank;
            const auto whole = ids_of(*searcher.search(request));
            CHECK(whole.size() == 23);
            for (const std::size_t limit : {1, 5, 22, 23}) {
                CAPTURE(static_cast<int>(order));
                CAPTURE(limit);
                request.limit = limit;
                CHECK(ids_on_pages(searcher, request) == whole);
                request.offset = 7;
                const auto page = ids_of(*searcher.search(request));
                CHECK(page.front() == whole[7]);
                request.offset = 0;
            }
        }
}

TEST_CASE("a cursor of stories is none of articles") {
    const ScratchIndex index(syndicated(12));
    Searcher searcher(index.path());
    SearchRequest request = collapsed(Order::newest, 3);
    const std::string cursor = searcher.page(request, {})->next;
    request.collapse = Collapse::none;
    CHECK_THROWS_AS((void)searcher.page(request, cursor), CursorRefused);
}

TEST_CASE("counts by facet and time are of articles, collapsed or not") {
    const ScratchIndex index(syndicated(12));
    Searcher searcher(index.path());
    SearchRequest request = collapsed(Order::relevance, 5);
    request.facets = {FacetField::source, FacetField::year};
    request.histogram = HistogramWish{TimeUnit::month};
    const auto rows = searcher.search(request);
    request.collapse = Collapse::none;
    const auto articles = searcher.search(request);
    CHECK(rows->facets == articles->facets);
    CHECK(rows->histogram == articles->histogram);
    CHECK(rows->facets.front().values.front().count == 30);
}

TEST_CASE("originals, copies and the articles of a story are found by query") {
    const ScratchIndex index(syndicated(4));
    Searcher searcher(index.path());
    using Ids = std::vector<std::string>;
    CHECK(found(searcher, "is:original") == Ids{"0.0", "1.0", "2.0", "3.0"});
    CHECK(found(searcher, "is:copy") == Ids{"1.1", "2.1", "3.1", "2.2", "3.2", "3.3"});
    CHECK(found(searcher, "strike -is:original").size() == 6);
    const std::string story = searcher.search(collapsed(Order::oldest, 9))->hits[2].story.id;
    CHECK(found(searcher, "story:" + story) == Ids{"2.0", "2.1", "2.2"});
    CHECK(found(searcher, "story:" + story + " \"paper 1\"") == Ids{"2.1"});
    // Any of its articles stands for a story; and an article without copies is one.
    CHECK(found(searcher, "story:" + archive::key_of("2.1")) == Ids{"2.0", "2.1", "2.2"});
    CHECK(found(searcher, "story:" + archive::key_of("0.0")) == Ids{"0.0"});
    CHECK(found(searcher, "story:" + archive::key_of("not there")).empty());
}

TEST_CASE("words are marked in the articles of a story too") {
    const ScratchIndex index(syndicated(4));
    Searcher searcher(index.path());
    SearchRequest request;
    request.text = "strike is:copy story:" + archive::key_of("3.1");
    const auto results = searcher.search(request);
    REQUIRE(results->hits.size() == 3);
    CHECK(results->hits.front().snippets.front().passage.marks.size() == 1);
}

TEST_CASE("a story is shown in the order of its dates, with the longest, and two compared") {
    const ScratchIndex index(syndicated(4));
    index.add({"3.undated", "Paper 9", report(3) + "\nMore and more of it.", ""});
    Searcher searcher(index.path());
    const auto story = searcher.story({archive::key_of("3.1"), {}, {}});
    REQUIRE(story);
    std::vector<std::string> ids;
    for (const StoryCopy& copy : story->copies) ids.push_back(copy.id);
    CHECK(ids == std::vector<std::string>{"3.0", "3.1", "3.2", "3.3", "3.undated"});
    CHECK(story->id == "s_" + archive::key_of("3.0"));
    CHECK(story->latest == archive::key_of("3.3"));
    CHECK(story->copies[story->longest].id == "3.undated");
    REQUIRE(story->diff);
    CHECK(story->diff->before == 0);
    CHECK(story->diff->after == 4);
    const auto other = searcher.story({"s_" + archive::key_of("3.0"), "3.2", "3.1"});
    REQUIRE(other);
    CHECK(other->diff->before == 2);
    CHECK(other->diff->after == 1);
    CHECK(other->diff->rows.size() == 2);
    CHECK(other->diff->rows.back().kind == DiffRow::Kind::changed);
}

TEST_CASE("a story of one article has nothing to compare, and none is none") {
    const ScratchIndex index(syndicated(4));
    Searcher searcher(index.path());
    const auto alone = searcher.story({"0.0", {}, {}});
    REQUIRE(alone);
    CHECK(alone->copies.size() == 1);
    CHECK_FALSE(alone->diff);
    CHECK_FALSE(searcher.story({"not there", {}, {}}));
    CHECK_FALSE(searcher.story({"3.0", "0.0", {}}));
    CHECK_FALSE(searcher.story({"3.0", {}, "1.0"}));
}

TEST_CASE("a hit lists its other copies where that is asked for") {
    const ScratchIndex index(syndicated(4));
    Searcher searcher(index.path());
    SearchRequest request = collapsed(Order::newest, 1);
    CHECK(searcher.search(request)->hits.front().story.lines.empty());
    request.has_listed_copies = true;
    const HitStory story = searcher.search(request)->hits.front().story;
    REQUIRE(story.lines.size() == 3);
    CHECK(story.lines.front().key == archive::key_of("3.0"));
    CHECK(story.lines.front().title == "Paper 0");
}

}  // namespace nutgraf::tests::in_stories_test
