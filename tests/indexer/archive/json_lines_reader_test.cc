#include "indexer/archive/json_lines_reader.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_json_lines_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

using Lines = std::vector<std::string>;

Lines records(const std::string& text) {
    return printed_records(*json_lines_reader(std::make_unique<TextSource>(text)));
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

const std::string good = R"({"id":"g","title":"t"})";
const std::string good_1 = "1: " + good;
const std::string good_3 = "3: " + good;

}  // namespace

TEST_CASE("each line is an article, blank lines apart") {
    struct Case {
        std::string text;
        Lines expected;
    };
    const Case cases[] = {
        {"", {}},
        {"\n \n\t\r\n", {}},
        {good, {good_1}},
        {good + "\n", {good_1}},
        {good + "\r\n\r\n" + good + "\r\n", {good_1, good_3}},
        {"  " + good + "\t\n", {good_1}},
        {"\xEF\xBB\xBF" + good + "\n", {good_1}},
        {good + "\n\n\xEF\xBB\xBF" + good, {good_1, good_3}},  // Files put one behind the other.
        // Was refused as no JSON: a byte order mark alone on the first line.
        {"\xEF\xBB\xBF\n\n" + good, {good_3}},
        {"\xEF\xBB\xBF", {}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(records(c.text) == c.expected);
    }
}

TEST_CASE("a bad record between good ones is refused with its line and the reason") {
    struct Case {
        std::string record, reason;
    };
    const Case cases[] = {
        {R"({"id":"1",)", "This is not JSON at byte 11: "},
        {R"({"id":"1"})", "The record has neither a title nor a body."},
        {R"({"title":1,"title":2})", "The member \"title\" is given twice."},
        {R"(["title"])", "The record is not a JSON object."},
        {R"({"title":["t"]})", "\"title\" must be a text."},
        {good + good, "This is not JSON at byte 23: "},
        {std::string("{\"title\":\"a\0b\"}", 15), "This is not JSON at byte 12: "},
        {repeated("[", 1'000'000), "The value is nested deeper than 32 levels."},
        {R"({"title":"t","x":)" + repeated("{\"a\":", 1'000'000), "The value is nested deeper "},
        {R"({"title":"t","x":)" + repeated("[", 30) + repeated("]", 30) + "}",
         "\"x\" is nested deeper than 24 levels."},
        {R"({"title":"t","n":1e999})", "The number that begins at byte 18 is too large."},
        {R"({"body":")" + std::string(max_article_bytes + 1, 'x') + "\"}",
         "The article's text is larger than 4 MiB."},
    };
    for (const Case& c : cases) {
        const std::string beginning = c.record.substr(0, 100);
        CAPTURE(beginning);
        const Lines read = records(good + "\n" + c.record + "\n" + good + "\n");
        REQUIRE(read.size() == 3);
        CHECK(read[0] == good_1);
        CAPTURE(read[1].substr(0, 200));
        CHECK(read[1].starts_with("2: refused: " + c.reason));
        CHECK(read[1].size() < 300);
        CHECK(read[2] == good_3);
    }
}

TEST_CASE("an article of the largest size is taken") {
    CHECK(records(R"({"body":")" + std::string(max_article_bytes, 'x') + "\"}")
              .front()
              .starts_with(R"(1: {"id":")"));
}

TEST_CASE("bytes that are not UTF-8 are replaced, with a warning") {
    CHECK(records("{\"id\":\"1\",\"title\":\"a\xFF\xC3z\"}\n" + good) ==
          Lines{"1: {\"id\":\"1\",\"title\":\"a\uFFFD\uFFFDz\"} "
                "(Bytes that are not UTF-8 were replaced by U+FFFD.)",
                "2: " + good});
    CHECK(records("{\"title\":\"\xFF\"") == Lines{"1: refused: This is not JSON at byte 15: syntax "
                                                  "error while parsing object - unexpected end of "
                                                  "input; expected '}'."});
}

TEST_CASE("a line that is too long is refused in bounded memory, and the next is read") {
    constexpr std::size_t two_hundred_megabytes = 200'000'000;
    const auto reader =
        json_lines_reader(std::make_unique<EndlessLine>(two_hundred_megabytes, "\n" + good));
    CHECK(printed_records(*reader) ==
          Lines{"1: refused: The line is longer than 64 MiB.", "2: " + good});
}

TEST_CASE("a record of more values than an article has is refused, and takes no memory for them") {
    std::string many = R"({"id":"1","title":"t","numbers":[0)";
    for (int i = 0; i < 100'000; ++i) many += ",0";
    CHECK(records(many + "]}\n" + good) ==
          Lines{"1: refused: The value is made of more than 100000 values.", "2: " + good});
}

TEST_CASE("an article without an id gets its url, or the digest of source, title and body") {
    const Lines read = records(
        "{\"title\":\"t\",\"url\":\"u\"}\n"
        "{\"title\":\"t\",\"body\":\"b\"}\n"
        "{\"title\":\"t\",\"body\":\"b\",\"section\":\"other\"}\n"
        "{\"title\":\"t\",\"body\":\"c\"}\n"
        "{\"title\":\"tb\"}\n"
        "{\"title\":\"t\",\"body\":\"b\",\"source\":\"s\"}\n");
    REQUIRE(read.size() == 6);
    CHECK(read[0] == R"(1: {"id":"u","url":"u","title":"t"})");
    const auto id = [&](std::size_t line) { return read[line].substr(10, 64); };
    CHECK(read[1] == "2: {\"id\":\"" + id(1) + "\",\"title\":\"t\",\"body\":\"b\"}");
    CHECK(id(1).find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(id(2) == id(1));
    CHECK(id(3) != id(1));
    CHECK(id(4) != id(1));
    CHECK(id(5) != id(1));
}

TEST_CASE("a stream that fails has given the records before") {
    const auto reader =
        json_lines_reader(std::make_unique<TextSource>(good + "\n" + good, 4096, true));
    CHECK(printed(*reader->next()) == good_1);
    CHECK(failure([&] { reader->next(); }) == "The disk is gone.");
}

}  // namespace nutgraf::tests::in_json_lines_reader_test
