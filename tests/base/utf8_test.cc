#include "base/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace nutgraf::tests::in_utf8_test {

using namespace nutgraf;

namespace {

/// The code points of a text as it is walked: "41 20AC", those that were malformed as "!".
std::string walked(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        char number[16];
        std::snprintf(number, sizeof number, "%X", static_cast<unsigned>(c.value));
        if (!line.empty()) line += " ";
        const bool is_malformed = c.value == replacement_character && c.size == 1;
        line += is_malformed ? "!" : number;
        at += c.size;
    }
    return line;
}

std::string utf8(char32_t c) {
    std::string text;
    append_utf8(text, c);
    return text;
}

}  // namespace

TEST_CASE("a text is walked code point by code point, each bad byte alone") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {std::string("a\0b", 3), "61 0 62"},
        {"aé€😀", "61 E9 20AC 1F600"},
        // The first and last of each row of the Unicode Standard's table 3-7.
        {"\xC2\x80 \xDF\xBF", "80 20 7FF"},
        {"\xE0\xA0\x80 \xE0\xBF\xBF", "800 20 FFF"},
        {"\xE1\x80\x80 \xEC\xBF\xBF", "1000 20 CFFF"},
        {"\xED\x80\x80 \xED\x9F\xBF", "D000 20 D7FF"},
        {"\xEE\x80\x80 \xEF\xBF\xBF", "E000 20 FFFF"},
        {"\xF0\x90\x80\x80 \xF0\xBF\xBF\xBF", "10000 20 3FFFF"},
        {"\xF1\x80\x80\x80 \xF3\xBF\xBF\xBF", "40000 20 FFFFF"},
        {"\xF4\x80\x80\x80 \xF4\x8F\xBF\xBF", "100000 20 10FFFF"},
        {"\xEF\xBF\xBD", "FFFD"},  // U+FFFD itself is well formed.
        {"\x80 \xBF", "! 20 !"},   // Stray continuation bytes.
        {"\xC3", "!"},             // Missing ones, at the end and before others.
        {"\xE2\x82", "! !"},
        {"\xF0\x9F\x98", "! ! !"},
        {"\xC3(", "! 28"},
        {"\xE2\x82(", "! ! 28"},
        {"\xC3\xC3\xA9", "! E9"},
        {"\xC0\x80 \xC1\xBF", "! ! 20 ! !"},  // Overlong forms.
        {"\xE0\x80\x80 \xE0\x9F\xBF", "! ! ! 20 ! ! !"},
        {"\xF0\x80\x80\x80 \xF0\x8F\xBF\xBF", "! ! ! ! 20 ! ! ! !"},
        {"\xED\xA0\x80 \xED\xBF\xBF", "! ! ! 20 ! ! !"},  // Surrogates.
        {"\xF4\x90\x80\x80", "! ! ! !"},                  // Above U+10FFFF.
        {"\xF5\x80\x80\x80 \xFE \xFF", "! ! ! ! 20 ! 20 !"},
        {"\xF8\x88\x80\x80\x80", "! ! ! ! !"},  // Five bytes, as UTF-8 once was.
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(walked(c.text) == c.expected);
        CHECK(is_valid_utf8(c.text) == (c.expected.find('!') == std::string::npos));
    }
}

TEST_CASE("every code point is read as it is written, and surrogates are not written") {
    for (char32_t c = 0; c <= 0x110000; ++c) {
        const bool is_scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        const std::string text = utf8(c);
        const CodePoint read = code_point_at(text, 0);
        const bool is_same = read.value == (is_scalar ? c : replacement_character);
        if (!is_same || read.size != text.size() || !is_valid_utf8(text))
            FAIL_CHECK(static_cast<unsigned>(c));
    }
    CHECK(utf8(0xFFFFFFFF) == "\uFFFD");
}

TEST_CASE("a repaired text is valid, and a valid one is left alone") {
    CHECK(repaired_utf8("") == "");
    CHECK(repaired_utf8("aé€😀\uFFFD") == "aé€😀\uFFFD");
    CHECK(repaired_utf8("a\xFF"
                        "b\xE2\x82") == "a\uFFFDb\uFFFD\uFFFD");
    for (unsigned seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::string bytes[] = {"\x80", "\xBF", "\xC3", "\xE2", "\xED", "\xF0", "\xF4",
                                     "\xA0", "\x90", "\x82", "a",    "é",    "€"};
        std::string text;
        for (int i = 0; i < 20; ++i) text += bytes[random() % std::size(bytes)];
        const std::string repaired = repaired_utf8(text);
        CHECK(is_valid_utf8(repaired));
        CHECK(repaired_utf8(repaired) == repaired);
        CHECK((repaired == text) == is_valid_utf8(text));
    }
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(code_point_count("") == 0);
    CHECK(code_point_count("abc") == 3);
    CHECK(code_point_count("aé€😀") == 4);
    CHECK(code_point_count("e\u0301") == 2);
}

TEST_CASE("the beginning of a text ends between code points") {
    const std::string text = "aé€😀";  // 1, 2, 3 and 4 bytes.
    const std::size_t sizes[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (std::size_t bytes = 0; bytes < std::size(sizes); ++bytes) {
        CAPTURE(bytes);
        CHECK(utf8_prefix(text, bytes) == text.substr(0, sizes[bytes]));
    }
    CHECK(utf8_prefix("", 5).empty());
    CHECK(utf8_prefix(std::string(8'000'000, '\x80'), 5'000'000).size() == 5'000'000);
}

TEST_CASE("a control is what could reorder, hide or command") {
    const std::vector<std::pair<char32_t, char32_t>> ranges = {
        {0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
        {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069},
    };
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        bool expected = false;
        for (const auto& [first, last] : ranges) expected |= c >= first && c <= last;
        if (is_control(c) != expected) FAIL_CHECK(static_cast<unsigned>(c));
    }
}

TEST_CASE("a visible text has nothing in it that could command a terminal") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"two\nlines\tand é", "two\nlines\tand é"},
        {"\x1B[31mred", "<U+001B>[31mred"},
        {std::string("a\0b\r", 4), "a<U+0000>b<U+000D>"},
        {"\x7F\u0085", "<U+007F><U+0085>"},
        {"\u202Eabc\u2066", "<U+202E>abc<U+2066>"},
        {"a\x9B", "a\uFFFD"},  // A raw C1 byte is not UTF-8.
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(visible(c.text) == c.expected);
    }
}

}  // namespace nutgraf::tests::in_utf8_test
