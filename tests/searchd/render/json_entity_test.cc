#include "searchd/render/entity.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_json_entity_test {

using namespace nutgraf;
using std::chrono::sys_days;
using namespace std::literals;

namespace {

const search::EntityBrief hunt{"official", "jeremy-hunt", "Jeremy Hunt",
                               "",         "GB",          "Foreign Secretary"};
const search::EntityBrief office{"org", "gb-fcdo", "Foreign Office", "ministry", "GB", ""};
const entities::Period in_office{sys_days(2018y / 7 / 9), sys_days(2019y / 7 / 24)};

search::EntityProfile profile_of_hunt() {
    search::EntityProfile profile;
    profile.facts.brief = hunt;
    profile.facts.names = {{"Jeremy Hunt", ""}, {"Джереми Хант", "ru"}, {"Mr Hunt", ""}};
    profile.facts.roles = {
        {"foreign-minister", "gb-foreign-secretary", "Foreign Secretary", "", in_office}};
    profile.query = "official:#jeremy-hunt";
    profile.speech_query = "said:#jeremy-hunt";
    profile.named.total = 4;
    profile.named.revision = 18;
    profile.named.articles = 40;
    return profile;
}

}  // namespace

TEST_CASE("a period is given with its last day and the one behind it") {
    const Json role = render::to_json(profile_of_hunt())["roles"][0];
    CHECK(
        to_text(role) ==
        R"({"role":"foreign-minister","name":"Foreign Secretary","office":"gb-foreign-secretary",)"
        R"("from":"2018-07-09","to":"2019-07-23","until":"2019-07-24"})");
    search::EntityProfile open = profile_of_hunt();
    open.facts.roles[0].period.to = sys_days::max();
    CHECK_FALSE(render::to_json(open)["roles"][0].contains("until"));
}

TEST_CASE("names of one language stand together") {
    CHECK(to_text(render::to_json(profile_of_hunt())["names"]) ==
          R"({"any":["Jeremy Hunt","Mr Hunt"],"ru":["Джереми Хант"]})");
}

TEST_CASE("an office has its holders, and what is cut says how much more there is") {
    search::EntityFacts facts;
    facts.brief = office;
    facts.offices = {{"gb-foreign-secretary", "Foreign Secretary", {{hunt, in_office}}}};
    facts.more_bodies = 3;
    facts.wikidata = "Q12345";
    const Json record = render::to_json(facts);
    CHECK(record["offices"][0]["holders"][0]["until"] == "2019-07-24");
    CHECK(record["more"]["bodies"] == 3);
    CHECK(record["links"]["wikidata"] == "Q12345");
    CHECK_FALSE(record.contains("articles"));
}

TEST_CASE("words are marked in code points, with the article they stand in") {
    search::EntityProfile profile = profile_of_hunt();
    search::Saying saying;
    saying.key = "a97e00afe77067cb";
    saying.id = "courier-1";
    saying.kind = "direct";
    saying.cue = "said";
    saying.passage = {"Er sagte: „Nein.“", {{10, 21}}};
    saying.published = {{sys_days(2019y / 5 / 1), sys_days(2019y / 5 / 1)}, "metadata"};
    profile.sayings = {saying};
    const Json quote = render::to_json(profile)["quotes"][0];
    CHECK(
        to_text(quote) ==
        R"({"article":{"id":"courier-1","key":"a97e00afe77067cb","published":{"from":"2019-05-01",)"
        R"("to":"2019-05-01","basis":"metadata"}},"in":"text","kind":"direct",)"
        R"("text":"Er sagte: „Nein.“","marks":[[10,17]],"cue":"said"})");
}

TEST_CASE("the lists of a profile are always there") {
    const Json record = render::to_json(profile_of_hunt());
    for (const char* list : {"bodies", "roles", "parties", "offices", "beside", "quotes", "recent"})
        CHECK_MESSAGE(record.at(list).is_array(), list);
    CHECK(record["articles"] == 4);
    CHECK(record["q"] == "official:#jeremy-hunt");
    CHECK(record["index"]["revision"] == 18);
}

TEST_CASE("as lines a person has names by language, and days that are all included") {
    const std::string text = render::entity_text(profile_of_hunt());
    CHECK(text.starts_with("Jeremy Hunt (#jeremy-hunt), Foreign Secretary, GB\n"));
    CHECK(text.find("Foreign Secretary 2018-07-09..2019-07-23\n") != std::string::npos);
    CHECK(text.find("  ru     Джереми Хант\n") != std::string::npos);
    CHECK(text.find("4 of 40 articles: official:#jeremy-hunt\n") != std::string::npos);
}

}  // namespace nutgraf::tests::in_json_entity_test
