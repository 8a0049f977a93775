#include "indexer/gazetteer/earlier.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/gazetteer/known_facts.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_hostile_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using namespace nutgraf::tests;

namespace {

Import import_of(const std::string& kind, const std::string& name, const std::string& bytes) {
    const ScratchFolder folder;
    return imported({kind, {folder.write(name, bytes)}, {}, {}}, small_known());
}

std::string first_refusal(const Import& done) {
    return done.refusals.empty()
               ? std::string()
               : std::to_string(done.refusals.front().line) + ": " + done.refusals.front().sentence;
}

}  // namespace

TEST_CASE("what is no file of a source is refused with its line and a remedy") {
    struct Case {
        std::string kind;
        std::string name;
        std::string bytes;
        std::string refusal;
    };
    const std::string deep = std::string(1000, '[') + std::string(1000, ']');
    const std::vector<Case> cases = {
        {"congress", "a.json", "[{\"a\":1}]",
         "1: It has neither \"terms\", as people have, nor a \"thomas_id\", as committees have."},
        {"congress", "a.json", "[{\"terms\":[{}],\"name\":{}}]",
         "1: The name has no \"first\" or no \"last\"."},
        {"congress", "a.yaml", "- terms: [",
         "2: The YAML cannot be read: did not find expected "
         "node content."},
        {"congress", "a.yaml", "- &x [1]\n- *x\n",
         "1: It has neither \"terms\", as people have, nor a \"thomas_id\", as committees have."},
        {"popolo", "a.json", "no json", "1: The file is no JSON array and no JSON record."},
        {"everypolitician", "a.csv", "x,y\n1,2\n",
         "1: The columns are not those of a term: there is no \"id\", no \"name\" or no "
         "\"group\"."},
        {"parlgov", "a.csv", "x,y\n1,2\n",
         "1: The columns are none of ParlGov's party, party_name_change, country or "
         "politician_president."},
        {"gleif", "a.csv", "x,y\n1,2\n",
         "1: The columns are not those of an LEI golden copy; there is neither \"LEI\" with "
         "\"Entity.LegalName\" nor \"Relationship.StartNode.NodeID\"."},
        {"gleif", "a.xml", "<a><b/></a>",
         "1: There is neither an \"LEIRecord\" nor a \"RelationshipRecord\" in it."},
        {"sec", "a.json", "{\"0\":{\"ticker\":\"A\"}}",
         "1: It has no \"cik_str\" and \"title\" of a company."},
        {"sec", "a.json", "{\"data\":[[1,2]]}",
         "1: It has no \"cik_str\" and \"title\" of a company."},
        {"ror", "a.json", "[{\"id\":\"x\",\"names\":\"y\"}]",
         "1: It has no \"id\" and \"names\" as schema 2 has them."},
        {"jrc-names", "a.txt", "1\tP\tu\n",
         "1: The line has 3 values; write id, type, language and name with tabs between."},
        {"opensanctions", "a.csv", "x,y\n1,2\n",
         "1: The columns are not those of the simple CSV: there is no \"schema\" or no "
         "\"aliases\"."},
        {"wikidata-tsv", "a.tsv", "x\ty\n1\t2\n",
         "1: There is no column \"person\"; docs/gazetteer.md has the query."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.kind);
        CAPTURE(c.bytes);
        const Import done = import_of(c.kind, c.name, c.bytes);
        CHECK(done.refused >= 1);
        CHECK(first_refusal(done) == c.refusal);
        CHECK(done.assembly.blocks.empty());
    }
    const Import nested = import_of("ror", "a.json", "[" + deep + "]");
    CHECK(nested.refused == 1);
    CHECK(nested.refusals.front().sentence.find("nested") != std::string::npos);
}

TEST_CASE("a bad line costs nothing but itself") {
    struct Case {
        std::string kind;
        std::string name;
        std::string good;
    };
    const std::vector<Case> cases = {
        {"opensanctions", "a.json", read_file(import_files() / "entities.ftm.json")},
        {"wikidata", "a.json", read_file(import_files() / "wikidata.json")},
        {"jrc-names", "a.txt", read_file(import_files() / "jrc-names.txt")},
    };
    for (const Case& c : cases) {
        CAPTURE(c.kind);
        const Import good = import_of(c.kind, c.name, c.good);
        const Import bad =
            import_of(c.kind, c.name, "{\"P297\": \xFF \"cut\n" + c.good + "{\"P297\":\n");
        CHECK(good.refused == 0);
        CHECK(bad.refused == 2);
        CHECK(file_of_blocks(bad.assembly.blocks, c.kind) ==
              file_of_blocks(good.assembly.blocks, c.kind));
    }
}

TEST_CASE("a file that is cut anywhere, or has any byte changed, is read without harm") {
    struct Case {
        std::string kind;
        std::string file;
    };
    const std::vector<Case> cases = {
        {"congress", "legislators.yaml"},
        {"congress", "committee-membership.json"},
        {"popolo", "popolo.json"},
        {"everypolitician", "term-13.csv"},
        {"sec", "company_tickers.json"},
        {"sec", "company_tickers_exchange.json"},
        {"ror", "ror.json"},
        {"opensanctions", "entities.ftm.json"},
        {"opensanctions", "targets.simple.csv"},
        {"gleif", "lei.csv"},
        {"gleif", "lei.xml"},
        {"jrc-names", "jrc-names.txt"},
        {"parlgov", "party.csv"},
        {"wikidata-tsv", "wikidata-query.tsv"},
        {"wikidata", "wikidata.json"},
    };
    constexpr std::size_t step = 37;
    for (const Case& c : cases) {
        CAPTURE(c.file);
        const std::string whole = read_file(import_files() / c.file);
        for (std::size_t at = 0; at < whole.size(); at += step) {
            CAPTURE(at);
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ '\x55');
            for (const std::string& bytes : {whole.substr(0, at), changed}) {
                const Import done = import_of(c.kind, c.file, bytes);
                auto files = small_facts();
                files.push_back({"imported.ent", file_of_blocks(done.assembly.blocks, c.kind), 1});
                const auto read = entities::read_blocks(files.back().text, "imported.ent");
                CHECK(read.problems.empty());
                for (const RefusedRecord& record : done.refusals)
                    CHECK(record.sentence.ends_with('.'));
            }
        }
    }
}

}  // namespace nutgraf::tests::in_hostile_test
