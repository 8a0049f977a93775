#include "indexer/archive/line_reader.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_line_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

/// "1:first|2:second+|", a plus for a line that is too long.
std::string lines_of(const std::string& text, std::size_t max_line_bytes, std::size_t piece) {
    LineReader reader(std::make_unique<TextSource>(text, piece), max_line_bytes);
    std::string lines;
    while (const auto line = reader.next())
        lines +=
            std::to_string(line->number) + ":" + line->bytes + (line->is_too_long ? "+|" : "|");
    CHECK_FALSE(reader.next());
    return lines;
}

}  // namespace

TEST_CASE("a stream is cut at its line feeds, however it arrives") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"\n", "1:|"},
        {"one", "1:one|"},
        {"one\n", "1:one|"},
        {"one\n\n", "1:one|2:|"},
        {"one\n\ntwo", "1:one|2:|3:two|"},
        {"one\r\ntwo\r\n", "1:one|2:two|"},
        {"\r\n", "1:|"},
        {"o\rne\r", "1:o\rne|"},
        {std::string("a\0b\n", 4), std::string("1:a\0b|", 6)},
        {"\xFF\xFE\n", "1:\xFF\xFE|"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        for (const std::size_t piece : {1U, 2U, 3U, 4096U})
            CHECK(lines_of(c.text, 100, piece) == c.expected);
    }
}

TEST_CASE("a line over the limit is cut and marked, and the next is whole") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"123\n1234\n12", "1:123|2:123+|3:12|"},
        {"123", "1:123|"},
        {"1234", "1:123+|"},
        {"1234567890\n\n123\n", "1:123+|2:|3:123|"},
        {"12\r\n12\r3\n", "1:12|2:12+|"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        for (const std::size_t piece : {1U, 2U, 4096U})
            CHECK(lines_of(c.text, 3, piece) == c.expected);
    }
    CHECK(lines_of("\na\n", 0, 1) == "1:|2:+|");
}

TEST_CASE("a long line takes no more memory than the limit") {
    constexpr std::size_t one_gigabyte = 1'000'000'000;
    LineReader reader(std::make_unique<EndlessLine>(one_gigabyte, "\nnext\n"), 1000);
    const auto line = reader.next();
    REQUIRE(line);
    CHECK(line->is_too_long);
    CHECK(line->bytes.size() == 1000);
    CHECK(line->bytes.capacity() < 10'000);
    CHECK(reader.next()->bytes == "next");
}

TEST_CASE("lines far larger than the buffer come whole") {
    std::string text;
    for (const std::size_t size : {0U, 262'143U, 262'144U, 262'145U, 1'000'000U, 1U})
        text += std::string(size, 'x') + "\n";
    LineReader reader(std::make_unique<TextSource>(text, 100'000), 10'000'000);
    std::string again;
    while (const auto line = reader.next()) again += line->bytes + "\n";
    CHECK(again == text);
}

TEST_CASE("a stream that fails has given the lines before") {
    LineReader reader(std::make_unique<TextSource>("one\ntwo\nthr", 100, true), 100);
    CHECK(reader.next()->bytes == "one");
    CHECK(reader.next()->bytes == "two");
    CHECK(failure([&] { reader.next(); }) == "The disk is gone.");
}

}  // namespace nutgraf::tests::in_line_reader_test
