#include "searchd/search/deadline.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_deadline_test {

using namespace nutgraf;
using namespace std::chrono_literals;

namespace {

const tests::ScratchIndex& big_index() {
    static const tests::ScratchIndex index([] {
        std::vector<tests::TestArticle> articles;
        for (int i = 0; i < 500; ++i)
            articles.push_back(
                {"id" + std::to_string(i), "ban", "national security ban " + std::to_string(i)});
        return articles;
    }());
    return index;
}

std::uint64_t total(std::string_view text, search::Deadline deadline) {
    search::SearchRequest request;
    request.text = text;
    request.deadline = deadline;
    return search::Searcher(big_index().path()).search(request)->total;
}

}  // namespace

TEST_CASE("a search whose time is up ends with DeadlineExceeded") {
    const auto past = std::chrono::steady_clock::now() - 1s;
    for (const std::string_view text : {"ban", "", "\"national security\"", "secur*", "ban OR zte",
                                        "-zte", "date:undated", "lang:en", "ban -zte"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(total(text, past), search::DeadlineExceeded);
    }
}

TEST_CASE("a search that is done in time answers the same with a deadline as without") {
    const auto future = std::chrono::steady_clock::now() + 24h;
    for (const std::string_view text :
         {"ban", "", "\"national security\"", "secur*", "ban OR zte", "-zte", "-ban", "zte",
          "NOT *", "499 ban", "ban -1", "xyz*"}) {
        CAPTURE(text);
        CHECK(total(text, future) == total(text, {}));
    }
}

TEST_CASE("a deadline changes neither hits nor scores") {
    search::SearchRequest request;
    request.text = "ban 7 OR security 9";
    search::Searcher searcher(big_index().path());
    const auto without = searcher.search(request);
    request.deadline = std::chrono::steady_clock::now() + 24h;
    const auto with = searcher.search(request);
    REQUIRE(with->hits.size() == without->hits.size());
    for (std::size_t i = 0; i < with->hits.size(); ++i) {
        CHECK(with->hits[i].id == without->hits[i].id);
        CHECK(with->hits[i].score == doctest::Approx(without->hits[i].score));
    }
}

TEST_CASE("what finds nothing is never too late") {
    CHECK(total("zte", std::chrono::steady_clock::now() - 1s) == 0);
}

}  // namespace nutgraf::tests::in_deadline_test
