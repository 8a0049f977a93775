#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_html_form_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;
using search::Order;

TEST_CASE("the form comes back as it was sent") {
    SearchPage page = page_with("\"gold rush\" & <more>", {});
    page.form.sources = {"Market Lantern"};
    page.form.langs = {"de"};
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
    page.form.langs = {"tlh"};
    CHECK(holds(search_page(page), "<option value=\"tlh\" selected>tlh</option>"));
}

TEST_CASE("what the form has no field for is kept unseen, and counts as a filter") {
    SearchPage page = page_with("gold", {});
    page.form.sources = {"Courier", "Herald"};
    page.form.langs = {"de", "en"};
    page.form.orgs = {"#huawei"};
    page.form.officials = {"#chris-coons"};
    page.form.limit = 50;
    page.form.is_any = true;
    const std::string html = search_page(page);
    std::vector<std::string> hidden;
    for (const Tag& tag : read_page(html).tags)
        if (tag.name == "input" && tag.attributes.at("type") == "hidden")
            hidden.push_back(tag.attributes.at("name") + "=" + tag.attributes.at("value"));
    CHECK(hidden == std::vector<std::string>{"source=Herald", "org=#huawei",
                                             "official=#chris-coons", "lang=en", "limit=50",
                                             "any=true"});
    CHECK(element(html, "source").at("value") == "Courier");
    CHECK(holds(html, "Filters (6 in use)"));
}

}  // namespace nutgraf::tests::in_html_form_test
