#include "analyzers/text/normalise.h"

#include "base/utf8.h"
#include "tests/analyzers/text/random_text.h"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>

namespace nutgraf::tests::in_normalise_test {

using namespace nutgraf;
using namespace nutgraf::analyzers;

namespace {

std::string text_of(std::string_view bytes) {
    return normalised_text(bytes).text;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

bool is_nfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status)->isNormalizedUTF8(text, status) != 0;
}

}  // namespace

TEST_CASE("any bytes become valid UTF-8 in NFC with one line feed a line") {
    using namespace std::string_literals;
    struct Case {
        std::string bytes, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"plain text\twith a tab", "plain text\twith a tab"},
        {"one\ntwo\r\nthree\rfour\r", "one\ntwo\nthree\nfour\n"},
        {"\r\r\n\n\r", "\n\n\n\n"},
        {"page\fnext\vcolumn\xC2\x85line", "page\nnext\ncolumn\nline"},  // Once "pagenext".
        {"\xEF\xBB\xBFtext", "text"},
        {"te\uFEFFxt", "text"},
        {"a\0b"s, "ab"},
        {"\x1B[31mred\x7F\u0080\u009F", "[31mred"},
        {"a\uFDD0\uFDEF\uFFFE\uFFFF\U0001FFFE\U0010FFFFb", "ab"},
        {"cafe\u0301", "café"},
        {"Å \u212B A\u030A", "Å Å Å"},
        {"q\u0307\u0323", "q\u0323\u0307"},  // Marks in canonical order.
        {"\u1112\u1161\u11AB", "한"},
        {"ﬁ ² Ａ ﷺ", "ﬁ ² Ａ ﷺ"},  // Compatibility forms stay.
        {"\u200B\u200D\u00AD\u202E", "\u200B\u200D\u00AD\u202E"},
        {"e\0\u0301"s, "é"},  // Neighbours once the control is gone.
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        CHECK(text_of(c.bytes) == c.expected);
        CHECK(normalised_text(c.bytes).replaced_bytes == 0);
    }
}

TEST_CASE("each byte that is not UTF-8 is replaced and counted") {
    struct Case {
        std::string bytes, expected;
        std::size_t replaced;
    };
    const Case cases[] = {
        {"a\xFF"
         "b",
         "a\uFFFDb", 1},
        {"\xE2\x82", "\uFFFD\uFFFD", 2},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
        {"\xC0\x80", "\uFFFD\uFFFD", 2},
        {"caf\xE9 na\xEFve", "caf\uFFFD na\uFFFDve", 2},  // Latin-1.
        {"\uFFFD", "\uFFFD", 0},                          // Came as such.
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        CHECK(text_of(c.bytes) == c.expected);
        CHECK(normalised_text(c.bytes).replaced_bytes == c.replaced);
    }
}

TEST_CASE("a run of combining marks is cut after 30, the text goes on") {
    struct Case {
        std::string bytes, expected;
    };
    const std::string graves = repeated("\u0300", 30);
    const Case cases[] = {
        {"b" + graves + "c", "b" + graves + "c"},
        {"b" + graves + "\u0300c", "b" + graves + "c"},
        {"b" + graves + graves + "\nb" + graves, "b" + graves + "\nb" + graves},
        {graves + "\u0300", graves},
        // Was cut though a line feed begins another run.
        {"b" + graves + "\r\u0300", "b" + graves + "\n\u0300"},
        {"b" + graves + "\x01\u0300", "b" + graves},
        // Was let through: characters that are made of two marks, and letters made of three.
        {"b" + repeated("\u0344", 20), "b" + repeated("\u0308\u0301", 15)},
        {"\u0F40" + repeated("\u0F73", 20),
         "\u0F40" + repeated("\u0F71", 15) + repeated("\u0F72", 15)},
        {"\U0001D160" + repeated("\u0323", 30),
         "\U0001D158\U0001D165\U0001D16E" + repeated("\u0323", 28)},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        CHECK(text_of(c.bytes) == c.expected);
        CHECK(text_of(c.expected) == c.expected);
    }
}

// The work bound is the size: ICU orders an unbroken run of marks in quadratic time, which would
// take minutes or hours here.
TEST_CASE("hostile bytes are normalised in time linear in their size") {
    struct Case {
        std::string piece;
        std::size_t times;
    };
    const Case cases[] = {
        {"a", 10'000'000},
        {"\u0301", 5'000'000},
        {"\u0323\u0301", 300'000},
        {"\u0301\u0323", 300'000},
        {"\u0344", 300'000},
        {"\u0F73", 300'000},  // Was quadratic: two marks that count as a letter.
        {"\u0F73\u0F74", 200'000},
        {"\u0301\x01\u0323", 200'000},
        {"\U0001D160", 300'000},
        {"\u1161", 300'000},
        {"\u1100\u1161\u11A8", 300'000},
        {"\u09C7\u09BE", 200'000},
        {"\u0BC6\u0BBE\u0BD7", 300'000},
        {"\xFF", 300'000},
        {"\r", 300'000},
    };
    for (const Case& c : cases) {
        CAPTURE(c.piece);
        const std::string text = text_of(repeated(c.piece, c.times));
        CHECK(is_valid_utf8(text));
        CHECK(is_nfc(text));
    }
}

TEST_CASE("a normalised text is left as it is") {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        CAPTURE(seed);
        const std::string once = text_of(tests::random_text(seed));
        CHECK(is_valid_utf8(once));
        CHECK(is_nfc(once));
        CHECK(once.find('\r') == std::string::npos);
        CHECK(once.find('\0') == std::string::npos);
        const NormalisedText twice = normalised_text(once);
        CHECK(twice.text == once);
        CHECK(twice.replaced_bytes == 0);
    }
}

}  // namespace nutgraf::tests::in_normalise_test
