#include "analyzers/entities/compose.h"

#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_compose_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::gazetteer_of;
using nutgraf::tests::lines_of;
using nutgraf::tests::names_at;
using nutgraf::tests::text_of;

namespace {

const std::string facts =
    "@country cn\nname: China\nadjective: Chinese\ncapital: Beijing | Peking\nname[zh]: 中国\n"
    "@country us\nname: United States\nalias: US | U.S.\nadjective: American\ncapital: Washington\n"
    "@country gb\nname: United Kingdom\nalias: UK | Britain\nadjective: British\n"
    "demonym: Britons\n"
    "@country nl\nname: Netherlands\nadjective: Dutch\n"
    "@place us-wa\nname: Washington\ncountry: US\ncode: WA\n"
    "@body gov\nname: government\nkind: government\n"
    "@body foreign-ministry\nname: foreign ministry | ministry of foreign affairs\n"
    "name[zh]: 外交部\nkind: ministry\nparent: gov\noverride GB: gb-fcdo\n"
    "@org gb-fcdo\nname: Foreign Office\ncountry: GB\n";

}  // namespace

TEST_CASE("bodies of countries are found by every way to name them") {
    const Gazetteer gazetteer = gazetteer_of(facts);
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"Chinese foreign ministry", "cn-foreign-ministry/name"},
        {"China foreign ministry", "cn-foreign-ministry/name"},
        {"China's foreign ministry", "cn-foreign-ministry/name"},
        {"foreign ministry of China", "cn-foreign-ministry/name"},
        {"Ministry of Foreign Affairs of China", "cn-foreign-ministry/name"},
        {"中国外交部", "cn-foreign-ministry/name"},
        {"US foreign ministry", "us-foreign-ministry/name"},
        {"U.S. foreign ministry", "us-foreign-ministry/name"},
        {"foreign ministry of the United States", "us-foreign-ministry/name"},
        {"Foreign Ministry of the US", "us-foreign-ministry/name"},
        {"Dutch foreign ministry", "nl-foreign-ministry/name"},
        {"government of the Netherlands", "nl-gov/name"},
        // Its own block has the names.
        {"British foreign ministry", "gb-fcdo/name"},
        {"Britain's foreign ministry", "gb-fcdo/name"},
        {"UK foreign ministry", "gb-fcdo/name"},
        {"Foreign Office", "gb-fcdo/name"},
        {"British government", "gb-gov/name"},
        {"Britons government", ""},
        {"foreign ministry", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(text_of(gazetteer, gazetteer.senses_of(c.text)) == c.expected);
    }
    CHECK_FALSE(gazetteer.number_of(Table::entity, "gb-foreign-ministry"));
}

TEST_CASE("a composed body has a name, kind, country, parent and place in the files") {
    const Gazetteer gazetteer = gazetteer_of(facts);
    const Entity ministry =
        gazetteer.entity(*gazetteer.number_of(Table::entity, "cn-foreign-ministry"));
    CHECK(ministry.name == "Chinese foreign ministry");
    CHECK(ministry.kind == EntityKind::organisation);
    CHECK(ministry.type == "ministry");
    CHECK(ministry.country == "CN");
    CHECK(gazetteer.entity(ministry.parent).id == "cn-gov");
    CHECK(ministry.names.front().text == "Chinese foreign ministry");
    CHECK(ministry.file == "facts.ent");
    CHECK(ministry.line == 26);
    const Entity own = gazetteer.entity(*gazetteer.number_of(Table::entity, "gb-fcdo"));
    CHECK(own.name == "Foreign Office");
    CHECK(own.parent == none);
}

TEST_CASE("a composed name demands the capital of its country alone") {
    const Gazetteer gazetteer = gazetteer_of(facts);
    const auto written = [&](std::string_view name) {
        return gazetteer.senses_of(name).front().written;
    };
    CHECK(written("chinese foreign ministry") == "Chinese foreign ministry");
    CHECK(written("us foreign ministry") == "US foreign ministry");
    CHECK(written("foreign ministry of china") == "foreign ministry of China");
}

TEST_CASE("the block that has the id of a composed body gets its names") {
    const Gazetteer gazetteer =
        gazetteer_of(facts + "@org cn-gov\nname: State Council\ncountry: CN\n");
    CHECK(text_of(gazetteer, gazetteer.senses_of("Chinese government")) == "cn-gov/name");
    CHECK(gazetteer.entity(*gazetteer.number_of(Table::entity, "cn-gov")).name == "State Council");
}

TEST_CASE("a capital is a place of its country, also beside a state of its name") {
    const Gazetteer gazetteer = gazetteer_of(facts);
    CHECK(text_of(gazetteer, gazetteer.senses_of("Peking")) == "cn-beijing/place");
    const Place beijing = gazetteer.place(*gazetteer.number_of(Table::place, "cn-beijing"));
    CHECK(beijing.name == "Beijing");
    CHECK(beijing.country == "CN");
    CHECK_FALSE(beijing.is_country);
    CHECK(text_of(gazetteer, gazetteer.senses_of("Washington")) ==
          "us-wa/place us-washington/place");
    // A city with a block of its own is no second one.
    const Gazetteer with_block = gazetteer_of(facts + "@place cn-bj\nname: Beijing\ncountry: CN\n");
    CHECK(text_of(with_block, with_block.senses_of("Beijing")) == "cn-bj/place");
}

TEST_CASE("what an override or a parent names must be there") {
    Problems problems;
    Source source = read_source({{"a.ent",
                                  "@country gb\nname: Britain\n"
                                  "@body army\nname: army\nparent: state\noverride FR: fr-army\n"
                                  "override GB: gb-army\n"}},
                                problems);
    compose(source, problems);
    CHECK(lines_of(problems) ==
          "a.ent:6: There is no country \"FR\".\n"
          "a.ent:6: There is no organisation \"fr-army\".\n"
          "a.ent:7: There is no organisation \"gb-army\".\n"
          "a.ent:5: There is no \"@body state\".\n");
}

}  // namespace nutgraf::tests::in_compose_test
