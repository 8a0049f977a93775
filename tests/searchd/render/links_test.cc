#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_links_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;
using search::Order;

TEST_CASE("addresses of searches hold the form, and nothing that is empty") {
    struct Case {
        SearchForm form;
        std::size_t offset;
        std::string address;
    };
    const Case cases[] = {
        {{}, 0, "/search?q="},
        {{.text = "gold rush"}, 0, "/search?q=gold%20rush"},
        {{.text = "a&b=c#d+e%f"}, 40, "/search?q=a%26b%3Dc%23d%2Be%25f&offset=40"},
        {{.text = "Dürre",
          .sources = {"Der Uferbote", "Courier"},
          .langs = {"de"},
          .from = "2019",
          .to = "2020-05",
          .order = Order::newest},
         0,
         "/search?q=D%C3%BCrre&source=Der%20Uferbote&source=Courier&lang=de&from=2019&to=2020-05&"
         "sort=newest"},
        {{.orgs = {"#huawei", "ZTE"}, .officials = {"#~a b"}},
         0,
         "/search?q=&org=%23huawei&org=ZTE&official=%23~a%20b"},
        {{.roles = {"#senator"},
          .sections = {"World"},
          .years = {"2018", "2020"},
          .excluded = {{{{"Courier"}, {"Sport"}, {}, {}, {}, {"de"}, {}}}}},
         0,
         "/search?q=&not_source=Courier&section=World&not_section=Sport&role=%23senator&not_lang="
         "de&"
         "year=2018&year=2020"},
        {{.text = "x", .order = Order::oldest, .limit = 50, .is_any = true, .is_strict = true},
         50,
         "/search?q=x&sort=oldest&limit=50&any=true&strict=true&offset=50"},
    };
    for (const Case& c : cases) CHECK(search_address(c.form, c.offset) == c.address);
    CHECK(search_parameters({.text = "a b"}) == "?q=a%20b");
}

}  // namespace nutgraf::tests::in_links_test
