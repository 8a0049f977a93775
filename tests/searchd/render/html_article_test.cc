#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_html_article_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;

TEST_CASE("the first mark of an article's text can be gone to") {
    ArticlePage page =
        article_with({"Gold", {{0, 4}}}, {"One.\nTwo gold.\nGold three.", {{9, 13}, {15, 19}}});
    page.text = "gold";
    const std::string html = article_page(page);
    CHECK(holds(html, ">Two <mark id=\"first\">gold</mark>.</p>"));
    CHECK(holds(html, "><mark>Gold</mark> three.</p>"));
    CHECK(holds(html, "3 places marked for"));
    CHECK(links_to(html, "#first"));

    page.article.text.marks.clear();
    CHECK(holds(article_page(page), "<mark id=\"first\">Gold</mark></h1>"));

    page.article.title.marks.clear();
    CHECK_FALSE(links_to(article_page(page), "#first"));
    CHECK(holds(article_page(page), "Nothing is marked"));
}

TEST_CASE("a mark over two paragraphs is a mark in each") {
    const auto html = article_page(article_with({"T", {}}, {"gold\n\nrush now", {{0, 10}}}));
    CHECK(holds(html, "><mark id=\"first\">gold</mark></p>"));
    CHECK(holds(html, "><mark>rush</mark> now</p>"));
}

TEST_CASE("an article that furniture was taken out of leads to its raw view, and back") {
    ArticlePage page = article_with({"T", {}}, {"Gold.\nPrint me.", {}});
    CHECK_FALSE(holds(article_page(page), "view=raw"));
    page.article.article.removed = {{0, "Print\n", nutgraf::archive::PieceKind::furniture}};
    const std::string address = "/articles/a97e00afe77067cb";
    CHECK(links_to(article_page(page), address + "?view=raw"));
    page.text = "gold";
    CHECK(links_to(article_page(page), address + "?q=gold&view=raw"));
    page.article.is_raw = true;
    page.article.text.text = "Print\nGold. Print";
    page.article.furniture = {{0, 5}, {12, 17}};
    const std::string html = article_page(page);
    CHECK(links_to(html, address + "?q=gold"));
    CHECK(holds(html, "<p class=\"furniture\" dir=\"auto\">Print</p>"));
    CHECK(holds(html, "<p dir=\"auto\">Gold. Print</p>"));
}

TEST_CASE("an article leads back to its results") {
    ArticlePage page = article_with({"Gold", {}}, {"Gold.", {}});
    CHECK_FALSE(holds(article_page(page), "Back to the results"));
    page.text = "gold rush";
    CHECK(links_to(article_page(page), "/search?q=gold%20rush"));
    CHECK(element(article_page(page), "q").at("value") == "gold rush");
}

TEST_CASE("an article without a headline goes by how its text begins") {
    const std::string text =
        "Seit Dienstag liegt die Fähre von Wiesenau auf dem Kies, und wer hinüber will, muss "
        "über die Brücke.";
    const std::string beginning =
        "Seit Dienstag liegt die Fähre von Wiesenau auf dem Kies, und wer hinüber will, muss…";
    const auto html = search_page(page_with("x", {hit_with({}, {text, {}})}));
    CHECK(holds(markup_within(html, "class=\"headline\""), ">" + beginning + "</a>"));
    const auto article = article_page(article_with({}, {text + "\nMore.", {}}));
    CHECK(markup_within(article, "class=\"headline untitled\"") == beginning);
    CHECK(markup_within(article, "<title") == beginning + " – Nutgraf");
    CHECK(holds(article_page(article_with({}, {})), "Article without a headline"));
}

TEST_CASE("dates are written out, and an article without one says so") {
    using std::chrono::sys_days;
    using namespace std::literals;
    search::Hit hit = hit_with({"Gold", {}}, {"", {}});
    CHECK(holds(search_page(page_with("x", {hit})), ">undated</span>"));
    const sys_days day(2019y / std::chrono::March / 29);
    hit.published = {{day, day}};
    CHECK(holds(search_page(page_with("x", {hit})),
                "<time datetime=\"2019-03-29\">29 March 2019</time>"));
    hit.published = {{sys_days(2021y / 6 / 1), sys_days(2021y / 6 / 30)}};
    CHECK(holds(search_page(page_with("x", {hit})), "<span class=\"date\">June 2021</span>"));
    ArticlePage page = article_with({"Gold", {}}, {"", {}});
    CHECK(holds(article_page(page), ">undated</span>"));
    page.article.article.published = {{day, day}, "dateline"};
    CHECK(holds(article_page(page), "inferred from: dateline"));
}

TEST_CASE("texts of articles carry their language and stand in their own direction") {
    search::Hit hit = hit_with({"Dürre", {}}, {"Dürre", {}});
    hit.lang = "de";
    const std::string html = search_page(page_with("x", {hit}));
    CHECK(holds(html, "<p class=\"snippet\" lang=\"de\" dir=\"auto\">"));
    CHECK(holds(html, "<h2 class=\"headline\" lang=\"de\" dir=\"auto\">"));
    CHECK(markup_within(html, "class=\"language\"") == "German");
    ArticlePage page = article_with({"Dürre", {}}, {"Dürre", {}});
    page.article.lang = "de";
    CHECK(holds(article_page(page), "<div class=\"text\" lang=\"de\">"));
    CHECK(holds(article_page(page), "<html lang=\"en-GB\">"));
    CHECK_FALSE(
        holds(search_page(page_with("x", {hit_with({"E", {}}, {"", {}})})), "class=\"language\""));
}

TEST_CASE("an article shows everything the archive says about it") {
    ArticlePage page = article_with({"Gold", {}}, {"The standfirst.\nThe body.", {}});
    archive::Article& article = page.article.article;
    article.standfirst = "The standfirst.";
    article.section = "Business";
    article.wire = "Meridian Wire";
    article.byline = {"Imogen Hale", "Tobias Renn"};
    article.extra["words"] = 120;
    article.extra["tags"] = Json::array({"gold", "B&R"});
    const std::string html = article_page(page);
    CHECK(holds(html, "<p class=\"standfirst\" dir=\"auto\">The standfirst.</p>"));
    CHECK(holds(html, "<p dir=\"auto\">The body.</p>"));
    CHECK(holds(html, "Imogen Hale, Tobias Renn"));
    const std::string text = read_page(html).text;
    for (const char* part : {"Business", "Meridian Wire", "words120", "tags[\"gold\",\"B&R\"]",
                             "courier-2019-0329", "a97e00afe77067cb"})
        CHECK_MESSAGE(holds(text, part), part);
}

}  // namespace nutgraf::tests::in_html_article_test
