#include "searchd/search/ranking.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_ranking_test {

using namespace nutgraf;
using search::Order;
using tests::ScratchIndex;

namespace {

/// The ids a query finds, in order.
std::string found(const ScratchIndex& index, std::string_view text,
                  Order order = Order::relevance) {
    search::SearchRequest request;
    request.text = text;
    request.order = order;
    const auto results = search::Searcher(index.path()).search(request);
    std::string ids;
    for (const search::Hit& hit : results->hits) ids += (ids.empty() ? "" : " ") + hit.id;
    return ids;
}

}  // namespace

TEST_CASE("only a query with words ranks, any other gives the newest first") {
    struct Case {
        std::string text;
        Order expected;
    };
    const Case cases[] = {
        {"huawei", Order::relevance},
        {"\"a b\"", Order::relevance},
        {"secur*", Order::relevance},
        {"a lang:de", Order::relevance},
        {"a OR date:2019", Order::relevance},
        {"-a b", Order::relevance},
        {"", Order::newest},
        {"-a", Order::newest},
        {"lang:de", Order::newest},
        {"date:2019 -a", Order::newest},
        {"id:x OR date:undated", Order::newest},
        {"!!!", Order::newest},
        {"source:courier", Order::newest},  // Was ranked, all articles the same.
        {"by:co* section:\"a b\"", Order::newest},
        {"title:a source:courier", Order::relevance},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto query = tests::query_read(c.text);
        CHECK(search::effective_order(query, Order::relevance) == c.expected);
        CHECK(search::effective_order(query, Order::oldest) == Order::oldest);
        CHECK(search::effective_order(query, Order::newest) == Order::newest);
    }
}

TEST_CASE("a word counts more in the headline than in the text") {
    const ScratchIndex index({{"text", "one two three", "huawei five six"},
                              {"headline", "one huawei three", "four five six"},
                              {"neither", "one two three", "four five six"}});
    CHECK(found(index, "huawei") == "headline text");
}

TEST_CASE("an exact form ranks above a stem") {
    const ScratchIndex index({{"stem", "one", "they ban it"},
                              {"exact", "one", "they banned it"},
                              {"neither", "one", "they saw it"}});
    CHECK(found(index, "banned") == "exact stem");
    CHECK(found(index, "ban") == "stem exact");
}

TEST_CASE("a word counts more where it stands more often, and in a shorter text") {
    const ScratchIndex index({{"once", "", "ban two three four five six"},
                              {"often", "", "ban ban ban four five six"},
                              {"long", "", "ban " + tests::repeated("word ", 40)},
                              {"neither", "", "one two three four five six"}});
    CHECK(found(index, "ban") == "often once long");
}

TEST_CASE("a rare word counts more than a frequent one, several more than one") {
    const ScratchIndex index({{"frequent", "", "huawei one two"},
                              {"rare", "", "zte one two"},
                              {"both", "", "huawei zte two"},
                              {"more", "", "huawei one two"}});
    CHECK(found(index, "huawei OR zte") == "both rare frequent more");
}

TEST_CASE("in order of time the undated come last, whichever end is first") {
    const ScratchIndex index({{"undated", "", "ban"},
                              {"may", "", "ban", "2019-05"},
                              {"tenth", "", "ban", "2019-05-10"},
                              {"old", "", "ban", "1950-01-01"},
                              {"year", "", "ban", "2019"},  // Over a month: counts as undated.
                              {"new", "", "ban", "2020-01-01"}});
    CHECK(found(index, "ban", Order::newest) == "new tenth may old undated year");
    CHECK(found(index, "ban", Order::oldest) == "old may tenth new undated year");
    CHECK(found(index, "") == "new tenth may old undated year");
    CHECK(found(index, "lang:en") == "new tenth may old undated year");
}

TEST_CASE("hits have scores only when they are ordered by relevance") {
    const ScratchIndex index({{"a", "", "ban", "2019-05-10"}, {"b", "ban", "ban", "2019-05-09"}});
    search::Searcher searcher(index.path());
    for (const Order order : {Order::relevance, Order::newest, Order::oldest}) {
        search::SearchRequest request;
        request.text = "ban";
        request.order = order;
        const auto results = searcher.search(request);
        REQUIRE(results->hits.size() == 2);
        for (const search::Hit& hit : results->hits)
            CHECK((hit.score > 0) == (order == Order::relevance));
    }
}

}  // namespace nutgraf::tests::in_ranking_test
