#include "searchd/render/entity_pages.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_html_entities_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;
using std::chrono::sys_days;
using namespace std::literals;

namespace {

const search::EntityBrief coons{"official", "chris-coons", "Chris Coons",
                                "",         "US",          "United States senator"};
const search::EntityBrief huawei{"org", "huawei", "Huawei", "company/telecoms", "CN", ""};
const search::EntityBrief senate{"org", "us-senate", "US Senate", "parliament", "US", ""};

search::EntityProfile profile_of(const search::EntityBrief& brief) {
    search::EntityProfile profile;
    profile.facts.brief = brief;
    profile.query = "official:#" + brief.id;
    profile.speech_query = "said:#" + brief.id;
    return profile;
}

search::Saying saying_in(const std::string& key, const std::string& words) {
    search::Saying saying;
    saying.key = key;
    saying.title = "Headline of " + key;
    saying.passage = {words, {{0, words.size()}}};
    return saying;
}

}  // namespace

TEST_CASE("every section of a page leads to the search that shows the same") {
    search::EntityProfile profile = profile_of(coons);
    profile.named.total = 12;
    profile.named.hits = {hit_with({"Gold", {}}, {"Gold.", {}})};
    profile.speeches = 3;
    profile.sayings = {saying_in("k1", "We agree.")};
    const std::string html = entity_page(profile);
    CHECK(holds(html, ">12 articles</a></h2>"));
    CHECK(links_to(html, "/search?q=official%3A%23chris-coons"));
    CHECK(links_to(html, "/search?q=official%3A%23chris-coons&sort=newest"));
    CHECK(links_to(html, "/search?q=said%3A%23chris-coons&sort=newest"));
    CHECK(holds(html, "All words, in 3 articles"));
    CHECK(links_to(html, "/articles/k1?q=said%3A%23chris-coons"));
    CHECK(holds(html, "<mark>We agree.</mark>"));
}

TEST_CASE("words of one article stand under its headline once") {
    search::EntityProfile profile = profile_of(coons);
    profile.sayings = {saying_in("k1", "One."), saying_in("k1", "Two."), saying_in("k2", "Three.")};
    const std::string text = read_page(entity_page(profile)).text;
    CHECK(text.find("Headline of k1") == text.rfind("Headline of k1"));
    for (const char* words : {"One.", "Two.", "Three.", "Headline of k2"})
        CHECK(holds(text, words));
}

TEST_CASE("words in one passage are marked in it together") {
    search::EntityProfile profile = profile_of(coons);
    profile.sayings = {saying_in("k1", "One, two."), saying_in("k1", "One, two.")};
    profile.sayings[0].passage.marks = {{5, 8}};
    profile.sayings[1].passage.marks = {{0, 3}};
    CHECK(holds(entity_page(profile), "><mark>One</mark>, <mark>two</mark>.</p>"));
}

TEST_CASE("of many names in one language most are folded away") {
    search::EntityProfile profile = profile_of(senate);
    for (int i = 0; i < 11; ++i) profile.facts.names.push_back({"N" + std::to_string(i), ""});
    CHECK(holds(entity_page(profile),
                "N7<details><summary>3 more</summary>N8 · N9 · N10</details></dd>"));
}

TEST_CASE("what is known is said with its time, the latest first, and leads on") {
    search::EntityProfile profile = profile_of(coons);
    search::EntityFacts& facts = profile.facts;
    facts.country_name = "United States";
    facts.roles = {{"r", "", "county executive", "", {{}, sys_days(2010y / 11 / 15)}},
                   {"r", "", "senator", "DE", {sys_days(2010y / 11 / 15), sys_days::max()}}};
    facts.roles[0].period.from = sys_days(2005y / 1 / 4);
    facts.parent = senate;
    facts.names = {{"Chris Coons", ""}, {"Christopher Coons", ""}, {"Крис Кунс", "ru"}};
    const std::string html = entity_page(profile);
    const std::string text = read_page(html).text;
    CHECK(holds(text, "senator, DE since 15 November 2010"));
    CHECK(holds(text, "county executive 4 January 2005 to 14 November 2010"));
    CHECK(text.find("senator, DE") < text.find("county executive"));
    CHECK(links_to(html, "/entities/us-senate"));
    CHECK(holds(html, "<dd lang=\"ru\" dir=\"auto\">Крис Кунс</dd>"));
    CHECK(holds(text, "Chris Coons · Christopher Coons"));
    CHECK(holds(text, "United States senator, United States"));
}

TEST_CASE("an organisation shows who held its offices, and its parts") {
    search::EntityProfile profile = profile_of(senate);
    profile.facts.offices = {{"o", "Clerk", {{coons, {}}}}};
    profile.facts.bodies.assign(9, huawei);
    profile.facts.more_bodies = 4;
    const std::string html = entity_page(profile);
    CHECK(holds(html, "<h3><bdi>Clerk</bdi></h3>"));
    CHECK(links_to(html, "/entities/chris-coons"));
    CHECK(holds(html, "<summary>1 more</summary>"));
    CHECK(holds(html, "and 4 others"));
}

TEST_CASE("who no article names is told so, without empty sections") {
    const std::string html = entity_page(profile_of(coons));
    CHECK(holds(html, "In no article here"));
    for (const char* part : {"Newest", "Said", "In the same articles", "What is known", "<svg"})
        CHECK_FALSE(holds(html, part));
}

TEST_CASE("numbers stand only beside who is counted") {
    search::EntityProfile profile = profile_of(coons);
    profile.named.total = 1234;
    profile.facts.parent = senate;
    profile.company = {{huawei, 56}};
    const std::string html = entity_page(profile);
    CHECK(holds(html, "articles: </span>56</span>"));
    CHECK_FALSE(holds(html, "articles: </span>1,234"));
}

TEST_CASE("a list names, describes and counts, and goes on with what was asked for") {
    EntityListPage page;
    page.wanted = {"chris c", "official", 20, 20};
    page.list.entities = {{coons, 7}, {huawei, 12345}};
    page.list.total = 45;
    const std::string html = entity_list_page(page);
    CHECK(links_to(html, "/entities/chris-coons"));
    CHECK(holds(html, ">12,345</span>"));
    CHECK(holds(html, "company, telecoms, CN"));
    CHECK(element(html, "name").at("value") == "chris c");
    CHECK(holds(html, "<option value=\"official\" selected>"));
    CHECK(address_of(html, "previous") == "/entities?q=chris%20c&kind=official");
    CHECK(address_of(html, "next") == "/entities?q=chris%20c&kind=official&offset=22");
    page.list = {};
    CHECK(holds(entity_list_page(page), "Nobody is called so"));
}

}  // namespace nutgraf::tests::in_html_entities_test
