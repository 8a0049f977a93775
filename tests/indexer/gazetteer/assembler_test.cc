#include "indexer/gazetteer/assembler.h"

#include "analyzers/entities/compile.h"
#include "indexer/gazetteer/earlier.h"
#include "tests/indexer/gazetteer/known_facts.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_assembler_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using namespace nutgraf::tests;

namespace {

ImportedRecord person(const std::string& source_id, const std::string& name) {
    ImportedRecord record;
    record.kind = entities::EntityKind::person;
    record.source_id = source_id;
    record.name = name;
    record.surname = name.substr(name.rfind(' ') + 1);
    return record;
}

ImportedRecord organisation(const std::string& source_id, const std::string& name) {
    ImportedRecord record;
    record.source_id = source_id;
    record.name = name;
    record.type = "company";
    return record;
}

Assembly assembled(std::vector<ImportedRecord> records) {
    return Assembler("test", small_known(), {}).assembled(std::move(records));
}

entities::Compiled compiled_with(const Assembly& assembly) {
    auto files = small_facts();
    files.push_back({"imported.ent", file_of_blocks(assembly.blocks, "test"), 1});
    return entities::compile(files);
}

}  // namespace

TEST_CASE("who is known gets only what is missing, and nothing that contradicts") {
    ImportedRecord record = person("1", "Known Minister");
    record.country = "FR";
    record.sex = entities::Sex::female;
    record.names.push_back({"Known Q. Minister", {}, {}});
    record.roles.push_back({"finance-minister", "FR", *imported_period("2018-01-01", "")});
    record.roles.push_back({"foreign-minister", "FR", *imported_period("2012", "2014")});
    const Assembly done = assembled({record});
    REQUIRE(done.blocks.size() == 1);
    CHECK(to_text(done.blocks.front()) ==
          "@person known-minister\nalias: Known Q. Minister\n"
          "role: foreign-minister/FR 2012-01-01..2015-01-01\nsource: test\nsource-id: 1\n");
    CHECK(done.of_known == 1);
    REQUIRE(done.differences.size() == 2);
    CHECK(done.differences[0].what == "sex");
    CHECK(done.differences[0].here == "m");
    CHECK(done.differences[0].there == "f");
    CHECK(done.differences[1].what == "role finance-minister/FR");
    CHECK(done.differences[1].here == "2017-05-17..");
    CHECK(done.differences[1].there == "2018-01-01..");
}

TEST_CASE("somebody of the same name is known only if nothing speaks against it") {
    struct Case {
        std::string country;
        std::string wikidata;
        std::string from;
        std::string to;
        bool is_same;
    };
    const std::vector<Case> cases = {
        {"FR", "", "", "", true},
        {"", "", "", "", true},
        {"GB", "", "", "", false},
        {"FR", "Q900050", "", "", true},
        {"", "Q900050", "", "", true},
        {"FR", "Q900051", "", "", false},
        // Of another century.
        {"FR", "", "1890", "1895", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.country);
        CAPTURE(c.wikidata);
        ImportedRecord record = person("1", "Known Minister");
        record.country = c.country;
        record.wikidata = c.wikidata;
        record.names.push_back({"Known Q. Minister", {}, {}});
        if (!c.from.empty())
            record.roles.push_back({"president", "FR", *imported_period(c.from, c.to)});
        const Assembly done = assembled({record});
        REQUIRE(done.blocks.size() == 1);
        CHECK((done.blocks.front().id == "known-minister") == c.is_same);
        // Another one has an id of its own.
        if (!c.is_same) CHECK(done.blocks.front().id == "known-minister-test-1");
    }
}

TEST_CASE("a name that more than eight have needs evidence") {
    std::vector<ImportedRecord> records;
    for (int i = 0; i < 9; ++i) {
        ImportedRecord record =
            organisation(std::to_string(i), "Branch Number " + std::to_string(i));
        record.names.push_back({"National Front", {}, {}});
        records.push_back(record);
        records.push_back(person("p" + std::to_string(i), "Common Name"));
    }
    const Assembly done = assembled(std::move(records));
    for (const entities::Block& block : done.blocks) {
        const std::string text = to_text(block);
        const bool is_person = block.kind == "person";
        CHECK((text.find("context: National Front\n") != std::string::npos) == !is_person);
        CHECK((text.find("context: Common Name\n") != std::string::npos) == is_person);
    }
    CHECK_FALSE(has_errors(compiled_with(done).problems));
}

TEST_CASE("whatever a source says, what comes out compiles") {
    std::vector<ImportedRecord> records;
    ImportedRecord odd = person("odd", "Odd Person");
    odd.country = "XX";
    odd.roles.push_back({"no-such-role", "FR", {}});
    odd.roles.push_back({"president", "Nowhere", {}});
    odd.parties.push_back({"no-such-party", {}});
    odd.parties.push_back({"us-senate", {}});  // Known, and no party.
    odd.members.push_back({"nowhere", {}});
    odd.names = {
        {"a | b", {}, {}},           {"# comment", {}, {}},  {"", {}, {}},
        {"\xFF\xFE", {}, {}},        {"Line\nFeed", {}, {}}, {std::string(500, 'x') + " Y", {}, {}},
        {"Same Name", "english", {}}};
    records.push_back(odd);
    records.push_back(organisation("1", "Twice Limited"));
    records.push_back(organisation("2", "Twice Limited"));
    records.push_back(organisation("3", "Republican Party"));
    records.push_back(organisation("4", "王"));
    records.push_back(organisation("5", "|"));
    records.push_back(organisation("6", "---"));
    const Assembly done = assembled(std::move(records));
    for (const auto& problem : compiled_with(done).problems) {
        CAPTURE(to_text(problem));
        CHECK(problem.severity == entities::Severity::warning);
    }
    CHECK(done.left_out.at("an organisation of the same country and name came before") == 1);
    CHECK(done.left_out.at("a name that no block can hold") == 1);
    CHECK(done.left_out.at("a name without a word") == 1);
    CHECK(done.left_out_ties.at("a role nobody knows") == 1);
    CHECK(done.left_out_ties.at("a role of a place nobody knows") == 1);
    CHECK(done.left_out_ties.at("a party nobody knows") == 1);
    CHECK(done.left_out_ties.at("a party that is known as something else") == 1);
    CHECK(done.left_out_ties.at("a body nobody knows") == 1);
    CHECK(done.left_out_names.at("a name that no block can hold") >= 3);
}

}  // namespace nutgraf::tests::in_assembler_test
