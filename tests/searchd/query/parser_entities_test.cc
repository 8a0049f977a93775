#include "tests/searchd/query/entity_facts.h"
#include "tests/searchd/query/reading_cases.h"

namespace nutgraf::tests::in_parser_entities_test {

using namespace nutgraf;
using tests::check_readings;
using tests::entity_of;
using tests::reading;
using tests::ReadingCase;
using tests::with_gazetteer;

namespace {

std::string terms_of(std::string_view clause) {
    std::string line;
    for (const std::string& term : entity_of(clause).terms)
        line += (line.empty() ? "" : " ") + term;
    return line;
}

/// The one note on a query, "severity: sentence [suggestion]"; empty where there is none.
std::string note_on(std::string_view text) {
    const auto parsed = query::parse_query(text, with_gazetteer());
    if (parsed->notes.empty()) return "";
    const query::Note& note = parsed->notes.front();
    const std::string more = parsed->notes.size() > 1 ? " and more" : "";
    const std::string suggestion = note.suggestion.empty() ? "" : " [" + note.suggestion + "]";
    return std::string(query::name_of(note.severity)) + ": " + note.message + suggestion + more;
}

}  // namespace

TEST_CASE("a name stands for all that the gazetteer has by it") {
    struct Case {
        std::string clause, terms;
    };
    const Case cases[] = {
        {"org:huawei", "XOhuawei"},
        {"org:HUAWEI", "XOhuawei"},
        {"org:\"Huawei Technologies\"", "XOhuawei"},
        {"org:华为", "XOhuawei"},
        {"org:commission", "XOeu-commission XOus-ftc"},
        {"org:republicans", "XOus-republican"},  // Of no organisation is it a name.
        {"official:coons", "XFchris-coons"},
        {"official:\"Christopher Coons\"", "XFchris-coons"},
        {"person:coons", "XFchris-coons XNchris-coons"},
        {"person:may", "XFbrian-may XFtheresa-may XNbrian-may XNtheresa-may"},
        {"official:\"foreign secretary\"", "XRgb-foreign-secretary"},
        {"person:\"foreign secretary\"", "XRgb-foreign-secretary"},
        {"official:senator", "XRsenator"},
        {"role:\"Foreign Secretary\"", "XRgb-foreign-secretary"},
        {"role:senators", "XRsenator"},
        {"role:Sen.", "XRsenator"},
        {"role:Senatorin", "XRsenator"},
        {"role:senator/republican", "XRsenator/us-republican"},
        {"role:senator/D", "XRsenator/us-democratic"},
        {"role:\"foreign secretary/gop\"", "XRgb-foreign-secretary/us-republican"},
        {"party:GOP", "XPus-republican"},
        {"party:R", "XPre-republican XPus-republican"},
        {"party:democrats", "XPus-democratic"},
        {"party:\"Democratic Party\"", "XPus-democratic"},
        {"state:DE", "XTde"},
        {"state:delaware", "XTde"},
        {"country:GB", "XCgb"},
        {"country:uk", "XCgb"},
        {"country:British", "XCgb"},
        {"country:\"vereinigtes königreich\"", "XCgb"},
        {"kind:company", "XKcompany"},
        {"kind:company/telecoms", "XKcompany/telecoms"},
        {"kind:party", "XKparty"},
        {"under:\"UK government\"", "XUgb-gov"},
        {"under:#gb-government", "XUgb-gov"},
        {"under:\"scotland yard\"", "XUmetropolitan-police"},
        {"under:commission", "XUeu-commission XUus-ftc"},
        {"about:huawei", "XAhuawei"},
        {"about:华为", "XAhuawei"},
        {"about:coons", "XAchris-coons"},
        {"about:commission", "XAeu-commission XAus-ftc"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.clause);
        CHECK(terms_of(c.clause) == c.terms);
        CHECK(entity_of(c.clause).words.empty());
    }
}

TEST_CASE("an id behind a number sign stands for just that") {
    struct Case {
        std::string clause, terms;
    };
    const Case cases[] = {
        {"org:#eu-commission", "XOeu-commission"},
        {"org:#EU-Commission", "XOeu-commission"},
        {"official:#chris-coons", "XFchris-coons"},
        {"person:#chris-coons", "XFchris-coons XNchris-coons"},
        {"official:#gb-foreign-secretary", "XRgb-foreign-secretary"},
        {"role:#us-senator", "XRus-senator"},
        {"role:#senator/#us-republican", "XRsenator/us-republican"},
        {"party:#us-republican", "XPus-republican"},
        {"under:#gb-gov", "XUgb-gov"},
        {"about:#gb-gov", "XAgb-gov"},
        {"about:#theresa-may", "XAtheresa-may"},
        {"state:#us-de", "XTde"},
        {"country:#gb", "XCgb"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.clause);
        CHECK(terms_of(c.clause) == c.terms);
        CHECK(note_on(c.clause) == "");
    }
}

TEST_CASE("clauses are printed by their words, and read again") {
    const ReadingCase cases[] = {
        {"org:Huawei", "org:huawei"},
        {"org:\"Huawei\"", "org:huawei"},
        {"org:\"  Huawei   Technologies' \"", "org:\"huawei technologies\""},
        {"org:AT&T-Huawei", "org:AT&T-huawei"},
        {"org:华为", "org:华为"},
        {"org:#Huawei", "org:#huawei"},
        {"role:Senator/GOP", "role:senator/gop"},
        {"country:GB", "country:gb"},
        {"org:(huawei OR commission)", "org:huawei OR org:commission"},
        {"-org:huawei ban", "NOT org:huawei AND ban"},
        {"title:org:huawei", "org:huawei"},
        {"org:huawei NEAR/8 ban", "org:huawei NEAR/8 ban"},
        {"ban ADJ (org:huawei OR person:coons)", "ban ADJ/1 (org:huawei OR person:coons)"},
        {"kind:company NEAR/3 ban", "kind:company NEAR/3 ban"},
        {"under:#gb-gov NEAR/3 ban", "under:#gb-gov NEAR/3 ban"},
        {"about:(huawei OR \"Theresa May\")", "about:huawei OR about:\"theresa may\""},
        {"\"ban org:huawei\"", "\"ban org:huawei\""},
        {"\"ban org:Huawei, secur*\"", "\"ban org:huawei secur*\""},
        {"\"co-op org:#huawei co-op\"", "\"co op org:#huawei co op\" OR \"coop org:#huawei coop\""},
        {"\"org:huawei ban\"~5", "\"org:huawei ban\"~5"},
        {"\"org:huawei\"", "org:huawei"},
        {"title:\"org:huawei\"", "title:\"org:huawei\""},
        {"\"org: huawei\"", "\"org huawei\""},
        {"\"x:org:huawei\"", "\"x org huawei\""},
        {"by:\"org:huawei x\"", "by:\"huawei x\""},
        {"org:!!!", "NOT *"},
        {"org:#", "NOT *"},
    };
    check_readings(cases, with_gazetteer());
    for (const ReadingCase& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.expected, with_gazetteer()) == c.expected);
    }
}

TEST_CASE("a note names the several that a name stands for, and how to choose one") {
    CHECK(note_on("org:huawei") == "");
    CHECK(note_on("org:commission") ==
          "info: Several are called \"commission\": European Commission (#eu-commission), Federal "
          "Trade Commission (#us-ftc); write org:#eu-commission for one of them.");
    const auto parsed = query::parse_query("ban org:commission", with_gazetteer());
    REQUIRE(parsed->notes.front().senses);
    const query::NamedSenses& senses = *parsed->notes.front().senses;
    CHECK(senses.name == "commission");
    CHECK(std::string_view("ban org:commission").substr(senses.begin, senses.end - senses.begin) ==
          "commission");
    REQUIRE(senses.all.size() == 2);
    CHECK(senses.all[1] ==
          query::NamedSense{"Federal Trade Commission", "#us-ftc", "org:#us-ftc", {"XOus-ftc"}});
    CHECK(note_on("party:R").starts_with("info: Several are called \"r\": "));
    CHECK(note_on("role:senator/r").find("role:#senator/#") != std::string::npos);
}

TEST_CASE("an organisation or person that the gazetteer does not have is looked for by its words") {
    const query::Entity acme = entity_of("org:\"Acme Widgets\"");
    CHECK(acme.terms == std::vector<std::string>{"XO~acme widgets"});
    REQUIRE(acme.words.size() == 2);
    CHECK(acme.words[1].folded == "widgets");
    CHECK(note_on("org:\"Acme Widgets\"") ==
          "info: The gazetteer has no organisation \"acme widgets\"; the words are looked for as "
          "well.");
    // Words alone do not make it what the article is about.
    CHECK(terms_of("about:\"Acme Widgets\"") == "XA~acme widgets");
    CHECK(entity_of("about:\"Acme Widgets\"").words.empty());
    CHECK(note_on("about:\"Acme Widgets\"") ==
          "info: The gazetteer has no organisation or person \"acme widgets\".");
    CHECK(terms_of("person:kahofer") == "XF~kahofer XN~kahofer");
    const query::Entity slug = entity_of("person:#robert-kahofer");
    CHECK(slug.terms == std::vector<std::string>{"XFrobert-kahofer", "XNrobert-kahofer"});
    CHECK(slug.words.empty());
    CHECK(note_on("org:#chris-coons") ==
          "info: The gazetteer has no organisation \"#chris-coons\".");
    CHECK(reading("org:\"Acme Widgets\" NEAR/3 x", with_gazetteer()) ==
          "org:\"acme widgets\" NEAR/3 x");
    // They count against the limit, with the entity.
    CHECK(reading("org:\"" + tests::repeated("x ", 255) + "\"", with_gazetteer()).front() == 'o');
    CHECK(reading("org:\"" + tests::repeated("x ", 256) + "\"", with_gazetteer()) ==
          "<The query has more than 256 words and filters.>");
}

TEST_CASE("a party, state, role, country or kind that is not known is refused by name") {
    struct Case {
        std::string text, parsed, note;
    };
    const auto refusal = [](const std::string& what) {
        return "error: The gazetteer has no " + what + "; it is looked for as words.";
    };
    const Case cases[] = {
        {"role:senater", "senater", refusal("office or role \"senater\"") + " [role:senator]"},
        {"role:\"forein secretary\"", "\"forein secretary\"",
         refusal("office or role \"forein secretary\"") + " [role:\"foreign secretary\"]"},
        {"role:senator/whig", "\"senator whig\"", refusal("office or role \"senator/whig\"")},
        {"party:whig", "whig", refusal("party \"whig\"")},
        {"state:delawere", "delawere", refusal("state \"delawere\"") + " [state:delaware]"},
        {"state:GB", "gb", refusal("state \"gb\"")},
        {"country:de", "de", refusal("country \"de\"")},
        {"country:frence", "frence", refusal("country \"frence\"") + " [country:france]"},
        {"kind:companie", "companie",
         refusal("kind of organisation \"companie\"") + " [kind:company]"},
        {"under:huawej", "huawej", refusal("organisation \"huawej\"") + " [under:huawei]"},
        {"under:coons", "coons", refusal("organisation \"coons\"")},
        {"role:#none", "none", refusal("office or role \"#none\"")},
        {"org:hua*", "org:hua",
         "error: A name behind \"org:\" is whole: the \"*\" is left out. "
         "and more"},
        {"\"by org:huawei\"~5 org:\"huawei\"~5", "\"by org:huawei\"~5 AND org:huawei",
         "error: \"~5\" belongs behind a phrase of words; it is left out."},
        {"by:\"org:huawei\"", "by:\"huawei\"",
         "error: \"org:\" is for the headline and the text only; what stands behind it is looked "
         "for as words."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text, with_gazetteer()) == c.parsed);
        CHECK(note_on(c.text) == c.note);
    }
}

TEST_CASE("a hostile name is answered like any other") {
    query::ParseOptions strict = with_gazetteer();
    strict.is_strict = true;
    CHECK(query::parse_query("org:#" + std::string(60'000, 'x'), strict));
    CHECK(entity_of("org:#" + std::string(60'000, 'x')).terms[0].size() < 245);
    CHECK(entity_of("org:" + std::string(60'000, 'x')).terms[0].size() < 245);
    CHECK(query::parse_query("role:" + std::string(60'000, '/'), strict));  // Holds no word.
    CHECK(!query::parse_query("kind:" + std::string(60'000, 'x'), strict));
    for (const std::string_view text : {"org:\xFF\x1B", "org:#\xFF\x1B", "org:\"#a\u202Eb\""}) {
        CAPTURE(text);
        const std::string printed = reading(text, with_gazetteer());
        CHECK(reading(printed, with_gazetteer()) == printed);
    }
}

}  // namespace nutgraf::tests::in_parser_entities_test
