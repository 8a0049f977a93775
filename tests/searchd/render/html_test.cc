#include "searchd/render/html.h"

#include "searchd/render/assets.h"
#include "tests/searchd/render/html_tags.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;
using search::Order;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A page of a search for "gold" that matches `total` articles.
std::string gold_page(std::size_t total, std::size_t offset) {
    const std::size_t left = total - std::min(total, offset);
    SearchPage page = page_with("gold", {});
    page.results->hits.resize(std::min<std::size_t>(left, 20),
                              hit_with({"Gold", {}}, {"Gold.", {}}));
    page.results->total = total;
    page.offset = offset;
    return search_page(page);
}

/// The address of the link of that class; empty when there is none.
std::string address_of(const std::string& html, const std::string& link_class) {
    for (const Tag& tag : read_page(html).tags)
        if (const auto found = tag.attributes.find("class");
            tag.name == "a" && found != tag.attributes.end() && found->second == link_class)
            return tag.attributes.at("href");
    return {};
}

/// Every address a page links to.
std::vector<std::string> addresses(const std::string& html) {
    std::vector<std::string> all;
    for (const Tag& tag : read_page(html).tags)
        if (const auto found = tag.attributes.find("href"); found != tag.attributes.end())
            all.push_back(found->second);
    return all;
}

bool links_to(const std::string& html, const std::string& address) {
    return std::ranges::count(addresses(html), address) > 0;
}

/// The attributes of the element with that id.
std::map<std::string, std::string> element(const std::string& html, const std::string& id) {
    for (Tag& tag : read_page(html).tags)
        if (const auto found = tag.attributes.find("id");
            found != tag.attributes.end() && found->second == id)
            return tag.attributes;
    return {};
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
    CHECK(holds(gold_page(51234, 9980), "Only the first 10,000 articles"));
    CHECK(holds(gold_page(214, 400), "There is nothing on this page"));
    CHECK(holds(gold_page(214, 20), "<ol class=\"hits\" start=\"21\">"));
}

TEST_CASE("paging keeps the number of hits a page") {
    SearchPage page = page_with("gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    page.results->total = 5;
    page.limit = 1;
    page.offset = 2;
    CHECK(address_of(search_page(page), "previous") == "/search?q=gold&offset=1&limit=1");
    CHECK(address_of(search_page(page), "next") == "/search?q=gold&offset=3&limit=1");
}

TEST_CASE("the number of articles is told, ones and thousands too") {
    CHECK(markup_within(gold_page(1, 0), "<h1") == "1 article");
    CHECK(markup_within(gold_page(7, 0), "<h1") == "7 articles");
    CHECK(markup_within(gold_page(51234, 0), "<h1").starts_with("51,234 articles"));
}

TEST_CASE("the form comes back as it was sent") {
    SearchPage page = page_with("\"gold rush\" & <more>", {});
    page.form.source = "Market Lantern";
    page.form.lang = "de";
    page.form.from = "2019";
    page.form.to = "2019-05";
    page.form.order = Order::oldest;
    const std::string html = search_page(page);
    CHECK(element(html, "q").at("value") == "\"gold rush\" & <more>");
    CHECK(element(html, "source").at("value") == "Market Lantern");
    CHECK(element(html, "from").at("value") == "2019");
    CHECK(element(html, "to").at("value") == "2019-05");
    std::vector<std::string> chosen;
    for (const Tag& tag : read_page(html).tags)
        if (tag.attributes.contains("selected")) chosen.push_back(tag.attributes.at("value"));
    CHECK(chosen == std::vector<std::string>{"de", "oldest"});
    CHECK(holds(html, "Filters (5 in use)"));
}

TEST_CASE("a language without a name here can be asked for by its code") {
    SearchPage page = page_with("gold", {});
    page.form.lang = "tlh";
    CHECK(holds(search_page(page), "<option value=\"tlh\" selected>tlh</option>"));
}

TEST_CASE("addresses of searches hold the form, and nothing that is empty") {
    CHECK(search_address({}, 0) == "/search?q=");
    CHECK(search_address({"gold rush"}, 0) == "/search?q=gold%20rush");
    CHECK(search_address({"a&b=c#d+e%f"}, 40) == "/search?q=a%26b%3Dc%23d%2Be%25f&offset=40");
    CHECK(search_address({"Dürre", "Der Uferbote", "de", "2019", "2020-05", Order::newest}, 0) ==
          "/search?q=D%C3%BCrre&source=Der%20Uferbote&lang=de&from=2019&to=2020-05&sort=newest");
    CHECK(search_address({"x", "", "", "", "", Order::oldest}, 0) == "/search?q=x&sort=oldest");
}

TEST_CASE("a headline leads to its article with the query, so that it is marked there") {
    const auto html = search_page(page_with("\"gold\" & rush", {hit_with({"Gold", {}}, {"", {}})}));
    CHECK(links_to(html, "/articles/a97e00afe77067cb?q=%22gold%22%20%26%20rush"));
}

TEST_CASE("an article leads back to its results") {
    ArticlePage page = article_with({"Gold", {}}, {"Gold.", {}});
    CHECK_FALSE(holds(article_page(page), "Back to the results"));
    page.text = "gold rush";
    CHECK(links_to(article_page(page), "/search?q=gold%20rush"));
    CHECK(element(article_page(page), "q").at("value") == "gold rush");
}

TEST_CASE("a search that finds nothing says what may help") {
    SearchPage page = page_with("gold zebra", {});
    const auto word = [](const char* text) { return query::Query{query::Word{{}, {text, text}}}; };
    page.results->query = {query::And{{word("gold"), word("zebra")}}};
    const std::string html = search_page(page);
    CHECK(holds(html, "Nothing was found"));
    CHECK(links_to(html, "/search?q=gold%20OR%20zebra"));

    page.form.source = "Courier";
    CHECK(links_to(search_page(page), "/search?q=gold%20zebra"));
    CHECK(holds(search_page(page), "Search all of the archive"));

    page.results->articles = 0;
    CHECK(holds(search_page(page), "The archive is empty"));
}

TEST_CASE("a search that failed says why and keeps the form") {
    SearchPage page;
    page.form.text = "a*";
    page.problem = "The query holds more than 256 words.";
    CHECK(holds(search_page(page), "The query holds more than 256 words."));
    CHECK(element(search_page(page), "q").at("value") == "a*");
}

TEST_CASE("how the query was read is shown, with notes that lead to what was meant") {
    SearchPage page = page_with("gold -soruce:courier (a OR", {});
    page.form.lang = "en";
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

TEST_CASE("the start page teaches the language by examples that can be followed") {
    const std::string html = search_page({});
    std::vector<std::string> examples;
    for (const std::string& address : addresses(html))
        if (address.starts_with("/search?q=")) examples.push_back(address);
    CHECK(examples.size() == 5);
    CHECK(links_to(html, "/search?q=%22national%20security%22"));
    CHECK(element(html, "q").contains("autofocus"));

    SearchPage page = page_with("", {hit_with({"Gold", {}}, {"Gold.", {}})});
    CHECK(holds(search_page(page), "There are 40 here."));
    CHECK(holds(search_page(page), "Newest in the archive"));
    page.form.text = "gold";
    CHECK_FALSE(element(search_page(page), "q").contains("autofocus"));
}

TEST_CASE("every field has a label, every page one heading of the first rank and one main part") {
    const SearchPage found = page_with("x", {hit_with({"Gold", {}}, {"Gold.", {}})});
    SearchPage failed;
    failed.form.text = "x";
    failed.problem = "It failed.";
    for (const std::string& html :
         {search_page({}), search_page(found), search_page(failed), search_page(page_with("x", {})),
          article_page(article_with({"Gold", {}}, {"Gold.", {}})),
          problem_page(404, "No", "No.")}) {
        std::vector<std::string> fields;
        std::vector<std::string> labelled;
        int headings = 0;
        int mains = 0;
        for (const Tag& tag : read_page(html).tags) {
            if (tag.is_closing) continue;
            if (tag.name == "input" || tag.name == "select")
                fields.push_back(tag.attributes.at("id"));
            if (tag.name == "label") labelled.push_back(tag.attributes.at("for"));
            headings += tag.name == "h1";
            mains += tag.name == "main";
        }
        CHECK(fields == labelled);
        CHECK(headings == 1);
        CHECK(mains == 1);
        CHECK(links_to(html, "#main"));
    }
}

TEST_CASE("a failed request gets a page with a way back") {
    const std::string html = problem_page(404, "There is no such article", "It may be gone.");
    const std::string text = read_page(html).text;
    for (const char* part : {"404", "There is no such article", "It may be gone."})
        CHECK_MESSAGE(holds(text, part), part);
    CHECK(links_to(html, "/"));
}

TEST_CASE("every file a page asks for is there") {
    for (const Tag& tag : read_page(search_page({})).tags)
        for (const char* name : {"href", "src"}) {
            const auto found = tag.attributes.find(name);
            if (found == tag.attributes.end() || !found->second.starts_with("/assets/")) continue;
            const std::string file = found->second.substr(8);
            const Asset* asset = asset_named(file.substr(0, file.find('?')));
            REQUIRE(asset != nullptr);
            CHECK_FALSE(asset->bytes.empty());
            if (holds(file, "?v=")) CHECK(file.ends_with(asset->digest));
        }
    CHECK(asset_named("style.css")->content_type == "text/css");
    CHECK(asset_named("icon.svg")->content_type == "image/svg+xml");
    for (const char* name : {"", "search.html", "../main.cc", "style.cs", "STYLE.CSS"})
        CHECK(asset_named(name) == nullptr);
}
