#include "indexer/gazetteer/import.h"

#include "analyzers/entities/compile.h"
#include "indexer/gazetteer/earlier.h"
#include "tests/indexer/gazetteer/known_facts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_import_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using namespace nutgraf::tests;

namespace {

struct ImportCase {
    std::string kind;
    std::vector<std::string> files;
    std::string id;
    std::string text;
};

const std::string jo_doerr =
    "@person jo-doerr\n"
    "name: Jo Doerr\n"
    "alias: Joanna Doerr\n"
    "alias: Joanna M. Doerr\n"
    "alias: Joanna Maria Doerr\n"
    "surname: Doerr\n"
    "given: Joanna\n"
    "sex: f\n"
    "country: US\n"
    "party: us-republican 2001-01-03..2007-06-05\n"
    "party: us-democratic 2007-06-05..\n"
    // Two terms with four days between are one; the end is the first day of the next Congress.
    "role: us-representative/DE 2001-01-03..2005-01-03\n"
    "role: us-senator/DE 2005-01-04..2011-01-03\n";

const std::vector<ImportCase>& import_cases() {
    static const std::vector<ImportCase> cases = {
        {"congress",
         {"legislators.yaml"},
         "jo-doerr",
         jo_doerr + "wikidata: Q900001\nsource: congress\nsource-id: D000001\n"},
        {"congress",
         {"committee-membership.json", "legislators.json", "committees.json"},
         "jo-doerr",
         jo_doerr + "member: us-senate-committee-on-tidal-affairs\nwikidata: Q900001\n"
                    "source: congress\nsource-id: D000001\n"},
        // A territory's member has no vote, and "Young" is a word that may not stand alone.
        {"congress",
         {"legislators.json"},
         "paul-young",
         "@person paul-young\nname: Paul Young\ngiven: Paul\nsex: m\ncountry: US\n"
         "role: us-delegate/PR 2019-01-03..2021-01-03\nsource: congress\nsource-id: Y000002\n"},
        {"popolo",
         {"popolo.json"},
         "mari-kask",
         "@person mari-kask\nname: Mari Kask\nalias[ru]: Мари Каск\nsurname: Kask\ngiven: Mari\n"
         "sex: f\nparty: meri-erakond 2015-03-30..2019-04-04\n"
         "role: legislator 2015-03-30..2019-04-04\nmember: riigikogu 2015-03-30..2019-04-04\n"
         "wikidata: Q900002\nsource: popolo\nsource-id: p1\n"},
        // A month as an end is over on the first day of the next.
        {"popolo",
         {"popolo.json"},
         "jaan-kuusk",
         "@person jaan-kuusk\nname: Jaan Kuusk\nsurname: Kuusk\n"
         "role: legislator 2015-03-30..2016-03-01\nmember: riigikogu 2015-03-30..2016-03-01\n"
         "source: popolo\nsource-id: p2\n"},
        {"everypolitician",
         {"term-13.csv"},
         "mari-kask",
         "@person mari-kask\nname: Mari Kask\nsurname: Kask\nsex: f\n"
         "party: meri-erakond 2015-03-30..\nrole: legislator 2015-03-30..\n"
         "source: everypolitician\nsource-id: uuid-1\n"},
        {"sec",
         {"company_tickers.json"},
         "bornwell",
         "@org bornwell\nname: Bornwell\nalias: Bornwell Inc\nkind: company\nsource: sec\n"
         "source-id: 90001\n"},
        // A company whose name is a word needs evidence.
        {"sec",
         {"company_tickers.json"},
         "steel",
         "@org steel\nname: Steel\ncontext: Steel\nalias: Steel Co\nkind: company\nsource: sec\n"
         "source-id: 90002\n"},
        {"sec",
         {"company_tickers_exchange.json"},
         "quillon-holdings",
         "@org quillon-holdings\nname: Quillon Holdings\nalias: Quillon Holdings Ltd\n"
         "kind: company\nsource: sec\nsource-id: 90003\n"},
        {"ror",
         {"ror.json"},
         "bornwell-institute-of-tides",
         "@org bornwell-institute-of-tides\nname: Bornwell Institute of Tides\nacronym: BITID\n"
         "alias[ru]: Институт приливов\nkind: university\ncountry: GB\n"
         "parent: gb-tidal-agency\nwikidata: Q900003\nsource: ror\nsource-id: 0test0001\n"},
        {"opensanctions",
         {"entities.ftm.json"},
         "amelie-dufresnoy",
         "@person amelie-dufresnoy\nname: Amélie Dufresnoy\nalias: Amelie Dufresnoy\n"
         "context: La Ministre\nformer: Amélie Carton\nsurname: Dufresnoy\ngiven: Amélie\nsex: f\n"
         "country: FR\nrole: finance-minister/FR 2018-10-16..2021-01-01\nwikidata: Q900004\n"
         "source: opensanctions\nsource-id: os-1\n"},
        {"opensanctions",
         {"targets.simple.csv"},
         "zarnitsa-shipping",
         "@org zarnitsa-shipping\nname: Zarnitsa Shipping\nalias: Zarnitsa Lines\n"
         "alias: Зарница\nkind: other\ncountry: RU\nsource: opensanctions\nsource-id: os-3\n"},
        {"gleif",
         {"lei-rr.csv", "lei.csv"},
         "bornwell-holdings",
         "@org bornwell-holdings\nname: Bornwell Holdings\nalias: Bornwell Holdings Plc\n"
         "former[en]: Tidewell Holdings plc\nkind: company\ncountry: GB\nsource: gleif\n"
         "source-id: TESTLEI0000000000001\n"},
        {"gleif",
         {"lei-rr.xml", "lei.xml"},
         "bornwell-holdings",
         "@org bornwell-holdings\nname: Bornwell Holdings\nalias: Bornwell Holdings Plc\n"
         "former[en]: Tidewell Holdings plc\nkind: company\ncountry: GB\nsource: gleif\n"
         "source-id: TESTLEI0000000000001\n"},
        {"jrc-names",
         {"jrc-names.txt"},
         "marta-ilves",
         "@person marta-ilves\nname: Marta Ilves\nalias[ru]: Марта Илвес\nsurname: Ilves\n"
         "source: jrc-names\nsource-id: 1001\n"},
        {"parlgov",
         {"country.csv", "party.csv", "party_name_change.csv"},
         "gb-tidal-party",
         "@org gb-tidal-party\nname: Tidal Party\nalias: Plaid y Llanw\nacronym: TIDE\n"
         "former: Sea Party\nformer: Plaid Môr\ncontext: SP\nkind: party\ncountry: GB\n"
         "source: parlgov\nsource-id: 7001\n"},
        // The one it is called by now comes last.
        {"parlgov",
         {"country.csv", "party.csv"},
         "gb-new-tide",
         "@org gb-new-tide\nname: New Tide\nalias: Old Tide\nalias: Hen Lanw\n"
         "alias: Llanw Newydd\ncontext: OLD\ncontext: NEW\nkind: party\ncountry: GB\n"
         "source: parlgov\nsource-id: 7004\n"},
        {"parlgov",
         {"country.csv", "politician_president.csv"},
         "olwen-llanwydd",
         "@person olwen-llanwydd\nname: Olwen Llanwydd\nsurname: Llanwydd\ngiven: Olwen\n"
         "country: GB\nrole: president/GB 1990-01-01..1995-01-01\nsource: parlgov\n"
         "source-id: president-1\n"},
        {"wikidata-tsv",
         {"wikidata-query.tsv"},
         "elif-karaca",
         "@person elif-karaca\nname: Elif Karaca\nalias: E. Karaca\nalias: Elif Yıldız\n"
         "surname: Karaca\ncountry: TR\nrole: health-minister/TR 2019-05-01..\n"
         "wikidata: Q900005\nsource: wikidata-tsv\nsource-id: Q900005\n"},
        // The year of a beginning is its first day, the month of an end its last.
        {"wikidata",
         {"wikidata.json"},
         "pavel-novotrek",
         "@person pavel-novotrek\nname: Pavel Novotrek\nalias[en]: P. Novotrek\n"
         "alias[ru]: Павел Новотрек\nsurname: Novotrek\nsex: m\ncountry: CZ\n"
         "party: cz-fredonian-tidal-party\nrole: foreign-minister/CZ 2018-01-01..2020-04-01\n"
         "wikidata: Q900010\nsource: wikidata\nsource-id: Q900010\n"},
    };
    return cases;
}

}  // namespace

TEST_CASE("a record of each source becomes a block of facts") {
    for (const ImportCase& c : import_cases()) {
        CAPTURE(c.kind);
        CAPTURE(c.id);
        const Import done = small_import(c.kind, c.files);
        CHECK(done.refused == 0);
        CHECK(block_text(done, c.id) == c.text);
    }
}

TEST_CASE("what is imported compiles without an error, and again gives the same bytes") {
    for (const ImportCase& c : import_cases()) {
        CAPTURE(c.kind);
        const std::string text =
            file_of_blocks(small_import(c.kind, c.files).assembly.blocks, c.kind);
        CHECK(text == file_of_blocks(small_import(c.kind, c.files).assembly.blocks, c.kind));
        auto files = small_facts();
        files.push_back({"imported.ent", text, 1});
        const auto compiled = entities::compile(files);
        for (const auto& problem : compiled.problems) {
            CAPTURE(to_text(problem));
            CHECK(problem.severity == entities::Severity::warning);
        }
    }
}

TEST_CASE("every record that is not kept is counted with its reason") {
    struct Case {
        std::string kind;
        std::vector<std::string> files;
        std::string reason;
        std::uint64_t count;
    };
    const std::vector<Case> cases = {
        {"congress", {"committee-membership.json"}, "a seat on a subcommittee", 1},
        {"sec", {"company_tickers.json"}, "another ticker of a company", 1},
        {"ror", {"ror.json"}, "withdrawn", 1},
        {"opensanctions", {"entities.ftm.json"}, "a person without a public role", 1},
        {"opensanctions", {"entities.ftm.json"}, "an organisation that no list is about", 1},
        {"gleif", {"lei.csv"}, "a fund, a branch or a sole proprietor", 1},
        {"gleif", {"lei.csv"}, "not active any more", 1},
        // Without the relationships nobody is known to have subsidiaries.
        {"gleif", {"lei.csv"}, "neither known, nor allowed, nor the parent of five", 3},
        {"gleif", {"lei-rr.xml"}, "a relationship, counted for its parent", 5},
        {"gleif", {"lei.xml"}, "a fund, a branch or a sole proprietor", 1},
        {"gleif", {"lei.xml"}, "not active any more", 1},
        {"gleif", {"lei.xml"}, "neither known, nor allowed, nor the parent of five", 3},
        {"jrc-names", {"jrc-names.txt"}, "neither a person nor an organisation", 1},
        {"parlgov", {"country.csv", "party.csv"}, "not a party but what has none", 1},
        {"parlgov",
         {"country.csv", "party.csv"},
         "no country: import ParlGov's country.csv with it",
         1},
        {"wikidata-tsv", {"wikidata-query.tsv"}, "a person without an item or a name", 1},
        {"wikidata", {"wikidata.json"}, "with a page on fewer than three wikis", 1},
        {"wikidata", {"wikidata.json"}, "neither an office holder nor an organisation", 2},
    };
    for (const Case& c : cases) {
        CAPTURE(c.kind);
        CAPTURE(c.reason);
        const Import done = small_import(c.kind, c.files);
        const auto found = done.left_out.find(c.reason);
        CHECK((found == done.left_out.end() ? 0 : found->second) == c.count);
    }
}

TEST_CASE("of a source with millions, those are let in that were asked for") {
    ImportRequest request{"gleif", {import_files() / "lei.csv"}, {}, {"Allowed Trading, Ltd"}};
    const Import done = imported(request, small_known());
    REQUIRE(done.assembly.blocks.size() == 1);
    CHECK(block_text(done, "allowed-trading").find("country: US\n") != std::string::npos);
}

TEST_CASE("who held no role any more at a date may be left out") {
    ImportRequest request{"congress",
                          {import_files() / "legislators.yaml"},
                          std::chrono::sys_days(std::chrono::year(2015) / 1 / 1),
                          {}};
    const Import done = imported(request, small_known());
    CHECK(block_text(done, "jo-doerr").empty());
    CHECK_FALSE(block_text(done, "paul-young").empty());
    CHECK(done.left_out.at("all roles ended before --since") == 1);
}

}  // namespace nutgraf::tests::in_import_test
