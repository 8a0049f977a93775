#include "indexer/gazetteer/suggester.h"

#include "analyzers/entities/block_writer.h"
#include "tests/support/small_gazetteer.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_suggester_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using entities::Mention;
using entities::MentionKind;

namespace {

const char* const facts =
    "@country cz\nname: Czech Republic\nadjective: Czech\n"
    "@role spokesperson\nname: spokesperson\nclass: spokesperson\n"
    "@org nukib\nname: National Office for Cyber Security\nkind: agency\ncountry: CZ\n";

Mention person(const std::string& name, const std::string& role) {
    Mention mention;
    mention.kind = MentionKind::person;
    mention.id = entities::slug(name);
    mention.name = name;
    mention.role = role;
    mention.country = "CZ";
    return mention;
}

/// An acronym of an organisation, which is the whole text.
Mention acronym(const std::string& text, const std::string& id, const std::string& name) {
    Mention mention;
    mention.kind = MentionKind::organisation;
    mention.end = static_cast<std::uint32_t>(text.size());
    mention.id = id;
    mention.name = name;
    mention.via = entities::Via::acronym;
    return mention;
}

std::string told(const std::vector<entities::Block>& blocks) {
    std::string text;
    for (const entities::Block& block : blocks) text += to_text(block);
    return text;
}

}  // namespace

TEST_CASE("who is named often and not known is proposed, the most often named first") {
    const tests::SmallGazetteer small(facts);
    Suggester suggester(small.gazetteer());
    const auto day = std::chrono::sys_days(std::chrono::year(2019) / 3 / 12);
    const std::string key = "5f0c";
    for (int i = 0; i < 3; ++i)
        suggester.add({key,
                       "",
                       {person("Robert Kahofer", i == 0 ? "" : "spokesperson")},
                       day + std::chrono::days(i)});
    // Twice in one article counts once.
    suggester.add({key, "", {person("Jan Once", ""), person("Jan Once", "")}, day});
    // One word is no name to propose.
    suggester.add({key, "", {person("Kahofer", "")}, day});
    suggester.add({key, "", {person("Kahofer", "")}, day});
    for (int i = 0; i < 2; ++i)
        suggester.add({key, "BITID", {acronym("BITID", "", "Bornwell Institute of Tides")}, {}});
    CHECK(told(suggester.blocks(2, 100)) ==
          "@person robert-kahofer\nname: Robert Kahofer\nsurname: Kahofer\ngiven: Robert\n"
          "country: CZ\nrole: spokesperson/CZ\n"
          "note: in 3 articles, 2019-03-12 to 2019-03-14, for example 5f0c\n"
          "@org bornwell-institute-of-tides\nname: Bornwell Institute of Tides\n"
          "acronym: BITID\nkind: other\nnote: in 2 articles, for example 5f0c\n");
    CHECK(suggester.blocks(2, 1).size() == 1);
    CHECK(suggester.blocks(4, 100).empty());
}

TEST_CASE("of those who are known a new acronym is proposed, and nothing else") {
    const tests::SmallGazetteer small(facts);
    Suggester suggester(small.gazetteer());
    const std::string name = "National Office for Cyber Security";
    for (int i = 0; i < 2; ++i) {
        Mention whole = acronym(name, "nukib", name);
        whole.via = entities::Via::name;
        suggester.add({"5f0c", name, {whole}, {}});
        suggester.add({"5f0c", "NUKIB", {acronym("NUKIB", "nukib", name)}, {}});
    }
    CHECK(told(suggester.blocks(2, 100)) ==
          "@org nukib\nacronym: NUKIB\nnote: in 2 articles, for example 5f0c\n");
}

TEST_CASE("what is proposed compiles together with the facts") {
    const tests::SmallGazetteer small(facts);
    Suggester suggester(small.gazetteer());
    for (const std::string name : {"Robert Kahofer", "Weird | Name", "Hash #1 Person", "王 毅"})
        suggester.add({"5f0c", "", {person(name, "spokesperson")}, {}});
    const auto compiled = entities::compile(
        {{"facts.ent", facts}, {"suggested.ent", told(suggester.blocks(1, 100)), 1}});
    for (const auto& problem : compiled.problems) {
        CAPTURE(to_text(problem));
        CHECK(problem.severity == entities::Severity::warning);
    }
}

}  // namespace nutgraf::tests::in_suggester_test
