#include "tests/searchd/query/reading_cases.h"

namespace nutgraf::tests::in_parser_proximity_test {

using namespace nutgraf;
using tests::check_readings;
using tests::notes_on;
using tests::reading;
using tests::ReadingCase;
using tests::repeated;

TEST_CASE("NEAR and ADJ join the operands beside them, before anything else does") {
    const ReadingCase cases[] = {
        {"a NEAR/5 b", "a NEAR/5 b"},
        {"a NEAR b", "a NEAR/10 b"},
        {"a ADJ/5 b", "a ADJ/5 b"},
        {"a ADJ b", "a ADJ/1 b"},
        {"a NOT NEAR/5 b", "a NOT NEAR/5 b"},
        {"a NOT ADJ b", "a NOT ADJ/1 b"},
        {"a NEAR/5 b ADJ c NOT NEAR d", "a NEAR/5 b ADJ/1 c NOT NEAR/10 d"},
        {"a NEAR/5 b c", "a NEAR/5 b AND c"},
        {"a b NEAR/5 c", "a AND b NEAR/5 c"},
        {"a AND b NEAR/5 c OR d", "(a AND b NEAR/5 c) OR d"},
        {"NOT a NEAR/5 b", "NOT a NEAR/5 b"},
        {"-a NEAR/5 b c", "NOT a NEAR/5 b AND c"},
        {"(a NEAR/5 b) c", "a NEAR/5 b AND c"},
        {"a NEAR/5(b OR c)", "a NEAR/5 (b OR c)"},
        {"a NEAR/100 b NEAR/001 c", "a NEAR/100 b NEAR/1 c"},
    };
    check_readings(cases);
    for (const ReadingCase& c : cases) {
        CAPTURE(c.text);
        CHECK(notes_on(c.text) == "");
    }
}

TEST_CASE("words, phrases, prefixes and ORs of them are operands, also under a field") {
    const ReadingCase cases[] = {
        {"\"a b\" NEAR/5 c", "\"a b\" NEAR/5 c"},
        {"secur* NEAR/5 \"nation* c\"", "secur* NEAR/5 \"nation* c\""},
        {"co-op NEAR/5 华为", "(\"co op\" OR coop) NEAR/5 \"华 为\""},
        {"(a OR \"b c\" OR secur*) ADJ/2 d", "(a OR \"b c\" OR secur*) ADJ/2 d"},
        {"(a OR (b OR c)) NEAR d", "(a OR (b OR c)) NEAR/10 d"},
        {"((a)) NEAR/5 (b)", "a NEAR/5 b"},
        {"title:a NEAR/5 b", "title:a NEAR/5 b"},
        {"title:(a NEAR/5 b)", "title:a NEAR/5 title:b"},
        {"title:(a NEAR/5 (b OR \"c d\"))", "title:a NEAR/5 (title:b OR title:\"c d\")"},
        {"by:(chris NEAR/3 coons)", "by:\"chris\" NEAR/3 by:\"coons\""},
        {"a NEAR/5 title:body:b", "a NEAR/5 body:b"},
    };
    check_readings(cases);
    for (const ReadingCase& c : cases) {
        CAPTURE(c.text);
        CHECK(notes_on(c.text) == "");
    }
}

TEST_CASE("a tilde behind a phrase lets its words stand so far apart") {
    const ReadingCase cases[] = {
        {"\"a b\"~5", "\"a b\"~5"},
        {"\"a b c a\"~100", "\"a b c a\"~100"},
        {"“Secur* x”~05", "\"secur* x\"~5"},
        {"title:\"a b\"~3", "title:\"a b\"~3"},
        {"title:(\"a b\"~3 c)", "title:\"a b\"~3 AND title:c"},
        {"by:\"coons chris\"~3", "by:\"coons chris\"~3"},
        {"-\"a b\"~5 c", "NOT \"a b\"~5 AND c"},
        {"\"co-op council\"~5", "\"co op council\"~5 OR \"coop council\"~5"},
        {"\"co-op\"~5", "\"co op\"~5 OR \"coop\""},
    };
    check_readings(cases);
    for (const ReadingCase& c : cases) {
        CAPTURE(c.text);
        CHECK(notes_on(c.text) == "");
    }
    CHECK(reading("a b \"c d\"~5", {.is_any = true}) == "a OR b OR \"c d\"~5");
    CHECK(reading("a NEAR/5 b c", {.is_any = true}) == "a NEAR/5 b OR c");
    CHECK(reading("a NEAR/5 \"b\"~2", {.is_plain = true}) == "a AND \"near 5\" AND \"b 2\"");
}

TEST_CASE("what cannot stand beside NEAR is looked for anywhere, and a note says so") {
    const std::string operands =
        ": Beside NEAR/5 can stand words, phrases, words with a star or a tilde, entities, what "
        "somebody said, and several of those in parentheses with OR between them, of speech only "
        "with speech; they are looked for anywhere in the article.";
    const std::string fields =
        ": What stands beside NEAR/5 must be in the headline and the text, or all in one field; it "
        "is looked for anywhere.";
    struct Case {
        std::string text, parsed, notes;
    };
    const Case cases[] = {
        {"a NEAR/5 (b c)", "a AND (b AND c)", "error at 2" + operands},
        {"(a NEAR/2 b) NEAR/5 c", "a NEAR/2 b AND c", "error at 13" + operands},
        {"\"a b\"~2 NEAR/5 c", "\"a b\"~2 AND c", "error at 8" + operands},
        {"a NEAR/5 -b", "a AND NOT b", "error at 2" + operands},
        {"a NEAR/5 NOT b c", "(a AND NOT b) AND c", "error at 2" + operands},
        {"a NEAR/5 *", "a AND *", "error at 2" + operands},
        {"a NEAR/5 date:2019-05-10", "a AND date:2019-05-10", "error at 2" + operands},
        {"a NEAR/5 (b OR lang:de)", "a AND (b OR lang:de)", "error at 2" + operands},
        {"a NOT NEAR/5 (b c)", "a", "error at 6" + operands},
        {"a NEAR/5 b NOT NEAR/2 lang:de", "a AND b", "error at 2" + operands},
        {"a NEAR/5 by:b", "a AND by:\"b\"", "error at 2" + fields},
        {"by:a NEAR/5 source:b", "by:\"a\" AND source:\"b\"", "error at 5" + fields},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text) == c.parsed);
        CHECK(notes_on(c.text) == c.notes);
    }
}

TEST_CASE("an operator of proximity without an operand is left out, and a note says so") {
    struct Case {
        std::string text, parsed, notes;
    };
    const auto missing = [](std::size_t at, const std::string& name) {
        return "warning at " + std::to_string(at) + ": This " + name +
               " has nothing on one of its sides.";
    };
    const Case cases[] = {
        {"NEAR/5 b", "b", missing(0, "NEAR/5")},
        {"NOT NEAR/5 b", "b", missing(4, "NEAR/5")},
        {"a NEAR/5", "a", missing(2, "NEAR/5")},
        {"a NEAR/5 OR b", "a OR b", missing(2, "NEAR/5")},
        {"(a ADJ) b", "a AND b", missing(3, "ADJ")},
        {"a NEAR/5 NEAR/2 b", "a NEAR/2 b", missing(2, "NEAR/5")},
        {"a NEAR/5 NOT NEAR/2 b", "a NOT NEAR/2 b", missing(2, "NEAR/5")},
        {"title:NEAR/5 b", "b", missing(6, "NEAR/5")},
        {"NEAR", "NOT *", missing(0, "NEAR")},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text) == c.parsed);
        CHECK(notes_on(c.text) == c.notes);
    }
}

TEST_CASE("distances are from 1 to 100") {
    const std::string too_far = " is too far: words may be 100 apart at most.>";
    CHECK(reading("a NEAR/101 b") == "<\"NEAR/101\"" + too_far);
    CHECK(reading("a ADJ/99999999999999999999999 b") ==
          "<\"ADJ/99999999999999999999999\"" + too_far);
    CHECK(reading("\"a b\"~101") == "<\"~101\"" + too_far);
    CHECK(query::parse_query("a b NEAR/101 c", {}).error().position == 4);
    struct Case {
        std::string text, parsed, notes;
    };
    const Case cases[] = {
        {"a NEAR/0 b", "a NEAR/1 b",
         "error at 2: \"NEAR/0\" is read as 1: so far apart are neighbours."},
        {"\"a b\"~0", "\"a b\"~1", "error at 0: \"~0\" is read as 1: so far apart are neighbours."},
        {"a ADJ/ b", "a ADJ/1 b",
         "error at 2: \"ADJ/\" lacks its number of words; it is read as \"ADJ/1\"."},
        {"a NEAR/ b", "a NEAR/10 b",
         "error at 2: \"NEAR/\" lacks its number of words; it is read as \"NEAR/10\"."},
        {"\"a\"~5", "\"a\"",
         "error at 0: \"~5\" belongs behind a phrase of several words; it is left out."},
        {"date:\"2019-05-10\"~5", "date:2019-05-10",
         "error at 5: \"~5\" belongs behind a phrase of words; it is left out."},
        {"\"a b\" ~5", "\"a b\"",
         "error at 6: \"~5\" belongs right behind a word or phrase; it is left out."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text) == c.parsed);
        CHECK(notes_on(c.text) == c.notes);
    }
}

TEST_CASE("the words of chains count against the limits") {
    CHECK(reading(repeated("a NEAR/5 ", 255) + "a") == repeated("a NEAR/5 ", 255) + "a");
    CHECK(reading(repeated("a NEAR/5 ", 256) + "a") ==
          "<The query has more than 256 words and filters.>");
    CHECK(reading("\"" + repeated("a ", 257) + "\"~100") ==
          "<The query has more than 256 words and filters.>");
    CHECK(reading("aaa* NEAR bbb* NEAR \"ccc* ddd*\"~5 eee*").front() == '<');
    const std::string chain = "a NEAR/5 (a OR b)";
    CHECK(reading(repeated("(", 14) + chain + repeated(")", 14)) == "a NEAR/5 (a OR b)");
    CHECK(reading(repeated("(", 15) + chain + repeated(")", 15)) ==
          "<The query is nested deeper than 16 levels.>");
}

}  // namespace nutgraf::tests::in_parser_proximity_test
