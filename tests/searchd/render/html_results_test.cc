#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_html_results_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;

namespace {

/// A page of a search for "gold" that matches `total` articles.
std::string gold_page(std::size_t total, std::size_t offset) {
    const std::size_t left = total - std::min(total, offset);
    SearchPage page = page_with("gold", {});
    page.results->hits.resize(std::min<std::size_t>(left, 20),
                              hit_with({"Gold", {}}, {"Gold.", {}}));
    page.results->total = total;
    page.results->stories = total;
    page.offset = offset;
    return search_page(page);
}

}  // namespace

TEST_CASE("marks stand where the highlighter found them") {
    struct Case {
        search::MarkedText marked;
        std::string html;
    };
    const Case cases[] = {
        {{"no mark at all", {}}, "no mark at all"},
        {{"gold", {{0, 4}}}, "<mark>gold</mark>"},
        {{"gold rush", {{0, 4}}}, "<mark>gold</mark> rush"},
        {{"old gold", {{4, 8}}}, "old <mark>gold</mark>"},
        {{"gold rush", {{0, 4}, {5, 9}}}, "<mark>gold</mark> <mark>rush</mark>"},
        {{"goldrush", {{0, 4}, {4, 8}}}, "<mark>gold</mark><mark>rush</mark>"},
        {{"die Dürre", {{4, 10}}}, "die <mark>Dürre</mark>"},
        {{"华为5G网络", {{0, 6}, {8, 14}}}, "<mark>华为</mark>5G<mark>网络</mark>"},
        {{"B&R <Telecom>", {{0, 3}}}, "<mark>B&amp;R</mark> &lt;Telecom&gt;"},
        {{"&amp;", {{1, 4}}}, "&amp;<mark>amp</mark>;"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.html);
        const auto html = search_page(page_with("x", {hit_with(c.marked, c.marked)}));
        CHECK(markup_within(html, "class=\"snippet\"") == c.html);
        CHECK(holds(markup_within(html, "class=\"headline\""), ">" + c.html + "</a>"));
        const auto article = article_page(article_with({"A headline", {}}, c.marked));
        std::string anchored = c.html;
        if (const auto first = anchored.find("<mark>"); first != std::string::npos)
            anchored.insert(first + 5, " id=\"first\"");
        CHECK(markup_within(article, "<p dir=\"auto\"") == anchored);
    }
}

TEST_CASE("a snippet shows by an ellipsis where its paragraph goes on") {
    search::Hit hit = hit_with({"Gold", {}}, {"in the middle", {{0, 2}}});
    hit.snippets[0].is_cut_before = true;
    CHECK(markup_within(search_page(page_with("x", {hit})), "class=\"snippet\"") ==
          "… <mark>in</mark> the middle");
    hit.snippets[0].is_cut_after = true;
    CHECK(markup_within(search_page(page_with("x", {hit})), "class=\"snippet\"") ==
          "… <mark>in</mark> the middle …");
}

TEST_CASE("paging leads to the neighbours of a page and no further") {
    struct Case {
        std::size_t total;
        std::size_t offset;
        std::string where;
        std::string previous;
        std::string next;
    };
    const Case cases[] = {
        {7, 0, "", "", ""},
        {20, 0, "", "", ""},
        {214, 0, "1–20 of 214", "", "/search?q=gold&offset=20"},
        {214, 20, "21–40 of 214", "/search?q=gold", "/search?q=gold&offset=40"},
        {214, 200, "201–214 of 214", "/search?q=gold&offset=180", ""},
        {214, 10, "11–30 of 214", "/search?q=gold", "/search?q=gold&offset=30"},
        {214, 400, "", "/search?q=gold&offset=200", ""},  // beyond the end
        {40, 40, "", "/search?q=gold&offset=20", ""},
        {0, 20, "", "", ""},
        {51234, 9960, "9,961–9,980 of 51,234", "/search?q=gold&offset=9940",
         "/search?q=gold&offset=9980"},
        {51234, 9980, "9,981–10,000 of 51,234", "/search?q=gold&offset=9960", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.total);
        CAPTURE(c.offset);
        const std::string html = gold_page(c.total, c.offset);
        CHECK(address_of(html, "previous") == c.previous);
        CHECK(address_of(html, "next") == c.next);
        if (!c.where.empty()) CHECK(markup_within(html, "class=\"where\"") == c.where);
    }
    CHECK(holds(gold_page(51234, 9980), "Only the first 10,000 hits"));
    CHECK(holds(gold_page(214, 400), "There is nothing on this page"));
    CHECK(holds(gold_page(214, 20), "<ol class=\"hits\" start=\"21\">"));
}

TEST_CASE("paging keeps the number of hits a page") {
    SearchPage page = page_with("gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    page.results->total = 5;
    page.results->stories = 5;
    page.form.limit = 1;
    page.offset = 2;
    CHECK(address_of(search_page(page), "previous") == "/search?q=gold&limit=1&offset=1");
    CHECK(address_of(search_page(page), "next") == "/search?q=gold&limit=1&offset=3");
}

TEST_CASE("the number of articles is told, ones and thousands too") {
    CHECK(markup_within(gold_page(1, 0), "<h1") == "1 article");
    CHECK(markup_within(gold_page(7, 0), "<h1") == "7 articles");
    CHECK(markup_within(gold_page(51234, 0), "<h1").starts_with("51,234 articles"));
}

TEST_CASE("a headline leads to its article with the query, so that it is marked there") {
    const auto html = search_page(page_with("\"gold\" & rush", {hit_with({"Gold", {}}, {"", {}})}));
    CHECK(links_to(html, "/articles/a97e00afe77067cb?q=%22gold%22%20%26%20rush"));
}

TEST_CASE("a search that finds nothing says what may help") {
    SearchPage page = page_with("gold zebra", {});
    page.results->relaxations = {{.is_any = true, .text = "gold OR zebra", .total = 4}};
    const std::string html = search_page(page);
    CHECK(markup_within(html, "<h1") == "Nothing was found");
    CHECK(links_to(html, "/search?q=gold%20OR%20zebra"));

    page.form.sources = {"Courier"};
    CHECK(links_to(search_page(page), "/search?q=gold%20zebra"));
    CHECK(holds(search_page(page), "Search all of the archive"));

    page.results->articles = 0;
    CHECK(holds(search_page(page), "The archive is empty"));
}

TEST_CASE("how the query was read is shown, with notes that lead to what was meant") {
    SearchPage page = page_with("gold -soruce:courier (a OR", {});
    page.form.langs = {"en"};
    page.results->query = {
        query::Or{{{query::Word{{}, {"gold", "gold"}}}, {query::Prefix{{}, {"secur", "secur"}}}}}};
    page.results->notes = {
        {query::Severity::error, 6, "There is no field \"soruce\".", "source:courier"},
        {query::Severity::warning, 0, "Something else.", "gold"},
        {query::Severity::info, 0, "Nothing to be done.", ""}};
    const std::string html = search_page(page);
    CHECK(holds(html, "Read as: <bdi class=\"query\">gold OR secur*</bdi>"));
    CHECK(holds(html, "There is no field &quot;soruce&quot;."));
    CHECK(links_to(html, "/search?q=gold%20-source%3Acourier%20%28a%20OR&lang=en"));
    CHECK(links_to(html, "/search?q=gold&lang=en"));
    CHECK(holds(html, "Nothing to be done.</bdi></li>"));
}

TEST_CASE("each of several that a name means is a link to the search for it alone") {
    const std::string text = "ban org:commission now";
    SearchPage page = page_with(text, {});
    page.form.langs = {"en"};
    query::Note note{query::Severity::info, 8, "Several are called x.", ""};
    note.senses = query::NamedSenses{"commission",
                                     text.find("commission"),
                                     text.find(" now"),
                                     {{"European <Commission>", "#eu", "org:#eu", {}, 12},
                                      {"Trade Commission", "#ftc", "org:#ftc", {}, 1}}};
    page.results->notes = {note};
    const std::string html = search_page(page);
    CHECK(holds(html, "Several are called “<bdi>commission</bdi>”"));
    CHECK(holds(html, "European &lt;Commission&gt;</bdi></a> (12 articles), "));
    CHECK(holds(html, "Trade Commission</bdi></a> (1 article). All of them are looked for."));
    CHECK(links_to(html, "/search?q=ban%20org%3A%23eu%20now&lang=en"));
    CHECK(links_to(html, "/search?q=ban%20org%3A%23ftc%20now&lang=en"));
    CHECK_FALSE(holds(html, "Several are called x."));
}

TEST_CASE("an entity that words find too is told, with ways to it alone and to the words alone") {
    SearchPage page = page_with("huawei", {});
    page.results->expansions = {{"huawei", {"org:#huawei"}, "Huawei"}};
    const std::string html = search_page(page);
    CHECK(holds(html, "<bdi class=\"query\">huawei</bdi> also finds "));
    CHECK(links_to(html, "/search?q=org%3A%23huawei"));
    CHECK(links_to(html, "/search?q=huawei&entities=false"));
    CHECK_FALSE(holds(html, "stands for"));
    page.form.words_find_entities = false;
    CHECK(holds(search_page(page), "<input type=\"hidden\" name=\"entities\" value=\"false\">"));
}

TEST_CASE("what a prefix stands for is told, a dozen words of it") {
    SearchPage page = page_with("secur*", {});
    page.results->expansions = {{"secur*", {"secure", "security"}}, {"zzz*", {}}};
    for (const char* html : {"<bdi class=\"query\">secur*</bdi> stands for <bdi>secure</bdi>, "
                             "<bdi>security</bdi></li>",
                             "<bdi class=\"query\">zzz*</bdi> stands for no word of the archive"})
        CHECK(holds(search_page(page), html));
    page.results->expansions[0].to.assign(1000, "security");
    CHECK(holds(search_page(page), "<bdi>security</bdi> and 988 more</li>"));
}

}  // namespace nutgraf::tests::in_html_results_test
