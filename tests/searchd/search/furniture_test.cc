#include "indexer/archive/clean/clean.h"
#include "searchd/search/raw_view.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/query/reading.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace nutgraf::tests::in_furniture_test {

using namespace nutgraf;
using search::Searcher;

namespace {

const std::string docked =
    "News\n"
    "Dockers go back to work at once\n"
    "Cranes stand idle in Port Callan.Cranes stand idle in Port Callan.\n\n"
    "The strike is over, the union said.\n\n"
    "Hide Ad\n\n"
    "Nobody won.\n"
    "Print";

/// Articles as they come out of the archive, in one index.
const ScratchIndex& index_of_pages() {
    static const ScratchIndex index;
    static const bool is_filled = [] {
        index.add({archive::cleaned(article_of({"docked", "", docked, "2019-05-10"})),
                   archive::cleaned(article_of({"plain", "Ads", "They hide an ad in print."}))});
        return true;
    }();
    (void)is_filled;
    return index;
}

/// The ids that a query finds, in the order of the alphabet.
std::string found(const std::string& query) {
    search::SearchRequest request{.text = query};
    request.parse.today = test_day();
    const auto results = Searcher(index_of_pages().path()).search(request);
    if (!results) return "<" + results.error().message + ">";
    std::vector<std::string> ids;
    for (const search::Hit& hit : results->hits) ids.push_back(hit.id);
    std::ranges::sort(ids);
    std::string line;
    for (const std::string& id : ids) line += (line.empty() ? "" : " ") + id;
    return line;
}

search::ArticleView raw(const std::string& query) {
    const auto view =
        Searcher(index_of_pages().path()).article("docked", query, {.today = test_day()});
    REQUIRE(view);
    return search::raw_view(*view);
}

}  // namespace

TEST_CASE("furniture is found where it is asked for, and nowhere else") {
    struct Case {
        std::string query, ids;
    };
    const Case cases[] = {
        {"in:furniture", "docked"},
        {"-in:furniture", "plain"},
        {"in:furniture print", "docked"},
        {"in:furniture \"hide ad\"", "docked"},
        {"in:furniture \"ad print\"", "docked"},
        {"in:furniture strike", ""},
        {"in:furniture -print", ""},
        {"in:furniture body:strike", "docked"},
        {"(in:furniture print) strike", "docked"},
        {"furniture:print strike", "docked"},
        {"furniture:pri*", "docked"},
        {"furniture:idle", "docked"},
        {"print", "plain"},
        {"hide", "plain"},
        {"news", ""},
        {"\"callan cranes\"", ""},
        {"atleast2:cranes", ""},
        {"cranes", "docked"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.query);
        CHECK(found(c.query) == c.ids);
    }
}

TEST_CASE("furniture is in no snippet and no length") {
    search::SearchRequest request{.text = "in:furniture print"};
    request.parse.today = test_day();
    const auto results = Searcher(index_of_pages().path()).search(request);
    REQUIRE(results->hits.size() == 1);
    for (const search::Snippet& snippet : results->hits[0].snippets) {
        CHECK(snippet.passage.text.find("Print") == std::string::npos);
        CHECK(snippet.passage.text.find("Hide") == std::string::npos);
    }
}

TEST_CASE("the raw view is the text as it came, with the same words marked") {
    const search::ArticleView view = raw("cranes won union");
    CHECK(bracketed(view.text.text, view.text.marks) ==
          "News\n"
          "Dockers go back to work at once\n"
          "[Cranes] stand idle in Port Callan.Cranes stand idle in Port Callan.\n\n"
          "The strike is over, the [union] said.\n\n"
          "Hide Ad\n\n"
          "Nobody [won].\n"
          "Print");
    CHECK(bracketed(view.text.text, view.furniture) ==
          "[News]\n"
          "Dockers go back to work at once\n"
          "Cranes stand idle in Port Callan.[Cranes stand idle in Port Callan.]\n\n"
          "The strike is over, the union said.\n\n"
          "[Hide Ad]\n\n"
          "Nobody won.\n"
          "[Print]");
    CHECK(view.title.text == "Dockers go back to work at once");
}

TEST_CASE("a mark goes over the furniture between its words") {
    const search::ArticleView view = raw("\"said nobody\"");
    CHECK(bracketed(view.text.text, view.text.marks).find("[said.\n\nHide Ad\n\nNobody] won.") !=
          std::string::npos);
}

TEST_CASE("marks and quotes of a standfirst stand where it stood") {
    archive::Article article = archive::cleaned(
        article_of({"id", "",
                    "Dockers go back to work\nTheir union calls it a big truce\nBy Jane Doe\n"
                    "The strike is over, it said."}));
    REQUIRE(article.standfirst == "Their union calls it a big truce");
    search::ArticleView view;
    view.article = article;
    view.text.text = archive::text_of(article);
    const std::size_t strike = view.text.text.find("strike");
    view.text.marks = {{6, 11}, {strike, strike + 6}};
    view.quotes.resize(1);
    view.quotes[0].begin = 6;
    view.quotes[0].end = 11;
    const search::ArticleView raw = search::raw_view(view);
    CHECK(bracketed(raw.text.text, raw.text.marks) ==
          "Dockers go back to work\nTheir [union] calls it a big truce\nBy Jane Doe\n"
          "The [strike] is over, it said.");
    REQUIRE(raw.quotes.size() == 1);
    CHECK(raw.text.text.substr(raw.quotes[0].begin, 5) == "union");
    // A standfirst that is declared is no part of what was cleaned.
    article.standfirst = "Declared.";
    article.removed.clear();
    view.article = article;
    view.text.text = archive::text_of(article);
    view.text.marks = {{0, 8}};
    CHECK(search::raw_view(view).text == view.text);
}

}  // namespace nutgraf::tests::in_furniture_test
