#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_parser_limits_test {

using namespace nutgraf;
using tests::reading;
using tests::repeated;

TEST_CASE("a query of 64 KiB is read, a longer one is refused by that name") {
    CHECK(reading(std::string(65'536, 'a')) == std::string(64, 'a'));
    const auto refused = query::parse_query(std::string(65'537, 'a'), {});
    REQUIRE(!refused);
    CHECK(refused.error().message == "The query is longer than 64 KiB.");
    CHECK(refused.error().position == 65'536);
    CHECK(reading(std::string(65'537, ' ')) == "<The query is longer than 64 KiB.>");
    CHECK(reading(std::string(65'537, 'a'), {.is_plain = true}) ==
          "<The query is longer than 64 KiB.>");
}

TEST_CASE("256 words and filters are read, more are refused where they begin") {
    struct Case {
        std::string piece;
        std::size_t leaves;
    };
    const Case cases[] = {{"a ", 1},        {"\"a b\" ", 2},       {"date:2019 ", 1},
                          {"lang:de ", 1},  {"id:x ", 1},          {"* ", 1},
                          {"华为技术 ", 4}, {"a-b-c-d-e-f-g ", 7}, {"title:a OR ", 1}};
    for (const Case& c : cases) {
        CAPTURE(c.piece);
        const std::size_t most = 256 / c.leaves;
        CHECK(reading(repeated(c.piece, most)).front() != '<');
        const auto refused = query::parse_query(repeated(c.piece, most + 1), {});
        REQUIRE(!refused);
        CHECK(refused.error().message == "The query has more than 256 words and filters.");
        CHECK(refused.error().position / c.piece.size() == most);
    }
}

TEST_CASE("plain text is cut at 256 words, and a note says so") {
    const auto parsed = query::parse_query(repeated("a ", 257), {.is_plain = true});
    REQUIRE(parsed);
    CHECK(query::to_text(parsed->query) == repeated("a AND ", 255) + "a");
    REQUIRE(parsed->notes.size() == 1);
    CHECK(parsed->notes[0].message == "Only the first 256 words are looked for.");
    CHECK(query::parse_query(repeated("a ", 256), {.is_plain = true})->notes.empty());
    CHECK(query::parse_query(repeated("co-op ", 256), {.is_plain = true})->notes.size() == 1);
}

TEST_CASE("16 levels are read, deeper nesting by parenthesis, NOT or field is refused") {
    const std::string refusal = "<The query is nested deeper than 16 levels.>";
    CHECK(reading(repeated("(", 15) + "a" + repeated(")", 15)) == "a");
    CHECK(reading(repeated("(", 16) + "a" + repeated(")", 16)) == refusal);
    CHECK(reading(repeated("(", 17)) == refusal);
    CHECK(reading(repeated("NOT ", 15) + "a") == repeated("NOT ", 15) + "a");
    CHECK(reading(repeated("NOT ", 16) + "a") == refusal);
    CHECK(reading(repeated("title:", 15) + "a") == "title:a");
    CHECK(reading(repeated("title:", 16) + "a") == refusal);
    CHECK(reading(repeated("NOT (title:", 5) + "a").front() != '<');
    CHECK(reading(repeated("NOT (title:", 6) + "a") == refusal);
    const auto refused = query::parse_query("a b " + repeated("(", 17), {});
    REQUIRE(!refused);
    CHECK(refused.error().position == 20);
}

TEST_CASE("what would be nested deeper when printed is refused, so that any answer can be read") {
    const auto nested = [](std::size_t levels, const std::string& inside) {
        return repeated("(a OR b ", levels) + inside + repeated(")", levels);
    };
    // Each level is an AND in an OR: two when it is printed.
    CHECK(reading(nested(8, "c")).front() != '<');
    CHECK(reading(nested(9, "c")) == "<The query is nested deeper than 16 levels.>");
    const std::string deepest = repeated("(", 15) + "co-op" + repeated(")", 15);
    CHECK(reading(deepest) == "\"co op\" OR coop");
    CHECK(reading(repeated("NOT ", 14) + "co-op").front() != '<');
    CHECK(reading(repeated("NOT ", 15) + "co-op") ==
          "<The query is nested deeper than 16 levels.>");
}

TEST_CASE("four prefixes are read, a fifth is refused") {
    const std::string refusal = "<The query has more than 4 words that end in \"*\".>";
    CHECK(reading(repeated("secur* ", 4)).front() != '<');
    CHECK(reading(repeated("secur* ", 5)) == refusal);
    CHECK(reading("\"aaa* bbb*\" ccc* title:ddd*").front() != '<');
    CHECK(reading("\"aaa* bbb*\" ccc* title:ddd* \"x eee*\"") == refusal);
    CHECK(reading("* * * * * *").front() != '<');
    CHECK(reading("se* se* se* se* se*").front() != '<');  // Not read as prefixes.
}

}  // namespace nutgraf::tests::in_parser_limits_test
