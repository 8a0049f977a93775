#include "searchd/render/alert_pages.h"
#include "searchd/render/assets.h"
#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_html_pages_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;

TEST_CASE("a search that failed says why and keeps the form") {
    SearchPage page;
    page.form.text = "a*";
    page.problem = "The query holds more than 256 words.";
    CHECK(holds(search_page(page), "The query holds more than 256 words."));
    CHECK(element(search_page(page), "q").at("value") == "a*");
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
    CHECK(is_start(page));
    page.form.text = "gold";
    CHECK_FALSE(is_start(page));
    CHECK_FALSE(element(search_page(page), "q").contains("autofocus"));
}

TEST_CASE("every field has a label, every page one heading of the first rank and one main part") {
    const SearchPage found = page_with("x", {hit_with({"Gold", {}}, {"Gold.", {}})});
    SearchPage failed;
    failed.form.text = "x";
    failed.problem = "It failed.";
    for (const std::string& html :
         {search_page({}), search_page(found), search_page(failed), search_page(page_with("x", {})),
          article_page(article_with({"Gold", {}}, {"Gold.", {}})), alert_list_page({}),
          alert_page({}), new_alert_page({}), problem_page(404, "No", "No.")}) {
        std::vector<std::string> fields;
        std::vector<std::string> labelled;
        int headings = 0;
        int mains = 0;
        for (const Tag& tag : read_page(html).tags) {
            if (tag.is_closing) continue;
            const bool is_hidden = tag.name == "input" && tag.attributes.at("type") == "hidden";
            if ((tag.name == "input" || tag.name == "select") && !is_hidden)
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
    CHECK(asset_named("suggest.js")->content_type == "text/javascript");
    CHECK(asset_named("icon.svg")->content_type == "image/svg+xml");
    for (const char* name : {"", "search.html", "../main.cc", "style.cs", "STYLE.CSS"})
        CHECK(asset_named(name) == nullptr);
}

}  // namespace nutgraf::tests::in_html_pages_test
