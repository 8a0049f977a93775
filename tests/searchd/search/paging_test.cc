#include "searchd/search/paging.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_paging_test {

using namespace nutgraf;
using namespace nutgraf::search;
using nutgraf::tests::ScratchIndex;
using nutgraf::tests::TestArticle;

namespace {

/// Articles of which many share a day, a month or a wording, and some have no date.
std::vector<TestArticle> lookalikes(int first, int last) {
    std::vector<TestArticle> articles;
    for (int i = first; i < last; ++i) {
        const std::string date = i % 5 == 0   ? ""
                                 : i % 3 == 0 ? "2019-05"
                                              : fmt::format("2019-05-0{}", 1 + i % 2);
        articles.push_back(
            {fmt::format("a{}", i), "A strike", "The harbour strike goes on.", date});
    }
    return articles;
}

SearchRequest strike(Order order, std::size_t limit) {
    SearchRequest request;
    request.text = "strike";
    request.order = order;
    request.limit = limit;
    return request;
}

std::vector<std::string> ids_of(const Page& page) {
    std::vector<std::string> ids;
    for (const Hit& hit : page.results.hits) ids.push_back(hit.id);
    return ids;
}

/// The ids on all pages from a cursor on, one after another.
std::vector<std::string> ids_behind(Searcher& searcher, const SearchRequest& request,
                                    std::string cursor) {
    std::vector<std::string> all;
    do {
        const auto page = searcher.page(request, cursor);
        REQUIRE(page);
        const auto ids = ids_of(*page);
        all.insert(all.end(), ids.begin(), ids.end());
        cursor = page->next;
    } while (!cursor.empty());
    return all;
}

}  // namespace

TEST_CASE("a cursor says what its position says, and no character of it can be changed") {
    const PagePosition position{"0a1b2c3d4e5f", "00112233aabb", "ffeeddccbbaa", 12345,
                                "01800046a5"};
    const std::string cursor = to_cursor(position);
    CHECK(position_in(cursor) == position);
    for (std::size_t i = 0; i < cursor.size(); ++i) {
        std::string changed = cursor;
        changed[i] = changed[i] == '0' ? '1' : '0';
        CAPTURE(changed);
        CHECK_FALSE(position_in(changed));
        CHECK_FALSE(position_in(cursor.substr(0, i)));
    }
    for (const char* nonsense : {"", "-", "------", "c1", "x-y-z"})
        CHECK_FALSE(position_in(nonsense));
}

TEST_CASE("pages of any size give every article once, in the order of the whole") {
    const ScratchIndex index(lookalikes(0, 23));
    Searcher searcher(index.path());
    for (const Order order : {Order::relevance, Order::newest, Order::oldest}) {
        const auto whole = searcher.page(strike(order, 100), {});
        REQUIRE(whole);
        CHECK(whole->next.empty());
        CHECK(whole->results.hits.size() == 23);
        for (const std::size_t limit : {1, 4, 22, 23}) {
            CAPTURE(static_cast<int>(order));
            CAPTURE(limit);
            CHECK(ids_behind(searcher, strike(order, limit), {}) == ids_of(*whole));
        }
    }
}

TEST_CASE("a page says how many articles match on all pages, and how many came before it") {
    const ScratchIndex index(lookalikes(0, 23));
    Searcher searcher(index.path());
    for (const Order order : {Order::relevance, Order::newest, Order::oldest}) {
        CAPTURE(static_cast<int>(order));
        const auto first = searcher.page(strike(order, 10), {});
        const auto second = searcher.page(strike(order, 10), first->next);
        CHECK(second->results.total == 23);
        CHECK(second->passed == 10);
    }
}

TEST_CASE("in orders of time, what comes into the index between pages moves nothing") {
    for (const Order order : {Order::newest, Order::oldest}) {
        const ScratchIndex index(lookalikes(0, 23));
        Searcher searcher(index.path());
        const auto before = searcher.page(strike(order, 100), {});
        const auto first = searcher.page(strike(order, 10), {});
        index.add({"early", "A strike", "It began.", "1999-01-01"});
        index.add({"late", "A strike", "It goes on.", "2020-01-01"});
        const auto rest = ids_behind(searcher, strike(order, 10), first->next);
        std::vector<std::string> expected = ids_of(*before);
        expected.erase(expected.begin(), expected.begin() + 10);
        std::vector<std::string> old_ones;
        for (const std::string& id : rest)
            if (id != "early" && id != "late") old_ones.push_back(id);
        CAPTURE(static_cast<int>(order));
        CHECK(old_ones == expected);
        CHECK(rest.size() == expected.size() + 1);  // One of the two has its place behind.
    }
}

TEST_CASE("a cursor is refused for another query or order, and in order of relevance once stale") {
    const ScratchIndex index(lookalikes(0, 9));
    Searcher searcher(index.path());
    const std::string cursor = searcher.page(strike(Order::relevance, 3), {})->next;
    const auto reason = [&](const SearchRequest& request, const std::string& given) {
        try {
            (void)searcher.page(request, given);
        } catch (const CursorRefused& error) {
            return error.reason() == CursorRefused::Reason::is_expired ? "expired" : "foreign";
        }
        return "taken";
    };
    SearchRequest other = strike(Order::relevance, 3);
    other.text = "harbour";
    SearchRequest narrower = strike(Order::relevance, 3);
    narrower.sources = {"Courier"};
    CHECK(reason(strike(Order::relevance, 5), cursor) == "taken");
    CHECK(reason(other, cursor) == "foreign");
    CHECK(reason(narrower, cursor) == "foreign");
    CHECK(reason(strike(Order::newest, 3), cursor) == "foreign");
    CHECK(reason(strike(Order::relevance, 3), "nonsense") == "foreign");
    index.add({"late", "A strike", "It goes on.", "2020-01-01"});
    CHECK(reason(strike(Order::relevance, 3), cursor) == "expired");
}

TEST_CASE("a list gives every article that matches once, however it is read") {
    const ScratchIndex index(lookalikes(0, 9));
    Searcher searcher(index.path());
    const auto list = searcher.list(strike(Order::relevance, 1));
    REQUIRE(list);
    CHECK(list->documents.size() == 9);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < 12; i += 4)
        for (const ArticleView& view : searcher.articles(*list, i, 4))
            ids.push_back(view.article.id);
    CHECK(ids == std::vector<std::string>{"a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"});
}

}  // namespace nutgraf::tests::in_paging_test
