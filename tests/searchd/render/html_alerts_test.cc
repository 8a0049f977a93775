#include "searchd/render/alert_pages.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_html_alerts_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;

namespace {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

ShownAlert alert_named(const std::string& name) {
    ShownAlert alert;
    alert.id = 7;
    alert.name = name;
    alert.query.text = "huawei ban";
    alert.query.sources = {"Courier"};
    alert.filters = "from Courier";
    alert.created = noon;
    alert.matches = 1234;
    return alert;
}

AlertPage page_of(ShownAlert alert) {
    AlertPage page;
    page.alert = std::move(alert);
    page.form_token = "token";
    return page;
}

/// Where the forms of a page post to, that of the search left out.
std::vector<std::string> posts(const std::string& html) {
    std::vector<std::string> addresses;
    for (const Tag& tag : read_page(html).tags)
        if (tag.name == "form" && !tag.is_closing && tag.attributes.at("method") == "post")
            addresses.push_back(tag.attributes.at("action"));
    return addresses;
}

std::size_t count_of(const std::string& html, const std::string& part) {
    std::size_t times = 0;
    for (auto at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++times;
    return times;
}

using Addresses = std::vector<std::string>;

}  // namespace

TEST_CASE("the list shows what each alert asks and has found, and what can be done with it") {
    ShownAlert paused = alert_named("other");
    paused.id = 8;
    paused.is_paused = true;
    const std::string html = alert_list_page({{alert_named("trade"), paused}, "token"});
    const std::string text = read_page(html).text;
    for (const char* part : {"trade", "huawei ban", "from Courier", "1,234 matches", "paused"})
        CHECK_MESSAGE(holds(text, part), part);
    CHECK(links_to(html, "/alerts/7"));
    CHECK(links_to(html, "/alerts/7#feed"));
    CHECK(links_to(html, "/search?q=huawei%20ban&source=Courier"));
    CHECK(posts(html) ==
          Addresses{"/alerts/7/pause", "/alerts/7/remove", "/alerts/8/resume", "/alerts/8/remove"});
    CHECK(count_of(html, "name=\"form_token\" value=\"token\"") == 4);
    CHECK(holds(alert_list_page({}), "There are none yet."));
}

TEST_CASE("an alert's page shows its matches, its runs and why it cannot look") {
    AlertPage page = page_of(alert_named("trade"));
    page.matches = {{hit_with({"Gold", {}}, {"Gold is found.", {{0, 4}}}), noon}};
    page.runs = {{noon, 12, 3, 2, 1, "It ended with status 1."}};
    page.older = "/alerts/7?before=3";
    page.failure = "Column 1: no.";
    const std::string html = alert_page(page);
    const std::string text = read_page(html).text;
    for (const char* part :
         {"trade", "Gold is found.", "Found 2019-05-10 12:00 UTC", "2 delivered, 1 failed",
          "It ended with status 1.", "It cannot look: Column 1: no.", "1,234 matches so far",
          "Tells of each article once", "Made on 10 May 2019"})
        CHECK_MESSAGE(holds(text, part), part);
    CHECK(holds(html, "<mark>Gold</mark>"));
    CHECK(links_to(html, "/articles/a97e00afe77067cb?q=huawei%20ban"));
    CHECK(address_of(html, "next") == "/alerts/7?before=3");
    CHECK(posts(html) == Addresses{"/alerts/7/pause", "/alerts/7/remove", "/alerts/7/feed"});
}

TEST_CASE("a feed's address is shown only to who has it") {
    AlertPage page = page_of(alert_named("trade"));
    CHECK_FALSE(holds(alert_page(page), "feed.atom"));
    CHECK_FALSE(holds(alert_page(page), "application/atom+xml"));
    page.feed = "/api/v1/alerts/7/feed.atom?token=secret";
    CHECK(links_to(alert_page(page), page.feed));
    CHECK(holds(alert_page(page), "application/atom+xml"));
}

TEST_CASE("a query without operators has no link to a search that would read it otherwise") {
    ShownAlert alert = alert_named("trade");
    alert.is_plain = true;
    for (const std::string& html : {alert_page(page_of(alert)), alert_list_page({{alert}, "t"})})
        for (const std::string& address : addresses(html))
            CHECK_FALSE(address.starts_with("/search?"));
}

TEST_CASE("what is wrong with a new alert is said at the field, and where in the query") {
    NewAlertPage page;
    page.query.text = "huawei \"ban";
    page.query_problem = "Column 8: the quote opened here is never closed.";
    page.query_place = 7;
    page.name = "trade";
    page.name_problem = "There is an alert \"trade\" already.";
    const std::string html = new_alert_page(page);
    CHECK(element(html, "alert-query").at("aria-describedby") == "query-problem");
    CHECK(element(html, "alert-name").at("aria-describedby") == "name-problem");
    CHECK(element(html, "alert-query").at("value") == page.query.text);
    CHECK(element(html, "alert-name").at("value") == "trade");
    CHECK(holds(html, "huawei <mark>&quot;ban</mark>"));
    CHECK(holds(read_page(html).text, page.query_problem));
    CHECK(holds(read_page(html).text, page.name_problem));
    CHECK_FALSE(element(new_alert_page({}), "alert-query").contains("aria-describedby"));
}

TEST_CASE("a new alert keeps the filters of the search, and says what it would have found") {
    NewAlertPage page;
    page.query.text = "gold";
    page.query.sources = {"Courier", "Times"};
    page.query.from = "2019";
    page.query.is_any = true;
    page.found = 12;
    page.newest = {hit_with({"Gold", {}}, {"Gold.", {}})};
    const std::string html = new_alert_page(page);
    std::vector<std::string> kept;
    for (const Tag& tag : read_page(html).tags)
        if (tag.name == "input" && tag.attributes.at("type") == "hidden" &&
            tag.attributes.at("name") != "form_token")
            kept.push_back(tag.attributes.at("name") + "=" + tag.attributes.at("value"));
    CHECK(kept == Addresses{"source=Courier", "source=Times", "from=2019", "any=true"});
    CHECK(holds(read_page(html).text, "it would have found 12 articles"));
    CHECK(count_of(html, "found 12") == 1);
    page.found = 0;
    page.newest.clear();
    CHECK(holds(read_page(new_alert_page(page)).text, "it would have found 0 articles"));
}

TEST_CASE("a search's results lead to an alert with its query and filters, not its order") {
    SearchPage page = page_with("gold", {hit_with({"Gold", {}}, {"Gold.", {}})});
    page.form.sources = {"Courier"};
    page.form.order = search::Order::newest;
    page.form.limit = 50;
    page.form.is_strict = true;
    CHECK(address_of(search_page(page), "to-alert") == "/alerts/new?q=gold&source=Courier");
    CHECK(address_of(search_page({}), "to-alert").empty());
}

}  // namespace nutgraf::tests::in_html_alerts_test
