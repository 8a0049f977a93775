#include "base/json.h"

#include "base/small_json.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <random>

namespace nutgraf::tests::in_json_test {

using namespace nutgraf;

namespace {

/// The value printed again, or "byte 7: The member…" with the position counted from 0.
std::string read(std::string_view text) {
    const auto value = parse_json(text);
    if (value) return to_text(*value);
    return "byte " + std::to_string(value.error().position) + ": " + value.error().message;
}

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
}

}  // namespace

TEST_CASE("a value is read and printed on one line, its members in their order") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"null", "null"},
        {" \t\r\n[1, -2.5, true]\n", "[1,-2.5,true]"},
        {R"({"z": 1, "a": {"z": [], "a": {}}})", R"({"z":1,"a":{"z":[],"a":{}}})"},
        {R"(["\u00e9\n\ud83d\ude00\u0000"])", "[\"é\\n😀\\u0000\"]"},
        {R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})", R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})"},
        {"18446744073709551615", "18446744073709551615"},
        {R"("")", R"("")"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(read(c.text) == c.expected);
    }
}

TEST_CASE("what is not JSON is refused at its byte") {
    struct Case {
        std::string text;
        std::size_t position;
    };
    using namespace std::string_literals;
    const Case cases[] = {
        {"", 0},
        {"  ", 2},
        {"[1,", 3},
        {"[1 2]", 3},
        {"{\"a\":1,}", 7},
        {"{\"a\" 1}", 5},
        {"{a:1}", 1},
        {"[1]x", 3},
        {"1 1", 2},
        {"[01]", 2},
        {"['a']", 1},
        {"[1]//", 3},
        {"\"a\nb\"", 2},
        {"[\"\xFF\"]", 2},
        {"[\"\xED\xA0\x80\"]", 3},  // A surrogate: its second byte is the wrong one.
        {"[\"\xC0\x80\"]", 2},
        {"[NaN]", 1},
        {"[1,1e999]", 3},  // Was reported at byte 0.
        {"[1e999 ,1]", 1},
        {"-1e999", 0},
        {"{}\0x"s, 2},  // Was taken: the library takes a NUL for the end.
        {"[1]\0"s, 3},
        {"\0"s, 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto value = parse_json(c.text);
        REQUIRE_FALSE(static_cast<bool>(value));
        CHECK(value.error().position == c.position);
        CHECK(is_valid_utf8(value.error().message));
        CHECK(value.error().message.ends_with('.'));
        CHECK(value.error().message.find("json.exception") == std::string::npos);
    }
}

TEST_CASE("a refusal is a sentence that says where and why") {
    CHECK(read("[1,]") ==
          "byte 3: This is not JSON at byte 4: syntax error while parsing value - unexpected ']'; "
          "expected '[', '{', or a literal.");
    CHECK(read(R"({"a":1,"a":2})") == "byte 7: The member \"a\" is given twice.");
    CHECK(read("[1e999]") == "byte 1: The number that begins at byte 2 is too large.");
    const std::string long_text = "\"" + std::string(1'000'000, 'a') + "\x01";
    CHECK(read(long_text).size() < 300);  // Was the whole text over again.
}

TEST_CASE("nesting is taken to a depth of 32 and refused beyond, where it begins") {
    struct Case {
        std::string open, close;
        std::size_t levels;
    };
    const Case cases[] = {{"[", "]", 1}, {"{\"a\":[", "]}", 2}};
    for (const Case& c : cases) {
        CAPTURE(c.open);
        const std::size_t times = 32 / c.levels;
        CHECK(static_cast<bool>(parse_json(nested(times, c.open, c.close))));
        CHECK(read(nested(times + 1, c.open, c.close)) ==
              "byte " + std::to_string(times * c.open.size()) +
                  ": The value is nested deeper than 32 levels.");
    }
    // Unbounded, either would exhaust the stack.
    CHECK(read(nested(1'000'000, "[", "]")).starts_with("byte 32: "));
    CHECK(read(std::string(1'000'000, '[')).find("32") != std::string::npos);
}

TEST_CASE("a member given twice is refused at its second place, however it is spelt") {
    struct Case {
        std::string text;
        std::size_t position;
    };
    const Case cases[] = {
        {R"({"a":1,"a":1})", 7},
        {R"({"a":1, "\u0061":2})", 8},
        {R"({"":1,"b":2,"":3})", 12},
        {R"([{"a":{"b":1,"c":2,"b":3}}])", 19},
        {R"({"a":{"a":1},"a":2})", 13},
        {R"({"\"":1,"\"":2})", 8},  // An escaped quote does not begin the name.
        {R"({"\\":1,"\\":2})", 8},
        {R"({"\\\"a":1,"\\\"a":2})", 11},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto value = parse_json(c.text);
        REQUIRE_FALSE(static_cast<bool>(value));
        CHECK(value.error().position == c.position);
        CHECK(value.error().message.ends_with("is given twice."));
    }
}

TEST_CASE("more values than are wanted are refused where they begin to be too many") {
    struct Case {
        std::string text;
        std::size_t values;
        std::size_t position;  // With one value less.
    };
    const Case cases[] = {
        {"1", 1, 0},
        {"[]", 1, 0},
        {"[1,[],{}]", 4, 6},
        {R"({"a":"b","c":[null]})", 4, 17},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(static_cast<bool>(parse_small_json(c.text, c.values)));
        const auto refused = parse_small_json(c.text, c.values - 1);
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().position == c.position);
        CHECK(refused.error().message ==
              "The value is made of more than " + std::to_string(c.values - 1) + " values.");
    }
}

TEST_CASE("what is not UTF-8 is printed as U+FFFD, never thrown over") {
    CHECK(to_text(Json("a\xFF"
                       "b")) == "\"a\uFFFDb\"");
    CHECK(to_text(Json{{"\x80", "\xE2\x82"}}).find('\x80') == std::string::npos);
    for (unsigned seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string bytes;
        for (int i = 0; i < 40; ++i) bytes.push_back(static_cast<char>(random() & 0xFFU));
        const std::string text = to_text(Json{{bytes, {bytes, 1, nullptr}}});
        CHECK(is_valid_utf8(text));
        CHECK(text.find('\n') == std::string::npos);
        CHECK(static_cast<bool>(parse_json(text)));
    }
}

}  // namespace nutgraf::tests::in_json_test
