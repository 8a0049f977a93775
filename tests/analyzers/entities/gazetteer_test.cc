#include "analyzers/entities/gazetteer.h"

#include "base/date.h"
#include "base/file.h"
#include "tests/analyzers/entities/compiled.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_gazetteer_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::failure;
using nutgraf::tests::gazetteer_of;
using nutgraf::tests::names_at;
using nutgraf::tests::text_of;
using nutgraf::tests::words_of;

namespace {

std::string text_of_period(const Period& period) {
    const auto text = [](std::chrono::sys_days day) {
        const bool is_end =
            day == std::chrono::sys_days::min() || day == std::chrono::sys_days::max();
        return is_end ? std::string() : iso_date(day);
    };
    return text(period.from) + ".." + text(period.to);
}

const std::string people =
    "@country gb\nname: Britain\n@country us\nname: US\n@place us-de\nname: Delaware\ncode: DE\n"
    "country: US\n"
    "@role legislator\nname: lawmaker\nclass: legislator\n"
    "@role senator\nname: senator | member of the Senate\nplural: senators\n"
    "abbreviation: Sen. | Sens.\nbroader: legislator\nclass: legislator\n"
    "@role foreign-minister\nname: foreign minister\nclass: minister\n"
    "@org us-democratic\nname: Democratic Party\nkind: party\ncountry: US\nletters: D | Dem\n"
    "wikidata: Q12345\n"
    "adjective: Democratic\nmember: Democrats\n"
    "@org gb-fcdo\nname: Foreign Office\nacronym: FCO\ncountry: GB\nkind: ministry\n"
    "desc: department\n"
    "@person chris-coons\nname: Chris Coons\nalias: Christopher Coons\nalias[ru]: Крис Кунс\n"
    "surname: Coons\ngiven: Chris\nsex: m\ncountry: US\nparty: us-democratic 1988..\n"
    "role: senator/DE 2010-11-15..\n"
    "@person hunt\nname: Jeremy Hunt\nsurname: Hunt\nrole: legislator/GB 2005..\n"
    "@person liu\nname: Liu Xiaoming\nsurname: Liu\norder: family-first\nsex: f\n"
    "@office gb-foreign-secretary\nname: Foreign Secretary | Secretary of State\nacronym: FS\n"
    "alias[ru]: министр\n"
    "role: foreign-minister\ncountry: GB\norg: gb-fcdo\nholder: hunt 2018-07-09..2019-07-24\n"
    "holder: liu ..2018-07-09\n";

}  // namespace

TEST_CASE("every fact of an organisation is there after compiling and mapping") {
    const Gazetteer gazetteer = gazetteer_of(people);
    const Entity party = gazetteer.entity(*gazetteer.number_of(Table::entity, "us-democratic"));
    CHECK(party.id == "us-democratic");
    CHECK(party.name == "Democratic Party");
    CHECK(party.kind == EntityKind::organisation);
    CHECK(party.type == "party");
    CHECK(party.country == "US");
    CHECK(party.letters == "D|Dem");
    CHECK(gazetteer.wikidata(*gazetteer.number_of(Table::entity, "us-democratic")) == "Q12345");
    CHECK(gazetteer.wikidata(*gazetteer.number_of(Table::entity, "gb-fcdo")).empty());
    CHECK(party.parent == none);
    CHECK(party.sex == Sex::unknown);
    CHECK(party.roles.empty());
    CHECK(party.parties.empty());
    REQUIRE(party.names.size() == 1);
    CHECK(party.names[0].text == "Democratic Party");
    CHECK(party.file == "facts.ent");
    CHECK(party.line == 21);
    CHECK(gazetteer.bits(gazetteer.word("dem")).has(WordBit::party_letters));
}

TEST_CASE("every fact of a person is there, the offices held among the roles") {
    const Gazetteer gazetteer = gazetteer_of(people);
    const auto person = [&](std::string_view id) {
        return gazetteer.entity(*gazetteer.number_of(Table::entity, id));
    };
    const Entity coons = person("chris-coons");
    CHECK(coons.kind == EntityKind::person);
    CHECK(coons.sex == Sex::male);
    CHECK_FALSE(coons.is_family_first);
    REQUIRE(coons.names.size() == 3);
    CHECK(coons.names[0].text == "Chris Coons");
    CHECK(coons.names[0].language == "");
    CHECK(coons.names[2].text == "Крис Кунс");
    CHECK(coons.names[2].language == "ru");
    REQUIRE(coons.parties.size() == 1);
    CHECK(gazetteer.entity(coons.parties[0].party).id == "us-democratic");
    CHECK(text_of_period(coons.parties[0].period) == "1988-01-01..");
    REQUIRE(coons.roles.size() == 1);
    CHECK(gazetteer.role(coons.roles[0].role).id == "senator");
    CHECK(coons.roles[0].office == none);
    CHECK(coons.roles[0].place == "DE");
    CHECK(text_of_period(coons.roles[0].period) == "2010-11-15..");

    const Entity hunt = person("hunt");
    REQUIRE(hunt.roles.size() == 2);
    CHECK(gazetteer.role(hunt.roles[0].role).id == "legislator");
    CHECK(gazetteer.role(hunt.roles[1].role).id == "foreign-minister");
    CHECK(gazetteer.office(hunt.roles[1].office).id == "gb-foreign-secretary");
    CHECK(hunt.roles[1].place == "GB");
    CHECK(text_of_period(hunt.roles[1].period) == "2018-07-09..2019-07-24");

    const Entity liu = person("liu");
    CHECK(liu.sex == Sex::female);
    CHECK(liu.is_family_first);
    CHECK(text_of_period(liu.roles[0].period) == "..2018-07-09");
}

TEST_CASE("every fact of an office, a role and a place is there") {
    const Gazetteer gazetteer = gazetteer_of(people);
    const Office office =
        gazetteer.office(*gazetteer.number_of(Table::office, "gb-foreign-secretary"));
    CHECK(office.name == "Foreign Secretary");
    CHECK(gazetteer.role(office.role).id == "foreign-minister");
    CHECK(office.country == "GB");
    CHECK(gazetteer.entity(office.organisation).id == "gb-fcdo");
    REQUIRE(office.holders.size() == 2);
    CHECK(gazetteer.entity(office.holders[0].person).id == "liu");
    CHECK(gazetteer.entity(office.holders[1].person).id == "hunt");
    const Role role = gazetteer.role(*gazetteer.number_of(Table::role, "senator"));
    CHECK(role.name == "senator");
    CHECK(role.type == "legislator");
    CHECK(gazetteer.role(role.broader).id == "legislator");
    const Place state = gazetteer.place(*gazetteer.number_of(Table::place, "us-de"));
    CHECK(state.name == "Delaware");
    CHECK(state.country == "US");
    CHECK(state.code == "DE");
    CHECK_FALSE(state.is_country);
    CHECK(gazetteer.place(*gazetteer.number_of(Table::place, "gb")).is_country);
}

TEST_CASE("ids are those of their table") {
    const Gazetteer gazetteer = gazetteer_of(people);
    CHECK(gazetteer.size(Table::entity) == 5);
    CHECK(gazetteer.size(Table::office) == 1);
    CHECK(gazetteer.size(Table::role) == 3);
    CHECK(gazetteer.size(Table::place) == 3);
    CHECK_FALSE(gazetteer.number_of(Table::entity, "senator"));
    CHECK_FALSE(gazetteer.number_of(Table::entity, ""));
    CHECK_FALSE(gazetteer.number_of(Table::role, "zzz"));
}

TEST_CASE("a role is a kind of itself and of what is broader") {
    const Gazetteer gazetteer = gazetteer_of(people);
    const auto role = [&](std::string_view id) { return *gazetteer.number_of(Table::role, id); };
    CHECK(gazetteer.is_kind_of(role("senator"), role("senator")));
    CHECK(gazetteer.is_kind_of(role("senator"), role("legislator")));
    CHECK_FALSE(gazetteer.is_kind_of(role("legislator"), role("senator")));
    CHECK_FALSE(gazetteer.is_kind_of(none, role("senator")));
}

TEST_CASE("a query is a name as a whole, in any case, with all it may stand for") {
    const Gazetteer gazetteer = gazetteer_of(people);
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"chris coons", "chris-coons/name"},
        {"КРИС КУНС", "chris-coons/name"},
        {"Coons's", "chris-coons/surname"},
        {"Chris", ""},
        {"department", ""},
        {"Chris Coons today", ""},
        {"fco", "gb-fcdo/acronym"},
        {"foreign secretary", "gb-foreign-secretary/role"},
        {"FS", "gb-foreign-secretary/acronym"},
        {"senators", "senator/role_plural"},
        {"sens.", "senator/role_plural"},
        {"Democratic", "us-democratic/adjective"},
        {"democrats", "us-democratic/member"},
        {"delaware", "us-de/place"},
        {"", ""},
        {"?!", ""},
        {"unheard of", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(text_of(gazetteer, gazetteer.senses_of(c.text)) == c.expected);
    }
}

TEST_CASE("a text is the beginning of names, its last word perhaps not whole") {
    const Gazetteer gazetteer = gazetteer_of(people);
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"chris co", "chris-coons/name"},
        {"Chris Coons", "chris-coons/name"},
        {"кр", "chris-coons/name"},
        {"foreign s", "gb-foreign-secretary/role"},
        {"liu x", "liu/name"},
        // The shorter names first; of a description or a given name nobody asks.
        {"democrat", "us-democratic/adjective us-democratic/member us-democratic/name"},
        {"depart", ""},
        {"chris coons today", ""},
        {"oons", ""},
        {"", ""},
        {"?", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(text_of(gazetteer, gazetteer.senses_begun_with(c.text, 10)) == c.expected);
    }
    CHECK(gazetteer.senses_begun_with("democrat", 2).size() == 2);
    CHECK(gazetteer.senses_begun_with("democrat", 0).empty());
}

TEST_CASE("roles are written in small letters, other names and abbreviations as they are") {
    const Gazetteer gazetteer = gazetteer_of(people);
    const auto written = [&](std::string_view name) {
        return gazetteer.senses_of(name).front().written;
    };
    CHECK(written("Foreign Secretary") == "foreign secretary");
    CHECK(written("sen") == "Sen.");
    CHECK(written("fs") == "FS");
    CHECK(written("foreign office") == "Foreign Office");
    CHECK(gazetteer.senses_of("министр").front().language == "ru");
}

TEST_CASE("the names at a word come longest first") {
    const Gazetteer gazetteer = gazetteer_of(
        "@org us-senate\nname: US Senate\n@org us-sfrc\n"
        "name: US Senate Committee on Foreign Relations\n@country us\nname: US\n");
    const std::string_view text = "the US Senate Committee on Foreign Relations";
    CHECK(names_at(gazetteer, text, 0) == "");
    CHECK(names_at(gazetteer, text, 1) == "6 us-sfrc/name; 2 us-senate/name; 1 us/place");
    CHECK(names_at(gazetteer, text, 2) == "");
    CHECK(names_at(gazetteer, "the US Senate Committee on Foreign", 1) ==
          "2 us-senate/name; 1 us/place");
    CHECK(names_at(gazetteer, "US", 0) == "1 us/place");
    CHECK(names_at(gazetteer, "US", 1) == "");
}

TEST_CASE("matches are overwritten, not appended to") {
    const Gazetteer gazetteer = gazetteer_of("@org x\nname: Acme\n");
    const auto words = words_of(gazetteer, "Acme is");
    std::vector<NameMatch> matches;
    gazetteer.names_at(words, 0, matches);
    CHECK(matches.size() == 1);
    gazetteer.names_at(words, 0, matches);
    CHECK(matches.size() == 1);
    gazetteer.names_at(words, 1, matches);
    CHECK(matches.empty());
}

TEST_CASE("either spelling of a pair is found by either, and is one word") {
    const Gazetteer gazetteer = gazetteer_of(
        "@org ncsc\nname: National Cyber Security Centre\n@org dod\nname: Defense Department\n",
        "centre\tspelling\ten\tcenter\ndefence\tspelling\ten\tdefense\ndefence\tpolicy\n");
    CHECK(names_at(gazetteer, "National Cyber Security Center", 0) == "4 ncsc/name");
    CHECK(names_at(gazetteer, "National Cyber Security Centre", 0) == "4 ncsc/name");
    CHECK(names_at(gazetteer, "Defence Department", 0) == "2 dod/name");
    CHECK(gazetteer.word("defence") == gazetteer.word("defense"));
    CHECK(gazetteer.bits(gazetteer.word("defense")).has(WordBit::policy));
}

TEST_CASE("names of other scripts are found as the tokenizer cuts them") {
    const Gazetteer gazetteer = gazetteer_of(
        "@org huawei\nname: Huawei\nalias[zh]: 华为 | 华为技术\nalias[ar]: هواوي\n"
        "alias[ru]: Хуавэй\n@org elysee\nname: Élysée\n@org att\nname: AT&T\n");
    CHECK(names_at(gazetteer, "中国华为技术公司", 2) == "4 huawei/name; 2 huawei/name");
    CHECK(names_at(gazetteer, "شركة هواوي", 1) == "1 huawei/name");
    CHECK(names_at(gazetteer, "ХУАВЭЙ", 0) == "1 huawei/name");
    CHECK(names_at(gazetteer, "the Elysee", 1) == "1 elysee/name");
    CHECK(names_at(gazetteer, "AT&T's", 0) == "1 att/name");
}

TEST_CASE("a word that no name and no lexicon has is 0, and may be nothing") {
    const Gazetteer gazetteer = gazetteer_of("@org x\nname: Acme\n", "said\tsay-verb\n");
    CHECK(gazetteer.word("zebra") == 0);
    CHECK(gazetteer.word("") == 0);
    CHECK(gazetteer.word("acme") != 0);
    CHECK(gazetteer.word("said") != gazetteer.word("acme"));
    CHECK(gazetteer.bits(0).bits() == 0);
    CHECK(gazetteer.bits(1'000'000).bits() == 0);
    CHECK(gazetteer.bits(gazetteer.word("said")).has(WordBit::say_verb));
    CHECK(gazetteer.bits(gazetteer.word("acme")).bits() == 0);
}

TEST_CASE("words that are names of places, roles and descriptions say so") {
    const Gazetteer gazetteer = gazetteer_of(
        "@country gb\nname: Britain\nalias: Great Britain\nacronym: UK\nadjective: British\n"
        "demonym: Briton\n"
        "@role senator\nname: senator | first senator\nplural: senators\n"
        "@org x\nname: Acme\ndesc: telecoms giant\n");
    struct Case {
        std::string word;
        WordBit bit;
        bool expected;
    };
    const Case cases[] = {
        {"britain", WordBit::place, true},
        {"great", WordBit::place, false},
        {"uk", WordBit::place, true},
        {"british", WordBit::demonym, true},
        {"briton", WordBit::demonym, true},
        {"british", WordBit::place, false},
        {"senator", WordBit::role, true},
        {"first", WordBit::role, false},
        {"senators", WordBit::role_plural, true},
        {"senators", WordBit::role, false},
        {"giant", WordBit::descriptor, true},
        {"telecoms", WordBit::descriptor, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        CAPTURE(static_cast<int>(c.bit));
        CHECK(gazetteer.bits(gazetteer.word(c.word)).has(c.bit) == c.expected);
    }
}

TEST_CASE("without any fact a gazetteer finds nothing") {
    const Gazetteer gazetteer = gazetteer_of("");
    CHECK(gazetteer.size(Table::entity) == 0);
    CHECK(gazetteer.senses_of("Huawei").empty());
    CHECK(names_at(gazetteer, "Huawei", 0) == "");
}

TEST_CASE("the fingerprint tells facts apart, and nothing else") {
    const auto of = [](std::string_view blocks) { return gazetteer_of(blocks).fingerprint(); };
    CHECK(of("@org x\nname: Acme\n") == of("@org x\nname: Acme\n"));
    CHECK(of("@org x\nname: Acme\n") != of("@org x\nname: Acne\n"));
}

TEST_CASE("a moved gazetteer is the same, and views of it stay") {
    Gazetteer first = gazetteer_of("@org x\nname: Acme\n");
    const Sense sense = first.senses_of("acme").front();
    Gazetteer second(std::move(first));
    Gazetteer third = gazetteer_of("");
    third = std::move(second);
    CHECK(sense.written == "Acme");
    CHECK(third.senses_of("Acme").size() == 1);
}

TEST_CASE("a program without its gazetteer is told where it was looked for") {
    // The folder of the test program holds none.
    const std::string message = failure([] { static_cast<void>(default_gazetteer()); });
    CHECK(message.find("/entities.bin\" nor \"") != std::string::npos);
    CHECK(message.ends_with("Build it with \"./run build\", or reinstall Nutgraf."));
}

}  // namespace nutgraf::tests::in_gazetteer_test
