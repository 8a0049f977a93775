#include "analyzers/entities/source.h"

#include "analyzers/entities/problem.h"
#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_source_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;
using nutgraf::tests::text_of;

namespace {

std::string problems_of(std::string_view blocks) {
    Problems problems;
    read_source({{"a.ent", std::string(blocks)}}, problems);
    return lines_of(problems);
}

Source source_of(std::string_view blocks) {
    Problems problems;
    Source source = read_source({{"a.ent", std::string(blocks)}}, problems);
    CHECK(lines_of(problems) == "");
    return source;
}

/// "Huawei/name zh:华为/name", in the order they are found.
std::string text_of_names(const std::vector<SourceName>& names) {
    std::string text;
    for (const SourceName& name : names) {
        if (!text.empty()) text += " ";
        if (!name.language.empty()) text += name.language + ":";
        text += name.text + "/" + std::string(text_of(name.name_class));
    }
    return text;
}

}  // namespace

TEST_CASE("an organisation has its names, kind, country, parent and letters") {
    const Source source = source_of(
        "@org us-republican\nname[de]: Republikaner\nname: Republican Party\nalias: the GOP\n"
        "former: Whigs\nacronym: GOP\ncontext: Party\ndesc: party\nadjective: Republican\n"
        "member: Republicans\nkind: party/right\ncountry: us\nparent: x\nletters: R | GOP\n"
        "wikidata: Q29468\n");
    REQUIRE(source.entities.size() == 1);
    const EntityRecord& party = source.entities.front();
    CHECK(party.kind == EntityKind::organisation);
    CHECK(text_of_names(party.names) ==
          "Republican Party/name de:Republikaner/name the GOP/name Whigs/name GOP/acronym "
          "Party/context party/descriptor Republican/adjective Republicans/member");
    CHECK(party.type.text == "party/right");
    CHECK(party.country.text == "US");
    CHECK(party.parent.text == "x");
    CHECK(party.letters == "R|GOP");
    CHECK(party.location == Location{"a.ent", 1});
    CHECK(party.country.location == Location{"a.ent", 12});
}

TEST_CASE("a person has names, sex, order, roles, parties and memberships") {
    const Source source = source_of(
        "@person liu-xiaoming\nname: Liu Xiaoming\nsurname: Liu\ngiven: Xiaoming\n"
        "order: family-first\nsex: m\nrole: ambassador/CN/GB 2010-02..2021-02\nrole: minister\n"
        "party: cn-ccp ..\nmember: npc 2021..\ndied: 2025-01\n");
    const EntityRecord& person = source.entities.front();
    CHECK(person.kind == EntityKind::person);
    CHECK(text_of_names(person.names) == "Liu Xiaoming/name Liu/surname Xiaoming/given");
    CHECK(person.sex == Sex::male);
    CHECK(person.is_family_first);
    REQUIRE(person.roles.size() == 2);
    CHECK(person.roles[0].role == "ambassador");
    CHECK(person.roles[0].place == "CN/GB");
    CHECK(person.roles[0].period != Period());
    CHECK(person.roles[1].role == "minister");
    CHECK(person.roles[1].place == "");
    CHECK(person.roles[1].period == Period());
    CHECK(person.parties.front().id == "cn-ccp");
    CHECK(person.members.front().id == "npc");
}

TEST_CASE("offices, roles, places and bodies are read") {
    const Source source = source_of(
        "@office gb-pm\nname: Prime Minister | First Lord\nacronym: PM\nrole: pm\ncountry: GB\n"
        "org: gb-gov\nholder: theresa-may 2016-07-13..2019-07-24\nseats: 2\n"
        "@role senator\nname: senator\nplural: senators\nabbreviation: Sen. | Sens. | Sns\n"
        "broader: legislator\nclass: legislator\n"
        "@country gb\nname: United Kingdom\nalias: Britain\nacronym: UK\nadjective: British\n"
        "demonym: Briton | Britons\ncapital: London\ncapital[fr]: Londres\n"
        "@place us-co\nname: Colorado\ncountry: US\ncode: CO\n"
        "@body army\nname: army | ground forces\nkind: military\nparent: gov\n"
        "override gb: gb-army\n");
    const OfficeRecord& office = source.offices.front();
    CHECK(text_of_names(office.names) == "Prime Minister/role First Lord/role PM/acronym");
    CHECK(office.role.text == "pm");
    CHECK(office.organisation.text == "gb-gov");
    CHECK(office.holders.front().id == "theresa-may");
    CHECK(office.seats == 2);
    const RoleRecord& role = source.roles.front();
    CHECK(text_of_names(role.names) ==
          "senator/role senators/role_plural Sen./role Sens./role_plural Sns/role");
    CHECK(role.broader.text == "legislator");
    CHECK(role.type == "legislator");
    REQUIRE(source.places.size() == 2);
    const PlaceRecord& country = source.places[0];
    CHECK(country.is_country);
    CHECK(country.country.text == "GB");
    CHECK(text_of_names(country.names) ==
          "United Kingdom/place Britain/place UK/acronym British/adjective");
    CHECK(text_of_names(country.demonyms) == "Briton/adjective Britons/adjective");
    CHECK(text_of_names(country.capitals) == "London/place fr:Londres/place");
    CHECK(source.places[1].code == "CO");
    CHECK_FALSE(source.places[1].is_country);
    const BodyRecord& body = source.bodies.front();
    CHECK(text_of_names(body.names) == "army/name ground forces/name");
    CHECK(body.type == "military");
    CHECK(body.parent.text == "gov");
    CHECK(body.overrides.front().country == "GB");
    CHECK(body.overrides.front().id == "gb-army");
}

TEST_CASE("a value that its key does not take is refused with its file and line") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"@org x\nalias: X\n", "a.ent:1: \"x\" has no \"name\".\n"},
        {"@org x\nname[zh]: X\n", "a.ent:1: \"x\" has no \"name\".\n"},
        {"@org x\nname: X\nname: Y\n",
         "a.ent:3: \"x\" has 2 names; one is shown and the others are \"alias\".\n"},
        {"@org x\nname: X | Y\n",
         "a.ent:2: \"x\" has 2 names; one is shown and the others are \"alias\".\n"},
        {"@org x\nname: X\ncountry: Britain\n",
         "a.ent:3: \"Britain\" is no country; write its two letters of ISO 3166: \"GB\".\n"},
        {"@org x\nname: X\nwikidata: 160120\n",
         "a.ent:3: \"160120\" is no Wikidata item; write \"Q160120\".\n"},
        {"@person x\nname: X\nsex: w\n", "a.ent:3: \"w\" is none of f, m.\n"},
        {"@person x\nname: X\norder: family-frist\n",
         "a.ent:3: \"family-frist\" is none of family-first.\n"},
        {"@person x\nname: X\nrole: pm 2019-13..\n",
         "a.ent:3: \"2019-13\" is no date; write \"2018-07-09\", \"2018-07\" or \"2018\".\n"},
        {"@person x\nname: X\ndied: May\n",
         "a.ent:3: \"May\" is no date; write \"2018-07-09\", \"2018-07\" or \"2018\".\n"},
        {"@office x\nname: X\nrole: pm\nholder: y 2019\n",
         "a.ent:4: \"2019\" is no period; write \"2018-07-09..2019-07-24\".\n"},
        {"@office x\nname: X\nrole: pm\nseats: none\n",
         "a.ent:4: \"none\" is no number of seats; write \"2\".\n"},
        {"@office x\nname: X\n", "a.ent:1: \"x\" has no \"role\", the kind of office it is.\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(problems_of(c.text) == c.expected);
    }
    CHECK(problems_of("@org x\nname: X\nkind: firm/phones\n")
              .starts_with("a.ent:3: \"firm\" is no kind of organisation; there are government, "));
    CHECK(problems_of("@role x\nname: X\nclass: head\n")
              .starts_with("a.ent:3: \"head\" is none of head-of-state, "));
}

TEST_CASE("files are read in the order of their names, whatever order they come in") {
    Problems problems;
    const Source source = read_source(
        {{"2.ent", "@org x\ndelete: name\nname: New\n"}, {"1.ent", "@org x\nname: Old\n"}},
        problems);
    CHECK(lines_of(problems) == "");
    CHECK(text_of_names(source.entities.front().names) == "New/name");
    CHECK(source.entities.front().location == Location{"1.ent", 1});
}

TEST_CASE("a file of another ending is refused") {
    Problems problems;
    read_source({{"facts.txt", ""}}, problems);
    CHECK(lines_of(problems) ==
          "facts.txt:1: Facts stand in files that end in \".ent\" and \".tsv\".\n");
}

TEST_CASE("errors refuse a build, warnings do not") {
    const Problem warning{{"a.ent", 2}, Severity::warning, "It rains."};
    const Problem error{{"a.ent", 3}, Severity::error, "It pours."};
    CHECK_FALSE(has_errors({}));
    CHECK_FALSE(has_errors({warning}));
    CHECK(has_errors({warning, error}));
    CHECK(lines_of({warning, error}) == "a.ent:2: warning: It rains.\na.ent:3: It pours.\n");
}

}  // namespace nutgraf::tests::in_source_test
