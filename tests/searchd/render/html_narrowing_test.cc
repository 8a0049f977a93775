#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_html_narrowing_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;
using search::FacetField;

namespace {

/// A page of a search for "gold" from the Courier, with facets.
SearchPage faceted_page() {
    SearchPage page = page_with("gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    page.form.sources = {"courier"};
    page.form.order = search::Order::newest;
    page.results->facets = {
        {FacetField::source,
         {{"Courier", "Courier", 1234, true}, {"Herald", "Herald", 2, false}},
         0},
        {FacetField::org, {{"#huawei", "Huawei", 3, false}, {"#zte", "ZTE", 2, false}}, 7},
        {FacetField::lang, {{"de", "de", 1, false}}, 0},
        {FacetField::year, {{"2018", "2018", 5, false}, {"2019", "2019", 1, false}}, 0}};
    return page;
}

search::Bucket month(int year, unsigned month, std::uint64_t count) {
    using namespace std::chrono;
    return {sys_days(std::chrono::year(year) / std::chrono::month(month) / 1), count, 10};
}

}  // namespace

TEST_CASE("a facet's value leads to the same search with its filter, or without if it has it") {
    const std::string html = search_page(faceted_page());
    for (const char* address :
         {"/search?q=gold&source=courier&source=Herald&sort=newest", "/search?q=gold&sort=newest",
          "/search?q=gold&source=courier&org=%23huawei&sort=newest",
          "/search?q=gold&source=courier&year=2019&sort=newest",
          "/search?q=gold&source=courier&not_source=Herald&sort=newest",
          "/search?q=gold&source=courier&not_org=%23zte&sort=newest",
          "/search?q=gold&source=courier&not_year=2018&sort=newest"})
        CHECK_MESSAGE(links_to(html, address), address);
    CHECK(holds(html,
                "<bdi>Huawei</bdi></a> <span class=\"count\"><span class=\"unseen\">articles: "
                "</span>3</span>"));
    CHECK_FALSE(holds(html, "not_source=Courier"));  // It is chosen: a link takes it away again.
    CHECK(holds(html, "1,234"));
    CHECK(html.find("2019</bdi>") < html.find("2018</bdi>"));
    CHECK_FALSE(holds(html, "<h3>Language</h3>"));  // There is nothing to choose.
}

TEST_CASE("the rest of a long facet is folded away") {
    SearchPage page = faceted_page();
    for (int i = 0; i < 18; ++i) page.results->facets[1].values.push_back({"#x", "Some", 1, false});
    const std::string html = search_page(page);
    CHECK(markup_within(html, "<summary").starts_with("14 more"));
    CHECK(holds(html, "and 7 others"));
}

TEST_CASE("each filter in use can be taken away") {
    SearchPage page = faceted_page();
    page.form.langs = {"de"};
    page.form.orgs = {"#huawei", "#unknown"};
    page.form.from = "2018";
    page.form.to = "2019-05";
    const std::string html = search_page(page);
    const std::string chips = html.substr(html.find("class=\"chips\""), 3000);
    CHECK(holds(chips, "Source: <bdi>courier</bdi>"));
    CHECK(holds(chips, "Organisation: <bdi>Huawei</bdi>"));
    CHECK(holds(chips, "Organisation: <bdi>#unknown</bdi>"));
    CHECK(holds(chips, "Language: <bdi>German</bdi>"));
    CHECK(links_to(html,
                   "/search?q=gold&source=courier&org=%23unknown&lang=de&from=2018&to=2019-05&"
                   "sort=newest"));
    CHECK(links_to(html,
                   "/search?q=gold&source=courier&org=%23huawei&org=%23unknown&lang=de&"
                   "to=2019-05&sort=newest"));
    CHECK(links_to(html, "/search?q=gold&sort=newest"));
    page.form.to = "2018";
    CHECK(holds(search_page(page), "Published: <bdi>2018</bdi>"));
}

TEST_CASE("what is left out is shown as that, and each of it can be let in again") {
    SearchPage page = faceted_page();
    page.form.sources.clear();
    search::excluded_values(page.form, FacetField::source) = {"Herald"};
    search::excluded_values(page.form, FacetField::role) = {"#senator"};
    page.results->facets[0].values = {{"Courier", "Courier", 1234, false, false},
                                      {"Herald", "Herald", 2, false, true}};
    page.results->facets.push_back(
        {FacetField::role, {{"#senator", "senator", 4, false, true}}, 0});
    const std::string html = search_page(page);
    const std::string chips = html.substr(html.find("class=\"chips\""), 1500);
    CHECK(holds(chips, "Source: not <bdi>Herald</bdi>"));
    CHECK(holds(chips, "Role: not <bdi>senator</bdi>"));
    CHECK(links_to(html, "/search?q=gold&not_role=%23senator&sort=newest"));
    CHECK(links_to(html, "/search?q=gold&not_source=Herald&sort=newest"));
    CHECK(holds(html, "<li class=\"excluded\">"));
    CHECK(html.find("<bdi>Herald</bdi></a> <span class=\"count\"") <
          html.find("<bdi>Courier</bdi></a> <span class=\"count\""));
}

TEST_CASE("words of a question that are not looked for are named") {
    SearchPage page = page_with("what is gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    CHECK_FALSE(holds(search_page(page), "Not looked for"));
    page.results->left_out = {"what", "is"};
    CHECK(markup_within(search_page(page), "<p class=\"left-out\"") ==
          "Not looked for, since nearly every text has them: <bdi>what</bdi>, <bdi>is</bdi>");
}

TEST_CASE("the chart's bars lead to their time, and a sentence says what it shows") {
    SearchPage page = page_with("gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    page.results->histogram = search::Histogram{
        search::TimeUnit::month, {month(2019, 1, 4), month(2019, 2, 0), month(2019, 3, 1)}, 2};
    const std::string html = search_page(page);
    CHECK(links_to(html, "/search?q=gold&from=2019-03&to=2019-03"));
    CHECK_FALSE(links_to(html, "/search?q=gold&from=2019-02&to=2019-02"));
    CHECK(holds(html, "aria-label=\"January 2019: 4 articles\""));
    CHECK(markup_within(html, "<figcaption") ==
          "January 2019 to March 2019, most in January 2019: 4 articles. 2 undated.");
    CHECK(holds(html, "y=\"0.0\" width=\"283.3\" height=\"100.0\""));
    CHECK(holds(html, "y=\"75.0\" width=\"283.3\" height=\"25.0\""));
    page.results->histogram->buckets.resize(1);
    CHECK_FALSE(holds(search_page(page), "<svg"));
}

TEST_CASE("the chart's sentence says when the most were in the words of its unit") {
    SearchPage page = page_with("gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    page.results->histogram =
        search::Histogram{search::TimeUnit::day, {month(2019, 1, 4), month(2019, 2, 1)}, 0};
    CHECK(markup_within(search_page(page), "<figcaption") ==
          "1 January 2019 to 1 February 2019, most on 1 January 2019: 4 articles.");
    page.results->histogram->unit = search::TimeUnit::week;
    CHECK(holds(search_page(page), "most in the week of 1 January 2019: 4 articles."));
}

TEST_CASE("entities lead from hits to searches for them, from an article to their pages") {
    search::Hit hit = hit_with({"Gold", {}}, {"Gold.", {}});
    hit.entities = {{"org", "huawei", "Huawei", 90},
                    {"official", "chris-coons", "Chris Coons", 50},
                    {"person", "hua-li", "Hua Li", 10}};
    ArticlePage article = article_with({"Gold", {}}, {"Gold.", {}});
    article.article.entities = hit.entities;
    const std::string hits = search_page(page_with("gold", {hit}));
    CHECK(links_to(hits, "/search?q=&org=%23huawei"));
    CHECK(links_to(hits, "/search?q=&official=%23chris-coons"));
    CHECK(links_to(hits, "/search?q=person%3A%22%23hua-li%22"));
    for (const char* address : {"/entities/huawei", "/entities/chris-coons", "/entities/hua-li"})
        CHECK(links_to(article_page(article), address));
    CHECK(holds(article_page(article), "<h3>Organisations</h3>"));
    CHECK_FALSE(holds(article_page(article_with({"Gold", {}}, {"", {}})), "Named here"));
}

TEST_CASE("a search for an entity by its id leads to its page, under the name the facets have") {
    SearchPage page = page_with("gold", {});
    page.form.orgs = {"#huawei", "ZTE"};
    page.results->facets = {{search::FacetField::org, {{"#huawei", "Huawei", 3, true}}, 0}};
    CHECK(links_to(search_page(page), "/entities/huawei"));
    CHECK(holds(search_page(page), "About <bdi>Huawei</bdi>"));
    CHECK_FALSE(holds(search_page(page), "/entities/ZTE"));
    SearchPage clause = page_with("person:#hua-li", {});
    clause.results->query = {query::Entity{index::EntityField::person, "#hua-li", {}, {}}};
    CHECK(links_to(search_page(clause), "/entities/hua-li"));
    clause.results->query = {query::Entity{index::EntityField::party, "#us-republican", {}, {}}};
    CHECK_FALSE(holds(search_page(clause), "/entities/us"));
}

TEST_CASE("a better spelling is proposed with the rest of the search kept") {
    SearchPage page = page_with("hauwei", {});
    page.form.langs = {"en"};
    page.results->corrections = {{"huawei", 12}, {"hawaii", 3}};
    const std::string html = search_page(page);
    CHECK(links_to(html, "/search?q=huawei&lang=en"));
    CHECK(holds(html, "It finds 12 articles."));
    CHECK(links_to(html, "/search?q=hawaii&lang=en"));
    CHECK(holds(html, "with 3 articles?"));
}

TEST_CASE(
    "who finds nothing is told what to leave out, a clause or a filter, and what that finds") {
    SearchPage page = page_with("huawei xyzzy", {});
    page.form.langs = {"en"};
    page.form.sources = {"Courier"};
    page.results->articles = 40;
    page.results->relaxations = {{{}, "source", false, "huawei xyzzy", 2},
                                 {{}, "not_lang", false, "huawei xyzzy", 3},
                                 {{"xyzzy"}, "", false, "huawei", 16},
                                 {{}, "", true, "huawei OR xyzzy", 17}};
    const std::string html = search_page(page);
    CHECK(links_to(html, "/search?q=huawei%20xyzzy&lang=en"));
    CHECK(holds(html, ": 2 articles."));
    CHECK(links_to(html, "/search?q=huawei&source=Courier&lang=en"));
    CHECK(holds(html, ": 16 articles."));
    CHECK(holds(html, "the exclusion by “lang”"));
    CHECK(links_to(html, "/search?q=huawei%20OR%20xyzzy&source=Courier&lang=en"));
    CHECK(holds(html, ": 17 articles."));
}

}  // namespace nutgraf::tests::in_html_narrowing_test
