#include "searchd/search/entity_facts.h"

#include "base/date.h"
#include "tests/support/small_gazetteer.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_entity_facts_test {

using namespace nutgraf;
using entities::Table;
using search::EntityFacts;

namespace {

const entities::Gazetteer& gazetteer() {
    static const tests::SmallGazetteer small(R"(@country gb
name: United Kingdom

@role foreign-minister
name: foreign minister
class: minister

@role chief-executive
name: chief executive
class: executive

@org gb-gov
name: British government
kind: government
country: GB

@org gb-fcdo
name: Foreign Office
alias[fr]: ministère des Affaires étrangères
kind: ministry
country: GB
parent: gb-gov
wikidata: Q12345

@org gb-cabinet-office
name: Cabinet Office
kind: ministry
country: GB
parent: gb-gov

@org gb-tories
name: Conservative Party
kind: party
country: GB

@person boris-johnson
name: Boris Johnson
surname: Johnson
country: GB
party: gb-tories ..

@person jeremy-hunt
name: Jeremy Hunt
surname: Hunt
country: GB

@person ann-teller
name: Ann Teller
surname: Teller
role: chief-executive 2018..

@office gb-foreign-secretary
name: Foreign Secretary
role: foreign-minister
country: GB
org: gb-fcdo
holder: boris-johnson 2016-07-13..2018-07-09
holder: jeremy-hunt 2018-07-09..2019-07-24
)");
    return small.gazetteer();
}

std::uint32_t number_of(const std::string& id) {
    return *gazetteer().number_of(Table::entity, id);
}

EntityFacts facts(const std::string& id) {
    return search::facts_of(gazetteer(), number_of(id));
}

std::string ids_of(const std::vector<search::EntityBrief>& briefs) {
    std::string ids;
    for (const search::EntityBrief& brief : briefs) ids += brief.id + " ";
    return ids;
}

}  // namespace

TEST_CASE("an organisation has its parent, its parts by name and its offices with their holders") {
    const EntityFacts office = facts("gb-fcdo");
    CHECK(office.brief ==
          search::EntityBrief{"org", "gb-fcdo", "Foreign Office", "ministry", "GB", ""});
    CHECK(office.country_name == "United Kingdom");
    CHECK(office.parent->id == "gb-gov");
    CHECK(office.wikidata == "Q12345");
    CHECK(office.bodies.empty());
    REQUIRE(office.names.size() == 2);
    CHECK(office.names[1].language == "fr");
    REQUIRE(office.offices.size() == 1);
    REQUIRE(office.offices[0].holders.size() == 2);
    CHECK(office.offices[0].holders[1].person.name == "Jeremy Hunt");
    CHECK(iso_date(office.offices[0].holders[1].period.to) == "2019-07-24");
    CHECK(ids_of(facts("gb-gov").bodies) == "gb-cabinet-office gb-fcdo ");
}

TEST_CASE("a person has the offices held and the parties, and no parts") {
    const EntityFacts johnson = facts("boris-johnson");
    CHECK(johnson.brief.kind == "official");
    CHECK(johnson.brief.role == "Foreign Secretary");
    REQUIRE(johnson.roles.size() == 1);
    CHECK(johnson.roles[0].office == "gb-foreign-secretary");
    CHECK(johnson.roles[0].role == "foreign-minister");
    REQUIRE(johnson.parties.size() == 1);
    CHECK(johnson.parties[0].party.id == "gb-tories");
    CHECK_FALSE(johnson.parent);
    CHECK(johnson.bodies.empty());
    CHECK(johnson.source.starts_with("facts.ent:"));
}

TEST_CASE("who manages a company is a person and no official") {
    CHECK(facts("ann-teller").brief.kind == "person");
    CHECK(facts("ann-teller").brief.role == "chief executive");
}

TEST_CASE("an office stands for all who held it, each once") {
    CHECK(search::called(gazetteer(), "foreign secretary").size() == 2);
    CHECK(search::called(gazetteer(), "Foreign Office") ==
          std::vector<std::uint32_t>{number_of("gb-fcdo")});
    CHECK(search::called(gazetteer(), "Foreign").empty());
}

TEST_CASE("an id is asked for bare where it can be, else in quotation marks") {
    CHECK(search::id_clause("org", "huawei") == "org:#huawei");
    CHECK(search::id_clause("org", "~acme (uk)") == "org:\"#~acme (uk)\"");
}

}  // namespace nutgraf::tests::in_entity_facts_test
