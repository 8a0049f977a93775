#include "analyzers/text/normalise.h"
#include "analyzers/text/tokenizer.h"
#include "tests/analyzers/text/random_text.h"
#include "tests/analyzers/text/token_invariants.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>

#include <memory>
#include <random>

namespace nutgraf::tests::in_tokenizer_property_test {

using namespace nutgraf;
using namespace nutgraf::analyzers;
using nutgraf::tests::breach_in;
using nutgraf::tests::random_text;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) text += piece;
    return text;
}

std::string spans(const Tokens& tokens) {
    std::string line;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        line += std::to_string(tokens[i].begin) + "-" + std::to_string(tokens[i].end) + " ";
    return line;
}

/// The words ICU finds by UAX #29, as `spans` prints them.
std::string spans_of_icu(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText utf8 = UTEXT_INITIALIZER;
    utext_openUTF8(&utf8, text.data(), static_cast<int64_t>(text.size()), &status);
    words->setText(&utf8, status);
    REQUIRE(U_SUCCESS(status));
    std::string line;
    int32_t begin = words->first();
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
        if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            line += std::to_string(begin) + "-" + std::to_string(end) + " ";
        begin = end;
    }
    utext_close(&utf8);
    return line;
}

}  // namespace

TEST_CASE("any text is cut in order, apart, between characters, into forms of 1 to 64 bytes") {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        CAPTURE(seed);
        const std::string text = random_text(seed);
        CHECK(breach_in(text, tokenise(text)) == "");
        const std::string once = normalised_text(text).text;
        CHECK(breach_in(once, tokenise(once)) == "");
        CHECK(spans(tokenise(normalised_text(once).text)) == spans(tokenise(once)));
    }
}

// The work bound is the size: were any step not linear, one of these would take minutes or hours,
// and the test runner stops it long before.
TEST_CASE("hostile text is cut in time linear in its size") {
    struct Case {
        std::string piece;
        std::size_t bytes;
    };
    constexpr std::size_t megabyte = 1'000'000;
    constexpr std::size_t part = 100'000;
    const Case cases[] = {
        {"a", 10 * megabyte},  // One word, on one line.
        {"word ", 3 * megabyte},
        {"\u0301", 400'000},  // 200,000 marks without a letter.
        {"A.", megabyte},
        {"a.", megabyte},
        {"É.", part},
        {"A.b", part},
        {"a'", megabyte},
        {"a’s", part},
        {"s'", part},
        {"A&", part},
        {"a_", part},
        {"_", part},
        {"1,", part},
        {"a-", part},
        {"-", part},
        {"\u200D", part},  // Zero-width joiners alone and between letters and pictures.
        {"a\u200D", part},
        {"👩\u200D", part},
        {"a.\u00AD", part},
        {"\u115F", part},  // Letters that fold to nothing.
        {"\u1161", part},
        {"ﷺ", part},  // Folds to eleven times its size.
        {"华", part},
        {"ข", part},
        {"ﷺ ", part},
        {"\xFF", part},  // Not UTF-8, in every way.
        {"\x80", part},
        {"\xC3", part},
        {"\xE2\x82", part},
        {"\xF0\x9F\x98", part},
        {"a\xC0\x80", part},
        {"\xED\xA0\x80", part},
        {"\xF4\x90\x80\x80", part},
        {std::string(1, '\0'), part},
    };
    for (const Case& c : cases) {
        CAPTURE(c.piece);
        const std::string text = repeated(c.piece, c.bytes);
        CHECK(breach_in(text, tokenise(text)) == "");
    }
    const std::string marked = "a" + repeated("\u0301", megabyte) + " b";
    CHECK(tokenise(marked).size() == 2);
    const std::string joined =
        "a" + repeated("\u200D", megabyte) + "'" + repeated("\u200D", megabyte) + "b";
    CHECK(spans(tokenise(joined)) == "0-" + std::to_string(joined.size()) + " ");
}

TEST_CASE("word borders are those of UAX #29 where the header names no difference") {
    // No full stop, colon, quote, "&" or "_", and no script written without spaces. Nor Hangul: ICU
    // parts it from other letters, of its own accord.
    const std::string pieces[] = {
        "a",      "b",      "Z",      "é",  "ß",  "Ł",  "ñ",     "ж", "Й",      "ё",
        "ї",      "1",      "2",      "9",  " ",  "  ", "\n",    ",", ";",      "-",
        "–",      "(",      "!",      "%",  "$",  "·",  "‧",     "٫", "٬",      "٣",
        "Ω",      "ﬁ",      "ª",      "م",  "ء",  "א",  "ह",     "ि", "\u0301", "\u0308",
        "\u00AD", "\u200D", "\u2060", "Ａ", "１", "，", " 🙂", "€", "\u00A0"};
    for (unsigned seed = 0; seed < 3000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string text;
        for (int i = 0; i < 30; ++i) text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        CHECK(spans(tokenise(text)) == spans_of_icu(text));
    }
}

TEST_CASE("letters, digits, spaces and commas alone are cut as UAX #29 has it") {
    const std::string pieces[] = {"a", "b", "s", "S", "Z", "é", "Ö",
                                  "ж", "Ы", "ё", "0", "5", " ", ","};
    for (unsigned seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string text;
        for (int i = 0; i < 100; ++i) text += pieces[random() % std::size(pieces)];
        CHECK(spans(tokenise(text)) == spans_of_icu(text));
    }
}

}  // namespace nutgraf::tests::in_tokenizer_property_test
