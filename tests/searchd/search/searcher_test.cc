#include "searchd/search/searcher.h"

#include "tests/searchd/query/reading.h"
#include "tests/searchd/search/marked.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_searcher_test {

using namespace nutgraf;
using search::Searcher;
using search::SearchRequest;
using tests::ScratchIndex;

namespace {

const ScratchIndex& small_index() {
    static const ScratchIndex index({
        {"courier-1", "Huawei ban", "Australia has banned two firms.\n\nMore.", "2018-08-23"},
        {"herald-1", "A ban on Huawei", "The ban.", "2019-05", "en", "The Herald"},
        {"herald-2", "Sport", "No news.", "2019-05-10", "en", "The Herald"},
        {"uferbote-1", "Ein Haus", "Huawei und das Haus.", "2020", "de", "Uferbote"},
        {"izvestia-1", "Перелёт", "Птицы.", "", "ru", "«Известия»"},
        {"0123456789abcdef", "Key", "An id that looks like a key.", "2021-01-01"},
    });
    return index;
}

/// The ids a request finds and how many in all: "courier-1 herald-1 of 2", or the refusal.
std::string answer(SearchRequest request) {
    request.parse.today = tests::test_day();
    const auto results = Searcher(small_index().path()).search(request);
    if (!results) return "<" + results.error().message + ">";
    std::string line;
    for (const search::Hit& hit : results->hits) line += hit.id + " ";
    return line + "of " + std::to_string(results->total);
}

}  // namespace

TEST_CASE("a hit is what the article says, with marks and passages") {
    Searcher searcher(small_index().path());
    const auto results = searcher.search({.text = "huawei banned", .sources = {"courier"}});
    REQUIRE(results->hits.size() == 1);
    const search::Hit& hit = results->hits[0];
    CHECK(hit.id == "courier-1");
    CHECK(hit.key == archive::key_of("courier-1"));
    CHECK(hit.source == "Courier");
    CHECK(hit.lang == "en");
    CHECK(iso_date(hit.published->days.first) == "2018-08-23");
    CHECK(tests::bracketed(hit.title.text, hit.title.marks) == "[Huawei] [ban]");
    REQUIRE(hit.snippets.size() == 1);
    CHECK(tests::bracketed(hit.snippets[0].passage.text, hit.snippets[0].passage.marks) ==
          "Australia has [banned] two firms.");
    CHECK(results->articles == 6);
    CHECK(results->revision == 6);
}

TEST_CASE("limit and offset choose among the hits, and the total stays exact") {
    CHECK(answer({.text = "huawei", .order = search::Order::oldest}) ==
          "courier-1 herald-1 uferbote-1 of 3");
    CHECK(answer({.text = "huawei", .order = search::Order::oldest, .limit = 2}) ==
          "courier-1 herald-1 of 3");
    CHECK(answer({.text = "huawei", .order = search::Order::oldest, .limit = 2, .offset = 2}) ==
          "uferbote-1 of 3");
    CHECK(answer({.text = "huawei", .limit = 0}) == "of 3");
    CHECK(answer({.text = "huawei", .limit = 0, .offset = 2}) == "of 3");
    CHECK(answer({.text = "huawei", .offset = 3}) == "of 3");
    CHECK(answer({.text = "huawei", .offset = 10'000}) == "of 3");
    CHECK(answer({.text = "xyzzy"}) == "of 0");
    CHECK(answer({.text = "xyzzy", .offset = 10}) == "of 0");
    CHECK(answer({.text = "", .limit = 0}) == "of 6");
    CHECK(answer({.text = "huawei OR sport OR key", .limit = 1000, .offset = 1}).ends_with("of 5"));
}

TEST_CASE("filters must all hold, one value of each is enough") {
    CHECK(answer({.text = "huawei", .sources = {"Courier"}}) == "courier-1 of 1");
    CHECK(answer({.text = "huawei", .sources = {"courier", "the herald"}}).ends_with("of 2"));
    CHECK(answer({.text = "", .sources = {"the herald"}}) == "herald-2 herald-1 of 2");
    CHECK(answer({.text = "", .sources = {"herald"}}) == "of 0");  // Of a whole name only.
    CHECK(answer({.text = "huawei", .langs = {"de"}}) == "uferbote-1 of 1");
    CHECK(answer({.text = "huawei", .langs = {"de", "en-GB"}}).ends_with("of 3"));
    CHECK(answer({.text = "huawei", .sources = {"The Herald"}, .langs = {"de"}}) == "of 0");
    CHECK(answer({.text = "huawei", .from = "2019"}).ends_with("of 2"));
    CHECK(answer({.text = "huawei", .to = "2019"}).ends_with("of 2"));
    CHECK(answer({.text = "huawei", .from = "2019", .to = "2019"}) == "herald-1 of 1");
    CHECK(answer({.text = "", .from = "yesterday", .to = "today"}) == "herald-2 herald-1 of 2");
    CHECK(answer({.text = "a OR ban", .langs = {"en"}, .to = "2018"}) == "courier-1 of 1");
    CHECK(answer({.text = "-huawei", .sources = {"The Herald"}}) == "herald-2 of 1");
    CHECK(answer({.text = "!!!", .sources = {"The Herald"}}) == "of 0");
    // Quotes are part of a value: these made a clause of the empty phrase, and one of the text.
    CHECK(answer({.text = "", .sources = {"«Известия»"}}) == "izvestia-1 of 1");
    CHECK(answer({.text = "", .sources = {"\"Courier\""}, .to = "2018"}) == "courier-1 of 1");
    CHECK(answer({.text = "", .sources = {"a OR courier"}}) == "of 0");
}

TEST_CASE("a filter that cannot be read is refused by its name") {
    const std::string date = "is not a date like 2019, 2019-05 or 2019-05-10.>";
    CHECK(answer({.text = "a", .from = "soon"}) == "<from: \"soon\" " + date);
    CHECK(answer({.text = "a", .to = "2019-13"}) == "<to: \"2019-13\" " + date);
    CHECK(answer({.text = "a", .from = "2018..2019"}) == "<from: \"2018..2019\" " + date);
    CHECK(answer({.text = "a", .to = "undated"}) == "<to: \"undated\" " + date);
    CHECK(answer({.text = "a", .from = ".."}).starts_with("<from: "));
    CHECK(answer({.text = "a", .langs = {"klingonese"}}) ==
          "<lang: \"klingonese\" is not a language like en, de or zh.>");
    CHECK(answer({.text = "a", .langs = {"en", ""}}).starts_with("<lang: "));
    CHECK(answer({.text = "a", .sources = {"!!!"}}) ==
          "<source: \"!!!\" is not the name of a source.>");
    CHECK(answer({.text = "a", .sources = {tests::repeated("a ", 300)}}).starts_with("<source: "));
    CHECK(answer({.text = tests::repeated("a ", 300), .from = "soon"}) ==
          "<The query has more than 256 words and filters.>");
}

TEST_CASE("an article is found by its id and by its key, marked for a query") {
    Searcher searcher(small_index().path());
    for (const std::string& name : {std::string("courier-1"), archive::key_of("courier-1")}) {
        CAPTURE(name);
        const auto view = searcher.article(name, "huawei firms -zte", {});
        REQUIRE(view);
        CHECK(view->article.id == "courier-1");
        CHECK(view->key == archive::key_of("courier-1"));
        CHECK(tests::bracketed(view->title.text, view->title.marks) == "[Huawei] ban");
        CHECK(tests::bracketed(view->text.text, view->text.marks) ==
              "Australia has banned two [firms].\n\nMore.");
    }
    CHECK(searcher.article("courier-1", "", {})->text.marks.empty());
    CHECK(searcher.article("courier-1", "xyzzy", {})->text.marks.empty());
    CHECK(searcher.article("courier-1", tests::repeated("a ", 300), {})->text.marks.empty());
    CHECK(!searcher.article("courier", "", {}));
    CHECK(!searcher.article("", "", {}));
    CHECK(!searcher.article("ffffffffffffffff", "", {}));
}

TEST_CASE("an explanation has the query as it is run, and how an article fares") {
    Searcher searcher(small_index().path());
    const auto explained = searcher.explain({.text = "banned hua*"}, "courier-1");
    REQUIRE(explained);
    CHECK(query::to_text(explained->parsed.query) == "banned AND hua*");
    CHECK(explained->total == 2);
    CHECK(explained->score.value_or(0) > 0);
    REQUIRE(explained->expansions.size() == 1);
    CHECK(explained->expansions[0].to == std::vector<std::string>{"huawei"});
    CHECK(std::ranges::find(explained->matching, "banned") != explained->matching.end());
    CHECK(!explained->xapian.empty());
    CHECK(!searcher.explain({.text = "banned"}, "herald-2")->score);
    CHECK(!searcher.explain({.text = "banned"}, "")->score);
    CHECK(!searcher.explain({.text = "banned", .from = "soon"}, ""));
}

TEST_CASE("a folder without an index is refused with the remedy") {
    const tests::ScratchFolder folder;
    const std::string message = tests::failure([&] { Searcher searcher(folder.path()); });
    CHECK(message.find("nutgraf-indexer add") != std::string::npos);
}

}  // namespace nutgraf::tests::in_searcher_test
