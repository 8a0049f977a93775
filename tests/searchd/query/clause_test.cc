#include "searchd/query/clause.h"

#include "searchd/query/print.h"
#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_clause_test {

using namespace nutgraf;
using query::ClauseReader;
using query::Lexeme;

TEST_CASE("every field of the language is known by name") {
    for (const std::string_view name :
         {"title", "body",   "source", "by",       "section", "lang",  "id",      "date",
          "after", "before", "lead",   "seen",     "wire",    "url",   "alert",   "atleast3",
          "org",   "person", "role",   "official", "party",   "state", "country", "kind",
          "said",  "has",    "under",  "about",    "story",   "is",    "in",      "furniture"}) {
        CAPTURE(name);
        CHECK(query::is_field_name(name));
    }
    for (const std::string_view name :
         {"", "Title", "titles", "http", "*", "atleast", "atleastx"}) {
        CAPTURE(name);
        CHECK(!query::is_field_name(name));
    }
}

TEST_CASE("a reader counts the words and prefixes of what it has read, as they are printed") {
    struct Case {
        Lexeme::Kind kind;
        std::string text, field;
        std::size_t leaves, prefixes;
        std::string within = {};
    };
    const Case cases[] = {
        {Lexeme::Kind::word, "huawei", "", 1, 0},
        {Lexeme::Kind::word, "!!!", "", 0, 0},
        {Lexeme::Kind::word, "*", "", 1, 0},
        {Lexeme::Kind::word, "secur*", "", 1, 1},
        {Lexeme::Kind::word, "co-operation", "", 3, 0},  // Two in the phrase and the joined one.
        {Lexeme::Kind::word, "华为", "", 2, 0},
        {Lexeme::Kind::word, "2019-05", "date", 1, 0},
        {Lexeme::Kind::word, "x y z", "id", 1, 0},
        {Lexeme::Kind::word, "example.com/news", "url", 1, 0},
        {Lexeme::Kind::phrase, "a b c", "", 3, 0},
        {Lexeme::Kind::phrase, "chin* telecom*", "", 2, 2},
        {Lexeme::Kind::phrase, "a co-oper* b", "title", 7, 2},
        {Lexeme::Kind::phrase, "a b a", "", 3, 0, "5"},
        {Lexeme::Kind::phrase, "a co-oper* b", "", 7, 2, "5"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        ClauseReader reader({tests::test_day(), {}}, nullptr);
        const Lexeme lexeme{c.kind, 0, c.text, false, c.within};
        const auto query = c.kind == Lexeme::Kind::word ? reader.word(lexeme, c.field)
                                                        : reader.phrase(lexeme, c.field);
        CHECK(static_cast<bool>(query) == (c.leaves > 0));
        CHECK(reader.leaves() == c.leaves);
        CHECK(reader.prefixes() == c.prefixes);
    }
}

}  // namespace nutgraf::tests::in_clause_test
