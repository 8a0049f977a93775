#include "searchd/render/html.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_long_article_test {

using namespace nutgraf;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// One article of a megabyte each way that text can be long, and a short one beside it.
const tests::ScratchIndex& long_index() {
    static const tests::ScratchIndex index({
        {"line", "A line", repeated("gold and silver ", 60'000) + "needle at its end"},
        {"lines", "Lines", repeated("gold\n", 200'000) + "needle"},
        {"word", "A word", repeated("gold", 60'000) + " needle " + repeated("x", 500'000)},
        {"title", repeated("gold needle ", 5'000), "Short."},
        {"short", "Short", "A needle of gold."},
    });
    return index;
}

}  // namespace

TEST_CASE("one long article never breaks a page: its passages are as short as any") {
    constexpr std::size_t most_bytes = 1000;
    search::Searcher searcher(long_index().path());
    for (const char* query :
         {"needle", "gold needle", "\"gold and silver\"", "gol*", "gold NEAR needle"}) {
        CAPTURE(query);
        const auto results = searcher.search({.text = query});
        REQUIRE(results);
        CHECK(results->hits.size() >= 1);
        for (const search::Hit& hit : results->hits) {
            CAPTURE(hit.id);
            CHECK(hit.snippets.size() <= 2);
            for (const search::Snippet& snippet : hit.snippets) {
                // A word is never cut, however long; here one is of 240,000 letters.
                const bool is_word = snippet.passage.text.find("goldgold") != std::string::npos;
                CHECK((is_word || snippet.passage.text.size() <= most_bytes));
            }
        }
    }
    const auto results = searcher.search({.text = "needle"});
    CHECK(results->hits.size() == 5);
}

TEST_CASE("a headline of sixty kilobytes does not fill the page") {
    search::Searcher searcher(long_index().path());
    render::SearchPage page;
    page.form.text = "gold needle";
    page.results = *searcher.search({.text = page.form.text});
    CHECK(page.results->hits.size() == 4);
    constexpr std::size_t most_bytes = 60'000;
    CHECK(render::search_page(page).size() < most_bytes);
}

TEST_CASE("a word at the end of a megabyte is shown where it stands") {
    search::Searcher searcher(long_index().path());
    const auto results = searcher.search({.text = "needle"});
    for (const search::Hit& hit : results->hits) {
        CAPTURE(hit.id);
        if (hit.id == "title") continue;
        REQUIRE(!hit.snippets.empty());
        CHECK(!hit.snippets[0].passage.marks.empty());
    }
}

}  // namespace nutgraf::tests::in_long_article_test
